import {
  evaluateStructuralHedge,
  type HedgeMeasure,
  type Issue,
  issue,
  ok,
  type Result,
  type StructuralHedge,
  type StructuralOutcome,
} from '@almfes/engine';
import { nearNames, parseStructuralHedge } from '@almfes/intake';
import type { CaseFront } from './case-front.js';

/** What of a case folder a structural hedge is read from. */
interface HedgeFiles {
  readonly slug: string;
  readonly figures: unknown;
  readonly structuralHedge?: unknown;
  readonly giltCurves?: string;
}

/** A structural hedge of a disclosure case with all that it gives. */
export interface EvaluatedHedge {
  readonly hedge: StructuralHedge;
  readonly outcome: StructuralOutcome;
}

/**
 * The structural hedge of a folder, evaluated; undefined where it has none, or no front matter to
 * give its decision date. A complete case has a Study, and its hedges stand in that (STRUCT-13).
 */
export function evaluatedHedge(
  files: HedgeFiles,
  front: CaseFront | undefined,
): Result<EvaluatedHedge> | undefined {
  if (files.structuralHedge === undefined || front === undefined) return undefined;
  if (front.class === 'disclosure') return hedgeOfFiles(files, front.decisionDate);
  const expected = 'no such file: the hedges of a complete case stand in its Study';
  return { ok: false, issues: [issue('file-unknown', HEDGE_FILE, expected, 'a file')] };
}

/** The structural hedge that is told in the files, evaluated; every issue with file and place. */
export function hedgeOfFiles(
  { slug, figures, structuralHedge: hedge, giltCurves: curves }: HedgeFiles,
  decisionDate: string,
): Result<EvaluatedHedge> {
  if (curves === undefined) {
    const expected = 'the gilt curves of library/data/boe-gilt-month-end';
    return { ok: false, issues: [issue('curve-date', HEDGE_FILE, expected, 'none')] };
  }
  const read = parseStructuralHedge({ slug, decisionDate, figures, hedge, curves });
  if (!read.ok) return read;
  const outcome = evaluateStructuralHedge(read.value);
  if (outcome.ok) return ok({ hedge: read.value, outcome: outcome.value });
  return {
    ok: false,
    issues: outcome.issues.map((each) => ({ ...each, path: `${HEDGE_FILE}#/programmes` })),
  };
}

export const HEDGE_FILE = 'structural-hedge.json';

/** A measure that a row of numbers tells: the central value, or an end of its range. */
export interface HedgeRow {
  readonly id: string;
  /** Of an end, `low` or `high`, after the scenario and a dot where it has one. */
  readonly scenario: string;
  readonly unit: string;
  readonly value: number;
}

/** Every number of a hedge by a name of its own, as prose and expected.json name it (STRUCT-14). */
export function hedgeRows({ outcome }: EvaluatedHedge): readonly HedgeRow[] {
  return outcome.measures.flatMap(rowsOf);
}

function rowsOf({ id, scenario, unit, value, low, high }: HedgeMeasure): HedgeRow[] {
  const end = (name: string): string => (scenario === '' ? name : `${scenario}.${name}`);
  return [
    { id, scenario, unit, value },
    { id, scenario: end('low'), unit, value: low },
    { id, scenario: end('high'), unit, value: high },
  ];
}

/** Whether a measure that prose names is one of the hedge. */
export function hedgeReferenceIssues(
  { id, scenario }: Pick<HedgeRow, 'id' | 'scenario'>,
  at: string,
  hedge: EvaluatedHedge,
): Issue[] {
  const rows = hedgeRows(hedge);
  const own = rows.filter((each) => each.id === id);
  if (own.some((each) => each.scenario === scenario)) return [];
  if (own.length > 0) {
    const expected = `one of ${own.map((each) => `'${each.scenario}'`).join(', ')}`;
    return [issue('unknown-scenario', at, expected, scenario)];
  }
  const near = nearNames(id, [...new Set(rows.map((each) => each.id))]);
  const like = near.length === 0 ? '' : `, such as ${near.join(', ')}`;
  return [issue('unknown-measure', at, `a measure of the hedge${like}`, id)];
}
