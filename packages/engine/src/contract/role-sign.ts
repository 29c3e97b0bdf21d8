import type { ContractTerms } from './contract-terms.js';

const NEGATIVE_ROLES: readonly string[] = ['RPL', 'SEL', 'PFL', 'PF', 'UDLM'];

/**
 * +1 where the bank is owed (RPA, BUY, RFL, RF, …), -1 where it owes (RPL, SEL, PFL, PF, UDLM).
 * An absent role, as in the legs of a swap, is +1: the parent contract gives the sign.
 */
export function roleSign(role: ContractTerms['contractRole']): number {
  return role !== undefined && NEGATIVE_ROLES.includes(role) ? -1 : 1;
}
