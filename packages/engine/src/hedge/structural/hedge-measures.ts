import { fail, type Issue, issue, itemAt, ok, type Result } from '../../foundation/index.js';
import { type AssumptionRun, assumptionRuns, centralPoint } from './assumption-run.js';
import { curveMonths, type HedgeNumber, hedgeNumbers } from './hedge-numbers.js';
import type { HedgeMeasure, StructuralHedge } from './structural-hedge.js';

/** What moves when one assumption goes to one end. */
export interface AssumptionEffect {
  readonly run: Omit<AssumptionRun, 'point'>;
  readonly numbers: readonly HedgeNumber[];
}

/** A structural hedge, evaluated. */
export interface StructuralOutcome {
  readonly measures: readonly HedgeMeasure[];
  readonly effects: readonly AssumptionEffect[];
}

/**
 * Every measure of a structural hedge with its range: least and most over each assumption alone at
 * each end (STRUCT-11). Issue `structural.curve` names the first month without a curve.
 */
export function evaluateStructuralHedge(hedge: StructuralHedge): Result<StructuralOutcome> {
  const central = centralPoint(hedge);
  const runs = assumptionRuns(hedge);
  const issues = [central, ...runs.map(({ point }) => point)].flatMap((point) =>
    missingCurve(hedge, curveMonths(hedge, point)),
  );
  const [first] = issues;
  if (first !== undefined) return fail(first);
  const base = hedgeNumbers(hedge, central);
  const effects = runs.map(({ point, ...run }) => ({ run, numbers: hedgeNumbers(hedge, point) }));
  const measures = base.map(({ id, scenario, value }, at): HedgeMeasure => {
    const all = [value, ...effects.map(({ numbers }) => itemAt(numbers, at).value)];
    const unit = unitOf(id, hedge.currency);
    return { id, scenario, unit, value, low: Math.min(...all), high: Math.max(...all) };
  });
  return ok({ measures, effects });
}

function missingCurve(
  { curves }: StructuralHedge,
  { from, to }: { readonly from: number; readonly to: number },
): Issue[] {
  const held = new Set(curves.map(({ month }) => month));
  for (let month = from; month <= to; month += 1) {
    if (held.has(month)) continue;
    return [issue('structural.curve', 'curves', `the curve of ${monthName(month)}`, 'none')];
  }
  return [];
}

/** '2022-06' of a month counted from year 0. */
export function monthName(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

const IN_PER_CENT = ['structural.yield', 'structural.bookYield', 'structural.marketRate'];

function unitOf(id: string, currency: string): string {
  if (IN_PER_CENT.includes(id)) return '%';
  return id === 'structural.averageLife' ? 'years' : `${currency} million`;
}
