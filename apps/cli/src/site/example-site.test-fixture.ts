import { type CaseResult, type Figure, type Outcome, ok } from '@almfes/engine';
import {
  type Citable,
  caseValues,
  type Entry,
  type Prose,
  parseProse,
  type WeeklyIssue,
} from '@almfes/laboratory';
import type { SiteContent } from '../effect/effects.js';
import { exampleResult } from '../example-effects.test-fixture.js';
import { EXAMPLE_CONTRIBUTIONS } from './example-contributions.test-fixture.js';
import { EXAMPLE_DATA, EXAMPLE_LEAGUE, LEAGUE_PAGE } from './example-league.test-fixture.js';
import { siteContent } from './site-content.js';

const CASH: Figure = {
  label: 'Cash',
  value: 13_803,
  unit: 'USD million',
  asOf: '2001-12-31',
  knownFrom: '2002-02-28',
  document: 'Annual report',
  locator: 'Balance sheet, p. 95',
  url: 'https://www.example.org/report',
  confidence: 'seen',
  role: 'input',
};

/** One input, and as many of evidence as are folded. */
const FIGURES: Readonly<Record<string, Figure>> = {
  'bs.cash': CASH,
  ...Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [`irr.${index}`, { ...CASH, role: 'evidence' }]),
  ),
};

// The second is a figure of a case that this site leaves out.
const PUBLISHED: CaseResult['publishedVsReproduced'] = ['svb-2022', 'svb-2020'].map((slug) => ({
  id: `${slug}/bs.cash`,
  title: `Cash of ${slug}`,
  published: 13_803,
  reproduced: 13_803,
  unit: 'USD million',
  difference: 0,
  role: 'predicted',
  aim: null,
  source: 'Annual report',
}));

const RESULT: CaseResult = {
  ...exampleResult,
  publishedVsReproduced: PUBLISHED,
  steps: exampleResult.steps.map((step) => ({
    ...step,
    pictures: ['first', 'table'].map((id) => ({
      kind: 'bars',
      id,
      title: `Change of EVE, ${id}`,
      unit: 'USD million',
      categories: ['+100', '+200'],
      series: [{ name: 'made up', values: [-1, -2] }],
    })),
    tables: [
      {
        id: 'table',
        title: `Made-up table of step ${step.step}`,
        columns: [
          { id: 'name', title: 'Name', unit: '' },
          { id: 'value', title: 'Value', unit: 'USD million' },
        ],
        rows: [['one', 1]],
        notes: [],
      },
    ],
  })),
};

const OUTCOME: Outcome = {
  schema: 'almfes/outcome/1',
  measures: [{ id: 'eve.value', scenario: '0', unit: 'USD million', value: 1234 }],
  refused: [],
};

const FIRST = `# First

<script>alert(1)</script>

![a picture](https://www.example.org/a.png)

- **FIRST-1** A rule with a [link out](https://www.example.org/).

## Limits

None, and <b>none</b>.
`;

const SECOND = `# Second

It rests on [the first](first.md#first-1), see [the limits](first.md#limits) and
[a source file](../../packages/engine/src/index.ts).

| a | b | c | d |
|---|---|---|--:|
| one | 2,000 | 171 GBP billion | none |
| two | -3.5% | USD −8.1 billion | none |
`;

const CITABLE: Citable = {
  kind: 'case',
  slug: 'svb-2022',
  version: '1.0.0',
  title: 'Example <b>bank</b>',
  authors: [{ name: 'ALMFES laboratory', kind: 'organisation' }],
  date: null,
  licence: 'CC-BY-4.0',
  abstract: 'Made up.',
  contentHash: '0'.repeat(64),
};

const CASE_WORDS = `
## What was known on the day

It held [[figure bs.cash]] and was worth [[measure eve.value 0]],
as [[case svb-2020]] and [[entry beta-of-a-bank]] tell.

## The five steps as they would have read

A sentence.

## Published and reproduced

A sentence.
`;

const ISSUE_WORDS = `
## What is claimed

[[entry beta-of-a-bank]] finds [[figure beta-of-a-bank]].
`;

const ENTRY: Entry = {
  id: 'beta-of-a-bank',
  date: '2026-11',
  author: 'A central bank',
  almProcess: 'deposit-modelling',
  technique: 'tree-ensemble',
  phase: 'G2',
  evidenceGrade: 'B',
  claim: 'Betas rise with the rate.',
  measuredResult: { value: 0.4, unit: 'beta', note: 'one bank.' },
  source: {
    title: 'A paper',
    url: 'https://www.example.org/paper',
    publisher: 'A publisher',
    read: 'seen',
  },
  whatItChanges: 'Nothing yet.',
};

const FRONT = { version: '1.0.0', licence: 'CC-BY-4.0', authors: ['laboratory'] } as const;

function prose(markdown: string): Prose {
  const found = parseProse({ markdown, file: 'page.md', firstLine: 1 });
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value;
}

function issueOfWeek(): WeeklyIssue {
  const front = { title: 'Betas', question: 'Which beta?', week: '2026-W48', date: '2026-11-28' };
  return {
    front: { ...FRONT, ...front, kind: 'news' },
    prose: prose(ISSUE_WORDS),
    entryIds: [ENTRY.id],
  };
}

const VERSION = {
  ...{
    version: '1.0.0',
    date: '2026-11-28',
    what: 'First <i>version</i>.',
    contribution: 'no-page',
  },
};

/** A site of one made-up case and a few made-up rules. */
export async function exampleSite(): Promise<SiteContent> {
  const method = { part: 'Method', kicker: 'Method' };
  const made = await siteContent({
    citedArticles: {},
    citedIssues: {},
    leftOut: ['svb-2020'],
    articles: [],
    league: EXAMPLE_LEAGUE,
    data: EXAMPLE_DATA,
    contributions: EXAMPLE_CONTRIBUTIONS,
    entries: [ENTRY],
    weekly: [issueOfWeek()],
    cases: [
      {
        slug: 'svb-2022',
        versions: [{ ...VERSION, contributors: ['Example <b>Contributor</b>'] }],
        result: RESULT,
        citable: CITABLE,
        bundle: new Uint8Array([1, 2, 3]),
        page: {
          front: {
            ...FRONT,
            title: 'Example <b>bank</b>',
            institution: 'Example bank',
            jurisdiction: 'US',
            class: 'complete',
            rateCycle: 'up-2022-23',
            regime: 'None',
            outcome: 'failed',
            decisionDate: '2002-02-28',
            status: 'draft',
          },
          prose: prose(CASE_WORDS),
        },
        figures: FIGURES,
        outcome: OUTCOME,
        valueOf: (target) =>
          target.kind === 'measure'
            ? ok({ value: 1234, unit: 'USD million' })
            : caseValues({ figures: FIGURES })(target),
      },
    ],
    documents: [
      { ...method, path: 'docs/method/first.md', address: 'method/first', text: FIRST },
      { ...method, path: 'docs/method/second.md', address: 'method/second', text: SECOND },
      { ...method, path: 'docs/validation/league.md', address: 'league', text: LEAGUE_PAGE },
      { ...method, path: 'CONTRIBUTING.md', address: 'contribute', text: '# Contribute\n\nDo.\n' },
      { ...method, path: 'GLOSSARY.md', address: 'glossary', text: '# Glossary\n\nWords.\n' },
    ],
    baseAddress: 'https://www.example.org/laboratory/',
  });
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  return made.value;
}
