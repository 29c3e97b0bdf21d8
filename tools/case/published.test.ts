import { describe, expect, it } from 'vitest';
import { publishedVsReproduced } from '../../packages/engine/src/framework/reproduce.js';
import { evaluate, measureOf, type Reproduction } from '../../packages/engine/src/index.js';
import { caseSlugs, casesWithFits, libraryCase } from './library-case.js';

/**
 * Every published figure whose aim is missed, and by how much (its unit, to half a tenth). The
 * list is part of what the project says of itself: a new miss and a miss that went away both fail.
 */
const KNOWN_MISSES: Readonly<Record<string, number>> = {
  // reproduced 9,122 against 5,800 million: docs/validation/published-sensitivities.md
  'jpmorgan-2021/firm.nii.+100': 3322.0,
  // reproduced -19.8 against -15.4, aim 3 points: docs/method/reproduction.md
  'svb-2020/irr.2020.eve_pct.+200': -4.4,
  // reproduced 2,531 against 2,372 million, aim 47.4
  'svb-2020/irr.2020.nii_base': 159.3,
  // reproduced -0.6 against -5.8, aim 3.5 points
  'svb-2022/irr.2022.nii_pct.-200': 5.2,
};

/**
 * Aims as issue 2 sets them, written again away from the case's files. Beyond the issue: base NII
 * of 2020 within 2% and the NII changes of 2022 within 3.5 points, as it asks of 2021.
 */
const AIMS: readonly [id: string, aim: number | null][] = [
  ['svb-2021/irr.2021.nii_base', 0.02 * 4277],
  ['svb-2021/irr.2021.nii_pct.+200', 3.5],
  ['svb-2021/irr.2021.nii_pct.+100', 3.5],
  ['svb-2021/irr.2021.nii_pct.-100', 3.5],
  ['svb-2021/irr.2021.nii_pct.-200', 3.5],
  ['svb-2021/irr.2021.eve_pct.+200', 5],
  ['svb-2021/irr.2021.eve_pct.-100', 5],
  ['svb-2021/irr.2021.eve_pct.-200', null],
  ['svb-2020/irr.2020.eve_base', 0.05 * 11224],
  ['svb-2020/irr.2020.eve_pct.+200', 3],
  ['svb-2020/irr.2020.eve_pct.+100', 3],
  ['svb-2020/irr.2020.eve_pct.-100', 3],
  ['svb-2020/irr.2020.eve_pct.-200', 3],
  ['svb-2020/irr.2020.nii_base', 0.02 * 2372],
  ['svb-2020/irr.2020.nii_pct.+200', 3],
  ['svb-2020/irr.2020.nii_pct.+100', 3],
  ['svb-2020/irr.2020.nii_pct.-100', 3],
  ['svb-2020/irr.2020.nii_pct.-200', 3],
  ['svb-2022/irr.2022.nii_pct.+200', 3.5],
  ['svb-2022/irr.2022.nii_pct.+100', 3.5],
  ['svb-2022/irr.2022.nii_pct.-100', 3.5],
  ['svb-2022/irr.2022.nii_pct.-200', 3.5],
  // 3.5% of our base income of 51,980, as the changes of income above
  ['jpmorgan-2021/firm.nii.+100', 0.035 * 51_979.9],
];

/** What stands without a gate: the issue's own words, or no aim was ever set. */
const WITHOUT_AIM = [
  'svb-2020/duration.2020.total',
  'svb-2021/irr.2021.eve_pct.-200',
  'svb-2021/irr.2021.eve_unhedged_+100',
  'svb-2021/duration.2021.total',
  'svb-2021/duration.2021.total_hedged',
  'svb-2022/duration.2022.afs_hedged',
  'svb-2022/duration.2022.total',
  'svb-2022/duration.2022.total_hedged',
];

