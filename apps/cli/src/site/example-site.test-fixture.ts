import type { CaseResult, Figure } from '@almfes/engine';
import type { SiteContent } from '../effect/effects.js';
import { exampleResult } from '../example-effects.test-fixture.js';
import { siteContent } from './site-content.js';

const FIGURES: Readonly<Record<string, Figure>> = {
  'bs.cash': {
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
  },
};

const RESULT: CaseResult = {
  ...exampleResult,
  title: 'Example <b>bank</b>',
  steps: exampleResult.steps.map((step) => ({
    ...step,
    pictures: [
      {
        kind: 'bars',
        id: 'bars',
        title: 'Change of EVE',
        unit: 'USD million',
        categories: ['+100', '+200'],
        series: [{ name: 'made up', values: [-1, -2] }],
      },
    ],
  })),
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

| a | b |
|---|---|
| 1 | 2 |
`;

/** A site of one made-up case and a few made-up rules. */
export function exampleSite(): Promise<SiteContent> {
  const method = { part: 'Method', kicker: 'Method' };
  return siteContent({
    cases: [{ slug: 'svb-2022', result: RESULT, figures: FIGURES }],
    documents: [
      { ...method, path: 'docs/method/first.md', address: 'method/first', text: FIRST },
      { ...method, path: 'docs/method/second.md', address: 'method/second', text: SECOND },
      { ...method, path: 'GLOSSARY.md', address: 'glossary', text: '# Glossary\n\nWords.\n' },
    ],
    baseAddress: '',
  });
}
