import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type CallReports, parseCallReports } from '@almfes/intake';

const root = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

function zipPath(year: number): string {
  return `${root}ffiec-bulk/FFIEC CDR Call Bulk All Schedules 1231${year}.zip`;
}

function sectionPath(year: number): string {
  return `${root}call-reports/cross_section_ge1bn_${year}-12-31.csv`;
}

/** True when the bulk zips and the cross-sections stand beside the repository. */
export const hasCallReports = [2021, 2022].every((year) => {
  return existsSync(zipPath(year)) && existsSync(sectionPath(year));
});

/** All Call Reports of the last quarter of a year. */
export function callReports(year: number): CallReports {
  const fileName = `1231${year}.zip`;
  const read = parseCallReports({ bytes: readFileSync(zipPath(year)), fileName });
  if (!read.ok) throw new Error(read.issues.map(({ message }) => message).join('; '));
  return read.value;
}

/** The rows of a CSV file whose cells may be quoted. */
function csvRows(text: string): readonly (readonly string[])[] {
  return text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );
}

/** Banks above USD 1 billion with fields that others took from the same source. */
export function crossSection(year: number): readonly Readonly<Record<string, string>>[] {
  const [header = [], ...rows] = csvRows(readFileSync(sectionPath(year), 'utf8'));
  return rows.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])));
}

/** The dictionary of those fields: key, schedule label, MDRM codes in order of preference. */
export function sectionFields(): readonly (readonly [
  key: string,
  label: string,
  codes: string[],
])[] {
  const [, ...rows] = csvRows(readFileSync(`${root}call-reports/fields.csv`, 'utf8'));
  return rows.map(([key = '', label = '', codes = '']) => [key, label, codes.split(' else ')]);
}
