import { describe, expect, it } from 'vitest';
import type { Position, Swap } from '../../../balance-sheet/index.js';
import {
  flatCurve,
  toyProgram,
  toyProjection,
} from '../../../cash-flow/toy-program.test-fixture.js';
import { assumed, exampleStudy, row } from '../../../study/example-study.test-fixture.js';
import { evaluate, ladderIn } from '../../../study/index.js';
import { ladderMeasures } from './ladder-measures.js';
import { LADDER_BUCKETS, maturityLadder } from './maturity-ladder.js';
import { cashByDay, type LadderKind } from './row-cash.js';

function ladder(positions: readonly Position[], kind: LadderKind, swaps: readonly Swap[] = []) {
  const program = toyProgram(positions, { hedges: swaps });
  const none = new Float64Array(0);
  const made = toyProjection(program);
  const view = { id: '0', ...made, planned: null, rowValues: none, hedgeValues: none };
  const buckets = maturityLadder(program, view, kind);
  return {
    bucket: (id: string) => buckets.find((each) => each.id === id),
    buckets,
    gaps: ladderMeasures({ program, scenarios: [view] }),
  };
}

const usd = (notionalUsdMillion: number) => ({
  notionalUsdMillion,
  carryingUsdMillion: notionalUsdMillion,
});
const bullet = (month: number) => ({ firstPrincipalMonth: month, maturityMonth: month });

/** 300 due in month 1 at 12% a year: 300 and 3 of interest, spread over 30 days. */
const LOAN = row('loan', 'loans', { ...usd(300), ...bullet(1), rate: 0.12 });
const DEPOSIT = row('paid', 'deposits', { ...usd(600), principal: 'decay', behaviour: 'ib' });
/** 1,000 over 360 months at a note rate of 6%, prepaid by the incentive model. */
const POOL = row('mbs', 'htm', {
  ...usd(1000),
  principal: 'level',
  behaviour: 'mbs',
  rate: 0.06,
  noteRate: 0.06,
  maturityMonth: 360,
});

