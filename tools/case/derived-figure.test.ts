import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { casePath, caseSlugs, casesWithFits } from './library-case.js';

type Amount = (field: string) => number;

/** What a case derives from its Call Report, computed again; shares in percent, CET1 a ratio. */
const DERIVED: Readonly<Record<string, (of: Amount) => number>> = {
  'bank.cashShare': (of) =>
    (100 *
      (of('cashInterestBearing') +
        of('cashNoninterestBearing') +
        of('federalFundsSold') +
        of('securitiesPurchasedToResell'))) /
    of('totalAssets'),
  'bank.securitiesShare': (of) => (100 * (of('htmNet') + of('afsFairValue'))) / of('totalAssets'),
  'bank.htmShare': (of) => (100 * of('htmNet')) / (of('htmNet') + of('afsFairValue')),
  'bank.freeShare': (of) =>
    (100 * of('depositsDomesticNoninterestBearing')) / of('depositsDomestic'),
  'reported.cet1Ratio': (of) => of('cet1') / of('riskWeightedAssets'),
};

/** Figures are rounded to three decimals of a percent, six of a ratio. */
const ROUNDING = { percent: 6e-4, ratio: 6e-7 };

const rows = caseSlugs()
  .filter((slug) => !casesWithFits().includes(slug))
  .flatMap((slug) => derivedOf(slug));

describe('figures that a case derives from its Call Report', () => {
  it.each(rows)('FORM-20: $slug $id is what its amounts give', ({ shown, computed, room }) => {
    expect(Math.abs(shown - computed)).toBeLessThan(room);
  });

  it('FORM-20: every case has some', () => {
    const slugs = caseSlugs().filter((slug) => !casesWithFits().includes(slug));
    expect([...new Set(rows.map(({ slug }) => slug))]).toEqual(slugs);
  });
});

function derivedOf(slug: string) {
  const text = readFileSync(casePath(slug, 'figures.json'), 'utf8');
  const { figures } = JSON.parse(text);
  // what a bank does not report has no figure and is nothing in a sum
  const of: Amount = (field) => figures[`cr.${field}`]?.value ?? 0;
  return Object.entries(DERIVED).flatMap(([id, compute]) => {
    if (figures[id] === undefined) return [];
    const { value: shown, unit } = figures[id];
    const room = unit === 'ratio' ? ROUNDING.ratio : ROUNDING.percent;
    return [{ slug, id, shown: Number(shown), computed: compute(of), room }];
  });
}
