import { fail, type Issue, issue, ok, type Result } from '@almfes/engine';
import type { CallReportForm, Institution } from './call-reports.js';
import {
  cellText,
  parseScheduleHeader,
  readScheduleRows,
  type ScheduleRow,
  type ScheduleText,
} from './parse-schedule.js';

/** Everyone who filed, in ascending order of IDRSSD, and what is wrong with some of them. */
export interface Filers {
  readonly institutions: readonly Institution[];
  readonly issues: ReadonlyMap<number, readonly Issue[]>;
}

const NAME = 'Financial Institution Name';
const CITY = 'Financial Institution City';
const STATE = 'Financial Institution State';
const FORM = 'Financial Institution Filing Type';
const SUBMITTED = 'Last Date/Time Submission Updated On';
const FORMS: readonly string[] = ['031', '041', '051'];
const ISO_DAY = /^\d{4}-\d{2}-\d{2}(?=T|$)/;
const MOST_FILERS = 50_000;
const NOT_UTF_8 = '\uFFFD';

/**
 * The list of institutions (POR). A filer of another form, without a name or listed twice has
 * issues of its own; the file has issues `call-report.column`, `call-report.too-long` and those
 * of its header and keys.
 */
export function parseInstitutions(bytes: Uint8Array, path: string): Result<Filers> {
  const text = parseScheduleHeader(bytes, path);
  if (!text.ok) return text;
  const absent = [NAME, CITY, STATE, FORM].filter((name) => !text.value.columns.includes(name));
  if (absent.length > 0) {
    const expected = `the columns ${absent.join(', ')}`;
    return fail(issue('call-report.column', `${path} row 1`, expected, 'no such column'));
  }
  const filers = new Map<number, Institution>();
  const issues = new Map<number, Issue[]>();
  const complain = (idrssd: number, found: Issue): void => {
    issues.set(idrssd, [...(issues.get(idrssd) ?? []), found]);
  };
  const read = readScheduleRows(text.value, {
    row: (row) => {
      const twice = filers.has(row.idrssd);
      const filer = institutionOf(text.value, row);
      if (twice) complain(row.idrssd, duplicateIssue(path, row.line, row.idrssd));
      for (const found of filerIssues(filer, `${path} row ${row.line}`)) {
        complain(row.idrssd, found);
      }
      filers.set(row.idrssd, filer);
    },
    ragged: (idrssd, found) => {
      complain(idrssd, found);
      filers.set(idrssd, { idrssd, name: '', city: '', state: '', form: '051' });
    },
  });
  if (!read.ok) return read;
  if (filers.size === 0 || filers.size > MOST_FILERS) {
    const expected = `1 to ${MOST_FILERS} institutions`;
    return fail(issue('call-report.too-long', path, expected, String(filers.size)));
  }
  const institutions = [...filers.values()].toSorted((a, b) => a.idrssd - b.idrssd);
  return ok({ institutions, issues });
}

/** The same IDRSSD in two rows: nothing says which one is meant. */
export function duplicateIssue(path: string, line: number, idrssd: number): Issue {
  const place = `${path} row ${line} column IDRSSD`;
  return issue('call-report.duplicate', place, 'each IDRSSD once', `${idrssd} again`);
}

function institutionOf({ bytes, columns }: ScheduleText, row: ScheduleRow): Institution {
  const cell = (name: string) => cellText(bytes, row.bounds, columns.indexOf(name));
  const [day] = (columns.includes(SUBMITTED) && cell(SUBMITTED).match(ISO_DAY)) || [];
  return {
    idrssd: row.idrssd,
    name: cell(NAME),
    city: cell(CITY),
    state: cell(STATE),
    form: cell(FORM) as CallReportForm,
    ...(day === undefined ? {} : { submittedOn: day }),
  };
}

function filerIssues(filer: Institution, place: string): readonly Issue[] {
  const issues: Issue[] = [];
  if (!FORMS.includes(filer.form)) {
    const path = `${place} column ${FORM}`;
    issues.push(issue('call-report.form', path, FORMS.join(', '), filer.form));
  }
  if (filer.name === '') {
    issues.push(issue('call-report.name', `${place} column ${NAME}`, 'a name', 'nothing'));
  }
  if (filer.name.includes(NOT_UTF_8)) {
    const path = `${place} column ${NAME}`;
    issues.push(issue('call-report.encoding', path, 'text in ASCII or UTF-8', filer.name));
  }
  return issues;
}
