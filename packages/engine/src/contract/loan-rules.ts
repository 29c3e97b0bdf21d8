import { accrue, type ContractRun, type EventRule } from './contract-run.js';
import { addTermPeriod } from './cycle.js';
import { effectiveDay } from './date-time.js';
import { observedValue } from './observed-data.js';
import type { EventRules } from './run-events.js';
import type { ScheduledEvent } from './scheduled-event.js';

/** True when interest accrues on a base of its own that only IPCB events change. */
export function hasLaggedBase({ terms }: ContractRun): boolean {
  return terms.interestCalculationBase === 'NTL';
}

/** Sets the states of the initial exchange and pays out the notional (rule CONTRACT-10). */
export const initialExchange: EventRule = (run, { accrualDay, scheduleTime }) => {
  const { terms, sign, state } = run;
  const notional = terms.notionalPrincipal ?? 0;
  state.day = accrualDay;
  state.notionalPrincipal = sign * notional;
  state.nominalInterestRate = terms.nominalInterestRate ?? 0;
  state.interestBase = initialBase(run);
  if (terms.accruedInterest !== undefined) state.accruedInterest = sign * terms.accruedInterest;
  else state.accruedInterest = interestBeforeExchange(run, scheduleTime, accrualDay);
  return -sign * (notional + (terms.premiumDiscountAtIED ?? 0));
};

/** The signed base at the start: the notional, or the given base amount with NTIED and NTL. */
export function initialBase({ terms, sign }: ContractRun): number {
  const notional = terms.notionalPrincipal ?? 0;
  if ((terms.interestCalculationBase ?? 'NT') === 'NT') return sign * notional;
  return sign * (terms.interestCalculationBaseAmount ?? notional);
}

/** An interest anchor before the initial exchange has interest accrue from the anchor. */
function interestBeforeExchange(run: ContractRun, exchange: number, exchangeDay: number): number {
  const anchor = run.terms.cycleAnchorDateOfInterestPayment;
  if (anchor === undefined || anchor >= exchange) return 0;
  const { state, years } = run;
  const fraction = years(effectiveDay(anchor), exchangeDay);
  return fraction * state.nominalInterestRate * state.interestBase;
}

export const interestPayment: EventRule = (run, { accrualDay }) => {
  accrue(run, accrualDay);
  const payoff = run.state.interestScaling * run.state.accruedInterest;
  run.state.accruedInterest = 0;
  return payoff;
};

export const capitalization: EventRule = (run, { accrualDay }) => {
  accrue(run, accrualDay);
  const { state } = run;
  state.notionalPrincipal += state.accruedInterest;
  state.accruedInterest = 0;
  if (!hasLaggedBase(run)) state.interestBase = state.notionalPrincipal;
  return 0;
};

/** A reset to the observed rate times multiplier plus spread, within caps (rule CONTRACT-13). */
export const rateReset: EventRule = (run, event) => {
  accrue(run, event.accrualDay);
  const { rateMultiplier = 1, rateSpread = 0 } = run.terms;
  const observed = observedRate(run, event);
  run.state.nominalInterestRate = limitedRate(run, observed * rateMultiplier + rateSpread);
  return 0;
};

/** Read on the reset date, otherwise the fixing period earlier. */
export function observedRate(
  { terms, observed, issues }: ContractRun,
  event: ScheduledEvent,
): number {
  const term = 'marketObjectCodeOfRateReset';
  const code = terms[term];
  const series = code === undefined ? undefined : observed.get(code);
  const lag = terms.fixingPeriod ?? terms.fixingDays ?? { months: 0, days: 0 };
  const early = addTermPeriod(event.scheduleTime, lag, -1);
  const isEarly = series?.has(event.scheduleTime) !== true && series?.has(early) === true;
  const time = isEarly ? early : event.scheduleTime;
  return observedValue(observed, { term, code, time }, issues);
}