/** Of a Call Report: income of the year before, beside our next one. No aim: they are two years. */
const INCOME_BEFORE = caseSlugs()
  .filter((slug) => !casesWithFits().includes(slug))
  .map((slug) => `${slug}/reported.nii`);

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

  it.each(AIMS)('CASE-1: the aim of %s is %s', (id, aim) => {
    const found = rowOf(id).aim;
    if (aim === null || found === null) expect(found).toBe(aim);
    else expect(Math.abs(found - aim)).toBeLessThan(0.05);
  });

  it('CASE-1: no other predicted figure has an aim', () => {
    const predicted = rows.filter(({ role, aim }) => role === 'predicted' && aim !== null);
    const gated = predicted.map(({ id }) => id);
    const wanted = AIMS.filter(([, aim]) => aim !== null).map(([id]) => id);
    expect(gated.sort()).toEqual([...wanted].sort());
  });

  it('CASE-1: what is predicted without an aim is listed, and nothing else', () => {
    const open = rows.filter(({ role, aim }) => role === 'predicted' && aim === null);
    expect(open.map(({ id }) => id).sort()).toEqual([...WITHOUT_AIM, ...INCOME_BEFORE].sort());
  });

  it.each(rows.filter(({ role }) => role === 'fitted').map(({ id }) => id))(
    'CASE-2: %s is fitted and therefore met to the digits it was printed in',
    (id) => {
      const { published, difference, unit } = rowOf(id);
      // durations and percentages are printed to 0.1; EVE in millions; ratios of a report to 1e-6
      const printed = { 'USD million': 1, ratio: 2e-6 }[String(unit)] ?? 0.1;
      expect(Math.abs(difference), String(published)).toBeLessThan(printed / 2);
    },
  );

  it('FORM-24: what a Call Report case fits has an aim, so that a changed figure is a miss', () => {
    const slugs = caseSlugs().filter((slug) => !casesWithFits().includes(slug));
    const fitted = rows.filter(
      ({ id, role }) => role === 'fitted' && slugs.some((each) => id.startsWith(each)),
    );
    expect(fitted.length).toBeGreaterThan(2 * slugs.length - 1);
    const aims = fitted.map(({ unit, aim }) => [unit, aim].join(' '));
    expect([...new Set(aims)].sort()).toEqual(['USD million 0.01', 'ratio 0.000001']);
  });

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

  it('CASE-1: JPMorgan published 5.0 billion in dollars, 0.8 in other currencies', () => {
    const row = rowOf('jpmorgan-2021/firm.nii.+100');
    expect(row.published).toBe(5000 + 800);
    // a miss that is told and not mended: docs/validation/published-sensitivities.md
    expect(row.difference).toBeCloseTo(3322, 0);
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

describe('the specification that was chosen', () => {
  const { variants } = libraryCase('svb-2021');
  const chosen = variants.filter((variant) => variant.chosen);
  const printed = (key: string) => {
    const text = rowOf(`svb-2021/irr.2021.${key}`).reproduced.toFixed(1);
    return text.startsWith('-') ? text : `+${text}`;
  };

  it('CASE-1: is one among several, and its record is what is reproduced, digit by digit', () => {
    expect(chosen).toHaveLength(1);
    expect(variants.length).toBeGreaterThan(1);
    const [down200, down100, up100, up200] = ['-200', '-100', '+100', '+200'].map((shock) =>
      printed(`eve_pct.${shock}`),
    );
    const nii = ['-200', '-100', '+100', '+200'].map((shock) => printed(`nii_pct.${shock}`));
    const base = Math.round(rowOf('svb-2021/irr.2021.nii_base').reproduced);
    expect(chosen[0]?.result).toBe(
      `EVE % -200 ${down200}, -100 ${down100}, +100 ${up100} (fitted), +200 ${up200}; ` +
        `NII ${nii.join(' ')}; base NII ${base.toLocaleString('en-US')}`,
    );
  });

  it('CASE-1: the others say that this version cannot run them again', () => {
    const others = variants.filter((variant) => !variant.chosen);
    for (const { result } of others) {
      expect(result).toContain('run during development; not reproducible with this version');
    }
  });
});

/** Own fits of svb-2021 and svb-2022 that were typed into other files, to the printed digits. */
describe('numbers carried from one case file to another', () => {
  const fitOf = (slug: string, id: string): number => {
    const fit = libraryCase(slug).fits.find((each) => each.id === id);
    if (fit === undefined) throw new Error(`${slug} has no fit ${id}`);
    return fit.value;
  };
  const life = fitOf('svb-2021', 'nmd.averageLifeYears');
  const spread = fitOf('svb-2021', 'nmd.valuationSpread');
  const rate = fitOf('svb-2021', 'swaps-2021.rate');

  it.each(['svb-2020', 'svb-2022'])('CASE-3: deposits of %s carry the free parameters', (slug) => {
    const { deposits } = libraryCase(slug).study.behaviour;
    expect(deposits.map(({ id }) => id)).toEqual(['nib', 'ib']);
    for (const { averageLifeYears, valuationSpread } of deposits) {
      expect(averageLifeYears.value).toBe(Number(life.toFixed(6)));
      expect(valuationSpread.value).toBe(Number(spread.toFixed(8)));
    }
  });

  it.each(['afs-pools', 'htm-pools'])('CASE-3: svb-2020 carries the turnover of %s', (id) => {
    const { prepayments } = libraryCase('svb-2020').study.behaviour;
    const carried = prepayments.find((each) => each.id === id);
    expect(carried !== undefined && 'minCpr' in carried && carried.minCpr.value).toBe(
      Number(fitOf('svb-2021', `${id}.minCpr`).toFixed(6)),
    );
  });

  it('CASE-3: the swaps of 2021 keep their rate wherever they stand', () => {
    const own = libraryCase('svb-2022');
    expect(own.study.hedges.map((swap) => swap.fixedRate)).toEqual([Number(rate.toFixed(7))]);
    for (const slug of ['svb-2021', 'svb-2022']) {
      const { baseline, hedge, attribution } = libraryCase(slug);
      const changes = [
        ...(baseline?.changes ?? []),
        ...(hedge?.keptSwaps ?? []),
        ...(attribution?.groups.flatMap((group) => group.changes) ?? []),
      ];
      const rates = changes.flatMap((change) =>
        change.kind === 'add-hedge' ? [change.swap.fixedRate] : [],
      );
      expect(rates, slug).toEqual([rate, rate]);
    }
  });

  it.each([
    ['svb-2021', (value: number) => value],
    ['svb-2022', (value: number) => Number(value.toFixed(6))],
  ])('CASE-5: groups of %s lead back to its own life, speed and beta', (slug, printed) => {
    const { study, attribution } = libraryCase(slug);
    const edits = (attribution?.groups ?? [])
      .flatMap(({ changes }) => changes)
      .flatMap((change) => (change.kind === 'replace-assumption' ? change.edits : []));
    const at = (model: string, parameter: string) =>
      edits.find((edit) => edit.model === model && edit.parameter === parameter)?.value;
    expect(at('nib', 'averageLifeYears')).toBe(printed(life));
    expect(at('ib', 'averageLifeYears')).toBe(printed(life));
    expect(at('htm-pools', 'minCpr')).toBe(fitOf(slug, 'htm-pools.minCpr'));
    const ib = study.behaviour.deposits.find(({ id }) => id === 'ib');
    expect(at('ib', 'beta')).toBe(ib?.beta.value);
    const stops = attribution?.path.stops ?? [];
    expect(stops.at(-1)?.edits[0]?.value).toBe(fitOf(slug, 'htm-pools.minCpr'));
  });
});
