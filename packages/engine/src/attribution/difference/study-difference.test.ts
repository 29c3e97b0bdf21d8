import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemAt, type Result } from '../../foundation/index.js';
import { ALL_PARTS } from '../../study/all-parts.test-fixture.js';
import {
  assumed,
  depositModel,
  EXAMPLE_POSITIONS,
  exampleStudy,
  prepaymentModel,
  row,
  valueOrThrow,
} from '../../study/example-study.test-fixture.js';
import {
  applyChange,
  bookFromPositions,
  type Change,
  evaluate,
  type Position,
  parseChanges,
  parseStudy,
  type Study,
  studyToJson,
} from '../../study/index.js';
import { randomPositions, randomStudy } from '../../study/random-study.test-fixture.js';
import type { DifferenceGroup } from './difference-group.js';
import { checkDifference, type StudyDifference, studyDifference } from './study-difference.js';

const SEED = 20221230;

const between = (a: Study, b: Study): StudyDifference => valueOrThrow(studyDifference(a, b));

function noValues(): Float64Array {
  throw new Error('no prices');
}

function applied(study: Study, groups: readonly { readonly changes: readonly Change[] }[]): Study {
  return groups
    .flatMap(({ changes }) => changes)
    .reduce((at, change) => valueOrThrow(applyChange(at, change, noValues)), study);
}

/** Every measure and every refusal, to the last bit. */
function told(study: Study): Readonly<Record<string, number>> {
  const { measures, refused } = evaluate(study);
  const entries = measures.map(({ id, scenario, value }): [string, number] => [
    `${id}[${scenario}]`,
    value,
  ]);
  const none = refused.map(({ id, scenario }): [string, number] => [`${id}[${scenario}]?`, 0]);
  return Object.fromEntries([...entries, ...none]);
}

/** The example Study with some rows edited, some taken out and some put in. */
function withRows(
  edits: Readonly<Record<string, Partial<Position>>>,
  { out = [], more = [] }: { readonly out?: readonly string[]; readonly more?: Position[] } = {},
): Study {
  const kept = EXAMPLE_POSITIONS.filter(({ id }) => !out.includes(id));
  const rows = kept.map((position) => ({ ...position, ...edits[position.id] }));
  return exampleStudy({ book: bookFromPositions([...rows, ...more]) });
}

const parts = (groups: readonly DifferenceGroup[]) =>
  groups.flatMap((group) => group.parts.map(({ id }) => id));
const patches = (groups: readonly DifferenceGroup[]) =>
  groups.flatMap(({ changes }) =>
    changes.map(
      ({ id: _id, title: _title, rationale: _why, sources: _sources, ...patch }) => patch,
    ),
  );

