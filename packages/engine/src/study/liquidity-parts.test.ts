import { describe, expect, it } from 'vitest';
import {
  line,
  plan,
  pledge,
  poolSale,
} from '../metric/liquidity/collateral/register.test-fixture.js';
import { assumed, exampleStudy, issueLines } from './example-study.test-fixture.js';
import {
  applyChange,
  baseRowValues,
  type Change,
  contingencyCurve,
  contingencyState,
  evaluate,
  parseStudy,
  type Study,
  studyToJson,
} from './index.js';

/** 30 of the mortgage pools with the FHLB, 20 of them kept for sale: within the 60 left pledged. */
const POOL = {
  id: 'pool',
  title: 'Mortgage pools',
  positions: ['htm-mbs'],
  pledges: [pledge('fhlb', { lender: 'fhlb', carrying: 30, haircut: 0.1 })],
  sale: poolSale(20),
};

const PLAN = plan({
  lines: [
    line('cash', { usd: 90, hours: 0, facility: 'cash', testedDate: '2022-02-01' }),
    line('advance', { usd: 25, hours: 24, backing: 'fhlb', testedDate: '2021-11-01' }),
    line('sale', { usd: 50, hours: 48, backing: 'pool' }),
  ],
  triggers: [
    {
      id: 'coverage',
      title: 'Coverage under 1',
      measure: 'liquidity.coverage',
      comparison: 'below',
      level: assumed(1),
    },
    {
      id: 'loss',
      title: 'AFS loss',
      measure: 'unrealised.afs',
      comparison: 'above',
      level: assumed(-1000, 'USD million'),
    },
    {
      id: 'lcr',
      title: 'LCR',
      measure: 'liquidity.lcr',
      comparison: 'below',
      level: assumed(1.1),
    },
  ],
});

const study = (edit: Partial<Study> = {}) =>
  exampleStudy({ collateral: { pools: [POOL] }, contingencyPlan: PLAN, ...edit });

const lines = (edit: Partial<Study>) => issueLines(parseStudy(studyToJson(study(edit))));
const pool = (edit: object) => lines({ collateral: { pools: [{ ...POOL, ...edit }] } });
const onlyPool = (edit: object) =>
  lines({ collateral: { pools: [{ ...POOL, ...edit }] }, contingencyPlan: plan({ lines: [] }) });
const lineOf = (edit: Parameters<typeof line>[1]) =>
  lines({ contingencyPlan: plan({ lines: [line('x', edit)] }) });

describe('the collateral register at the door', () => {
  it('COLL-5: a register within what there is, and a plan on it, are read', () => {
    expect(lines({})).toEqual([]);
  });

  it('COLL-5: a pool is promised no more than once over', () => {
    expect(pool({ sale: poolSale(171) })).toContain('over-promised /collateral/pools/0');
    expect(pool({ positions: [] })).toEqual(['length /collateral/pools/0/positions']);
    expect(pool({ positions: ['nothing'] })).toContain(
      'unknown-position /collateral/pools/0/positions/0',
    );
    expect(pool({ positions: ['free'] })).toContain(
      'unknown-position /collateral/pools/0/positions/0',
    );
    const twice = [POOL, { ...POOL, id: 'again', pledges: [], sale: null }];
    expect(lines({ collateral: { pools: twice } })).toEqual([
      'duplicate-pool /collateral/pools/1/positions/0',
    ]);
    const named = { ...POOL, pledges: [...POOL.pledges, ...POOL.pledges], sale: null };
    expect(lines({ collateral: { pools: [named] } })).toContain(
      'duplicate-id /collateral/promises/2/id',
    );
  });

  it('COLL-5, RUN-2: what the register promises, no source of the run may sell', () => {
    // The sale of HTM leaves 60 pledged; the register promises 61
    expect(onlyPool({ sale: poolSale(31) })).toEqual([
      'duplicate-pool /liquidity/sources/2/pledgedUsdMillion',
    ]);
    expect(onlyPool({ sale: poolSale(30) })).toEqual([]);
  });

  it.each([
    ['negative', -0.01],
    ['above one', 1.01],
  ])('COLL-5: a %s haircut is refused', (_name, haircut) => {
    const wrong = pledge('fhlb', { lender: 'fhlb', carrying: 30, haircut });
    expect(pool({ pledges: [wrong] })).toEqual([
      'range /collateral/pools/0/pledges/0/haircut/value',
    ]);
  });

  it('COLL-5, CHANGE-1: a Change may not sell what is promised', () => {
    const sellAll: Change = {
      id: 'sell',
      kind: 'sell',
      title: 'Sell loans',
      rationale: 'a test',
      sources: [],
      size: 1,
      group: 'loans',
      carryingUsdMillion: 390,
      cashPositionId: 'cash',
    };
    const pledged = study({
      collateral: { pools: [{ ...POOL, positions: ['loans'], sale: null }] },
      contingencyPlan: plan({ lines: [] }),
    });
    expect(issueLines(applyChange(pledged, sellAll, baseRowValues))).toEqual(['over-promised ']);
    expect(applyChange(pledged, { ...sellAll, carryingUsdMillion: 370 }, baseRowValues).ok).toBe(
      true,
    );
  });
});

