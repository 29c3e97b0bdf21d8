import { accrue, type ContractRun, type EventRule } from './contract-run.js';

/** The part of a payment that the outstanding notional allows; a negative one stays as it is. */
function redeemable({ sign, state }: ContractRun, payment: number): number {
  const outstanding = sign * state.notionalPrincipal;
  return payment > outstanding ? Math.max(outstanding, 0) : payment;
}

/** Takes a redemption (unsigned) off the notional and returns its scaled, signed payoff. */
function redeem(run: ContractRun, payment: number, movesBase: boolean): number {
  const { sign, state } = run;
  const redemption = sign * redeemable(run, payment);
  state.notionalPrincipal -= redemption;
  if (movesBase) state.interestBase = state.notionalPrincipal;
  return state.notionalScaling * redemption;
}

/** LAM: a constant payment of principal, beside the interest (rule CONTRACT-16). */
export const linearRedemption: EventRule = (run, { accrualDay }) => {
  accrue(run, accrualDay);
  const movesBase = run.terms.interestCalculationBase !== 'NTL';
  return redeem(run, run.state.nextPrincipalPayment, movesBase);
};

/** NAM, ANN: what a constant payment leaves after interest; it may be negative (CONTRACT-17). */
export const residualRedemption: EventRule = (run, { accrualDay }) => {
  accrue(run, accrualDay);
  const { state, sign, terms } = run;
  const payment = state.nextPrincipalPayment - sign * state.accruedInterest;
  return redeem(run, payment, (terms.interestCalculationBase ?? 'NT') === 'NT');
};

/** LAX: a payment of principal of the event's own amount (rule CONTRACT-19). */
export const arrayRedemption: EventRule = (run, { accrualDay, amount }) => {
  accrue(run, accrualDay);
  return redeem(run, amount, run.terms.interestCalculationBase !== 'NTL');
};

/** LAX: a further drawing of the event's own amount. */
export const arrayIncrease: EventRule = (run, { accrualDay, amount }) => {
  accrue(run, accrualDay);
  const { state, sign, terms } = run;
  const drawing = sign * amount;
  state.notionalPrincipal += drawing;
  if (terms.interestCalculationBase !== 'NTL') state.interestBase = state.notionalPrincipal;
  return -state.notionalScaling * drawing;
};
