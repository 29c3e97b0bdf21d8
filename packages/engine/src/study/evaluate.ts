import { costOf, HORIZON_MONTHS, type Program, rowYields } from '../cash-flow/index.js';
import { floatAt, itemAt } from '../foundation/index.js';
import { monthlyDiscount, type ZeroCurve } from '../market/index.js';
import {
  type FamilyName,
  type FundingAfter,
  fundingAfterIn,
  type MeasureInput,
  measures,
  type ScenarioView,
} from '../metric/index.js';
import { parZeroCurve, type Scenario } from '../scenario/index.js';
import { keepEvaluation } from './evaluation.js';
import type { Outcome } from './outcome.js';
import { viewer } from './scenario-view.js';
import type { Study } from './study.js';

/** The curve of the date as it stands. */
export const BASE: Scenario = {
  id: '0',
  title: 'base',
  kind: 'parallel',
  shockBp: 0,
  floorRate: null,
};

/**
 * Study in, Outcome out: compile, project every scenario month by month, measure. Pure.
 * @param families the families of measures to make, the same bits as in the whole; absent: all,
 *   and the Outcome can be explained: its projections live as long as it does, up to 10 kB a row
 *   and scenario, so that who keeps thousands of Outcomes asks for families
 * @throws when the Study was not parsed (its curve does not build, or no scenario '0').
 */
export function evaluate(study: Study, families?: readonly FamilyName[]): Outcome {
  const { program, viewIn, bumps } = viewer(study);
  const scenarios = study.scenarios.map(viewIn);
  const base = scenarios.find((scenario) => scenario.id === '0');
  if (base === undefined) throw new Error('the Study has no scenario "0"');
  const { capital, liquidity } = study;
  const wide = once(bumps.wide);
  const keyRates = once(bumps.keyRates);
  const of: MeasureInput = {
    ...{ program, capital, liquidity, blocks: study, base, scenarios },
    ...{ valuationDate: study.valuationDate, shocks: study.scenarios },
    get up() {
      return wide().up;
    },
    get down() {
      return wide().down;
    },
    get keyRates() {
      return keyRates();
    },
  };
  const outcome: Outcome = { schema: 'almfes/outcome/1', ...measures(of, families) };
  if (families !== undefined) return outcome;
  const scenarioOf = new Map(study.scenarios.map((each, at) => [itemAt(scenarios, at), each]));
  return keepEvaluation(outcome, { study, input: of, scenarioOf });
}

/** Bumps are projected when a measure first asks for them. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Discount factors of the base curve at 0, 1, … 360 months. */
export function baseDiscount(study: Study): Float64Array {
  return monthlyDiscount(baseCurve(study), HORIZON_MONTHS);
}

/** Base-scenario value of every row, USD million: what a sale would fetch. */
export function baseRowValues(study: Study): Float64Array {
  return viewer(study).viewIn(BASE).rowValues.slice();
}

/**
 * Book yield of every row with cash flows: the rate a year, paid monthly, at which the base
 * scenario's cash flows are worth the amortised cost (rule CF-9). NaN-free: rows without cash
 * flows have yield 0.
 */
export function baseRowYields(study: Study): Float64Array {
  const { program, viewIn } = viewer(study);
  return rowYields(program, viewIn(BASE).flows);
}

/** Book yield of some rows together, weighted by what they cost: an undrawn line costs nothing. */
export function baseYieldOf(study: Study, rows: readonly number[]): number {
  const yields = baseRowYields(study);
  let cost = 0;
  let income = 0;
  for (const row of rows) {
    const ofRow = costOf(study.book, row);
    cost += ofRow;
    income += ofRow * floatAt(yields, row);
  }
  return income / cost;
}

/**
 * What a run leaves (rule RUN-7): `outflowShare` (0 to 1) of uninsured deposits gone by day `days`
 * in one scenario of the Study, met from its liquidity sources. Pure; amounts in USD million.
 * @throws when the Study has no such scenario, or the share is not between 0 and 1.
 */
export function fundingAfter(
  study: Study,
  scenarioId: string,
  outflowShare: number,
  days: number,
): FundingAfter {
  const scenario = study.scenarios.find(({ id }) => id === scenarioId);
  if (scenario === undefined) throw new Error(`the Study has no scenario "${scenarioId}"`);
  if (!(outflowShare >= 0 && outflowShare <= 1)) {
    throw new Error(`an outflow of ${outflowShare} is not a share of uninsured deposits`);
  }
  const { program, viewIn } = viewer(study);
  const base = study.scenarios.find(({ id }) => id === '0');
  if (base === undefined) throw new Error('the Study has no scenario "0"');
  const { capital, liquidity } = study;
  const input = { program, base: viewIn(base), capital, liquidity };
  return fundingAfterIn(input, viewIn(scenario), outflowShare, days);
}

/**
 * The Study compiled and projected in one of its scenarios.
 * @throws when the Study has no such scenario.
 */
export function viewedIn(
  study: Study,
  scenarioId: string,
): { readonly program: Program; readonly view: ScenarioView } {
  const scenario = study.scenarios.find(({ id }) => id === scenarioId);
  if (scenario === undefined) throw new Error(`the Study has no scenario "${scenarioId}"`);
  const { program, viewIn } = viewer(study);
  return { program, view: viewIn(scenario) };
}

function baseCurve({ market }: Study): ZeroCurve {
  return parZeroCurve({ dateIso: market.curveDate, quotes: market.parQuotes });
}
