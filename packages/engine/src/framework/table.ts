import { measureOf, type Outcome } from '../study/index.js';
import type { Table, TableColumn } from './case-result.js';
import { plainSentences, type RowCell, type Sentences, separated } from './told.js';

export { scenarioName } from '../study/index.js';

/** Columns from `id | title | unit` triples written as one text each. */
export function columns(...specs: readonly string[]): TableColumn[] {
  return specs.map((spec) => {
    const [id = '', title = '', unit = ''] = spec.split('|').map((part) => part.trim());
    return { id, title, unit };
  });
}

/**
 * Cells and notes may be told with their origins.
 * @throws RangeError when a row has not one cell a column.
 */
export function table(
  id: string,
  title: string,
  heads: readonly TableColumn[],
  rows: readonly (readonly RowCell[])[],
  notes: Sentences = [],
): Table {
  const wrong = rows.find((row) => row.length !== heads.length);
  if (wrong !== undefined) {
    throw new RangeError(`${id}: ${wrong.length} cells under ${heads.length} heads`);
  }
  const { rows: cells, ...origins } = separated(rows);
  const { texts, numbers } = plainSentences(notes);
  const noteNumbers = numbers.some((own) => own.length > 0) ? { noteNumbers: numbers } : {};
  return { id, title, columns: heads, rows: cells, notes: texts, ...origins, ...noteNumbers };
}

/** A ratio as per cent, or null where the ratio has no meaning. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : (100 * part) / whole;
}

/**
 * A measure, or null where the Study has none: a bank of the community bank leverage ratio reports
 * no risk-weighted assets, and no ratio to them is made up.
 */
export function valueOrNone({ measures }: Outcome, id: string, scenario = ''): number | null {
  return measures.find((each) => each.id === id && each.scenario === scenario)?.value ?? null;
}

/** A ratio as per cent, or null where there is none. */
export function inPercent(ratio: number | null): number | null {
  return ratio === null ? null : 100 * ratio;
}

/** Change of 12-month NII in per cent of its base. */
export function niiShare(outcome: Outcome, scenario: string): number {
  const base = measureOf(outcome, 'nii.12m', '0');
  return (100 * measureOf(outcome, 'nii.12m.change', scenario)) / base;
}

/**
 * A number in a sentence: no decimals from 100 on, one below, a true minus sign. What one decimal
 * would round away keeps its first digit, down to a thousandth: a thousand dollars, where the unit
 * is a million, is something to a small bank.
 */
export function inWords(value: number): string {
  const digits = decimalsOf(Math.abs(value));
  const text = Math.abs(value).toFixed(digits);
  const [whole = '0', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = value < 0 && Number(text) !== 0 ? '−' : '';
  return `${sign}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

function decimalsOf(size: number): number {
  if (size >= 100) return 0;
  if (size >= 0.05 || size < 0.0005) return 1;
  return size >= 0.005 ? 2 : 3;
}

/** A title inside a sentence: abbreviations after the first word keep their capitals. */
export function lowerFirst(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
