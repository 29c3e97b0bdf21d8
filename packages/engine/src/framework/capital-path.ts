import {
  type CapitalPath,
  type ChangeGroup,
  capitalLines,
  capitalPath,
  evaluateSubsets,
  measuresOfLines,
  partiesOf,
} from '../attribution/index.js';
import { ok, type Result } from '../foundation/index.js';
import type { Study } from '../study/index.js';
import { ENGINE } from './engine.js';

export interface CapitalPathRequest {
  readonly from: Study;
  readonly groups: readonly ChangeGroup[];
  /** Id of a scenario of the Study. */
  readonly scenario: string;
}

/**
 * Every capital line of one scenario attributed to the groups (ATTR-30 to ATTR-32), from one set
 * of evaluations. Issues: those of `evaluateSubsets`.
 */
export function capitalPaths(request: CapitalPathRequest): Result<readonly CapitalPath[]> {
  const { from, groups, scenario } = request;
  const lines = capitalLines(scenario, { withRegime: from.capitalRegime !== undefined });
  const scenarios = from.scenarios.filter(({ id }) => id === '0' || id === scenario);
  const lattice = evaluateSubsets({
    from: { ...from, scenarios },
    groups,
    measures: measuresOfLines(lines),
    ...ENGINE,
  });
  if (!lattice.ok) return lattice;
  const parties = partiesOf(from, groups);
  const paths: CapitalPath[] = [];
  for (const line of lines) {
    const path = capitalPath(lattice.value, line, parties);
    if (!path.ok) return path;
    paths.push(path.value);
  }
  return ok(paths);
}