/** The new rate within period cap and floor (limits of the change) and life cap and floor. */
export function limitedRate({ terms, state }: ContractRun, rate: number): number {
  const { periodCap, periodFloor, lifeCap, lifeFloor } = terms;
  let change = rate - state.nominalInterestRate;
  if (periodFloor !== undefined) change = Math.max(change, -Math.abs(periodFloor));
  if (periodCap !== undefined) change = Math.min(change, periodCap);
  const isPeriodLimited = periodFloor !== undefined || periodCap !== undefined;
  let limited = isPeriodLimited ? state.nominalInterestRate + change : rate;
  if (lifeFloor !== undefined) limited = Math.max(limited, lifeFloor);
  if (lifeCap !== undefined) limited = Math.min(limited, lifeCap);
  return limited;
}

/** A reset to the rate already known. */
export const fixedRateReset: EventRule = (run, { accrualDay, amount }) => {
  accrue(run, accrualDay);
  run.state.nominalInterestRate = amount;
  return 0;
};

/** Basis A: the rate is an amount; basis N: a yearly rate on the notional (rule CONTRACT-15). */
export const feePayment: EventRule = (run, { accrualDay }) => {
  accrue(run, accrualDay);
  const { terms, state, sign } = run;
  const accrued = state.feeAccrued;
  state.feeAccrued = 0;
  return terms.feeBasis === 'A' ? sign * (terms.feeRate ?? 0) : accrued;
};

/** Multipliers follow the index over its value at the deal date (rule CONTRACT-14). */
export const scaling: EventRule = (run, { accrualDay, scheduleTime }) => {
  accrue(run, accrualDay);
  const { terms, state, observed, issues } = run;
  const term = 'marketObjectCodeOfScalingIndex';
  const index = observedValue(observed, { term, code: terms[term], time: scheduleTime }, issues);
  const factor = index / (terms.scalingIndexAtContractDealDate ?? 1);
  const effect = terms.scalingEffect ?? '000';
  if (effect.includes('I')) state.interestScaling = factor;
  if (effect.includes('N')) state.notionalScaling = factor;
  return 0;
};

export const interestBaseFixing: EventRule = (run, { accrualDay }) => {
  accrue(run, accrualDay);
  run.state.interestBase = run.state.notionalPrincipal;
  return 0;
};

/** The rest of the notional; what accrued beside an interest schedule is paid with it. */
export const maturity: EventRule = (run, { accrualDay }) => {
  accrue(run, accrualDay);
  const { state } = run;
  const interest = state.interestScaling * state.accruedInterest;
  const payoff = state.notionalScaling * state.notionalPrincipal + interest + state.feeAccrued;
  close(run);
  return payoff;
};

export const purchase: EventRule = (run, { accrualDay }) => {
  accrue(run, accrualDay);
  return -run.sign * ((run.terms.priceAtPurchaseDate ?? 0) + run.state.accruedInterest);
};

export const termination: EventRule = (run, { accrualDay }) => {
  accrue(run, accrualDay);
  const price = run.terms.priceAtTerminationDate ?? 0;
  const payoff = run.sign * (price + run.state.accruedInterest);
  close(run);
  return payoff;
};

function close({ state }: ContractRun): void {
  state.notionalPrincipal = 0;
  state.interestBase = 0;
  state.accruedInterest = 0;
  state.feeAccrued = 0;
}

/** An analysis date shows the states as they stand, interest accrued to it. */
const analysis: EventRule = (run, { accrualDay }) => {
  accrue(run, accrualDay);
  return 0;
};

/** Rules that all loans share. */
export const LOAN_RULES: EventRules = {
  AD: analysis,
  IED: initialExchange,
  IP: interestPayment,
  IPCI: capitalization,
  RR: rateReset,
  RRF: fixedRateReset,
  FP: feePayment,
  SC: scaling,
  IPCB: interestBaseFixing,
  PRD: purchase,
  TD: termination,
  MD: maturity,
};
