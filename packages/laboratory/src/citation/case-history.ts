import { type Issue, type Read, type Result, read } from '@almfes/engine';
import { semanticVersion } from '../case/index.js';

/** One version of a case: what became another, and through whom. */
export interface CaseVersion {
  readonly version: string;
  readonly date: string;
  readonly what: string;
  /** Names of contributors; empty where the laboratory did it. */
  readonly contributors: readonly string[];
  /** The contribution that led to it; '' where none did. */
  readonly contribution: string;
}

const SCHEMA = 'almfes/case-history/1';
const { isoDate, list, object, oneOf, text, title } = read;

const version: Read<CaseVersion> = object<CaseVersion>({
  version: semanticVersion,
  date: isoDate,
  what: text({ min: 1, max: 4000 }),
  contributors: list(title, 100),
  contribution: text({ max: 60 }),
});

const history = object<{ readonly schema: string; readonly versions: readonly CaseVersion[] }>({
  schema: oneOf([SCHEMA]),
  versions: list(version, 1000, 1),
});

/** Reads the `history.json` of a case: its versions, the first first (rule CITE-5). */
export function parseCaseHistory(value: unknown): Result<readonly CaseVersion[]> {
  const issues: Issue[] = [];
  const found = history(value, '', issues);
  return read.resultOf(found?.versions, issues);
}

/** The text of the `history.json` of a case. */
export function caseHistoryText(versions: readonly CaseVersion[]): string {
  return `${JSON.stringify({ schema: SCHEMA, versions }, null, 2)}\n`;
}
