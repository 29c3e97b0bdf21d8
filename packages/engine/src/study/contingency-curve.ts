import { type CashByHour, cashCurve, promisesIn } from '../metric/index.js';
import { viewedIn } from './evaluate.js';
import type { Study } from './study.js';

/**
 * Cash of the contingency funding plan by hour in one scenario of the Study (CFP-2); empty without
 * a plan. Pure.
 * @throws when the Study has no such scenario.
 */
export function contingencyCurve(study: Study, scenarioId: string): CashByHour[] {
  const { contingencyPlan, collateral = { pools: [] } } = study;
  const { program, view } = viewedIn(study, scenarioId);
  if (contingencyPlan === undefined) return [];
  return cashCurve(contingencyPlan, promisesIn(collateral, program, view));
}
