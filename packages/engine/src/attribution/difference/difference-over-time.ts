import { dayFromIso, fail, issue, monthsBetween, ok, type Result } from '../../foundation/index.js';
import { applyChanges, type Change, type Study } from '../../study/index.js';
import { type StudyDifference, studyDifference } from './study-difference.js';

export interface TimeRequest {
  readonly from: Study;
  /** A later Study of the same bank. */
  readonly to: Study;
  readonly cashPositionId: string;
  /** A liability that takes what cash is short of; null: a shortfall is refused. */
  readonly shortfallPositionId: string | null;
}

/** What time alone did, and what came on top of it. */
export interface DifferenceOverTime {
  readonly months: number;
  /** The first Study at the later date, its forwards come true and nothing done. */
  readonly rolled: Study;
  /** From there to the second Study: its market group is the surprise of rates. */
  readonly difference: StudyDifference;
}

/**
 * Two dates apart, time first (ATTR-28): the first Study is rolled to the date of the second, and
 * the groups lead on from there. Issues: `attribution.time` when the second is not later, those
 * of a Study that cannot be rolled (CHANGE-32), and those of `studyDifference`.
 */
export function differenceOverTime(request: TimeRequest): Result<DifferenceOverTime> {
  const { from, to, cashPositionId, shortfallPositionId } = request;
  const months = monthsApart(from.valuationDate, to.valuationDate);
  if (months <= 0) {
    const expected = `a date after ${from.valuationDate}`;
    return fail(issue('attribution.time', '/to/valuationDate', expected, to.valuationDate));
  }
  const time: Change = {
    kind: 'roll-forward',
    id: 'time',
    title: 'Time: forwards come true, nothing is done',
    rationale: `From ${from.valuationDate} to ${to.valuationDate}`,
    sources: [],
    size: 1,
    months,
    cashPositionId,
    shortfallPositionId,
  };
  const rolled = applyChanges(from, [time], noValues);
  if (!rolled.ok) return rolled;
  const difference = studyDifference(rolled.value, to);
  if (!difference.ok) return difference;
  return ok({ months, rolled: rolled.value, difference: difference.value });
}

function monthsApart(start: string, end: string): number {
  const first = dayFromIso(start);
  const last = dayFromIso(end);
  if (!first.ok || !last.ok) throw new Error(`a Study has dates: ${start}, ${end}`);
  return monthsBetween(first.value, last.value);
}

/** Time asks for no prices. */
function noValues(): Float64Array {
  throw new Error('time asks for no prices');
}
