import { fail, floatAt, issue, itemAt, ok, type Result } from '@almfes/engine';
import { type CallReport, type CallReports, NOT_REPORTED } from './call-reports.js';
import { FIELDS } from './field/fields.js';

/**
 * One bank's report out of all of a quarter. A bank that was refused gives the issues of its
 * refusal; an IDRSSD that is not in the file gives one issue.
 */
export function callReportOf(reports: CallReports, idrssd: number): Result<CallReport> {
  const row = rowOf(reports, idrssd);
  if (row !== undefined) return ok(reportAt(reports, row));
  const refused = reports.refused.find((report) => report.idrssd === idrssd);
  if (refused !== undefined) return fail(...refused.issues);
  const expected = `an IDRSSD of the ${reports.institutions.length} filers`;
  return fail(issue('unknown-bank', reports.fileName, expected, String(idrssd)));
}

/** The report in one row of the columns; a row outside them is a programmer error. */
export function reportAt(reports: CallReports, row: number): CallReport {
  return {
    institution: itemAt(reports.institutions, row),
    quarterEnd: reports.quarterEnd,
    fileName: reports.fileName,
    amount: (name) => {
      const value = floatAt(reports.columns[name], row);
      return Number.isNaN(value) ? undefined : value;
    },
    codeOf: (name) => {
      const place = itemAt(reports.codePlaces[name], row);
      return place === NOT_REPORTED ? undefined : itemAt(FIELDS[name].codes, place);
    },
  };
}

/** Binary search: institutions are in ascending order of IDRSSD. */
function rowOf(reports: CallReports, idrssd: number): number | undefined {
  let low = 0;
  let high = reports.institutions.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = itemAt(reports.institutions, middle).idrssd;
    if (found === idrssd) return middle;
    if (found < idrssd) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
