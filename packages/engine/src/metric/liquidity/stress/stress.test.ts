import { describe, expect, it } from 'vitest';
import { toyProgram, toyProjection } from '../../../cash-flow/toy-program.test-fixture.js';
import { assumed, row } from '../../../study/example-study.test-fixture.js';
import { handMade } from '../../hand-made.test-fixture.js';
import { isRefused } from '../../measure.js';
import { line, plan } from '../collateral/register.test-fixture.js';
import type { LiquiditySource } from '../input.js';
import { hoursMet, intradayRun } from './intraday-run.js';
import { segmentOutflows } from './segment-outflow.js';
import { stress } from './stress.test-fixture.js';
import { liquidityStressMeasures } from './stress-measures.js';
import { stressPath, survivalDays } from './survival.js';

const source = (id: string, amountUsdMillion: number, daysToCash: number): LiquiditySource => ({
  id,
  title: id,
  kind: 'line',
  amountUsdMillion,
  committed: true,
  daysToCash,
});

function bank(sources: readonly LiquiditySource[]) {
  return handMade({
    positions: [row('building', 'other', { principal: 'none' })],
    liquidity: { sources, uninsuredUsdMillion: 200, outflowShare: 0.5 },
    scenarios: [{ id: '0', values: { building: 100 } }],
  });
}

describe('the stated stress', () => {
  it.each([
    // day, uninsured, insured: 200 x 25%, then x 85%; 100 x 10% x day / 30
    [1, 50, 1 / 3],
    [2, 170, 2 / 3],
    [30, 170, 10],
    [90, 170, 10],
  ])('SURV-1: by day %d %d uninsured and %d insured have left', (day, uninsured, insured) => {
    const [first, second] = segmentOutflows(stress(), day);
    expect(first?.outflowUsdMillion).toBeCloseTo(uninsured, 12);
    expect(second?.outflowUsdMillion).toBeCloseTo(insured, 12);
  });

  it('SURV-1: half-way to the first point, half of it', () => {
    const slow = stress().segments.slice(1);
    expect(segmentOutflows(stress({ segments: slow }), 15)[0]?.outflowUsdMillion).toBe(5);
  });

  it('SURV-2: a quarter of the borrowings goes, half of the loan cash comes', () => {
    // Both 300 due in month 1 at 12%: 303 over 30 days, 10.1 a day
    const month = { firstPrincipalMonth: 1, maturityMonth: 1, notionalUsdMillion: 300 };
    const program = toyProgram([
      row('loan', 'loans', { ...month, rate: 0.12 }),
      row('fhlb', 'borrowings', { ...month, rate: 0.12 }),
    ]);
    const view = { ...bank([]).base, ...toyProjection(program) };
    const input = { ...bank([]), program, base: view };
    const { netOutflow } = stressPath(input, stress({ segments: [] }), view);
    expect(netOutflow(10)).toBeCloseTo(0.25 * 101 - 0.5 * 101, 9);
    expect(netOutflow(30)).toBeCloseTo(-0.25 * 303, 9);
    expect(netOutflow(60)).toBeCloseTo(-0.25 * 303, 9);
  });

  it.each([
    // sources, days survived of 90
    [[source('cash', 49, 0)], 0], // 50 1/3 on day 1
    [[source('cash', 60, 0)], 1], // 170 2/3 on day 2
    [[source('cash', 60, 0), source('line', 115, 2)], 15], // 175 = 170 + 5 until day 15
    [[source('cash', 60, 0), source('line', 120, 2)], 90], // 180 = 170 + 10
    [[source('cash', 60, 0), source('late', 500, 3)], 1],
  ])('SURV-4: survival with sources %#', (sources, days) => {
    const input = bank(sources);
    expect(survivalDays(stressPath(input, stress(), input.base), 90)).toBe(days);
  });

  it('SURV-3: coverage is capacity by a day over net outflow by then', () => {
    const input = { ...bank([source('cash', 60, 0), source('line', 115, 2)]), blocks: {} };
    const found = liquidityStressMeasures({ ...input, blocks: { liquidityStress: stress() } });
    const value = (id: string) => found.find((each) => each.id === id);
    expect(value('liquidity.stress.coverage.1d')).toMatchObject({ value: 60 / (50 + 1 / 3) });
    expect(value('liquidity.stress.uninsured.7d')).toMatchObject({ value: 170 });
    expect(value('liquidity.survivalDays')).toMatchObject({ value: 15, unit: 'days' });
    const idle = { ...input, blocks: { liquidityStress: stress({ segments: [] }) } };
    const refused = liquidityStressMeasures(idle).find(
      ({ id }) => id === 'liquidity.stress.coverage.1d',
    );
    expect(refused).toMatchObject({ issue: { code: 'measure.no-ratio' } });
  });
});

describe('the intraday run', () => {
  const cash = { hoursToCash: 0, cashUsdMillion: 15 };
  const repo = { hoursToCash: 3, cashUsdMillion: 40 };

  it('SURV-5: what cannot be paid waits for the next cash', () => {
    expect(intradayRun([10, 20, 30, 0], [cash, repo])).toEqual([
      { hour: 1, requested: 10, cashIn: 15, paid: 10, queue: 0, cash: 5 },
      { hour: 2, requested: 20, cashIn: 0, paid: 5, queue: 15, cash: 0 },
      { hour: 3, requested: 30, cashIn: 40, paid: 40, queue: 5, cash: 0 },
      { hour: 4, requested: 0, cashIn: 0, paid: 0, queue: 5, cash: 0 },
    ]);
  });

  it('SURV-5: cash runs out in hour 2, one hour is met; with 50 all four are', () => {
    expect(hoursMet(intradayRun([10, 20, 30, 0], [cash, repo]))).toBe(1);
    expect(hoursMet(intradayRun([10, 20, 30, 0], [{ ...cash, cashUsdMillion: 60 }]))).toBe(4);
  });

  it('SURV-5: the lines of the contingency plan pay, an uncommitted one never', () => {
    const lines = [
      line('cash', { usd: 15, hours: 0 }),
      line('repo', { usd: 40, hours: 3 }),
      line('fed-funds', { usd: 100, hours: 1, committed: false }),
    ];
    const blocks = { liquidityStress: stress(), contingencyPlan: plan({ lines }) };
    const found = liquidityStressMeasures({ ...bank([]), blocks });
    expect(found.filter(({ id }) => id.startsWith('liquidity.intraday'))).toMatchObject([
      { id: 'liquidity.intraday.hours', value: 1, unit: 'hours' },
      { id: 'liquidity.intraday.unmet', value: 5 },
    ]);
  });

  it.each([
    ['/liquidityStress', {}],
    ['/contingencyPlan', { liquidityStress: stress() }],
    [
      '/liquidityStress/hourlyRequests',
      { liquidityStress: stress({ hourlyRequests: null }), contingencyPlan: plan() },
    ],
  ])('SURV-5, EVAL-6: without %s it is refused', (path, blocks) => {
    const found = liquidityStressMeasures({ ...bank([]), blocks });
    const refused = found.filter(isRefused);
    expect(refused.map(({ issue }) => issue.path)).toContain(path);
    expect(refused.some(({ id }) => id === 'liquidity.intraday.hours')).toBe(true);
  });

  it('SURV-4: the horizon is that of the stress', () => {
    const short = stress({ horizonDays: assumed(20, 'days') });
    const input = { ...bank([source('cash', 500, 0)]), blocks: { liquidityStress: short } };
    expect(liquidityStressMeasures(input)[0]).toMatchObject({ value: 20 });
  });
});
