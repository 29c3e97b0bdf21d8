import { type CaseResult, finding, originAt, type Table } from '@almfes/engine';
import type { Words } from '../document.js';
import { formatNumber } from '../format.js';

type Row = Table['rows'][number];

/** Economic CET1 and the one-day run threshold, as the capital table of step 0 states them. */
export function capitalLines({ steps }: CaseResult): Words[] {
  const tables = steps.find(({ step }) => step === 0)?.tables ?? [];
  const table = tables.find(({ id }) => id === 'capital-and-liquidity');
  if (table === undefined) return [];
  return table.rows.flatMap((row, at) => lineOf(row, table).map((text) => marked(text, table, at)));
}

function lineOf(row: Row, table: Table): string[] {
  const title = String(row[0]);
  if (/^Economic CET1\b.*\bE0\b/.test(title) && !/after tax/.test(title)) {
    return told(title, [
      amountText(numberAt(row, table, 'USD million')),
      shareText(numberAt(row, table, '%'), 'of RWA'),
    ]);
  }
  if (!/^Run threshold\b.*, 1 day$/.test(title)) return [];
  return told(title, [thresholdText(numberAt(row, table, '%'))]);
}

/** The line with the origins that its row has. */
function marked(text: string, { rows, columns, origins }: Table, at: number): Words {
  const own = columns.flatMap((_, column) => {
    const value = rows[at]?.[column];
    const origin = originAt(origins, at, column);
    return typeof value === 'number' && origin !== undefined ? [{ value, origin }] : [];
  });
  const [first] = own;
  return first === undefined ? text : finding(text, first.origin, own);
}

/** What the row does not state is left out; a row that states nothing has no line. */
function told(title: string, parts: readonly string[]): string[] {
  const stated = parts.filter((part) => part !== '');
  return stated.length === 0 ? [] : [`${title}: ${stated.join(', ')}.`];
}

function numberAt(row: Row, { columns }: Table, unit: string): number | null {
  const cell = row[columns.findIndex((column) => column.unit === unit)];
  return typeof cell === 'number' ? cell : null;
}

function amountText(amountUsdMillion: number | null): string {
  if (amountUsdMillion === null) return '';
  return `${formatNumber(amountUsdMillion, 'USD million')} USD million`;
}

function shareText(share: number | null, whole: string): string {
  return share === null ? '' : `${formatNumber(share, '%')}% ${whole}`;
}

/** The table says 100 where no run up to all uninsured deposits reaches the limit. */
function thresholdText(share: number | null): string {
  if (share !== null && share >= 100) return 'none up to 100% of uninsured deposits';
  return shareText(share, 'of uninsured deposits');
}
