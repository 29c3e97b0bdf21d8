import {
  businessDayShift,
  type ContractTerms,
  dayOfTime,
  roleSign,
  TERM_NAMES,
  timeOfDay,
  yearsOf,
} from '../../contract/index.js';
import { BULLET, LEVEL, LINEAR } from './loan-columns.js';
import { gridDay, gridThrough, type PaymentGrid, stepAtOrAfter } from './payment-grid.js';

/** A fixed-rate loan that pays on one grid: steps count along the grid, amounts carry the sign. */
export interface PlainLoan {
  readonly terms: ContractTerms;
  readonly grid: PaymentGrid;
  readonly repayment: number;
  readonly firstStep: number;
  readonly lastStep: number;
  readonly firstYearFraction: number;
  /** The exchange, or a later status date (seconds). */
  readonly start: number;
  readonly exchangeDay: number;
  readonly notional: number;
  readonly rate: number;
  /** Undefined: the level payment that repays the loan at maturity, still to be solved. */
  readonly payment: number | undefined;
}

const REPAYMENT: Readonly<Partial<Record<ContractTerms['contractType'], number>>> = {
  PAM: BULLET,
  LAM: LINEAR,
  NAM: LEVEL,
  ANN: LEVEL,
};

/** The exchange of a loan that is already paid out lies before every valuation. */
const ALREADY_EXCHANGED = -2147483648;

const WHOLE_DAYS = [
  'statusDate',
  'initialExchangeDate',
  'cycleAnchorDateOfInterestPayment',
  'maturityDate',
] as const;

/** Terms without which there is no loan: nothing is put in their place. */
const REQUIRED = ['contractRole', 'notionalPrincipal'] as const;

const DAY_COUNTS: ReadonlySet<ContractTerms['dayCountConvention']> = new Set([
  'AA',
  'A360',
  'A365',
  '30E360',
]);

/** Terms that columns carry; a contract with any other goes the way of events (LOAN-6). */
const CARRIED: ReadonlySet<string> = new Set([
  'contractType',
  'contractID',
  'contractRole',
  'contractDealDate',
  'statusDate',
  'initialExchangeDate',
  'maturityDate',
  'notionalPrincipal',
  'nominalInterestRate',
  'dayCountConvention',
  'currency',
  'calendar',
  'businessDayConvention',
  'endOfMonthConvention',
  'cycleAnchorDateOfInterestPayment',
  'cycleOfInterestPayment',
  'cycleAnchorDateOfPrincipalRedemption',
  'cycleOfPrincipalRedemption',
  'nextPrincipalRedemptionPayment',
]);

/** A contract as a plain loan, or the name of the term that columns cannot carry. */
export type LoanReading =
  | { readonly loan: PlainLoan }
  | { readonly refusedTerm: keyof ContractTerms };

/** Reads a contract as a plain loan (LOAN-6). */
export function plainLoan(terms: ContractTerms): LoanReading {
  const other = TERM_NAMES.find((name) => terms[name] !== undefined && !CARRIED.has(name));
  if (other !== undefined) return { refusedTerm: other };
  const repayment = REPAYMENT[terms.contractType];
  if (repayment === undefined) return { refusedTerm: 'contractType' };
  const wrongDate = WHOLE_DAYS.find((name) => !isWholeDay(terms[name]));
  if (wrongDate !== undefined) return { refusedTerm: wrongDate };
  const missing = REQUIRED.find((name) => terms[name] === undefined);
  if (missing !== undefined) return { refusedTerm: missing };
  if (!DAY_COUNTS.has(terms.dayCountConvention)) return { refusedTerm: 'dayCountConvention' };
  const grid = paymentGrid(terms);
  return typeof grid === 'string' ? { refusedTerm: grid } : placedLoan(terms, repayment, grid);
}

function isWholeDay(time: number | undefined): boolean {
  return time !== undefined && time === timeOfDay(dayOfTime(time));
}