describe('what makes which difference', () => {
  it('ATTR-21: a Study differs from itself in nothing', () => {
    expect(between(exampleStudy(), exampleStudy()).groups).toEqual([]);
  });

  const amounts = (usdMillion: number) => ({
    notionalUsdMillion: usdMillion,
    carryingUsdMillion: usdMillion,
  });
  const example = exampleStudy();
  const steep = [
    { tenorMonths: 1, rate: 0.001 },
    { tenorMonths: 360, rate: 0.05 },
  ];
  const bond = row('bond', 'loans', amounts(40));
  const withModel = (edit: object): Study => {
    const { deposits } = example.behaviour;
    const edited = deposits.map((model) => (model.id === 'ib' ? { ...model, ...edit } : model));
    return exampleStudy({ behaviour: { ...example.behaviour, deposits: edited } });
  };
  type Told = readonly [what: string, b: Study, parts: string[]];
  const rows: readonly Told[] = [
    ['20 of HTM less (100 to 80)', withRows({ 'htm-cmo': amounts(80) }), ['run-off.htm']],
    ['20 of HTM more', withRows({ 'htm-cmo': amounts(120) }), ['new-business.htm']],
    ['a row that left', withRows({}, { out: ['loans'] }), ['run-off.loans']],
    ['a row that came', withRows({}, { more: [bond] }), ['new-business.loans']],
    [
      '50 of free deposits left, 30 of wholesale came',
      withRows({ free: amounts(450), fhlb: amounts(130) }),
      ['funding.borrowings-that-came', 'funding.deposits-that-left'],
    ],
    [
      'AFS of the same cost is carried 5 lower: what the accounts say',
      withRows({ 'afs-bonds': { carryingUsdMillion: 105 } }),
      ['capital.carrying-amounts'],
    ],
    [
      'a row that is a year older',
      withRows({ 'htm-cmo': { firstPrincipalMonth: 1, maturityMonth: 48 } }),
      ['roll-down.htm'],
    ],
    ['a row at another rate', withRows({ loans: { rate: 0.05 } }), ['mix.loans']],
    [
      'a deposit row that follows another model',
      withRows({ free: { behaviour: 'ib' } }),
      ['assumption.model-that-a-row-follows'],
    ],
    [
      'a bank that values its loans at another spread',
      withRows({ loans: { discountSpread: 0.01 } }),
      ['assumption.valuation-and-reinvestment'],
    ],
    [
      'a floating row that is fixed now is another instrument, with all its terms',
      withRows({ loans: { floats: false, rateIndex: 'none', ...amounts(300), rate: 0.05 } }),
      ['mix.rows-that-became-another-instrument'],
    ],
  ];
  const models: readonly Told[] = [
    ['another beta', withModel({ beta: assumed(0.7) }), ['assumption.deposits']],
    ['a floor that was not there', withModel({ rateFloor: assumed(0) }), ['model.deposits']],
    [
      'the same number on other grounds',
      withModel({ beta: { ...assumed(0.4), note: 'a study' } }),
      [],
    ],
  ];
  const whole: readonly Told[] = [
    [
      'the curve alone',
      exampleStudy({ market: { ...example.market, parQuotes: steep } }),
      ['market.curve'],
    ],
    [
      'the same rates on later dates',
      exampleStudy({
        valuationDate: '2023-12-31',
        market: { ...example.market, curveDate: '2023-12-29' },
        decisionDate: '2024-03-01',
      }),
      ['roll-down.dates'],
    ],
    [
      'capital raised, and another outflow asked',
      exampleStudy({
        capital: { ...example.capital, raisedUsdMillion: 10 },
        liquidity: { ...example.liquidity, outflowShare: 0.9 },
      }),
      ['capital.capital-of-the-date', 'liquidity.sources-and-uninsured-deposits'],
    ],
    [
      'a plan that was not there',
      exampleStudy({ plan: { products: [], fundingSpread: assumed(0.01) } }),
      ['assumption.balance-sheet-plan'],
    ],
    [
      'a scenario less',
      exampleStudy({ scenarios: example.scenarios.slice(0, 1) }),
      ['scenario.scenarios'],
    ],
  ];

  const expectParts = (b: Study, wanted: readonly string[]): void => {
    expect(parts(between(example, b).groups).sort()).toEqual(wanted);
  };
  it.each(rows)('ATTR-22: %s', (_what, b, wanted) => expectParts(b, wanted));
  it.each(models)('ATTR-24: %s', (_what, b, wanted) => expectParts(b, wanted));
  it.each(whole)('ATTR-25: %s', (_what, b, wanted) => expectParts(b, wanted));

  it.each([...rows, ...models, ...whole])('ATTR-26: there and back: %s', (_what, b) => {
    for (const [start, end] of [
      [example, b],
      [b, example],
    ] as const) {
      const { from, groups } = between(start, end);
      expect(told(from)).toEqual(told(start));
      expect(told(applied(from, groups))).toEqual(told(end));
    }
  });

  const swap = itemAt(example.hedges, 0);
  const hedges = (...swaps: Study['hedges']) => exampleStudy({ hedges: swaps });

  it('ATTR-23: half of a swap is gone, what is left is a year older', () => {
    const aged = { startMonth: 0, maturityMonth: swap.maturityMonth - 12 };
    const half = { notionalUsdMillion: swap.notionalUsdMillion / 2 };
    const { groups } = between(example, hedges({ ...swap, ...aged, ...half }));
    expect(parts(groups)).toEqual(['roll-down.swaps', 'hedge.changed']);
    expect(patches(groups)).toEqual([
      {
        kind: 'replace-hedges',
        size: 1,
        swaps: [{ id: swap.id, terms: { maturityMonth: swap.maturityMonth - 12 } }],
      },
      { kind: 'replace-hedges', size: 1, swaps: [{ id: swap.id, terms: half }] },
    ]);
  });

  it('ATTR-23: swaps that left, came and were extended', () => {
    const other = { ...swap, id: 'other' };
    expect(parts(between(example, hedges()).groups)).toEqual(['hedge.left']);
    expect(parts(between(example, hedges(swap, other)).groups)).toEqual(['hedge.came']);
    const falling = { ...swap, amortisation: { kind: 'linear' }, maturityMonth: 48 } as const;
    for (const [a, b] of [
      [example, hedges(falling)],
      [hedges(falling), example],
    ] as const) {
      const { from, groups } = between(a, b);
      expect(parts(groups)).toEqual(['hedge.changed']);
      expect(told(applied(from, groups))).toEqual(told(b));
    }
    const longer = { ...swap, maturityMonth: swap.maturityMonth + 12 };
    expect(parts(between(example, hedges(longer)).groups)).toEqual(['hedge.changed']);
  });

  it('ATTR-20: a model that only the second has stands in the first, unused', () => {
    const { deposits, prepayments } = example.behaviour;
    const behaviour = {
      ...example.behaviour,
      deposits: [...deposits, depositModel('operational')],
      prepayments: [...prepayments, prepaymentModel('jumbo')],
    };
    const b = exampleStudy({
      behaviour,
      book: withRows({ free: { behaviour: 'operational' } }).book,
    });
    const { from, groups } = between(example, b);
    expect(from.behaviour.deposits.map(({ id }) => id)).toEqual(['nib', 'ib', 'operational']);
    expect(parts(groups)).toEqual(['assumption.model-that-a-row-follows']);
    expect(told(from)).toEqual(told(example));
  });
});

