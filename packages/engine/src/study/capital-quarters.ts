import { fail, ok, type Result } from '../foundation/index.js';
import { type CapitalQuarter, quarterVerdicts, scenarioPath } from '../metric/index.js';
import { viewedIn } from './evaluate.js';
import type { Study } from './study.js';

/**
 * Capital of a Study quarter by quarter in one of its scenarios, with the bridge and the verdict of
 * each quarter (rules CPATH-1 to CPATH-11). An issue names the part that is missing.
 * @throws when the Study has no such scenario.
 */
export function capitalQuarters(study: Study, scenarioId: string): Result<CapitalQuarter[]> {
  const { program, view } = viewedIn(study, scenarioId);
  const base = viewedIn(study, '0').view;
  const { capital } = study;
  const points = scenarioPath({ program, capital, blocks: study, base }, view);
  if (!Array.isArray(points)) return fail(points);
  const { capitalRegime } = study;
  if (capitalRegime === undefined) throw new Error('a path without a regime');
  return ok(quarterVerdicts(points, capital, capitalRegime));
}
