import { describe, expect, it } from 'vitest';
import { publishedVsReproduced } from '../../packages/engine/src/framework/reproduce.js';
import { evaluate, measureOf, type Reproduction } from '../../packages/engine/src/index.js';
import { caseSlugs, libraryCase } from './library-case.js';

/**
 * Every published figure whose aim is missed, and by how much (its unit, to half a tenth). The
 * list is part of what the project says of itself: a new miss and a miss that went away both fail.
 */
const KNOWN_MISSES: Readonly<Record<string, number>> = {
  // reproduced -19.8 against -15.4, aim 3 points: docs/method/reproduction.md
  'svb-2020/irr.2020.eve_pct.+200': -4.4,
};

/** What stands without a gate: the issue's own words, or no aim was ever set. */
const WITHOUT_AIM = [
  'svb-2020/irr.2020.nii_base',
  'svb-2020/duration.2020.total',
  'svb-2021/irr.2021.eve_pct.-200',
  'svb-2021/irr.2021.eve_unhedged_+100',
  'svb-2021/duration.2021.total',
  'svb-2021/duration.2021.total_hedged',
  'svb-2022/irr.2022.nii_pct.+200',
  'svb-2022/irr.2022.nii_pct.+100',
  'svb-2022/irr.2022.nii_pct.-100',
  'svb-2022/irr.2022.nii_pct.-200',
  'svb-2022/duration.2022.afs_hedged',
  'svb-2022/duration.2022.total',
  'svb-2022/duration.2022.total_hedged',
];

const rows = caseSlugs()
  .map((slug) => ({ ...libraryCase(slug), sisters: [] }))
  .flatMap((input) => publishedVsReproduced(input));

const missed = ({ aim, difference }: Reproduction) => aim !== null && Math.abs(difference) > aim;

describe('published against reproduced', () => {
  it('CASE-1: exactly the known misses are missed', () => {
    expect(rows.filter(missed).map(({ id }) => id)).toEqual(Object.keys(KNOWN_MISSES));
  });

  it.each(Object.entries(KNOWN_MISSES))('CASE-1: %s is missed by %d, not more', (id, size) => {
    expect(Math.abs(rowOf(id).difference - size)).toBeLessThan(0.05);
  });

  it('CASE-1: what is predicted without an aim is listed, and nothing else', () => {
    const open = rows.filter(({ role, aim }) => role === 'predicted' && aim === null);
    expect(open.map(({ id }) => id).sort()).toEqual([...WITHOUT_AIM].sort());
  });

  it.each(rows.filter(({ role }) => role === 'fitted').map(({ id }) => id))(
    'CASE-2: %s is fitted and therefore met to the digits it was printed in',
    (id) => {
      const { published, difference, unit } = rowOf(id);
      // durations and percentages are printed to 0.1; EVE in millions
      const printed = unit === 'USD million' ? 1 : 0.1;
      expect(Math.abs(difference), String(published)).toBeLessThan(printed / 2);
    },
  );

  /** As issue 2 quotes the FY2021 10-K, p. 92: written again here, away from the case's files. */
  it.each([
    ['svb-2021/irr.2021.eve_base', 20672],
    ['svb-2021/irr.2021.eve_pct.+200', -27.7],
    ['svb-2021/irr.2021.eve_pct.+100', -13.9],
    ['svb-2021/irr.2021.eve_unhedged_+100', -15.4],
    ['svb-2021/irr.2021.eve_pct.-100', 6.0],
    ['svb-2021/irr.2021.eve_pct.-200', 3.1],
    ['svb-2021/irr.2021.nii_base', 4277],
    ['svb-2021/irr.2021.nii_pct.+200', 22.9],
    ['svb-2021/irr.2021.nii_pct.+100', 10.9],
    ['svb-2021/irr.2021.nii_pct.-100', -6.4],
    ['svb-2021/irr.2021.nii_pct.-200', -8.6],
  ])('CASE-1: %s was published as %d', (id, published) => {
    expect(rowOf(id).published).toBe(published);
  });

  it('CASE-1: difference is reproduced minus published, on every row', () => {
    for (const { published, reproduced, difference } of rows) {
      expect(difference).toBe(reproduced - published);
    }
  });

  it('CASE-2: the unhedged +100 (-15.4) is predicted: no fit of the case names it', () => {
    const row = rowOf('svb-2021/irr.2021.eve_unhedged_+100');
    expect(row.role).toBe('predicted');
    const { study, fits } = libraryCase('svb-2021');
    expect(fits.map(({ wanted }) => wanted)).not.toContain(row.published);
    expect(
      fits.filter(({ kind }) => kind === 'free parameter').map(({ wanted }) => wanted),
    ).toEqual([-0.139, 20672]);
    // the same Study without its swaps, read again here
    const outcome = evaluate({ ...study, hedges: [] });
    const share = measureOf(outcome, 'eve.change', '+100') / measureOf(outcome, 'eve.value', '0');
    expect(row.reproduced).toBeCloseTo(100 * share, 12);
    expect(study.hedges).toHaveLength(1);
  });
});

function rowOf(id: string): Reproduction {
  const row = rows.find((each) => each.id === id);
  if (row === undefined) throw new Error(`no figure ${id}`);
  return row;
}

/**
 * Variants were recorded together, printed to 0.1 points; the chosen one may not drift away from
 * those that it was chosen among.
 */
const RECORDED = 0.1;

/** The figures in a variant's words: signed numbers after their shock, then base NII. */
function figuresIn(result: string) {
  const numbers =
    result
      .replaceAll(',', '')
      .match(/[+-]?\d+(\.\d+)?/g)
      ?.map(Number) ?? [];
  const [, down200, , down100, , up100, , up200, ...nii] = numbers;
  return { eve: [down200, down100, up100, up200], nii: nii.slice(0, 4), baseNii: nii[4] };
}

describe('the specification that was chosen', () => {
  const { study, variants } = libraryCase('svb-2021');
  const chosen = variants.filter((variant) => variant.chosen);

  it('CASE-1: is one among several, and its record is what the code gives, to 0.1 points', () => {
    expect(chosen).toHaveLength(1);
    expect(variants.length).toBeGreaterThan(1);
    const told = figuresIn(chosen[0]?.result ?? '');
    const outcome = evaluate(study);
    const share = (id: string, base: string, scenario: string) =>
      (100 * measureOf(outcome, id, scenario)) / measureOf(outcome, base, '0');
    const shocks = ['-200', '-100', '+100', '+200'];
    shocks.forEach((at, index) => {
      const eve = share('eve.change', 'eve.value', at);
      const nii = share('nii.12m.change', 'nii.12m', at);
      expect(Math.abs((told.eve[index] ?? Number.NaN) - eve), at).toBeLessThan(RECORDED);
      expect(Math.abs((told.nii[index] ?? Number.NaN) - nii), at).toBeLessThan(RECORDED);
    });
    const baseNii = measureOf(outcome, 'nii.12m', '0');
    expect(Math.abs((told.baseNii ?? Number.NaN) / baseNii - 1)).toBeLessThan(0.001);
  });
});