describe('a Study with every optional part, against one with none', () => {
  const every = valueOrThrow(parseStudy(ALL_PARTS));
  const ways: readonly [string, Study, Study][] = [
    ['every part comes', exampleStudy(), every],
    ['every part goes', every, exampleStudy()],
  ];

  it.each(ways)('ATTR-25: %s, and each group alone is a Study', (_way, a, b) => {
    const { from, groups } = between(a, b);
    expect(told(applied(from, groups))).toEqual(told(b));
    for (const part of groups.flatMap((group) => group.parts)) {
      const alone = told(applied(from, [part]));
      for (const value of Object.values(alone)) expect(Number.isFinite(value)).toBe(true);
    }
  });
});

describe('groups that do not lead there', () => {
  const b = withRows({ 'htm-cmo': { rate: 0.03 } });
  const difference = between(exampleStudy(), b);

  it('ATTR-26: a group whose rate is off by 1e-12 is found', () => {
    const groups = difference.groups.map((group) => ({
      ...group,
      changes: group.changes.map((change) =>
        change.kind === 'replace-rows'
          ? { ...change, rows: [{ id: 'htm-cmo', terms: { rate: 0.03 + 1e-12 } }] }
          : change,
      ),
    }));
    const codes = (result: Result<null>) =>
      result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path}`);
    expect(codes(checkDifference(difference))).toEqual([]);
    expect(codes(checkDifference({ ...difference, groups }))).toEqual([
      'attribution.difference /book',
    ]);
    expect(codes(checkDifference({ ...difference, groups: [] }))).toEqual([
      'attribution.difference /book',
    ]);
  });
});

describe('any two Studies', () => {
  const pair = fc.tuple(randomStudy(), randomStudy({ positions: randomPositions('q') }));
  const sameIds = fc.tuple(randomStudy(), randomStudy());

  it.each([
    ['with other rows', pair],
    ['with rows of the same ids', sameIds],
  ] as const)('ATTR-26: %s: all groups give every measure of the second', (_what, any) => {
    fc.assert(
      fc.property(any, ([a, b]) => {
        const { from, groups } = between(a, b);
        expect(groups.length).toBeLessThanOrEqual(12);
        expect(told(from)).toEqual(told(a));
        expect(told(applied(from, groups))).toEqual(told(b));
      }),
      { seed: SEED, numRuns: 10 },
    );
  });

  it('ATTR-21: parts commute, and every subset has its measures', () => {
    const mask = fc.nat({ max: 2 ** 30 });
    fc.assert(
      fc.property(sameIds, mask, ([a, b], bits) => {
        const { from, groups } = between(a, b);
        const all = groups.flatMap((group) => group.parts);
        const some = all.filter((_, index) => Math.floor(bits / 2 ** index) % 2 === 1);
        const study = applied(from, some);
        const found = told(study);
        expect(told(applied(from, [...some].reverse()))).toEqual(found);
        for (const value of Object.values(found)) expect(Number.isFinite(value)).toBe(true);
      }),
      { seed: SEED, numRuns: 12 },
    );
  });

  it('CHANGE-17: the groups are data: read through the door they are as written', () => {
    fc.assert(
      fc.property(sameIds, ([a, b]) => {
        const changes = between(a, b).groups.flatMap((group) => group.changes);
        const json: unknown = JSON.parse(JSON.stringify(changes));
        expect(valueOrThrow(parseChanges(json))).toEqual(changes);
      }),
      { seed: SEED, numRuns: 20 },
    );
  });

  it('ATTR-20: both Studies aligned pass the door', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const { from, to } = between(a, b);
        expect(parseStudy(studyToJson(from)).ok).toBe(true);
        expect(parseStudy(studyToJson(to)).ok).toBe(true);
      }),
      { seed: SEED, numRuns: 10 },
    );
  });
});
