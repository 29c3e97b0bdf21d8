const MINUS = '\u2212';
const NONE = '\u2013';

interface NumberStyle {
  /** Decimals below and from one hundred on, in absolute value. */
  readonly decimalsBelow100: number;
  readonly decimalsFrom100: number;
}

const MONEY: NumberStyle = { decimalsBelow100: 1, decimalsFrom100: 0 };
const ONE_DECIMAL: NumberStyle = { decimalsBelow100: 1, decimalsFrom100: 1 };
const TWO_DECIMALS: NumberStyle = { decimalsBelow100: 2, decimalsFrom100: 1 };

const STYLE_BY_UNIT: Readonly<Record<string, NumberStyle>> = {
  '%': ONE_DECIMAL,
  points: ONE_DECIMAL,
  months: ONE_DECIMAL,
  years: TWO_DECIMALS,
  'USD million per bp': TWO_DECIMALS,
};

/**
 * A number as the reader sees it, in its unit (which stands in the column head): REPORT-1 to
 * REPORT-4. Null reads as an en dash. Throws RangeError for NaN and infinities.
 */
export function formatNumber(value: number | null, unit: string): string {
  if (value === null) return NONE;
  assertFinite(value, unit);
  if (/^[A-Z]{3} million/.test(unit) && !(unit in STYLE_BY_UNIT)) return styled(value, MONEY);
  const style = STYLE_BY_UNIT[unit];
  return style === undefined ? general(value) : styled(value, style);
}

/** As `formatNumber`, with a plus sign on what is positive as printed: for changes. */
export function formatChange(value: number | null, unit: string): string {
  const text = formatNumber(value, unit);
  return value !== null && value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** Words with a true minus sign before digits; dates and ranges keep their hyphens. */
export function trueMinus(text: string): string {
  return text.replaceAll(/(^|[\s([/,;:=])-(?=[\d.])/g, `$1${MINUS}`);
}

/** A residual: its order of magnitude matters, however small; exactly zero reads 0. */
export function formatResidual(value: number): string {
  assertFinite(value, 'a residual');
  if (value === 0) return '0';
  return value.toExponential(1).replaceAll('-', MINUS);
}

function styled(value: number, style: NumberStyle): string {
  const small = Number(Math.abs(value).toFixed(style.decimalsBelow100)) < 100;
  return withSign(value, small ? style.decimalsBelow100 : style.decimalsFrom100);
}

/** Four significant digits below one hundred, thousands separators above. */
function general(value: number): string {
  const size = Math.abs(value);
  if (size >= 100) return withSign(value, size >= 1000 || Number.isInteger(value) ? 0 : 1);
  if (size !== 0 && size < 0.0001) return value.toExponential(2).replaceAll('-', MINUS);
  const text = String(Number(value.toPrecision(4)));
  return text.replace('-', MINUS);
}

function withSign(value: number, decimals: number): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && /[1-9]/.test(text) ? `${MINUS}${text}` : text;
}

function assertFinite(value: number, unit: string): void {
  if (!Number.isFinite(value)) throw new RangeError(`${value} (${unit}) is not reportable`);
}
