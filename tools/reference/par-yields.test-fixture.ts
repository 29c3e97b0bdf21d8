import {
  type CurveQuote,
  curveFromQuotes,
  type DatedCurve,
  dayFromCivil,
  PAR_BOND_CONVENTIONS,
  type Period,
  parsePeriod,
} from '@almfes/engine';
import { type Fields, isFields, proseOf } from './case-field.test-fixture.js';
import { successOf } from './date.test-fixture.js';

const OTHER_QUOTES = ['deposits', 'fras', 'ois', 'swaps', 'quotes', 'fixings'];

/**
 * The par yields among dated quotes, under whatever name that says so, as rows or by tenor; a
 * list of any other name is unknown and throws, so that no quote is left out unseen.
 */
export function parYieldsOf(inputs: object): readonly CurveQuote[] {
  return Object.entries(inputs).flatMap(([name, found]): CurveQuote[] => {
    if (OTHER_QUOTES.includes(name)) return [];
    if (typeof found !== 'object' || found === null) return [];
    if (!/par|bond|treasury/i.test(name)) throw new Error(`unknown quotes ${name}`);
    return Array.isArray(found)
      ? found.map((row) => parYield(Object.entries(row)))
      : Object.entries(found).map(([tenor, rate]) => parYield(Object.entries({ tenor, rate })));
  });
}

function parYield(members: readonly (readonly [string, unknown])[]): CurveQuote {
  const of = (name: RegExp): unknown => members.find(([key]) => name.test(key))?.[1];
  const rate = Number(of(/yield|rate|coupon|par/i));
  const tenor: Period = { count: monthsOf(of(LENGTH)), unit: 'M' };
  if (!Number.isFinite(rate)) throw new Error(`no par yield in ${JSON.stringify(members)}`);
  return { kind: 'par-bond', rate, tenor, convention: PAR_BOND_CONVENTIONS['us-treasury-par'] };
}

const LENGTH = /^(t|time|years?|tenor|term|maturity|maturities|times|tenors)(years?|s)?$/i;

/** `6M`, `2Y`, or a number of years, as months. */
function monthsOf(told: unknown): number {
  const period = typeof told === 'string' ? parsePeriod(told) : undefined;
  const { count, unit } =
    period?.ok === true ? period.value : ({ count: Number(told), unit: 'Y' } as const);
  const months = unit === 'M' ? count : unit === 'Y' ? 12 * count : Number.NaN;
  if (!Number.isInteger(Number(months.toFixed(9))) || !(months > 0)) {
    throw new Error(`no maturity: ${JSON.stringify(told)}`);
  }
  return Math.round(months);
}

/** What a case without dates tells of each maturity, by months and by the name of the figure. */
export type ParTable = ReadonlyMap<number, ReadonlyMap<string, number>>;

/**
 * Figures by maturity from rows (`[{ t, parYield, … }]`), columns (`{ maturities: […], df: […] }`)
 * and maps (`{ parYields: { 6M: … } }`), wherever they stand in the case; any other number throws.
 */
export function parTable(one: Fields): ParTable {
  const table = new Map<number, Map<string, number>>();
  const put = (months: number, name: string, figure: unknown): void => {
    if (typeof figure !== 'number') throw new Error(`${name} is no number: ${String(figure)}`);
    const row = table.get(months) ?? new Map<string, number>();
    table.set(months, row.set(name, figure));
  };
  const read = (name: string, found: unknown, lengths: readonly unknown[]): void => {
    if (Array.isArray(found)) readList(name, found, lengths, put);
    else if (isFields(found)) readFields(name, found, lengths, put, read);
    else if (typeof found === 'number' && !NO_FIGURE.test(name)) {
      throw new Error(`unknown figure ${name}`);
    }
  };
  read('case', one, []);
  return table;
}

type Put = (months: number, name: string, figure: unknown) => void;
type ReadPart = (name: string, found: unknown, lengths: readonly unknown[]) => void;

/** Numbers about the case as a whole. */
const NO_FIGURE = /tolerance|precision|frequency|perYear|reprice|error|^ok$/i;

function readList(
  name: string,
  found: readonly unknown[],
  lengths: readonly unknown[],
  put: Put,
): void {
  if (found.every(isFields)) {
    for (const row of found) {
      const length = Object.entries(row).find(([key]) => LENGTH.test(key));
      if (length === undefined) throw new Error(`no maturity in ${JSON.stringify(row)}`);
      for (const [key, figure] of Object.entries(row)) {
        if (key !== length[0] && figure !== null) put(monthsOf(length[1]), key, figure);
      }
    }
    return;
  }
  if (LENGTH.test(name)) return;
  if (lengths.length !== found.length) throw new Error(`no maturities of ${name}`);
  for (const [i, figure] of found.entries()) put(monthsOf(lengths[i]), name, figure);
}

function readFields(
  name: string,
  found: Fields,
  lengths: readonly unknown[],
  put: Put,
  read: ReadPart,
): void {
  const entries = Object.entries(found);
  if (entries.length > 0 && entries.every(([key]) => /^\d/.test(key))) {
    for (const [length, figure] of entries) {
      put(monthsOf(/[MY]$/.test(length) ? length : Number(length)), name, figure);
    }
    return;
  }
  const own = entries.find(([key, list]) => LENGTH.test(key) && Array.isArray(list))?.[1];
  const known = Array.isArray(own) ? own : lengths;
  // Inputs first: they tell the maturities that lists of results share.
  for (const [key, part] of entries) {
    read(key, part, known.length > 0 ? known : lengthsOf(found));
  }
}

/** Maturities told by a neighbour, such as the inputs of a case. */
function lengthsOf(found: Fields): readonly unknown[] {
  for (const part of Object.values(found)) {
    if (!isFields(part)) continue;
    const list = Object.entries(part).find(([key]) => LENGTH.test(key))?.[1];
    if (Array.isArray(list)) return list;
  }
  return [];
}

const WORDS: readonly (readonly [RegExp, number])[] = [
  [/semi-?\s?annual/i, 2],
  [/quarterly/i, 4],
  [/annual/i, 1],
];

/** All that a case says in words. */
export function wordsOf(one: Fields): string {
  return [proseOf(one), ...Object.values(one).filter(isFields).map(proseOf)].join('; ');
}

/** Coupons a year, from the words of the case. */
export function couponsPerYear(one: Fields): number {
  const text = wordsOf(one);
  const found = WORDS.find(([word]) => word.test(text));
  if (found === undefined) throw new Error(`no coupon frequency in "${text}"`);
  return found[1];
}

/** A day from which months of thirty days are exact parts of a year. */
export const TODAY = dayFromCivil(2000, 1, 15);

/** The curve of par bonds at whole months, no coupon date on a calendar. */
export function curveOfPars(
  pars: readonly (readonly [number, number])[],
  perYear: number,
): DatedCurve {
  const convention = {
    calendar: 'none',
    settlementDays: 0,
    couponTenor: { count: 12 / perYear, unit: 'M' },
    simpleUpTo: { count: 1, unit: 'D' },
    businessDay: 'Unadjusted',
  } as const;
  const quotes = pars.map(
    ([count, rate]): CurveQuote => ({
      kind: 'par-bond',
      rate,
      tenor: { count, unit: 'M' },
      convention,
    }),
  );
  return successOf(
    curveFromQuotes({
      referenceDay: TODAY,
      valuationDay: TODAY,
      dayCount: '30/360',
      interpolation: 'log-linear-discount',
      quotes,
    }),
  );
}
