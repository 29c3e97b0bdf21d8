import type { Issue } from '@almfes/engine';
import { strToU8, zipSync } from 'fflate';
import type { CallReports } from './call-reports.js';
import { parseCallReports } from './parse-call-reports.js';

export const DATE = '12312021';

const POR_COLUMNS = [
  'IDRSSD',
  'Financial Institution Name',
  'Financial Institution City',
  'Financial Institution State',
  'Financial Institution Filing Type',
];

/** A file as the CDR writes it: codes, descriptions, one row a bank, a tab after the last cell. */
export function scheduleText(codes: readonly string[], rows: readonly (readonly string[])[]) {
  const lines = [['"IDRSSD"', ...codes], ['', ...codes.map((code) => `TEXT OF ${code}`)], ...rows];
  return lines.map((cells) => `${cells.join('\t')}\t\r\n`).join('');
}

export function porText(rows: readonly (readonly string[])[]): string {
  return [POR_COLUMNS, ...rows].map((cells) => `${cells.join('\t')}\r\n`).join('');
}

export function fileName(label: string, date = DATE, part = ''): string {
  const kind = label === 'POR' ? 'Bulk' : 'Schedule';
  return `FFIEC CDR Call ${kind} ${label} ${date}${part}.txt`;
}

/** Three filers: 10 files form 031, 20 files 041, 30 files 051. */
export const FILERS = [
  ['10', 'ALPHA BANK, NATIONAL ASSOCIATION', 'RENO', 'NV', '031'],
  ['20', 'FARMERS STATE BANK', 'OMAHA', 'NE', '041'],
  ['30', 'FARMERS STATE BANK', 'AMES', 'IA', '051'],
];

export const RC_CODES = ['RCFD2170', 'RCON2170', 'RCON2200'];
export const RC_ROWS = [
  ['10', '5000000', '', '4000000'],
  ['20', '', '300000', '250001'],
  ['30', '', '90000', '72504'],
];

/** The smallest zip that is read: POR and RC; with more files, or others in their place. */
export function filesOf(
  more: Readonly<Record<string, string | Uint8Array>> = {},
): Readonly<Record<string, string | Uint8Array>> {
  return {
    [fileName('POR')]: porText(FILERS),
    [fileName('RC')]: scheduleText(RC_CODES, RC_ROWS),
    ...more,
  };
}

export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries = Object.entries(files).map(([name, content]) => {
    return [name, typeof content === 'string' ? strToU8(content) : content] as const;
  });
  return zipSync(Object.fromEntries(entries));
}

export function reportsOf(files: Readonly<Record<string, string | Uint8Array>>): CallReports {
  const read = parseCallReports({ bytes: zipOf(files), fileName: 'q.zip' });
  if (!read.ok) throw new Error(read.issues.map(({ message }) => message).join('; '));
  return read.value;
}

export function issuesOf(bytes: Uint8Array): readonly Issue[] {
  const read = parseCallReports({ bytes, fileName: 'q.zip' });
  return read.ok ? [] : read.issues;
}
