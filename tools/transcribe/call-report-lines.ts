import { readFileSync } from 'node:fs';

/** One line of the Call Report that the library carries. */
export interface ReportLine {
  readonly schedule: string;
  /** MDRM code with its series prefix (RCFD consolidated, RCON domestic, RIAD income, ...). */
  readonly code: string;
  readonly id: string;
  readonly label: string;
  /** 'flow' = calendar year to date; amounts are USD thousand unless 'percent' or 'text'. */
  readonly kind: string;
  /** Column of the collected quarterly series that holds this code; empty when it has none. */
  readonly column: string;
}

function parseLine(row: string): ReportLine {
  const [schedule, code, id, label, kind, column] = row.split('\t');
  if (!schedule || !code || !id || !label || kind === undefined || column === undefined) {
    throw new Error(`call-report-lines.tsv: incomplete row: ${row}`);
  }
  return { schedule, code, id, label, kind, column };
}

const table = readFileSync(new URL('call-report-lines.tsv', import.meta.url), 'utf8');

export const reportLines: readonly ReportLine[] = table
  .replace(/\n$/, '')
  .split('\n')
  .slice(1)
  .map(parseLine);
