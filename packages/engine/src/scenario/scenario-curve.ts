import { decimalFromBp, itemAt } from '../foundation/index.js';
import {
  logDiscountAt,
  shiftZero,
  type ZeroCurve,
  type ZeroFloor,
  type ZeroShift,
} from '../market/index.js';
import { linearAt } from '../numeric/index.js';
import { type FloorRule, floorRateAt } from './floor-rule.js';
import { parZeroCurve } from './par-zero-curve.js';
import { prescribedShiftBp } from './prescribed-shift.js';
import type {
  HistoricScenario,
  NodesScenario,
  PathScenario,
  PrescribedScenario,
  ReplayScenario,
  Scenario,
} from './scenario.js';
import { shockSize } from './shock-size/shock-size.js';

const MONTHS_PER_YEAR = 12;
/**
 * Every month that a projection reads: 360 of cash flows and the longest par rate, 480 months, seen
 * in the last. A continued forward in their place would move a shock of nothing by a rounding.
 */
const SHIFTED_MONTHS = 840;

/**
 * The curve that a scenario, fully arrived, puts in the place of the curve of the date (rules
 * SCEN-1 to SCEN-7, SCEN-16). `rampMonths` and `basisBp` are not in it: they say when and for whom.
 * @throws when the scenario was not parsed (its curves do not build, or it has no shock size).
 */
export function scenarioCurve(base: ZeroCurve, scenario: Scenario): ZeroCurve {
  if (scenario.kind === 'replay') return parZeroCurve(scenario.curve);
  if (scenario.kind === 'path') return lastCurve(scenario);
  return shiftZero(base, scenarioShift(scenario), scenarioFloor(scenario), SHIFTED_MONTHS);
}

/** A scenario that moves the curve of the date and does not replace it. */
type ShiftScenario = Exclude<Scenario, ReplayScenario | PathScenario>;

/** What a scenario adds to the continuous zero rate (decimal) at a tenor in months, unfloored. */
export function scenarioShift(scenario: ShiftScenario): ZeroShift {
  switch (scenario.kind) {
    case 'parallel':
      return constant(decimalFromBp(scenario.shockBp));
    case 'prescribed':
      return prescribedShift(scenario);
    case 'nodes':
      return nodeShift(scenario);
    case 'historic':
      return historicShift(scenario);
  }
}

function lastCurve({ steps }: PathScenario): ZeroCurve {
  return parZeroCurve(itemAt(steps, steps.length - 1).curve);
}

function constant(shift: number): ZeroShift {
  return () => shift;
}

function prescribedShift({ rule, currency, shape }: PrescribedScenario): ZeroShift {
  const size = shockSize({ rule, currency });
  if (!size.ok) throw new Error(size.issues[0]?.message);
  const { value } = size;
  return (months) => decimalFromBp(prescribedShiftBp(value, shape, months / MONTHS_PER_YEAR));
}

function nodeShift({ nodes }: NodesScenario): ZeroShift {
  const tenors = nodes.map(({ tenorMonths }) => tenorMonths);
  const shifts = nodes.map(({ shockBp }) => decimalFromBp(shockBp));
  return (months) => linearAt(tenors, shifts, months);
}

/** Zero between a date and itself: the logarithms are the same numbers. */
function historicShift({ from, to }: HistoricScenario): ZeroShift {
  const before = parZeroCurve(from);
  const after = parZeroCurve(to);
  return (months) =>
    ((logDiscountAt(before, months) - logDiscountAt(after, months)) * MONTHS_PER_YEAR) / months;
}

function scenarioFloor(scenario: ShiftScenario): ZeroFloor | undefined {
  return scenario.kind === 'prescribed'
    ? floorByMonth(scenario.floor)
    : (scenario.floorRate ?? undefined);
}

function floorByMonth(rule: FloorRule): ZeroFloor | undefined {
  if (rule === 'none') return undefined;
  return (months) => floorRateAt(rule, months / MONTHS_PER_YEAR) ?? Number.NEGATIVE_INFINITY;
}
