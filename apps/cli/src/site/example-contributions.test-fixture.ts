import type { HistoryEvent } from '@almfes/laboratory';
import { parseProse } from '@almfes/laboratory';
import type { SiteContribution } from './site-contribution.js';

const HEADER = {
  contributor: {
    name: 'Example <b>Contributor</b>',
    orcid: 'https://orcid.org/0000-0002-1825-0097',
  },
  received: '2026-11-01',
  interest: 'none',
  licence: 'CC-BY-4.0',
  sources: ['https://www.example.org/source'],
};

const event = (state: HistoryEvent['state'], date: string, reason: string): HistoryEvent => ({
  ...{ state, date, reason, by: 'Example Reviewer' },
  ...{ content: '', previous: '', hash: '' },
});

const ACCEPTED = [
  event('received', '2026-11-01', 'handed in'),
  event('accepted', '2026-11-20', 'it adds to the case'),
];

const TEXT = '# A view\n\nThe desk of [[case svb-2022]] and of [[case gone-2001]] knew.\n';
const PROSE = parseProse({ markdown: TEXT, file: 'text.md', firstLine: 1 });
if (!PROSE.ok) throw new Error(JSON.stringify(PROSE.issues));

/** A perspective and a challenge that were accepted, and a correction that was declined. */
export const EXAMPLE_CONTRIBUTIONS: readonly SiteContribution[] = [
  {
    slug: 'a-view',
    contribution: { ...HEADER, title: 'A view', kind: 'perspective', about: ['svb-2022'] },
    history: ACCEPTED,
    prose: PROSE.value,
    effects: [],
  },
  {
    slug: 'faster-beta',
    contribution: {
      ...HEADER,
      title: 'Deposits reprice faster',
      kind: 'challenge',
      cases: ['svb-2022'],
      claim: 'They follow the <i>policy rate</i>.',
      change: {
        kind: 'replace-assumption',
        id: 'faster-beta',
        title: 'Beta at two fifths',
        rationale: 'made up',
        sources: ['made up'],
        size: 1,
        edits: [{ model: 'ib', parameter: 'beta', value: 0.4 }],
      },
    },
    history: ACCEPTED,
    effects: [
      {
        slug: 'svb-2022',
        measures: [
          {
            ...{ id: 'eve.value', scenario: '0', unit: 'USD million' },
            ...{ before: 1000, after: 900, change: -100 },
          },
        ],
        lost: [],
        issues: [],
      },
    ],
  },
  {
    slug: 'no-page',
    contribution: null,
    history: [
      event('received', '2026-11-01', 'handed in'),
      event('declined', '2026-11-02', 'the page says otherwise'),
    ],
    effects: [],
  },
];
