import { fail, issue, ok, type Result } from '@almfes/engine';

/** How a number may be told in prose. */
export const VALUE_FORMATS = [
  'USD trillion',
  'USD billion',
  'USD million',
  '%',
  'points',
  'bp',
  'years',
  'days',
  'hours',
  'times',
  'ratio',
] as const;

export type ValueFormat = (typeof VALUE_FORMATS)[number];

/** A number with its unit, as passports and measures write it. */
export interface UnitValue {
  readonly value: number;
  readonly unit: string;
  /** Told behind the number, in brackets: how far it can be trusted. */
  readonly note?: string;
}

interface Rule {
  /** Factor from each unit that can be told so. */
  readonly factors: Readonly<Record<string, number>>;
  readonly written: (digits: string) => string;
  /** Decimals of numbers of 100 and above, of 1 and above, and below 1. */
  readonly decimals: readonly [number, number, number];
}

const money = (factor: number, word: string): Rule => ({
  factors: { 'USD million': factor },
  written: (digits) => `USD ${digits} ${word}`,
  decimals: [0, 1, 2],
});
const time = (unit: string): Rule => ({
  factors: { [unit]: 1 },
  written: (digits) => `${digits} ${unit}`,
  decimals: [0, 1, 2],
});
const SHARES = { ratio: 100, percent: 1, '%': 1 };

const RULES: Readonly<Record<ValueFormat, Rule>> = {
  'USD trillion': money(1e-6, 'trillion'),
  'USD billion': money(1e-3, 'billion'),
  'USD million': money(1, 'million'),
  '%': { factors: SHARES, written: (digits) => `${digits}%`, decimals: [0, 1, 2] },
  points: { factors: SHARES, written: (digits) => `${digits} points`, decimals: [0, 1, 2] },
  bp: {
    factors: { ratio: 10_000, percent: 100, '%': 100 },
    written: (digits) => `${digits} bp`,
    decimals: [0, 0, 1],
  },
  years: time('years'),
  days: time('days'),
  hours: time('hours'),
  times: {
    factors: { ratio: 1 },
    written: (digits) => `${digits} times`,
    decimals: [0, 1, 2],
  },
  ratio: { factors: { ratio: 1 }, written: (digits) => digits, decimals: [0, 2, 2] },
};

const DEFAULTS: Readonly<Record<string, ValueFormat>> = {
  'USD million': 'USD million',
  percent: '%',
  '%': '%',
  years: 'years',
  days: 'days',
  hours: 'hours',
  ratio: 'ratio',
};

/**
 * The number as prose tells it: thousands with commas, a true minus sign, no decimals from 100 up,
 * one from 1 up and two below (rule PROSE-4). An issue when the unit cannot be told so.
 */
export function formattedValue(
  found: UnitValue,
  format: ValueFormat | null,
  at: string,
): Result<string> {
  const text = withoutNote(found, format, at);
  return text.ok && found.note !== undefined ? ok(`${text.value} (${found.note})`) : text;
}

function withoutNote(
  { value, unit }: UnitValue,
  format: ValueFormat | null,
  at: string,
): Result<string> {
  const chosen = format ?? DEFAULTS[unit];
  if (chosen === undefined) return ok(asItsUnit(digitsOf(value, [0, 1, 2]), unit));
  const { factors, written, decimals } = RULES[chosen];
  const factor = Object.hasOwn(factors, unit) ? factors[unit] : undefined;
  if (factor !== undefined) return ok(written(digitsOf(value * factor, decimals)));
  const units = Object.keys(factors).join(' or ');
  return fail(issue('reference-unit', at, `a number in ${units} to tell as ${chosen}`, unit));
}

/** A currency stands before its amount, as in USD 3 million; every other unit behind. */
function asItsUnit(digits: string, unit: string): string {
  const [, currency, size] = /^([A-Z]{3}) (million|billion|trillion)$/.exec(unit) ?? [];
  return currency === undefined ? `${digits} ${unit}`.trim() : `${currency} ${digits} ${size}`;
}

function digitsOf(value: number, [large, middle, small]: Rule['decimals']): string {
  const size = Math.abs(value);
  const decimals = size >= 100 ? large : size >= 1 ? middle : small;
  const [whole = '', rest] = size.toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  const digits = rest === undefined ? grouped : `${grouped}.${rest}`;
  return value < 0 && /[1-9]/.test(digits) ? `\u2212${digits}` : digits;
}
