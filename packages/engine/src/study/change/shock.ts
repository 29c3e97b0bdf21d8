import { fail, issue, ok, type Result } from '../../foundation/index.js';
import { isBaseShock } from '../../scenario/index.js';
import { scenarioIssuesIn } from '../scenario-rules.js';
import type { Study } from '../study.js';
import type { ChangeOf } from './context.js';

/**
 * Adds a scenario, or replaces the one with its id (CHANGE-16). The base scenario stays the base:
 * id '0' must be a parallel shock of 0 bp. Issues: `size`, `no-base`,
 * `scenario.currency` and `date-order` of a history.
 */
export function shock(study: Study, change: ChangeOf<'shock'>): Result<Study> {
  const { scenario, size } = change;
  if (size !== 1) return fail(issue('size', '/size', '0 or 1 for a scenario', String(size)));
  if (scenario.id === '0' && !isBaseShock(scenario)) {
    const expected = "0 bp in scenario '0', the base";
    return fail(issue('no-base', '/scenario', expected, scenario.title));
  }
  const issues = scenarioIssuesIn(study, scenario, '/scenario');
  if (issues.length > 0) return fail(...issues);
  const replaces = study.scenarios.some(({ id }) => id === scenario.id);
  const scenarios = replaces
    ? study.scenarios.map((each) => (each.id === scenario.id ? scenario : each))
    : [...study.scenarios, scenario];
  return ok({ ...study, scenarios });
}
