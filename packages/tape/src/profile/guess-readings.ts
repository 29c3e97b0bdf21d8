import { dateReader, NUMERALS, type Numerals } from '../mapping/index.js';
import { cellNumber, DATE_PATTERNS } from '../quality/index.js';

/** A way in which the cells of a column may be read. */
export type Reading =
  | { readonly as: 'date'; readonly pattern: string }
  | { readonly as: 'number'; readonly numerals: Numerals };

/** Share of the different cells that must fit before a reading is tried on the whole column. */
const FEWEST_FITTING = 0.9;

const FIRST_DAY = -25_567;
const LAST_DAY = 84_005;

/** Ways in which nine in ten of some cells can be read: dates first, because they say more. */
export function guessReadings(cells: readonly string[]): readonly Reading[] {
  if (cells.length === 0) return [];
  const fits = (good: (cell: string) => boolean): boolean =>
    cells.filter(good).length >= FEWEST_FITTING * cells.length;
  const dates = DATE_PATTERNS.flatMap((pattern): readonly Reading[] => {
    const reader = dateReader(pattern, 'pattern');
    const isDay = (cell: string): boolean => {
      const day = reader.ok ? reader.value(cell) : undefined;
      return day !== undefined && day >= FIRST_DAY && day <= LAST_DAY;
    };
    return fits(isDay) ? [{ as: 'date', pattern }] : [];
  });
  if (dates.length > 0) return dates;
  const numerals = NUMERALS.find((candidate) =>
    fits((cell) => !Number.isNaN(cellNumber(cell, { numerals: candidate, shift: 2 }))),
  );
  return numerals === undefined ? [] : [{ as: 'number', numerals }];
}
