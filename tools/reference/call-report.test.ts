import {
  type CallReports,
  callReportOf,
  FIELD_NAMES,
  FIELDS,
  type FieldName,
} from '@almfes/intake';
import { describe, expect, it } from 'vitest';
import {
  callReports,
  crossSection,
  hasCallReports,
  sectionFields,
} from './call-report.test-fixture.js';

/** Our field for one of theirs: of the same schedule, and with a code in common. */
function ourField(label: string, codes: readonly string[]): FieldName | undefined {
  return FIELD_NAMES.find((name) => {
    const ours = FIELDS[name];
    const sameSchedule = ours.schedule.replaceAll(/[- ]/g, '') === label;
    return sameSchedule && ours.codes.some((code) => codes.includes(code));
  });
}

/** Theirs in our unit: thousands to millions, per cent to decimal; an election as it is. */
function expectedValue(text: string, name: FieldName): number | undefined {
  if (text === '') return undefined;
  if (FIELDS[name].unit === 'election') return Number(text);
  return Number(text) / (FIELDS[name].unit === 'ratio' ? 100 : 1000);
}

interface Comparison {
  compared: number;
  readonly differences: string[];
}

function compare(reports: CallReports, year: number): Comparison {
  const comparison: Comparison = { compared: 0, differences: [] };
  const fields = sectionFields().map(
    ([key, label, codes]) => [key, ourField(label, codes)] as const,
  );
  for (const row of crossSection(year)) {
    const report = callReportOf(reports, Number(row.idrssd));
    if (!report.ok) {
      comparison.differences.push(`${row.idrssd}: not read`);
      continue;
    }
    for (const [key, name] of fields) {
      const theirs = row[key];
      if (theirs === undefined) continue;
      if (name === undefined) {
        comparison.differences.push(`${key}: no field`);
        continue;
      }
      comparison.compared += 1;
      const expected = expectedValue(theirs, name);
      const found = report.value.amount(name);
      const same =
        expected === undefined || found === undefined
          ? expected === found
          : Math.abs(found - expected) <= 1e-12 * Math.abs(expected);
      if (!same) comparison.differences.push(`${row.idrssd} ${key}: ${found}, not ${expected}`);
    }
  }
  return comparison;
}

const title = hasCallReports ? '' : ' (skipped: ../shared/data/ffiec-bulk is not there)';

describe.skipIf(!hasCallReports)(`Call Reports of every bank${title}`, () => {
  it.each([
    [2021, 4887, 970],
    [2022, 4756, 970],
  ])('CALL-11: %i: every shared field of every shared bank agrees', (year, filers, banks) => {
    const reports = callReports(year);
    expect(reports.institutions).toHaveLength(filers);
    expect(reports.refused).toEqual([]);
    const { compared, differences } = compare(reports, year);
    console.log(`${year}: ${compared} compared, ${differences.length} differ`);
    console.log(differences.slice(0, 20).join('\n'));
    expect(crossSection(year).length).toBeGreaterThan(banks - 100);
    expect(differences).toEqual([]);
  });
});
