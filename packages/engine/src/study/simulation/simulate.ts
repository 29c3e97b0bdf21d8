import {
  discountedHedges,
  HORIZON_MONTHS,
  INCOME_MONTHS,
  LONGEST_TENOR_MONTHS,
  type Program,
  project,
  rowValues,
  type ScenarioRates,
} from '../../cash-flow/index.js';
import {
  fail,
  floatAt,
  type Issue,
  issue,
  itemAt,
  ok,
  type Result,
} from '../../foundation/index.js';
import { groupOf, PATH_MEASURES, type PathView, pathValues } from '../../metric/index.js';
import { groupMoments, type Moments } from '../../numeric/index.js';
import { independentGroup, pathDraws, rateGrid, ratePath } from '../../scenario/index.js';
import { BASE } from '../evaluate.js';
import { viewer } from '../scenario-view.js';
import type { Study } from '../study.js';
import { baseMeasures, simulatedMeasures } from './simulated-measures.js';
import type { PositionOptionCost, Simulation } from './simulation.js';
import { checkSpec, type SimulationSpec, shortRateModelOf } from './simulation-spec.js';

/** Called after every path with how many are done. */
export type PathProgress = (done: number, total: number) => void;

/** Basis shocks belong to prescribed scenarios: on a path every index follows the curve. */
const NO_BASIS = { prime: 0, sofr: 0, treasury: 0, mortgage: 0 };

/**
 * EVE and net interest income of a Study on many futures of rates (rules PATH-9 to PATH-14), the
 * same kernels as `evaluate`. Pure: the same Study and spec give the same bits.
 * Issues: those of PATH-2 and PATH-8; `path.rate` and `path.value` (PATH-14).
 * @throws when the Study was not parsed (its curve does not build).
 */
export function simulate(
  study: Study,
  spec: SimulationSpec,
  onProgress: PathProgress = () => undefined,
): Result<Simulation> {
  const checked = checkSpec(spec, HORIZON_MONTHS + LONGEST_TENOR_MONTHS);
  if (!checked.ok) return checked;
  const { program, viewIn } = viewer(study);
  const base = viewIn(BASE);
  const run = runPaths(program, base, spec, onProgress);
  if (!run.ok) return run;
  const baseValues = pathValues(program, base);
  const { values, optionCost } = run.value;
  const last = program.book.id.length + program.hedges.length;
  return ok({
    schema: 'almfes/simulation/1',
    spec,
    base: baseMeasures(baseValues),
    measures: simulatedMeasures({
      base: baseValues,
      values,
      moments: run.value.moments,
      optionCost: floatAt(optionCost.mean, last),
      optionCostError: floatAt(optionCost.standardError, last),
    }),
    positions: positionCosts(program, optionCost),
  });
}

interface PathRun {
  /** Values of each of PATH_MEASURES, path by path. */
  readonly values: readonly Float64Array[];
  readonly moments: Moments;
  /** Of every row, every hedge and, last, all together. */
  readonly optionCost: Moments;
}

function runPaths(
  program: Program,
  base: PathView,
  { model, sampling }: SimulationSpec,
  onProgress: PathProgress,
): Result<PathRun> {
  const rateModel = shortRateModelOf(model);
  const grid = rateGrid(rateModel, {
    curve: program.curve,
    months: HORIZON_MONTHS,
    parMonths: INCOME_MONTHS + 1,
    longestTenorMonths: LONGEST_TENOR_MONTHS,
    mortgageSpread: program.mortgageSpread,
  });
  const shape = { months: HORIZON_MONTHS, factors: rateModel.factors.length };
  const draw = pathDraws(sampling, shape);
  const values = PATH_MEASURES.map(() => new Float64Array(sampling.paths));
  const group = independentGroup(sampling);
  const measured = groupMoments(PATH_MEASURES.length, group);
  const costs = groupMoments(program.book.id.length + program.hedges.length + 1, group);
  for (let path = 0; path < sampling.paths; path += 1) {
    const rates = { ...ratePath(grid, draw()), basis: NO_BASIS, volatilityChange: 0 };
    const wild = rateIssue(rates, path);
    if (wild !== undefined) return fail(wild);
    const view = viewOn(program, rates);
    const found = pathValues(program, view);
    if (!found.every(Number.isFinite)) return fail(valueIssue(found, path));
    values.forEach((series, at) => {
      series[path] = floatAt(found, at);
    });
    measured.add(found);
    costs.add(optionCosts(program, base, view));
    onProgress(path + 1, sampling.paths);
  }
  return ok({ values, moments: measured.moments(), optionCost: costs.moments() });
}

function viewOn(program: Program, rates: ScenarioRates): PathView {
  const flows = project(program, rates);
  return {
    rates,
    flows,
    rowValues: rowValues(program, rates, flows),
    hedgeValues: discountedHedges(program, rates, flows),
  };
}

/**
 * What options take on one path (rule PATH-13): the base cash flows discounted on the path less
 * the path's own, to the bank, of every row and hedge, and their sum.
 */
function optionCosts(program: Program, base: PathView, view: PathView): Float64Array {
  const { book, hedges } = program;
  const still = rowValues(program, view.rates, base.flows);
  const stillHedges = discountedHedges(program, view.rates, base.flows);
  const costs = new Float64Array(book.id.length + hedges.length + 1);
  let all = 0;
  for (let at = 0; at + 1 < costs.length; at += 1) {
    const swap = at - book.id.length;
    const cost =
      swap < 0
        ? itemAt(book.side, at) * (floatAt(still, at) - floatAt(view.rowValues, at))
        : floatAt(stillHedges, swap) - floatAt(view.hedgeValues, swap);
    costs[at] = cost;
    all += cost;
  }
  costs[costs.length - 1] = all;
  return costs;
}

function positionCosts(program: Program, optionCost: Moments): PositionOptionCost[] {
  const { book, hedges } = program;
  const ofRows = book.id.map((id, row) => ({ id, group: groupOf(program, row) }));
  const ofHedges = hedges.map(({ id }) => ({ id, group: 'hedges' as const }));
  return [...ofRows, ...ofHedges].map((position, at) => ({
    ...position,
    optionCostUsdMillion: floatAt(optionCost.mean, at),
    standardErrorUsdMillion: floatAt(optionCost.standardError, at),
  }));
}

/** A one-month or mortgage rate that is no number, or not above -100% a year (rule PATH-14). */
function rateIssue({ oneMonth, mortgage }: ScenarioRates, path: number): Issue | undefined {
  for (const [name, rates] of [
    ['oneMonth', oneMonth],
    ['mortgage', mortgage],
  ] as const) {
    const month = rates.findIndex((rate) => !(rate > -1 && rate < Number.POSITIVE_INFINITY));
    if (month < 0) continue;
    const place = `paths/${path}/${name}/${month}`;
    const expected = 'a rate above -100% a year; a lower volatility gives one';
    return issue('path.rate', place, expected, String(floatAt(rates, month)));
  }
  return undefined;
}

function valueIssue(found: Float64Array, path: number): Issue {
  const at = found.findIndex((value) => !Number.isFinite(value));
  const place = `paths/${path}/${itemAt(PATH_MEASURES, at)}`;
  return issue('path.value', place, 'a finite value', String(floatAt(found, at)));
}
