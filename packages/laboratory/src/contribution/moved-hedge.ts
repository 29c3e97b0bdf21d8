import type { Issue, Result } from '@almfes/engine';
import { type EvaluatedHedge, hedgeOfFiles, hedgeRows } from '../case/index.js';
import type { DataSet } from './data-set.js';
import { type MovedMeasure, movedMeasures } from './moved-measures.js';
import type { ToldFolder } from './told-folder.js';

/** What moves in a structural hedge, or why it cannot be told. */
export interface MovedHedge {
  readonly measures: readonly MovedMeasure[];
  readonly issues: readonly Issue[];
}

interface HedgeChange {
  readonly was: ToldFolder;
  readonly is: ToldFolder;
  /** Data sets before and after: the same where a figure is corrected. */
  readonly data: readonly DataSet[];
  readonly dataAfter?: readonly DataSet[];
}

const CURVES = 'boe-gilt-month-end';

/** The numbers of a study's hedge that move (CONTRIB-12, STRUCT-14); none where it has no hedge. */
export function movedHedge({ was, is, data, dataAfter = data }: HedgeChange): MovedHedge {
  if (was.structuralHedge === undefined) return { measures: [], issues: [] };
  const before = evaluated(was, data);
  const after = evaluated(is, dataAfter);
  const issues = [before, after].flatMap((each) => (each.ok ? [] : each.issues));
  if (!before.ok || !after.ok) return { measures: [], issues };
  const rowsOf = (hedge: EvaluatedHedge) => ({ measures: hedgeRows(hedge) });
  return { measures: movedMeasures(rowsOf(before.value), rowsOf(after.value)).moved, issues };
}

function evaluated(
  { slug, figures, structuralHedge, date: decisionDate }: ToldFolder,
  data: readonly DataSet[],
): Result<EvaluatedHedge> {
  const giltCurves = data.find(({ name }) => name === CURVES)?.text;
  const curves = giltCurves === undefined ? {} : { giltCurves };
  return hedgeOfFiles({ slug, figures, structuralHedge, ...curves }, decisionDate);
}