describe('the contingency funding plan in a Study', () => {
  const outcome = evaluate(study());
  const state = contingencyState(study(), outcome);

  it('CFP-3: a trigger is on below its level, with the distance to it', () => {
    const coverage = outcome.measures.filter(({ id }) => id === 'liquidity.coverage');
    expect(state.triggers.filter(({ id }) => id === 'coverage')).toEqual(
      coverage.map(({ scenario, value }) => ({
        id: 'coverage',
        scenario,
        on: value < 1,
        distance: value - 1,
      })),
    );
    for (const loss of state.triggers.filter(({ id }) => id === 'loss')) {
      expect(loss).toMatchObject({ on: true }); // far above a loss of 1,000
    }
  });

  it('CFP-3: a trigger on a measure without a value says why', () => {
    expect(state.triggers.filter(({ id }) => id === 'lcr')).toMatchObject([
      { scenario: '', issue: { code: 'measure.no-input', path: '/liquidityRule' } },
    ]);
  });

  it('CFP-4: on 2022-03-01 tests are 28 and 120 days old, and none; 90 are allowed', () => {
    expect(state.tests).toEqual([
      { id: 'cash', ageDays: 28, overdue: false },
      { id: 'advance', ageDays: 120, overdue: true },
      { id: 'sale', ageDays: null, overdue: true },
    ]);
  });

  it('CFP-2: the curve of a scenario ends where its measure stands', () => {
    for (const { id } of study().scenarios) {
      const curve = contingencyCurve(study(), id);
      const whole = outcome.measures.find(
        (each) => each.id === 'contingency.cash' && each.scenario === id,
      );
      expect(curve.at(-1)?.cashUsdMillion).toBe(whole?.value);
    }
    expect(contingencyCurve(exampleStudy(), '0')).toEqual([]);
    expect(() => contingencyCurve(study(), 'x')).toThrow('no scenario "x"');
    expect(contingencyState(exampleStudy(), outcome)).toEqual({ triggers: [], tests: [] });
  });

  it.each([
    [
      'the term funding program before 2023-03-12',
      { usd: 1, hours: 1, facility: 'bank-term-funding-program' },
      'not-available /contingencyPlan/lines/0/facility',
    ],
    [
      'a test after the decision',
      { usd: 1, hours: 1, testedDate: '2022-03-02' },
      'date-order /contingencyPlan/lines/0/testedDate',
    ],
    [
      'collateral that no register holds',
      { usd: 1, hours: 1, backing: 'gold' },
      'unknown-collateral /contingencyPlan/lines/0/backing',
    ],
  ] as const)('CFP-5: %s is refused', (_name, edit, issue) => {
    expect(lineOf(edit)).toEqual([issue]);
  });

  it('CFP-5: one collateral behind two lines, public funds, an unknown measure', () => {
    const [advance] = PLAN.lines.slice(1);
    if (advance === undefined) throw new Error('the plan has an advance');
    const twice = plan({ lines: [advance, { ...advance, id: 'again' }] });
    expect(lines({ contingencyPlan: twice })).toEqual([
      'duplicate-pool /contingencyPlan/lines/1/backing',
    ]);
    const cities = pledge('fhlb', { lender: 'public-funds', carrying: 30 });
    expect(lines({ collateral: { pools: [{ ...POOL, pledges: [cities] }] } })).toEqual([
      'unknown-collateral /contingencyPlan/lines/1/backing',
    ]);
    const [trigger] = PLAN.triggers;
    if (trigger === undefined) throw new Error('the plan has a trigger');
    const unknown = plan({ lines: [], triggers: [{ ...trigger, measure: 'liquidity.luck' }] });
    expect(lines({ contingencyPlan: unknown })).toEqual([
      'enum /contingencyPlan/triggers/0/measure',
    ]);
  });
});
