import { dayFromIso, fail, type Issue, issue, ok, type Result } from '@almfes/engine';
import { SCHEDULES, type Schedule } from './field/field.js';
import type { ZipEntry } from './zip/zip-directory.js';

/** A file of the bulk zip that holds a schedule, or a part of one. */
export interface ScheduleFile {
  readonly entry: ZipEntry;
  /** POR, or the schedule as the file names write it, such as RCRI. */
  readonly label: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly part: number;
  readonly parts: number;
}

/** The files of one schedule in the order of their parts, and the parts that are not there. */
export interface ScheduleParts {
  readonly name: Schedule;
  readonly files: readonly ScheduleFile[];
  readonly missing: readonly string[];
}

/** The files that are read, by schedule, and what is not there. */
export interface ScheduleFiles {
  readonly quarterEnd: string;
  readonly institutions: ScheduleFile;
  readonly schedules: readonly ScheduleParts[];
  readonly missing: readonly string[];
}

const INSTITUTIONS = 'POR';
/** FFIEC CDR Call Schedule RCB 12312021(1 of 2).txt: label, month, day, year, part, parts. */
const NAME = new RegExp(
  String.raw`^FFIEC CDR Call (?:Bulk|Schedule) ([A-Z]+) (\d{2})(\d{2})(\d{4}) ?` +
    String.raw`(?:\((\d{1,2}) of (\d{1,2})\))?\.txt$`,
  'i',
);

/**
 * Which files of the zip are read (CALL-2, CALL-4). Issues: `call-report.not-one` (no POR or no
 * RC), `call-report.date` (files of more than one date, or of no date of the calendar).
 */
export function scheduleFiles(
  entries: readonly ZipEntry[],
  fileName: string,
): Result<ScheduleFiles> {
  const files = entries.flatMap((entry) => fileOf(entry) ?? []);
  const institutions = files.find(({ label }) => label === INSTITUTIONS);
  const balanceSheet = files.find(({ label }) => label === 'RC');
  if (institutions === undefined || balanceSheet === undefined) {
    const lacking = institutions === undefined ? 'POR, the list of institutions' : 'schedule RC';
    const expected = `an FFIEC CDR bulk zip of Call Reports, which holds ${lacking}`;
    return fail(issue('call-report.not-one', fileName, expected, contentsOf(entries)));
  }
  const schedules = SCHEDULES.map(({ name, labels }) => partsOf(name, labels, files));
  const read = [institutions, ...schedules.flatMap((schedule) => schedule.files)];
  const issues = dateIssues(read, balanceSheet.date, fileName);
  if (issues.length > 0) return fail(...issues);
  const missing = schedules.flatMap((schedule) => schedule.missing);
  return ok({ quarterEnd: balanceSheet.date, institutions, schedules, missing });
}

function fileOf(entry: ZipEntry): ScheduleFile | undefined {
  const [, label, month, day, year, part, parts] = NAME.exec(entry.name) ?? [];
  if (label === undefined) return undefined;
  return {
    entry,
    label: label.toUpperCase(),
    date: `${year}-${month}-${day}`,
    part: Number(part ?? 1),
    parts: Number(parts ?? 1),
  };
}

function partsOf(
  name: Schedule,
  labels: readonly string[],
  files: readonly ScheduleFile[],
): ScheduleParts {
  const label = labels.find((candidate) => files.some((file) => file.label === candidate));
  const found = files.filter((file) => file.label === label);
  if (found.length === 0) return { name, files: [], missing: [name] };
  const parts = Math.max(...found.map((file) => file.parts));
  const missing = Array.from({ length: parts }, (_, index) => index + 1)
    .filter((part) => !found.some((file) => file.part === part))
    .map((part) => `${name} (${part} of ${parts})`);
  return { name, files: found.toSorted((a, b) => a.part - b.part), missing };
}

function dateIssues(
  files: readonly ScheduleFile[],
  date: string,
  fileName: string,
): readonly Issue[] {
  const day = dayFromIso(date, fileName);
  if (!day.ok) return day.issues;
  return files
    .filter((file) => file.date !== date)
    .map((file) =>
      issue('call-report.date', `${fileName} ${file.entry.name}`, `the ${date} of RC`, file.date),
    );
}

function contentsOf(entries: readonly ZipEntry[]): string {
  const first = entries.slice(0, 3).map(({ name }) => name);
  return first.length === 0 ? 'an empty zip' : `${entries.length} files: ${first.join(', ')}`;
}
