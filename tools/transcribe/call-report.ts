import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type ReportLine, reportLines } from './call-report-lines.js';
import { cellsOf } from './csv.js';
import type { Figure, Figures } from './figure.js';
import { sharedData } from './shared.js';

const url = 'https://cdr.ffiec.gov/public/PWS/DownloadBulkData.aspx';
const idrssd = '802866';
const institution = 'FFIEC Call Report (FFIEC 031), Silicon Valley Bank';

/**
 * Latest day on which a report could be filed on time: 35 calendar days after the report date,
 * the term for a bank with more than one foreign office (FFIEC 031 and 041 General Instructions,
 * Submission Date); other banks have 30. The later date is the cautious one.
 */
export function callReportKnownFrom(reportDate: string): string {
  const due = new Date(`${reportDate}T00:00:00Z`);
  due.setUTCDate(due.getUTCDate() + 35);
  return due.toISOString().slice(0, 10);
}

function unquote(cell: string | undefined): string {
  return (cell ?? '').replace(/^"|"$/g, '').trim();
}

/** All cells of the bank in the bulk file of one report date, by MDRM code. */
function bulkCells(reportDate: string): Map<string, string> {
  const stamp = `${reportDate.slice(5, 7)}${reportDate.slice(8)}${reportDate.slice(0, 4)}`;
  const archive = sharedData(`ffiec-bulk/FFIEC CDR Call Bulk All Schedules ${stamp}.zip`);
  const limit = { encoding: 'latin1', maxBuffer: 64 * 1024 * 1024 } as const;
  const names = execFileSync('unzip', ['-Z1', archive], limit).split('\n');
  const cells = new Map<string, string>();
  for (const name of names.filter((entry) => entry.includes('Schedule'))) {
    // unzip reads [ ] * ? as patterns; parentheses and spaces are literal.
    const rows = execFileSync('unzip', ['-p', archive, name], limit).split(/\r?\n/);
    const codes = (rows[0] ?? '').split('\t').map(unquote);
    const row = rows.find((line) => unquote(line.split('\t')[0]) === idrssd);
    row?.split('\t').forEach((cell, column) => {
      const code = codes[column] ?? '';
      if (unquote(cell) !== '') cells.set(code, unquote(cell));
    });
  }
  return cells;
}

function figureOf(line: ReportLine, cell: string, reportDate: string): Figure {
  const isPercent = line.kind === 'percent';
  const isText = line.kind === 'text';
  const amount = Number(cell.replace('%', ''));
  if (!isText && !Number.isFinite(amount)) throw new Error(`${line.code}: not a number: ${cell}`);
  const since = line.kind === 'flow' ? `, 1 January to ${reportDate}` : '';
  return {
    label: `${line.label}${since} (bank)`,
    value: isText ? cell : isPercent ? amount : amount / 1000,
    unit: isText ? 'text' : isPercent ? 'percent' : 'USD million',
    asOf: reportDate,
    knownFrom: callReportKnownFrom(reportDate),
    document: `${institution}, ${reportDate}, Schedule ${line.schedule}`,
    locator: `MDRM ${line.code}`,
    url,
    confidence: 'seen',
    role: 'input',
  };
}

/** The lines of one year-end report, under `cr.<year>.`. Amounts from USD thousand to million. */
export function yearEndReport(reportDate: string): Figures {
  const cells = bulkCells(reportDate);
  const figures: Figures = {};
  for (const line of reportLines) {
    const cell = cells.get(line.code);
    if (cell === undefined) continue;
    figures[`cr.${reportDate.slice(0, 4)}.${line.id}`] = figureOf(line, cell, reportDate);
  }
  return figures;
}

/** Tables by maturity: a year-end case needs them once, a quarterly series does not. */
export const maturityTables = /\.(repricing|average_life|remaining_maturity)\./;

/** Quarterly lines from the collected series, under `crq.<date>.`, but for those left out. */
export function quarterlyReports(dates: readonly string[], leftOut: RegExp): Figures {
  const text = readFileSync(sharedData('call-reports/named_banks_quarterly.csv'), 'utf8');
  const [header = '', ...rows] = text.split(/\r?\n/);
  const columns = cellsOf(header);
  const figures: Figures = {};
  for (const date of dates) {
    const row = rows.find((r) => r.startsWith(`${idrssd},`) && r.includes(`,${date},`));
    if (row === undefined) throw new Error(`no Call Report row for ${date}`);
    const cells = cellsOf(row);
    if (cells.length !== columns.length) throw new Error(`not a whole row on ${date}`);
    for (const line of reportLines) {
      if (line.column === '' || leftOut.test(line.id)) continue;
      const cell = cells[columns.indexOf(line.column)];
      if (cell === undefined || cell === '') continue;
      figures[`crq.${date}.${line.id}`] = figureOf(line, cell, date);
    }
  }
  return figures;
}
