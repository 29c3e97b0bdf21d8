import { describe, expect, it } from 'vitest';
import { bookFromPositions, type Position, type Swap } from '../../balance-sheet/index.js';
import { project } from '../../cash-flow/index.js';
import { monthlyDiscount } from '../../market/index.js';
import { SIMULATION_MEASURES } from '../../metric/index.js';
import { normalDistribution } from '../../numeric/index.js';
import { parZeroCurve, rateGrid, ratePath } from '../../scenario/index.js';
import { assumed, EXAMPLE_POSITIONS, exampleStudy, row } from '../example-study.test-fixture.js';
import { evaluate, measureOf } from '../index.js';
import { viewer } from '../scenario-view.js';
import type { Study } from '../study.js';
import { simulate } from './simulate.js';
import type { Simulation } from './simulation.js';
import type { ShortRateModelParameters, SimulationSpec } from './simulation-spec.js';

const oneFactor = (volatility: number, reversion = 0.05): ShortRateModelParameters => ({
  kind: 'one-factor',
  factor: { reversion: assumed(reversion), volatility: assumed(volatility) },
});
const twoFactor: ShortRateModelParameters = {
  kind: 'two-factor',
  first: { reversion: assumed(0.4), volatility: assumed(0.009) },
  second: { reversion: assumed(0.03), volatility: assumed(0.007) },
  correlation: assumed(-0.6),
};
const few = (model: ShortRateModelParameters, paths = 64, seed = 1): SimulationSpec => ({
  model,
  sampling: { paths, seed, method: 'sobol', antithetic: true },
});

function simulated(study: Study, spec: SimulationSpec): Simulation {
  const found = simulate(study, spec);
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value;
}

const measured = (found: Simulation, id: string): number =>
  found.measures.find((each) => each.id === id)?.value ?? Number.NaN;

const costOf = (found: Simulation, id: string) => {
  const position = found.positions.find((each) => each.id === id);
  if (position === undefined) throw new Error(id);
  return position;
};

const bank = (positions: readonly Position[], hedges: readonly Swap[] = []) =>
  exampleStudy({ book: bookFromPositions(positions), hedges });

/** A time deposit at 1% whose owners answer to what they could gain. */
function breakable(): Study {
  const { behaviour } = exampleStudy();
  const model = {
    id: 'cd',
    redemptionRate: assumed(0.1),
    redemptionSensitivity: assumed(8),
    penaltyMonths: assumed(3),
  };
  const terms = { firstPrincipalMonth: 60, maturityMonth: 60, behaviour: 'cd', rate: 0.01 };
  return exampleStudy({
    book: bookFromPositions([...EXAMPLE_POSITIONS, row('time', 'deposits', terms)]),
    behaviour: { ...behaviour, redemptions: [model] },
  });
}

const bullet = { firstPrincipalMonth: 120, maturityMonth: 120 };

