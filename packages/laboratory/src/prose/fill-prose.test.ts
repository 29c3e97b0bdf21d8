import { fail, issue, ok } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { fillProse, type ProseLookup } from './fill-prose.js';
import { parseProse } from './parse-prose.js';

const VALUES: Readonly<Record<string, { value: number; unit: string; note?: string } | string>> = {
  afs: { value: 26_069, unit: 'USD million' },
  loss: { value: -1234.4, unit: 'USD million' },
  tier1: { value: 13_697, unit: 'USD million' },
  share: { value: 66.54, unit: 'percent' },
  ratio: { value: 0.0525, unit: 'ratio' },
  life: { value: 6.2, unit: 'years' },
  hundred: { value: 100, unit: 'USD million' },
  less: { value: 99.4, unit: 'USD million' },
  slight: { value: 0.00014, unit: 'ratio' },
  nought: { value: 0, unit: 'USD million' },
  small: { value: -0.001, unit: 'USD million' },
  said: { value: 42_000, unit: 'USD million', note: 'recalled' },
  pounds: { value: 171, unit: 'GBP billion' },
  word: 'a *word* <b>',
};

const LOOKUP: ProseLookup = {
  valueOf: ({ kind, id }) => {
    const found = VALUES[id];
    if (found === undefined) return fail(issue('unknown', '', `a ${kind}`, id));
    return ok(found);
  },
  pageOf: ({ kind, id }) => ok({ title: `The ${kind} ${id}`, address: `/${kind}/${id}/` }),
};

function filled(markdown: string) {
  const prose = parseProse({ markdown, file: 'case.md', firstLine: 1 });
  if (!prose.ok) throw new Error(JSON.stringify(prose.issues));
  return fillProse(prose.value, LOOKUP);
}

describe('filled prose', () => {
  it.each([
    ['[[figure afs]]', '[USD 26,069 million](<#figure-afs>)'],
    ['[[figure afs as USD billion]]', '[USD 26.1 billion](<#figure-afs>)'],
    ['[[figure loss]]', '[USD −1,234 million](<#figure-loss>)'],
    ['[[measure loss +200 as USD billion]]', '[USD −1.2 billion](<#measure-loss>)'],
    ['[[figure share]]', '[66.5%](<#figure-share>)'],
    ['[[measure ratio 0 as %]]', '[5.3%](<#measure-ratio>)'],
    ['[[measure ratio 0 as bp]]', '[525 bp](<#measure-ratio>)'],
    ['[[measure ratio 0]]', '[0.05](<#measure-ratio>)'],
    ['[[figure life]]', '[6.2 years](<#figure-life>)'],
    // no decimal from 100 on, one below; basis points none from 1 on
    ['[[figure hundred]]', '[USD 100 million](<#figure-hundred>)'],
    ['[[figure less]]', '[USD 99.4 million](<#figure-less>)'],
    ['[[figure slight as bp]]', '[1 bp](<#figure-slight>)'],
    ['[[figure small]]', '[USD 0.00 million](<#figure-small>)'],
    ['[[figure pounds]]', '[GBP 171 billion](<#figure-pounds>)'],
    ['[[figure said as USD billion]]', '[USD 42.0 billion (recalled)](<#figure-said>)'],
    ['[[figure word]]', '[a \\*word\\* \\<b\\>](<#figure-word>)'],
    // 26,069 / 13,697 = 1.903
    [
      '[[ratio figure afs / figure tier1 as times]]',
      '[1.9 times](<#ratio-figure-afs--figure-tier1>)',
    ],
    ['[[ratio figure afs / figure tier1 as %]]', '[190%](<#ratio-figure-afs--figure-tier1>)'],
    [
      '[[ratio measure afs +200 / figure tier1]]',
      '[1.90](<#ratio-measure-afs-+200--figure-tier1>)',
    ],
    ['[[case svb-2022]]', '[The case svb-2022](</case/svb-2022/>)'],
  ])('PROSE-4: %s becomes %s', (reference, text) => {
    expect(filled(`So ${reference}.`)).toEqual(ok(`So ${text}.`));
  });

  it('PROSE-4: all or nothing, each line told', () => {
    const found = filled(
      'A [[figure none]].\n[[figure life as %]] [[ratio figure afs / figure nought]]\n' +
        '[[ratio figure afs / figure life]] [[ratio figure word / figure life]]',
    );
    expect(found.ok ? [] : found.issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'unknown case.md line 1',
      'reference-unit case.md line 2',
      'division case.md line 2',
      'reference-unit case.md line 3',
      'figure-value case.md line 3',
    ]);
  });
});
