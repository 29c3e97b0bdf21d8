import type { Issue } from '../foundation/index.js';
import type { ContractTerms } from './contract-terms.js';
import type { Years } from './day-count.js';
import type { ObservedData } from './observed-data.js';
import type { ScheduledEvent } from './scheduled-event.js';

/**
 * The states of a contract while its events run. Signed like the bank's side: a liability has a
 * negative notional and a negative accrued interest. Owned and changed by one run only.
 */
export interface ContractState {
  /** Day up to which interest and fees have accrued. */
  day: number;
  notionalPrincipal: number;
  nominalInterestRate: number;
  accruedInterest: number;
  feeAccrued: number;
  /** Amount on which interest accrues (interestCalculationBase). */
  interestBase: number;
  notionalScaling: number;
  interestScaling: number;
  /** Next redemption payment, without sign. */
  nextPrincipalPayment: number;
  /** Amount fixed at an exercise or call and paid at settlement. */
  exerciseAmount: number;
  /** When it was fixed; undefined as long as it is not. */
  exerciseTime: number | undefined;
}

/** States of a contract that has not begun: all zero, accrued up to this day. */
export function initialState(day: number): ContractState {
  return {
    day,
    notionalPrincipal: 0,
    nominalInterestRate: 0,
    accruedInterest: 0,
    feeAccrued: 0,
    interestBase: 0,
    notionalScaling: 1,
    interestScaling: 1,
    nextPrincipalPayment: 0,
    exerciseAmount: 0,
    exerciseTime: undefined,
  };
}

/** What the rules of events read besides the states. */
export interface ContractRun {
  readonly terms: ContractTerms;
  /** +1 for the bank's asset, -1 for its liability. */
  readonly sign: number;
  readonly years: Years;
  readonly observed: ObservedData;
  /** Filled by a rule that cannot go on; the run then ends with these issues. */
  readonly issues: Issue[];
  readonly state: ContractState;
}

/** Changes the states of the run and returns the payoff (positive when the bank receives). */
export type EventRule = (run: ContractRun, event: ScheduledEvent) => number;

/** Adds interest and fees up to a day to the states. */
export function accrue({ state, years, terms }: ContractRun, day: number): void {
  if (day === state.day) return;
  const fraction = years(state.day, day);
  state.accruedInterest += fraction * state.nominalInterestRate * state.interestBase;
  if (terms.feeRate !== undefined && terms.feeBasis === 'N') {
    state.feeAccrued += fraction * state.notionalPrincipal * terms.feeRate;
  }
  state.day = day;
}
