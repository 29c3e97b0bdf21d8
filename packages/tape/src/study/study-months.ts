import { addMonths, dayFromCivil, monthsBetween } from '@almfes/engine';

/** Months of a Study: what happens in a month happens at its end (rule TAPE-42). */
export interface StudyMonths {
  /** The first month whose end is not before the day; 0 for the valuation date and before. */
  readonly until: (day: number) => number;
  /** Whole months run since the day; 0 for the valuation date and after. */
  readonly since: (day: number) => number;
}

const FIRST_DAY = dayFromCivil(1900, 1, 1);
const LAST_DAY = dayFromCivil(2199, 12, 31);

/** Days repeat over many rows: each is reckoned once. NaN where no day of these is given. */
export function studyMonths(valuationDate: number): StudyMonths {
  return {
    until: once((day) => {
      if (day <= valuationDate) return 0;
      const whole = monthsBetween(valuationDate, day);
      return addMonths(valuationDate, whole) === day ? whole : whole + 1;
    }),
    since: once((day) => (day >= valuationDate ? 0 : monthsBetween(day, valuationDate))),
  };
}

function once(reckon: (day: number) => number): (day: number) => number {
  const known = new Map<number, number>();
  return (day) => {
    if (!(day >= FIRST_DAY && day <= LAST_DAY)) return Number.NaN;
    const found = known.get(day) ?? reckon(day);
    known.set(day, found);
    return found;
  };
}