/** One monthly cycle for interest and, where there is any, for principal. */
function paymentGrid(terms: ContractTerms): PaymentGrid | keyof ContractTerms {
  const { cycleOfInterestPayment: cycle, cycleOfPrincipalRedemption: principal } = terms;
  if (cycle === undefined || cycle.months === 0 || cycle.days !== 0) {
    return 'cycleOfInterestPayment';
  }
  const isBullet = terms.contractType === 'PAM';
  if (!isBullet && (principal?.months !== cycle.months || principal.days !== 0)) {
    return 'cycleOfPrincipalRedemption';
  }
  const anchor = dayOf(terms.cycleAnchorDateOfInterestPayment);
  const grid = gridThrough(anchor, cycle.months, terms.endOfMonthConvention === 'EOM');
  if (isBullet) return grid;
  const first = terms.cycleAnchorDateOfPrincipalRedemption;
  if (first === undefined || !isWholeDay(first) || !isOnGrid(grid, dayOf(first))) {
    return 'cycleAnchorDateOfPrincipalRedemption';
  }
  return grid;
}

function isOnGrid(grid: PaymentGrid, day: number): boolean {
  return gridDay(grid, stepAtOrAfter(grid, day)) === day;
}

function dayOf(time: number | undefined): number {
  return time === undefined ? Number.NaN : dayOfTime(time);
}

/** Puts the loan's first and last payment on the grid. */
function placedLoan(terms: ContractTerms, repayment: number, grid: PaymentGrid): LoanReading {
  const exchange = dayOf(terms.initialExchangeDate);
  const start = Math.max(exchange, dayOf(terms.statusDate));
  const anchor = dayOf(terms.cycleAnchorDateOfInterestPayment);
  const maturity = dayOf(terms.maturityDate);
  const firstStep = stepAtOrAfter(grid, Math.max(anchor, start + 1));
  const lastStep = stepAtOrAfter(grid, maturity);
  if (anchor < exchange) return { refusedTerm: 'cycleAnchorDateOfInterestPayment' };
  if (!isOnGrid(grid, maturity) || lastStep < firstStep) return { refusedTerm: 'maturityDate' };
  const late = repayment === BULLET ? undefined : lateTerm(terms, gridDay(grid, firstStep));
  if (late !== undefined) return { refusedTerm: late };
  const shift = businessDayShift(terms);
  const payDay = (step: number): number =>
    dayOfTime(shift.eventTime(timeOfDay(gridDay(grid, step))));
  const beforeIsPaidLater = gridDay(grid, firstStep - 1) >= anchor && payDay(firstStep - 1) > start;
  if (payDay(firstStep) <= start || beforeIsPaidLater)
    return { refusedTerm: 'businessDayConvention' };
  const accrualDay = (day: number): number => shift.accrualDay(timeOfDay(day));
  const years = yearsOf(terms.dayCountConvention ?? 'AA', undefined);
  const last = gridDay(grid, firstStep - 1);
  const hasAccrued = start > exchange && last >= anchor;
  const accrued = hasAccrued ? years(accrualDay(last), accrualDay(start)) : 0;
  const sign = roleSign(terms.contractRole);
  const payment = terms.nextPrincipalRedemptionPayment;
  const loan = {
    terms,
    grid,
    repayment,
    firstStep,
    lastStep,
    firstYearFraction: accrued + years(accrualDay(start), accrualDay(gridDay(grid, firstStep))),
    start: timeOfDay(start),
    exchangeDay: exchange > dayOf(terms.statusDate) ? exchange : ALREADY_EXCHANGED,
    notional: sign * (terms.notionalPrincipal ?? 0),
    rate: terms.nominalInterestRate ?? 0,
    payment: payment === undefined ? undefined : sign * payment,
  };
  return { loan };
}

/** The term by which principal starts after interest, or has no amount that columns can solve. */
function lateTerm(terms: ContractTerms, firstPayment: number): keyof ContractTerms | undefined {
  const firstRedemption = dayOf(terms.cycleAnchorDateOfPrincipalRedemption);
  const anchor = dayOf(terms.cycleAnchorDateOfInterestPayment);
  if (firstRedemption > firstPayment || firstRedemption < anchor) {
    return 'cycleAnchorDateOfPrincipalRedemption';
  }
  const isSolved = terms.contractType === 'ANN' && firstRedemption === firstPayment;
  const isGiven = terms.nextPrincipalRedemptionPayment !== undefined;
  return isGiven || isSolved ? undefined : 'nextPrincipalRedemptionPayment';
}
