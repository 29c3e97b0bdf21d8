import { fail, issue, ok } from '@almfes/engine';
import { parseProse } from '@almfes/laboratory';
import { describe, expect, it } from 'vitest';
import { type RatioLookup, ratioSections } from './ratio-passports.js';

const AMOUNTS: Readonly<Record<string, number>> = { afs: 26_000, tier1: 13_000 };

const LOOKUP: RatioLookup = {
  valueOf: ({ id }) => {
    const value = AMOUNTS[id];
    if (value !== undefined) return ok({ value, unit: 'USD million' });
    return fail(issue('unknown', '', 'a figure', id));
  },
  labelOf: ({ id }) => `Label of ${id}`,
  addressOf: ({ kind, id }) => `page#${kind}-${id}`,
  ruleAddress: (rule) => `method/prose#${rule}`,
};

function sectionsOf(markdown: string) {
  const prose = parseProse({ markdown, file: 'case.md', firstLine: 1 });
  if (!prose.ok) throw new Error(JSON.stringify(prose.issues));
  return ratioSections(prose.value, LOOKUP);
}

describe('passports of ratios', () => {
  it('SITE-8: a ratio tells its value as words do, and both numbers with their passports', () => {
    // 26,000 / 13,000 = 2
    const [section] = sectionsOf(
      'It is [[ratio figure afs / figure tier1 as %]], or [[ratio figure afs / figure tier1 as ' +
        'times]], or again [[ratio figure afs / figure tier1 as %]].',
    );
    expect(section?.blocks).toEqual([
      {
        kind: 'passports',
        passports: [
          {
            anchor: 'ratio-figure-afs--figure-tier1',
            id: 'ratio afs / tier1',
            label: 'Label of afs, over Label of tier1',
            value: '200%, 2.0 times',
            unit: '',
            told: '',
            parts: [
              { words: '', text: 'USD 26,000 million', href: 'page#figure-afs' },
              {
                words: 'over',
                text: 'USD 13,000 million',
                href: 'page#figure-tier1',
              },
            ],
            document: 'PROSE-2',
            locator: '',
            href: 'method/prose#PROSE-2',
          },
        ],
      },
    ]);
  });

  it('SITE-8: a ratio and its inverse are two; words without a ratio have no section', () => {
    const [section] = sectionsOf(
      '[[ratio figure afs / figure tier1]] [[ratio figure tier1 / figure afs]]',
    );
    const [block] = section?.blocks ?? [];
    expect(block?.kind === 'passports' ? block.passports.map(({ value }) => value) : []).toEqual([
      '2.00',
      '0.50',
    ]);
    expect(sectionsOf('[[figure afs]]')).toEqual([]);
  });
});