describe('simulate', () => {
  it('PATH-10: without volatility every path is the base, as evaluate has it, to 1e-12', () => {
    const study = exampleStudy();
    const outcome = evaluate(study);
    for (const model of [oneFactor(0), oneFactor(0, 0)]) {
      const found = simulated(study, few(model, 32));
      for (const [id, of] of [
        ['eve', 'eve.value'],
        ['nii.12m', 'nii.12m'],
        ['nii.24m', 'nii.24m'],
      ] as const) {
        const base = measureOf(outcome, of, '0');
        const inBase = found.base.find((each) => each.id === of)?.value ?? Number.NaN;
        expect(Math.abs(inBase / base - 1)).toBeLessThan(1e-12);
        for (const name of ['paths.mean', 'paths.p1', 'paths.p50', 'paths.p99']) {
          expect(Math.abs(measured(found, `${id}.${name}`) / base - 1)).toBeLessThan(1e-12);
        }
        expect(Math.abs(measured(found, `${id}.atRisk`) / base)).toBeLessThan(1e-12);
      }
      for (const { optionCostUsdMillion } of found.positions) {
        expect(Math.abs(optionCostUsdMillion)).toBeLessThan(1e-9);
      }
    }
  });

  it('PATH-10: who breaks a deposit sees the curve of the month, not the rest of the path', () => {
    const study = breakable();
    const { program } = viewer(study);
    const grid = rateGrid(
      { factors: [{ reversion: 0.05, volatility: 0.01 }], correlation: 0 },
      {
        curve: program.curve,
        months: 360,
        parMonths: 61,
        longestTenorMonths: 480,
        mortgageSpread: program.mortgageSpread,
      },
    );
    const basis = { prime: 0, sofr: 0, treasury: 0, mortgage: 0 };
    const at = study.book.id.indexOf('time');
    const repaidOn = (size: number) => {
      const rates = {
        ...ratePath(grid, new Float64Array(360).fill(size)),
        basis,
        volatilityChange: 0,
      };
      return project(program, rates).byRow[at]?.principal ?? new Float64Array(0);
    };
    const [low, high] = [repaidOn(-1), repaidOn(1)];
    // All paths are one in month 0, whatever comes later; then they part.
    expect(low[0]).toBeCloseTo(high[0] ?? Number.NaN, 12);
    expect(low[0]).toBeGreaterThan(0);
    expect(high[1]).toBeGreaterThan((low[1] ?? Number.NaN) + 0.01);
    const found = simulated(study, few(oneFactor(0), 32));
    const base = measureOf(evaluate(study), 'eve.value', '0');
    expect(Math.abs(measured(found, 'eve.paths.p99') / base - 1)).toBeLessThan(1e-12);
  });

  it('PATH-11: a simulation holds exactly its registered measures, in their units', () => {
    const { measures } = simulated(exampleStudy(), few(oneFactor(0.008), 32));
    expect(measures.map(({ id, unit }) => [id, unit])).toEqual(
      SIMULATION_MEASURES.map(({ id, unit }) => [id, unit]),
    );
  });

  it('PATH-11: percentiles rise, and the at-risk figure is base less the first (PATH-12)', () => {
    const found = simulated(exampleStudy(), few(twoFactor));
    for (const id of ['eve', 'nii.12m', 'nii.24m']) {
      const levels = [1, 5, 50, 95, 99].map((p) => measured(found, `${id}.paths.p${p}`));
      expect(levels).toEqual(levels.toSorted((a, b) => a - b));
      const of = id === 'eve' ? 'eve.value' : id;
      const base = found.base.find((each) => each.id === of)?.value ?? Number.NaN;
      expect(measured(found, `${id}.atRisk`)).toBe(base - (levels[0] ?? Number.NaN));
    }
  });

  it('PATH-12: income of cash at the one-month rate has a Gaussian first percentile', () => {
    // 100 at the one-month rate from month 0; months 2 to 12 move by 100 / 12 B(h) / h times x.
    const loan = row('loan', 'loans', { ...bullet, floats: true, rate: 0.05 });
    const [volatility, a] = [0.008, 0.1];
    const spec = few(oneFactor(volatility, a), 1024);
    const found = simulated(bank([loan]), spec);
    // Var of the sum of x_1 .. x_11 by hand: Cov(x_s, x_t) = e^-a(t - s) Var x_s.
    let variance = 0;
    for (let s = 1; s <= 11; s += 1) {
      for (let t = 1; t <= 11; t += 1) {
        const early = Math.min(s, t) / 12;
        const own = (volatility ** 2 * (1 - Math.exp(-2 * a * early))) / (2 * a);
        variance += own * Math.exp((-a * Math.abs(t - s)) / 12);
      }
    }
    const reach = (1 - Math.exp(-a / 12)) / a;
    const deviation = (100 / 12) * 12 * reach * Math.sqrt(variance);
    // 2.326: the first percentile of a normal; 1,024 paths know it to about 5%.
    const ratio = measured(found, 'nii.12m.atRisk') / (2.3263478740408408 * deviation);
    expect(Math.abs(ratio - 1)).toBeLessThan(0.07);
  });

  it('PATH-13: flows that answer to no rate cost nothing, without any sampling error', () => {
    const fixed = [row('bond', 'afs', bullet), row('debt', 'borrowings', { rate: 0.03 })];
    const found = simulated(bank(fixed), few(oneFactor(0.01)));
    for (const id of ['bond', 'debt']) {
      expect(costOf(found, id)).toMatchObject({
        optionCostUsdMillion: 0,
        standardErrorUsdMillion: 0,
      });
    }
    const base = found.base[0]?.value ?? Number.NaN;
    const error = measured(found, 'eve.paths.standardError');
    expect(error).toBeGreaterThan(0);
    expect(Math.abs(measured(found, 'eve.paths.mean') - base)).toBeLessThan(3 * error);
  });

  it('PATH-13: a swap and a floater without a floor in reach cost nothing on average', () => {
    const swap: Swap = {
      id: 'swap',
      notionalUsdMillion: 100,
      fixedRate: 0.02,
      floatSpread: 0,
      startMonth: 0,
      maturityMonth: 120,
      model: 'undesignated',
      hedgedGroup: 'none',
    };
    const floater = row('floater', 'loans', { ...bullet, floats: true, rate: 0.3 });
    for (const model of [oneFactor(0.008), twoFactor]) {
      const found = simulated(bank([floater], [swap]), few(model, 512));
      for (const id of ['swap', 'floater']) {
        const { optionCostUsdMillion, standardErrorUsdMillion } = costOf(found, id);
        expect(standardErrorUsdMillion).toBeGreaterThan(0);
        expect(Math.abs(optionCostUsdMillion)).toBeLessThan(3 * standardErrorUsdMillion);
      }
    }
  });

  it('PATH-13: a floor at zero is worth the caplets of the closed form', () => {
    // Receives max(0, L - 2%): 100 a month for ten years, so a strip of one-month caplets.
    const [strike, volatility, a, h] = [0.02, 0.009, 0.05, 1 / 12];
    const study = exampleStudy();
    const { curveDate, parQuotes } = study.market;
    const discount = monthlyDiscount(parZeroCurve({ dateIso: curveDate, quotes: parQuotes }), 121);
    const at = (month: number) => discount[month] ?? Number.NaN;
    const now = 12 * (1 / at(1) - 1);
    const loan = row('floor', 'loans', { ...bullet, floats: true, rate: now - strike });
    let timeValue = 0;
    for (let t = 1; t < 120; t += 1) {
      const reach = (years: number) => (1 - Math.exp(-a * years)) / a;
      const variance = (volatility ** 2 * (1 - Math.exp((-2 * a * t) / 12))) / (2 * a);
      const deviation = reach(h) * Math.sqrt(variance);
      const [start, end] = [at(t), at(t + 1) * (1 + strike * h)];
      const d = Math.log(end / start) / deviation + deviation / 2;
      const caplet = start * normalDistribution(deviation - d) - end * normalDistribution(-d);
      timeValue += 100 * (caplet - Math.max(0, start - end));
    }
    const found = simulated(bank([loan]), few(oneFactor(volatility, a), 512));
    const { optionCostUsdMillion, standardErrorUsdMillion } = costOf(found, 'floor');
    expect(timeValue).toBeGreaterThan(1);
    expect(Math.abs(optionCostUsdMillion + timeValue)).toBeLessThan(3 * standardErrorUsdMillion);
    expect(standardErrorUsdMillion).toBeLessThan(0.05 * timeValue);
  });

  it('PATH-13: the right to prepay costs the lender, costs add up, and so does EVE', () => {
    const terms = { principal: 'level', behaviour: 'mbs', maturityMonth: 360 } as const;
    const pool = row('pool', 'htm', { ...terms, rate: 0.03, noteRate: 0.035 });
    const study = exampleStudy({ book: bookFromPositions([...EXAMPLE_POSITIONS, pool]) });
    const found = simulated(study, few(oneFactor(0.01), 256));
    const { optionCostUsdMillion, standardErrorUsdMillion } = costOf(found, 'pool');
    expect(optionCostUsdMillion).toBeGreaterThan(3 * standardErrorUsdMillion);
    const sum = found.positions.reduce((total, each) => total + each.optionCostUsdMillion, 0);
    expect(sum).toBeCloseTo(measured(found, 'eve.optionCost'), 9);
    const base = found.base[0]?.value ?? Number.NaN;
    const error = measured(found, 'eve.paths.standardError');
    const gap = measured(found, 'eve.paths.mean') - base + measured(found, 'eve.optionCost');
    expect(Math.abs(gap)).toBeLessThan(3 * error);
  });

  it('PATH-9: the same spec gives the same bits, another seed does not, and it is told', () => {
    const spec = few(twoFactor, 32, 5);
    const found = simulated(exampleStudy(), spec);
    expect(simulated(exampleStudy(), spec)).toEqual(found);
    expect(found.spec).toEqual(spec);
    expect(simulated(exampleStudy(), few(twoFactor, 32, 6)).measures).not.toEqual(found.measures);
  });

  it('PATH-9: progress is told path by path', () => {
    const told: number[] = [];
    simulate(exampleStudy(), few(oneFactor(0.01), 32), (done, total) => told.push(done / total));
    expect(told).toEqual(Array.from({ length: 32 }, (_, path) => (path + 1) / 32));
  });

  it('PATH-14: rates below -100% and specs that cannot be drawn are issues, never numbers', () => {
    const issuesOf = (spec: SimulationSpec) => {
      const found = simulate(exampleStudy(), spec);
      return found.ok ? [] : found.issues.map(({ code }) => code);
    };
    expect(issuesOf(few(oneFactor(2, 3)))).toEqual(['path.rate']);
    expect(issuesOf(few(oneFactor(Number.NaN), 33))).toEqual(['path.parameter', 'path.count']);
    const found = simulate(exampleStudy(), few(oneFactor(2, 3)));
    expect(found.ok ? '' : found.issues[0]?.path).toMatch(/^paths\/\d+\/oneMonth\/\d+$/);
  });
});
