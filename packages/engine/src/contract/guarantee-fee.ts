import type { ContractRun } from './contract-run.js';
import { addTermPeriod } from './cycle.js';
import { effectiveDay } from './date-time.js';
import type { ScheduledEvent } from './scheduled-event.js';

/** The fee of a guarantee while its events run (rule COMPOSED-17). */
export interface GuaranteeFee {
  /** A purchase: from here on the fee is the holder's. */
  readonly begin: (run: ContractRun, event: ScheduledEvent) => void;
  /** A fee payment on its cycle. */
  readonly pay: (run: ContractRun, event: ScheduledEvent) => number;
  /** Leaves in the states what is owed for the running period when the guarantee is exercised. */
  readonly close: (run: ContractRun, event: ScheduledEvent) => void;
}

/** `status`: the moment from which the first running period counts. */
export function guaranteeFee(status: number): GuaranteeFee {
  let periodStart = status;
  return {
    begin: (run, { accrualDay, scheduleTime }) => {
      accrue(run, accrualDay);
      periodStart = scheduleTime;
    },
    pay: (run, { accrualDay, scheduleTime }) => {
      accrue(run, accrualDay);
      const { terms, state, sign } = run;
      const accrued = state.feeAccrued;
      state.feeAccrued = 0;
      periodStart = scheduleTime;
      return terms.feeBasis === 'A' ? sign * (terms.feeRate ?? 0) : accrued;
    },
    close: (run, { accrualDay }) => {
      accrue(run, accrualDay);
      const { terms, state } = run;
      if (terms.feeBasis === 'A') state.feeAccrued += brokenFee(run, periodStart, accrualDay);
    },
  };
}

function accrue({ terms, state, years }: ContractRun, day: number): void {
  const { feeBasis, feeRate = 0 } = terms;
  if (feeBasis === 'N' && feeRate !== 0 && day !== state.day) {
    state.feeAccrued += years(state.day, day) * state.notionalPrincipal * feeRate;
  }
  state.day = day;
}

/** The part of an absolute fee for a broken period, by day count. */
function brokenFee(run: ContractRun, start: number, day: number): number {
  const { terms, years, sign } = run;
  const { feeRate = 0 } = terms;
  const end = nextFeeTime(run, start);
  if (end === undefined || feeRate === 0) return 0;
  const part = years(effectiveDay(start), day) / years(effectiveDay(start), effectiveDay(end));
  return sign * part * feeRate;
}

/** The date of the fee cycle that follows, whether or not a fee will be paid on it. */
function nextFeeTime({ terms }: ContractRun, start: number): number | undefined {
  const { cycleAnchorDateOfFee, cycleOfFee, purchaseDate } = terms;
  const anchor = cycleAnchorDateOfFee ?? purchaseDate;
  if (cycleOfFee === undefined || anchor === undefined) return undefined;
  let next = anchor;
  for (let times = 1; next <= start; times += 1) next = addTermPeriod(anchor, cycleOfFee, times);
  return next;
}
