const MINUS = '\u2212';

/** Decimals by unit; what is not here has four significant digits. */
const DECIMALS: Readonly<Record<string, number>> = {
  'USD million': 1,
  'USD million per bp': 3,
  years: 2,
};

/** A number as a person reads it, with a true minus; small amounts keep two digits. */
export function valueText(value: number, unit: string): string {
  const decimals = DECIMALS[unit];
  if (decimals === undefined) return significant(value);
  const text = fixed(value, decimals);
  return value !== 0 && !/[1-9]/.test(text) ? significant(Number(value.toPrecision(2))) : text;
}

/** With thousands separators and so many decimals. */
export function fixed(value: number, decimals: number): string {
  const [whole = '', fraction = ''] = Math.abs(value).toFixed(decimals).split('.');
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (decimals === 0 ? '' : `.${fraction}`);
  return value < 0 && /[1-9]/.test(text) ? `${MINUS}${text}` : text;
}

function significant(value: number): string {
  if (Math.abs(value) >= 1000) return fixed(value, Number.isInteger(value) ? 0 : 1);
  if (value !== 0 && Math.abs(value) < 1e-4) return value.toExponential(1).replaceAll('-', MINUS);
  return String(Number(value.toPrecision(4))).replace('-', MINUS);
}
