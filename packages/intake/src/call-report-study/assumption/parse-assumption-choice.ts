import { fail, type Issue, issue, ok, type Result } from '@almfes/engine';
import type { AssumptionLevel } from './assumption.js';
import { ASSUMPTION_NAMES, type AssumptionName, isAssumptionName } from './assumptions.js';

/** A level for every assumption. */
export type AssumptionChoice = Readonly<Record<AssumptionName, AssumptionLevel>>;

const LEVELS: readonly string[] = ['low', 'central', 'high'];

/** Every assumption at its central value. */
export const CENTRAL_ASSUMPTIONS = Object.fromEntries(
  ASSUMPTION_NAMES.map((name) => [name, 'central']),
) as AssumptionChoice;

/**
 * Levels by name; what is not named is central. Issues: `assumption.unknown` for a name that the
 * registry has not, `assumption.level` for a level other than low, central and high.
 */
export function parseAssumptionChoice(
  levels: Readonly<Record<string, string>>,
): Result<AssumptionChoice> {
  const issues = Object.entries(levels).flatMap(([name, level]): Issue[] => {
    if (!isAssumptionName(name)) {
      return [issue('assumption.unknown', name, `one of ${ASSUMPTION_NAMES.join(', ')}`, name)];
    }
    return LEVELS.includes(level)
      ? []
      : [issue('assumption.level', name, `one of ${LEVELS.join(', ')}`, level)];
  });
  return issues.length > 0
    ? fail(...issues)
    : ok({ ...CENTRAL_ASSUMPTIONS, ...levels } as AssumptionChoice);
}
