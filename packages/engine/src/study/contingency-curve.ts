import { type CashByHour, cashCurve, type Promised, promisesIn } from '../metric/index.js';
import { viewedIn } from './evaluate.js';
import type { Study } from './study.js';

/**
 * What each pledge and each sale of the collateral register is worth, lends and has drawn in one
 * scenario of the Study (COLL-1 to COLL-3); empty without a register. Pure.
 * @throws when the Study has no such scenario.
 */
export function collateralIn(study: Study, scenarioId: string): Promised[] {
  const { program, view } = viewedIn(study, scenarioId);
  return promisesIn(study.collateral ?? { pools: [] }, program, view);
}

/**
 * Cash of the contingency funding plan by hour in one scenario of the Study (CFP-2); empty without
 * a plan. Pure.
 * @throws when the Study has no such scenario.
 */
export function contingencyCurve(study: Study, scenarioId: string): CashByHour[] {
  const promises = collateralIn(study, scenarioId);
  const { contingencyPlan } = study;
  return contingencyPlan === undefined ? [] : cashCurve(contingencyPlan, promises);
}
