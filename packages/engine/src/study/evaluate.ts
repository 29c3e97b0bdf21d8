import {
  compile,
  HORIZON_MONTHS,
  type Program,
  project,
  rowValues,
  rowYields,
  scenarioRates,
  swapValues,
} from '../cash-flow/index.js';
import {
  bootstrapParCurve,
  monthlyDiscount,
  type ParQuote,
  shiftZero,
  type ZeroCurve,
} from '../market/index.js';
import { BUMP_BP, measures, type ScenarioView } from '../metric/index.js';
import type { Scenario } from '../scenario/index.js';
import type { Outcome } from './outcome.js';
import type { Study } from './study.js';

/**
 * Study in, Outcome out: compile, project every scenario month by month, measure. Pure.
 * @throws when the Study was not parsed (its curve does not build, or no scenario '0').
 */
export function evaluate(study: Study): Outcome {
  const curve = zeroCurve(study.market.parQuotes, study.market.curveDate);
  const program = compileStudy(study, curve);
  const view = (id: string, shocked: ZeroCurve) => viewOf(program, id, shocked);
  const scenarios = study.scenarios.map((scenario) =>
    view(scenario.id, scenarioCurve(curve, scenario)),
  );
  const base = scenarios.find((scenario) => scenario.id === '0');
  if (base === undefined) throw new Error('the Study has no scenario "0"');
  return {
    schema: 'almfes/outcome/1',
    measures: measures({
      program,
      capital: study.capital,
      liquidity: study.liquidity,
      base,
      scenarios,
      up: view(
        'up',
        shiftZero(curve, () => BUMP_BP / 10_000),
      ),
      down: view(
        'down',
        shiftZero(curve, () => -BUMP_BP / 10_000),
      ),
    }),
  };
}

/** Discount factors of the base curve at 0, 1, … 360 months. */
export function baseDiscount(study: Study): Float64Array {
  const curve = zeroCurve(study.market.parQuotes, study.market.curveDate);
  return monthlyDiscount(curve, HORIZON_MONTHS);
}

/** Base-scenario value of every row, USD million: what a sale would fetch. */
export function baseRowValues(study: Study): Float64Array {
  const curve = zeroCurve(study.market.parQuotes, study.market.curveDate);
  return viewOf(compileStudy(study, curve), '0', curve).rowValues;
}

/**
 * Book yield of every row with cash flows: the rate a year, paid monthly, at which the base
 * scenario's cash flows are worth the amortised cost (rule CF-9). NaN-free: rows without cash
 * flows have yield 0.
 */
export function baseRowYields(study: Study): Float64Array {
  const curve = zeroCurve(study.market.parQuotes, study.market.curveDate);
  const program = compileStudy(study, curve);
  return rowYields(program, viewOf(program, '0', curve).flows);
}

function compileStudy(study: Study, curve: ZeroCurve): Program {
  return compile({
    book: study.book,
    behaviour: study.behaviour,
    swaps: study.hedges,
    curve,
    mortgageRate: study.market.mortgageRate.value,
  });
}

function viewOf(program: Program, id: string, curve: ZeroCurve): ScenarioView {
  const tenors = [...new Set(program.book.reinvestTenorMonths)];
  const rates = scenarioRates(curve, tenors, program.mortgageSpread);
  const flows = project(program, rates);
  return {
    id,
    flows,
    rowValues: rowValues(program, rates, flows),
    swapValues: swapValues(program, rates, flows),
  };
}

function scenarioCurve(base: ZeroCurve, scenario: Scenario): ZeroCurve {
  if (scenario.kind === 'replay') {
    return zeroCurve(scenario.curve.quotes, scenario.curve.dateIso);
  }
  const floor = scenario.floorRate ?? undefined;
  return shiftZero(base, () => scenario.shockBp / 10_000, floor);
}

function zeroCurve(quotes: readonly ParQuote[], dateIso: string): ZeroCurve {
  const built = bootstrapParCurve({
    id: dateIso,
    dateIso,
    convention: 'us-treasury-par',
    quotes,
    source: dateIso,
  });
  if (built.ok) return built.value;
  throw new Error(`the curve of ${dateIso} does not build: ${built.issues[0]?.message}`);
}
