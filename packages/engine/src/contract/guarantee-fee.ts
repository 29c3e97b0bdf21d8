import type { ContractRun } from './contract-run.js';
import { addTermPeriod } from './cycle.js';
import { effectiveDay } from './date-time.js';
import type { ScheduledEvent } from './scheduled-event.js';

/** The fee of a guarantee while its events run (rule COMPOSED-17). */
export interface GuaranteeFee {
  /** Adds the fee on the covered amount (basis N) up to a day. */
  readonly accrue: (run: ContractRun, day: number) => void;
  /** A fee payment on its cycle. */
  readonly pay: (run: ContractRun, event: ScheduledEvent) => number;
  /** Leaves in the states what is owed for the running period when the guarantee is exercised. */
  readonly close: (run: ContractRun, event: ScheduledEvent) => void;
}

/** `status`: the moment from which the first running period counts. */
export function guaranteeFee(status: number): GuaranteeFee {
  let periodStart = status;
  return {
    accrue,
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

/** The part of an absolute fee for a broken period, in whole units of currency. */
function brokenFee({ terms, years, sign }: ContractRun, start: number, day: number): number {
  const { cycleOfFee, feeRate = 0 } = terms;
  if (cycleOfFee === undefined || feeRate === 0) return 0;
  const startDay = effectiveDay(start);
  const endDay = effectiveDay(addTermPeriod(start, cycleOfFee));
  const part = years(startDay, day) / years(startDay, endDay);
  return sign * Math.trunc(part * feeRate);
}
