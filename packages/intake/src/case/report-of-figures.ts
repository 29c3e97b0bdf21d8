import { type Figure, type Issue, issue, read } from '@almfes/engine';
import {
  type CallReport,
  FIELDS,
  type FieldName,
  type FieldUnit,
  type Institution,
  isFieldName,
} from '../call-report/index.js';

/** Ids of reported amounts: of the report itself, and of the earlier one. */
export const REPORT_PREFIX = 'cr.';
export const BEFORE_PREFIX = 'cr.before.';

export const UNITS: Readonly<Record<FieldUnit, string>> = {
  amount: 'USD million',
  ratio: 'ratio',
  count: 'count',
  election: 'as filed',
};

interface ReportPlace {
  readonly institution: Institution;
  readonly quarterEnd: string;
  readonly decisionDate: string;
  readonly prefix: typeof REPORT_PREFIX | typeof BEFORE_PREFIX;
}

type Figures = Readonly<Record<string, Figure>>;

/**
 * A Call Report made of figures `cr.<field>` (rule FORM-20). Each is a number in the unit of its
 * field, as of the quarter end, an input read in the report and public on the decision date.
 */
export function reportOfFigures(figures: Figures, place: ReportPlace, issues: Issue[]): CallReport {
  const { institution, quarterEnd, prefix } = place;
  const amounts = new Map<FieldName, number>();
  const codes = new Map<FieldName, string>();
  for (const [id, figure] of Object.entries(figures)) {
    const name = fieldOf(id, prefix);
    if (name === null) continue;
    const at = `${read.pointer('/figures', id)}`;
    if (!isFieldName(name)) {
      issues.push(issue('unknown-field', at, 'a field of the Call Report', name));
      continue;
    }
    const value = reportedValue(figure, name, at, place, issues);
    if (value === null) continue;
    amounts.set(name, value);
    const code = /^[A-Z]{4}[A-Z0-9]{4}/.exec(figure.locator)?.[0];
    if (code !== undefined) codes.set(name, code);
  }
  return {
    ...{ institution, quarterEnd, fileName: 'figures.json' },
    amount: (name) => amounts.get(name),
    codeOf: (name) => codes.get(name),
  };
}

function fieldOf(id: string, prefix: ReportPlace['prefix']): string | null {
  if (!id.startsWith(prefix)) return null;
  if (prefix === REPORT_PREFIX && id.startsWith(BEFORE_PREFIX)) return null;
  return id.slice(prefix.length);
}

function reportedValue(
  { value, unit, asOf, role, confidence, knownFrom }: Figure,
  name: FieldName,
  at: string,
  { quarterEnd, decisionDate }: ReportPlace,
  issues: Issue[],
): number | null {
  const before = issues.length;
  const expect = (holds: boolean, code: string, key: string, expected: string, got: string) => {
    if (!holds) issues.push(issue(code, `${at}/${key}`, expected, got));
  };
  const wanted = UNITS[FIELDS[name].unit];
  expect(typeof value === 'number', 'figure-value', 'value', 'a number', read.describe(value));
  expect(unit === wanted, 'figure-unit', 'unit', wanted, unit);
  expect(asOf === quarterEnd, 'figure-date', 'asOf', quarterEnd, asOf);
  expect(role === 'input', 'figure-role', 'role', 'input', role);
  expect(confidence !== 'recalled', 'figure-role', 'confidence', 'read in a document', confidence);
  const known = `known by ${decisionDate}`;
  expect(knownFrom <= decisionDate, 'known-after-decision', 'knownFrom', known, knownFrom);
  return issues.length === before && typeof value === 'number' ? value : null;
}
