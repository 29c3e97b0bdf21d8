import { dateReader, NUMERALS } from '../mapping/index.js';
import { cellNumber } from './cell-number.js';

/** Patterns of dates that are tried, those that cannot be mistaken first. */
export const DATE_PATTERNS = [
  ...['YYYY-MM-DD', 'YYYY/MM/DD', 'YYYYMMDD', 'DD-MMM-YYYY', 'YYYY-MM-DDTHH:mm:ssZ'],
  ...['YYYY-MM-DD HH:mm:ss', 'MM/DD/YYYY', 'DD/MM/YYYY', 'M/D/YYYY', 'D/M/YYYY'],
  ...['DD.MM.YYYY', 'D.M.YYYY', 'MM-DD-YYYY', 'DD-MM-YYYY'],
] as const;

/** Percentages are read too: hundredths are the shift that lets their sign in. */
const WITH_PERCENT = 2;

/**
 * The ways in which a cell could be read that the mapping does not read it in, as words to put
 * behind it (rule TAPE-30); empty where there is none.
 */
export function seenForm(cell: string, as: 'number' | 'date'): string {
  const forms = as === 'date' ? datesIn(cell) : numbersIn(cell);
  return forms.length === 0 ? '' : `, of the form ${forms.join(' or ')}`;
}

/** `D.M.YYYY` reads all that `DD.MM.YYYY` does: of both the first is told. */
function datesIn(cell: string): readonly string[] {
  const found = DATE_PATTERNS.filter((pattern) => {
    const reader = dateReader(pattern, 'pattern');
    return reader.ok && reader.value(cell) !== undefined;
  });
  const long = found.filter((pattern) => !/^[MD]\W[MD]\W/.test(pattern));
  return long.length === 0 ? found : long;
}

function numbersIn(cell: string): readonly string[] {
  const found = NUMERALS.filter(
    (numerals) => !Number.isNaN(cellNumber(cell, { numerals, shift: WITH_PERCENT })),
  );
  return cell.includes('%') ? found.map((numerals) => `${numerals}%`) : found;
}
