import type { Assumption } from './assumption.js';
import { DEPOSIT_ASSUMPTIONS } from './deposit-assumptions.js';
import { FUNDING_ASSUMPTIONS } from './funding-assumptions.js';
import { LOAN_ASSUMPTIONS } from './loan-assumptions.js';
import { SECURITY_ASSUMPTIONS } from './security-assumptions.js';

/** What public data cannot tell, by name: each has a range with its source (rule CALL-40). */
export const ASSUMPTIONS = {
  ...SECURITY_ASSUMPTIONS,
  ...LOAN_ASSUMPTIONS,
  ...DEPOSIT_ASSUMPTIONS,
  ...FUNDING_ASSUMPTIONS,
} as const satisfies Readonly<Record<string, Assumption>>;

export type AssumptionName = keyof typeof ASSUMPTIONS;

export function isAssumptionName(name: string): name is AssumptionName {
  return Object.hasOwn(ASSUMPTIONS, name);
}

/** Names in the order of the registry. */
export const ASSUMPTION_NAMES: readonly AssumptionName[] =
  Object.keys(ASSUMPTIONS).filter(isAssumptionName);
