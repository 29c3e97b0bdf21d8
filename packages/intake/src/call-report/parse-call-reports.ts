import { collect, type Issue, issue, itemAt, ok, type Result } from '@almfes/engine';
import {
  type CallReports,
  type Institution,
  NOT_REPORTED,
  type RefusedReport,
} from './call-reports.js';
import { CELL_EXPECTED, cellNumber, NO_NUMBER } from './cell-number.js';
import type { FieldUnit, Schedule } from './field/field.js';
import { FIELD_NAMES, FIELDS, type FieldName } from './field/fields.js';
import { duplicateIssue, parseInstitutions } from './parse-institutions.js';
import {
  cellText,
  parseScheduleHeader,
  readScheduleRows,
  type ScheduleRow,
  type ScheduleText,
} from './parse-schedule.js';
import { scheduleFiles } from './schedule-file.js';
import { unpackEntry } from './zip/unpack-entry.js';
import { readZipDirectory, type ZipEntry } from './zip/zip-directory.js';

/** The bytes of a bulk zip and the name it is told by. */
export interface CallReportZip {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/**
 * All Call Reports of a quarter from the FFIEC CDR bulk zip ('Call Reports -- Single Period').
 * Only the schedules of FIELDS are unpacked, one at a time, in memory. What is wrong with one
 * bank refuses that bank (`refused`); what is wrong with the file refuses the file: issues of
 * readZipDirectory, unpackEntry, scheduleFiles, and `call-report.key`, `.encoding`, `.column`.
 */
export function parseCallReports({ bytes, fileName }: CallReportZip): Result<CallReports> {
  const entries = readZipDirectory(bytes, fileName);
  if (!entries.ok) return entries;
  const files = scheduleFiles(entries.value, fileName);
  if (!files.ok) return files;
  const unpack = (entry: ZipEntry) => unpackEntry(bytes, entry, fileName);
  const list = unpack(files.value.institutions.entry);
  if (!list.ok) return list;
  const listPath = `${fileName} ${files.value.institutions.entry.name}`;
  const filers = parseInstitutions(list.value, listPath);
  if (!filers.ok) return filers;
  const table = emptyTable(filers.value.institutions, filers.value.issues);
  const outcomes = files.value.schedules.flatMap(({ name, files: parts }) =>
    parts.map(({ entry }): Result<null> => {
      const text = unpack(entry);
      if (!text.ok) return text;
      return readSchedule(table, { bytes: text.value, path: `${fileName} ${entry.name}`, name });
    }),
  );
  const read = collect(outcomes);
  if (!read.ok) return read;
  refuseAbsent(table, fileName);
  return ok({
    quarterEnd: files.value.quarterEnd,
    fileName,
    missingSchedules: files.value.missing,
    ...withoutRefused(table),
  });
}

/** Columns under construction: one row a filer, refused ones among them. */
interface Table {
  readonly institutions: readonly Institution[];
  readonly rows: ReadonlyMap<number, number>;
  readonly issues: Map<number, Issue[]>;
  readonly columns: Readonly<Record<FieldName, Float64Array>>;
  readonly codePlaces: Readonly<Record<FieldName, Uint8Array>>;
}

function emptyTable(
  institutions: readonly Institution[],
  known: ReadonlyMap<number, readonly Issue[]>,
): Table {
  const length = institutions.length;
  return {
    institutions,
    rows: new Map(institutions.map(({ idrssd }, row) => [idrssd, row])),
    issues: new Map([...known].map(([idrssd, issues]) => [idrssd, [...issues]])),
    columns: ofFields(() => new Float64Array(length).fill(Number.NaN)),
    codePlaces: ofFields(() => new Uint8Array(length).fill(NOT_REPORTED)),
  };
}

function ofFields<T>(make: (name: FieldName) => T): Readonly<Record<FieldName, T>> {
  return Object.fromEntries(FIELD_NAMES.map((name) => [name, make(name)])) as Record<FieldName, T>;
}

function refuse(table: Table, idrssd: number, found: Issue): void {
  const issues = table.issues.get(idrssd);
  if (issues === undefined) table.issues.set(idrssd, [found]);
  else issues.push(found);
}

interface ScheduleSource {
  readonly bytes: Uint8Array;
  readonly path: string;
  readonly name: Schedule;
}

function readSchedule(table: Table, { bytes, path, name }: ScheduleSource): Result<null> {
  const text = parseScheduleHeader(bytes, path);
  if (!text.ok) return text;
  const wanted = wantedColumns(text.value, name);
  const seen = new Uint8Array(table.institutions.length);
  return readScheduleRows(text.value, {
    row: (row) => {
      const at = table.rows.get(row.idrssd);
      if (at === undefined) refuse(table, row.idrssd, unlistedIssue(path, row));
      else if (seen[at] === 1) {
        refuse(table, row.idrssd, duplicateIssue(path, row.line, row.idrssd));
      } else {
        seen[at] = 1;
        for (const column of wanted) readCell(table, { text: text.value, row, at, column });
      }
    },
    ragged: (idrssd, found) => refuse(table, idrssd, found),
  });
}

/** A column that is read, and the fields it may fill. */
interface WantedColumn {
  readonly column: number;
  readonly code: string;
  readonly unit: FieldUnit;
  readonly name: FieldName;
  readonly place: number;
}

function wantedColumns({ columns }: ScheduleText, schedule: Schedule): readonly WantedColumn[] {
  return FIELD_NAMES.filter((name) => FIELDS[name].schedule === schedule).flatMap((name) => {
    const { codes, unit } = FIELDS[name];
    return codes.flatMap((code, place): readonly WantedColumn[] => {
      const column = columns.indexOf(code);
      return column < 0 ? [] : [{ column, code, unit, name, place }];
    });
  });
}

interface CellSource {
  readonly text: ScheduleText;
  readonly row: ScheduleRow;
  readonly at: number;
  readonly column: WantedColumn;
}

/** Takes a cell when it holds a number and no preferred code of the field did. */
function readCell(table: Table, { text, row, at, column }: CellSource): void {
  const start = itemAt(row.bounds, 2 * column.column);
  const end = itemAt(row.bounds, 2 * column.column + 1);
  if (start === end) return;
  const value = cellNumber(text.bytes, { start, end }, column.unit);
  if (value === NO_NUMBER) {
    const path = `${text.path} row ${row.line} column ${column.code}`;
    const got = cellText(text.bytes, row.bounds, column.column);
    const found = issue('call-report.number', path, CELL_EXPECTED[column.unit], got);
    refuse(table, row.idrssd, found);
  } else if (!Number.isNaN(value)) {
    const places = table.codePlaces[column.name];
    if (column.place >= itemAt(places, at)) return;
    places[at] = column.place;
    table.columns[column.name][at] = value;
  }
}

function unlistedIssue(path: string, row: ScheduleRow): Issue {
  const place = `${path} row ${row.line} column IDRSSD`;
  return issue('call-report.unlisted', place, 'a filer of the POR list', String(row.idrssd));
}

/** A filer without total assets in schedule RC has no balance sheet to read. */
function refuseAbsent(table: Table, fileName: string): void {
  for (const [row, { idrssd }] of table.institutions.entries()) {
    if (itemAt(table.codePlaces.totalAssets, row) !== NOT_REPORTED) continue;
    const path = `${fileName} schedule RC of IDRSSD ${idrssd}`;
    refuse(table, idrssd, issue('call-report.absent', path, 'total assets', 'nothing'));
  }
}

type Kept = Pick<CallReports, 'institutions' | 'columns' | 'codePlaces' | 'refused'>;

function withoutRefused({ institutions, issues, columns, codePlaces }: Table): Kept {
  const names = new Map(institutions.map(({ idrssd, name }) => [idrssd, name]));
  const refused = [...issues]
    .map(([idrssd, found]): RefusedReport => {
      return { idrssd, name: names.get(idrssd) ?? '', issues: found };
    })
    .toSorted((a, b) => a.idrssd - b.idrssd);
  if (refused.length === 0) return { institutions, columns, codePlaces, refused };
  const isKept = (_: unknown, row: number) => !issues.has(itemAt(institutions, row).idrssd);
  return {
    institutions: institutions.filter(isKept),
    columns: ofFields((name) => columns[name].filter(isKept)),
    codePlaces: ofFields((name) => codePlaces[name].filter(isKept)),
    refused,
  };
}
