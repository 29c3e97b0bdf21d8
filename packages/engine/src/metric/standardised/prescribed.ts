import { type Issue, issue } from '../../foundation/index.js';
import type { PrescribedScenario, PrescribedShape, Scenario } from '../../scenario/index.js';

/** True for a prescribed shock that comes at once and alone, as the rules have it. */
export function isPrescribed(scenario: Scenario): scenario is PrescribedScenario {
  return (
    scenario.kind === 'prescribed' &&
    scenario.rampMonths === undefined &&
    scenario.basisBp === undefined &&
    scenario.volatilityBp === undefined
  );
}

/** The scenarios of some shapes that come at once, in the order of the Study. */
export function prescribedOf(
  scenarios: readonly Scenario[],
  shapes: readonly PrescribedShape[],
): PrescribedScenario[] {
  return scenarios.filter(isPrescribed).filter(({ shape }) => shapes.includes(shape));
}

/** Why a worst of some shapes cannot be told: the shapes that no scenario has. */
export function missingShapes(
  scenarios: readonly Scenario[],
  shapes: readonly PrescribedShape[],
): Issue | undefined {
  const found = new Set(prescribedOf(scenarios, shapes).map(({ shape }) => shape));
  const missing = shapes.filter((shape) => !found.has(shape));
  if (missing.length === 0) return undefined;
  const expected = `prescribed scenarios, at once, of the shapes ${shapes.join(', ')}`;
  return issue('measure.no-scenario', '/scenarios', expected, `none of ${missing.join(', ')}`);
}
