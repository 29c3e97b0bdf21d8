import {
  addMonths,
  businessDayCalendar,
  endOfMonth,
  type Parameter,
  type Period,
} from '../../foundation/index.js';
import type { CapFloorTerms, SwapLeg, SwaptionTerms } from '../../instrument/index.js';
import type { AutomaticOption } from './option-add-on.js';

/** What is assumed of the moves of the rate, with its source (rule OPTION-5). */
export type OptionVolatility =
  | { readonly kind: 'normal'; readonly volatility: Parameter }
  | { readonly kind: 'black'; readonly volatility: Parameter; readonly shift: Parameter };

export const STUDY_OPTION_KINDS = ['cap', 'floor', 'payer-swaption', 'receiver-swaption'] as const;

/** An automatic option of the banking book in whole months from the valuation date. */
export interface StudyOption {
  readonly id: string;
  readonly kind: (typeof STUDY_OPTION_KINDS)[number];
  readonly position: 'bought' | 'sold';
  readonly notionalUsdMillion: number;
  readonly strikeRate: number;
  /** Start of the first period; for a swaption the exercise, from 1. */
  readonly startMonth: number;
  readonly maturityMonth: number;
  readonly paymentMonths: number;
  readonly volatility: OptionVolatility;
}

/** Caps, floors and swaptions of a Study (rule STANDARD-15). */
export interface AutomaticOptions {
  readonly options: readonly StudyOption[];
}

/** The index that every leg here forecasts: the curve of the Study itself. */
export const STUDY_INDEX = 'study';
const ANY_DAY = businessDayCalendar('none');

/** The terms as the option formulas want them; dates by calendar months from the valuation day. */
export function automaticOption(option: StudyOption, valuationDay: number): AutomaticOption {
  return option.kind === 'cap' || option.kind === 'floor'
    ? { kind: 'cap-floor', terms: capFloorTerms(option, option.kind, valuationDay) }
    : { kind: 'swaption', terms: swaptionTerms(option, valuationDay) };
}

const positionOf = ({ position }: StudyOption) => (position === 'bought' ? 'long' : 'short');

/** A first period that starts at the valuation date has its rate: there is no option in it. */
function capFloorTerms(
  option: StudyOption,
  kind: 'cap' | 'floor',
  valuationDay: number,
): CapFloorTerms {
  const { strikeRate, startMonth } = option;
  return {
    kind,
    position: positionOf(option),
    leg: leg(option, valuationDay, 'floating'),
    ...(kind === 'cap' ? { capRate: strikeRate } : { floorRate: strikeRate }),
    includesFirst: startMonth > 0,
  };
}

function swaptionTerms(option: StudyOption, valuationDay: number): SwaptionTerms {
  return {
    right: option.kind === 'payer-swaption' ? 'payer' : 'receiver',
    position: positionOf(option),
    fixed: leg(option, valuationDay, 'fixed'),
    floating: leg(option, valuationDay, 'floating'),
    exerciseDays: [addMonths(valuationDay, option.startMonth)],
    settlement: 'physical',
  };
}

function leg(option: StudyOption, valuationDay: number, kind: 'fixed' | 'floating'): SwapLeg {
  const tenor: Period = { count: option.paymentMonths, unit: 'M' };
  return {
    side: kind === 'fixed' ? 'pay' : 'receive',
    notional: option.notionalUsdMillion,
    dayCount: '30/360',
    compounding: 'none',
    exchange: { initial: false, intermediate: false, final: false },
    rate: kind === 'fixed' ? { kind: 'fixed', rate: option.strikeRate } : floatingRate(tenor),
    schedule: {
      startDay: addMonths(valuationDay, option.startMonth),
      endDay: addMonths(valuationDay, option.maturityMonth),
      accrualTenor: tenor,
      paymentTenor: tenor,
      stub: 'short-initial',
      endOfMonth: valuationDay === endOfMonth(valuationDay),
      convention: 'Unadjusted',
      terminationConvention: 'Unadjusted',
      calendar: ANY_DAY,
      paymentConvention: 'Unadjusted',
      paymentCalendar: ANY_DAY,
      paymentLagDays: 0,
    },
  };
}

function floatingRate(tenor: Period): SwapLeg['rate'] {
  return {
    kind: 'term',
    index: {
      kind: 'term',
      id: STUDY_INDEX,
      tenor,
      fixingLagDays: 0,
      calendar: ANY_DAY,
      convention: 'Unadjusted',
      endOfMonth: false,
      dayCount: '30/360',
    },
    spread: 0,
    gearing: 1,
    fixing: 'in-advance',
    fixingLagDays: 0,
    forwardOver: 'accrual-period',
  };
}
