import { compile, HORIZON_MONTHS, type Program, rowYields } from '../cash-flow/index.js';
import { canonicalJson } from '../foundation/index.js';
import { monthlyDiscount, type ZeroCurve } from '../market/index.js';
import {
  BUMP_BP,
  type FundingAfter,
  fundingAfterIn,
  measures,
  type ScenarioView,
} from '../metric/index.js';
import { parZeroCurve, type Scenario, scenarioCurve } from '../scenario/index.js';
import type { Outcome } from './outcome.js';
import { viewOf } from './scenario-view.js';
import type { Study } from './study.js';

const BASE: Scenario = { id: '0', title: 'base', kind: 'parallel', shockBp: 0, floorRate: null };
const UP: Scenario = { ...BASE, id: 'up', shockBp: BUMP_BP };
const DOWN: Scenario = { ...BASE, id: 'down', shockBp: -BUMP_BP };

/**
 * Study in, Outcome out: compile, project every scenario month by month, measure. Pure.
 * @throws when the Study was not parsed (its curve does not build, or no scenario '0').
 */
export function evaluate(study: Study): Outcome {
  const viewIn = viewer(study);
  const scenarios = study.scenarios.map(viewIn);
  const base = scenarios.find((scenario) => scenario.id === '0');
  if (base === undefined) throw new Error('the Study has no scenario "0"');
  return {
    schema: 'almfes/outcome/1',
    ...measures({
      program: compileStudy(study),
      capital: study.capital,
      liquidity: study.liquidity,
      blocks: study,
      base,
      scenarios,
      up: viewIn(UP),
      down: viewIn(DOWN),
    }),
  };
}

/** Discount factors of the base curve at 0, 1, … 360 months. */
export function baseDiscount(study: Study): Float64Array {
  return monthlyDiscount(baseCurve(study), HORIZON_MONTHS);
}

/** Base-scenario value of every row, USD million: what a sale would fetch. */
export function baseRowValues(study: Study): Float64Array {
  return viewer(study)(BASE).rowValues.slice();
}

/**
 * Book yield of every row with cash flows: the rate a year, paid monthly, at which the base
 * scenario's cash flows are worth the amortised cost (rule CF-9). NaN-free: rows without cash
 * flows have yield 0.
 */
export function baseRowYields(study: Study): Float64Array {
  return rowYields(compileStudy(study), viewer(study)(BASE).flows);
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
  const viewIn = viewer(study);
  const base = study.scenarios.find(({ id }) => id === '0');
  if (base === undefined) throw new Error('the Study has no scenario "0"');
  const { capital, liquidity } = study;
  const input = { program: compileStudy(study), base: viewIn(base), capital, liquidity };
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
  return { program: compileStudy(study), view: viewer(study)(scenario) };
}

/** How the Study looks in a scenario. */
function viewer(study: Study): (scenario: Scenario) => ScenarioView {
  const program = compileStudy(study);
  const { parQuotes, mortgageRate } = study.market;
  const shared = canonicalJson([parQuotes, mortgageRate.value, study.behaviour]);
  return (scenario) =>
    viewOf(program, scenario.id, `${shared}${canonicalJson(shockOf(scenario))}`, () =>
      scenarioCurve(program.curve, scenario),
    );
}

/** What of a scenario moves rates: not its id, not its title. */
function shockOf(scenario: Scenario): Scenario {
  return { ...scenario, id: '', title: '' };
}

function compileStudy(study: Study): Program {
  return compile({
    book: study.book,
    behaviour: study.behaviour,
    swaps: study.hedges,
    curve: baseCurve(study),
    mortgageRate: study.market.mortgageRate.value,
  });
}

function baseCurve({ market }: Study): ZeroCurve {
  return parZeroCurve({ dateIso: market.curveDate, quotes: market.parQuotes });
}