describe('the maturity ladder', () => {
  it.each([
    ['overnight', 10.1], // 303 / 30
    ['2-7d', 60.6],
    ['8-14d', 70.7],
    ['15-30d', 161.6],
    ['2m', 0],
  ])('LADDER-1: of a month of 303, %s gets %d', (id, inflow) => {
    expect(ladder([LOAN], 'contractual').bucket(id)?.inflow).toBeCloseTo(inflow, 9);
  });

  it('LADDER-1: a day within month two takes its part of that month', () => {
    const cash = { onDemand: 5, monthly: Float64Array.of(30, 60) };
    expect([0, 1, 30, 45, 60, 61].map((day) => cashByDay(cash, day))).toEqual([
      5, 6, 35, 65, 95, 95,
    ]);
  });

  it('LADDER-2: deposits without maturity are due overnight, without interest', () => {
    const { buckets, bucket } = ladder([DEPOSIT], 'contractual');
    expect(bucket('overnight')).toMatchObject({ outflow: 600, gap: -600, cumulativeGap: -600 });
    expect(buckets.at(-1)?.cumulativeGap).toBe(-600);
  });

  it('LADDER-2: a pool pays its schedule, at the interest its own flows pay', () => {
    // First payment 1000 x 0.005 / (1 - 1.005^-360) = 5.995505, 12 a year, 360 in all
    const { bucket, buckets } = ladder([POOL], 'contractual');
    const twelve = ['10-12m', '7-9m', '4-6m', '3m', '2m', '15-30d', '8-14d', '2-7d', 'overnight'];
    const year = twelve.reduce((sum, id) => sum + (bucket(id)?.inflow ?? 0), 0);
    expect(year).toBeCloseTo(12 * 5.995505, 4);
    expect(buckets.at(-1)?.cumulativeGap).toBeCloseTo(360 * 5.995505, 2);
  });

  it('LADDER-2: time deposits stay to their date and lines undrawn', () => {
    const deposit = row('cd', 'deposits', {
      ...usd(600),
      ...bullet(24),
      rate: 0.03,
      behaviour: 'cd',
    });
    const commitment = row('line', 'loans', {
      ...usd(500),
      principal: 'line',
      behaviour: 'draw',
      floats: true,
    });
    const program = toyProgram([deposit, commitment], {
      redemptions: [
        {
          id: 'cd',
          redemptionRate: assumed(0.3),
          redemptionSensitivity: assumed(5),
          penaltyMonths: assumed(3),
        },
      ],
      drawdowns: [{ id: 'draw', drawRate: assumed(0.2), drawSensitivity: assumed(1) }],
    });
    const none = new Float64Array(0);
    const made = toyProjection(program);
    const view = { id: '0', ...made, planned: null, rowValues: none, hedgeValues: none };
    const ends = (kind: LadderKind) => {
      const buckets = maturityLadder(program, view, kind);
      return buckets.find(({ id }) => id === '10-12m')?.cumulativeGap ?? Number.NaN;
    };
    expect(ends('contractual')).toBeCloseTo(-18, 9); // a year of 3% on 600, no principal
    expect(ends('behavioural')).toBeLessThan(-250); // near a third redeemed, a fifth drawn
  });

  it('LADDER-3: the behavioural ladder prepays and lets deposits stay', () => {
    const contractual = ladder([POOL, DEPOSIT], 'contractual');
    const behavioural = ladder([POOL, DEPOSIT], 'behavioural');
    // Deposits of five years: a month takes 1 / 60 of the balance or a little less, not all
    expect(behavioural.bucket('overnight')?.outflow).toBeLessThan(600 / 60 / 30 + 1);
    const year = (gaps: typeof contractual.gaps, id: string) =>
      gaps.find((each) => each.id === id)?.by?.htm ?? 0;
    expect(year(contractual.gaps, 'liquidity.gap.behavioural.12m')).toBeGreaterThan(
      year(contractual.gaps, 'liquidity.gap.contractual.12m') + 30, // 4% a year at the least
    );
    // In the end all principal has come back on both: 1,000 and the interest of what was left
    expect(behavioural.buckets.at(-1)?.cumulativeGap).toBeGreaterThan(0);
  });

  it('LADDER-3, ROLL-1: on the behavioural ladder what is renewed is no cash', () => {
    const terms = { id: 'cd', product: 'certificates', rolloverShare: assumed(0.75) };
    const deposit = row('cd', 'deposits', { ...usd(600), ...bullet(1), product: 'certificates' });
    const program = toyProgram([deposit], { rollovers: [terms] });
    const view = {
      ...{
        id: '0',
        planned: null,
        rowValues: new Float64Array(0),
        hedgeValues: new Float64Array(0),
      },
      ...toyProjection(program),
    };
    const dueIn = (kind: LadderKind) => maturityLadder(program, view, kind).at(-1)?.cumulativeGap;
    expect(dueIn('contractual')).toBeCloseTo(-601, 9); // 600 and 2% / 12 of it
    expect(dueIn('behavioural')).toBeCloseTo(-151, 9); // a quarter of 600, and the interest
  });

  it('LADDER-3: cash stands ready; what never pays is not on the ladder', () => {
    const positions = [
      row('cash', 'cash', { ...usd(50), principal: 'none' }),
      row('building', 'other', { ...usd(70), principal: 'none' }),
    ];
    for (const kind of ['contractual', 'behavioural'] as const) {
      const { buckets, bucket } = ladder(positions, kind);
      expect(bucket('overnight')?.inflow).toBe(50);
      expect(buckets.at(-1)?.cumulativeGap).toBe(50);
    }
  });

  it('LADDER-4: gaps add up, a liability takes the other side, swaps pay in their months', () => {
    const borrowing = row('fhlb', 'borrowings', { ...usd(300), ...bullet(1), rate: 0.12 });
    const mirrored = ladder([LOAN, borrowing], 'contractual');
    for (const { gap, inflow, outflow } of mirrored.buckets) {
      expect(gap).toBe(0);
      expect(inflow).toBe(outflow);
    }
    const swap: Swap = {
      id: 'payer',
      notionalUsdMillion: 1200,
      fixedRate: 0.05,
      floatSpread: 0,
      startMonth: 0,
      maturityMonth: 2,
      model: 'undesignated',
      hedgedGroup: 'none',
    };
    // Pays 5% / 12, receives the month's rate of a curve flat at 3%: 12 (e^0.0025 - 1) / 12
    const { bucket, gaps } = ladder([], 'contractual', [swap]);
    const net = 1200 * (0.002503128 - 0.05 / 12);
    expect(bucket('2m')?.outflow).toBeCloseTo(-net, 5);
    expect(gaps[0]?.by?.hedges).toBeCloseTo(net, 5);
  });

  it('LADDER-5: the measures are the cumulative gaps of the ladder, in every scenario', () => {
    const study = exampleStudy();
    const { measures } = evaluate(study);
    for (const { id: scenario } of study.scenarios) {
      for (const kind of ['contractual', 'behavioural'] as const) {
        const buckets = ladderIn(study, scenario, kind);
        for (const [name, bucket] of [
          ['30d', '15-30d'],
          ['12m', '10-12m'],
        ]) {
          const found = measures.find(
            (each) => each.id === `liquidity.gap.${kind}.${name}` && each.scenario === scenario,
          );
          const gap = buckets.find(({ id }) => id === bucket)?.cumulativeGap;
          expect(found?.value).toBeCloseTo(gap ?? Number.NaN, 9);
        }
      }
    }
    expect(LADDER_BUCKETS.map(({ lastDay }) => lastDay)).toEqual(
      LADDER_BUCKETS.map(({ lastDay }) => lastDay).toSorted((a, b) => a - b),
    );
  });

  it('LADDER-2: a floating loan pays the rate of the scenario on its scheduled balance', () => {
    const floating = row('loan', 'loans', { ...usd(1200), ...bullet(2), floats: true });
    const program = toyProgram([floating]);
    const none = new Float64Array(0);
    const made = toyProjection(program, flatCurve(0.05));
    const view = { id: '+200', ...made, planned: null, rowValues: none, hedgeValues: none };
    const [first] = maturityLadder(program, view, 'contractual');
    expect(first?.inflow).toBeCloseTo((made.flows.byRow[0]?.interest[0] ?? 0) / 30, 12);
    expect(first?.inflow).toBeGreaterThan(0);
  });
});
