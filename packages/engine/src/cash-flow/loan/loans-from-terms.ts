import { businessDayShift, type ContractTerms, yearsOf } from '../../contract/index.js';
import { levelPayment } from './level-payment.js';
import { BULLET, type LoanColumns } from './loan-columns.js';
import { gridDay, timetableOf } from './payment-grid.js';
import { type PlainLoan, plainLoan } from './plain-loan.js';

/** The contracts that stand in columns, and those that go the way of events, with the reason. */
export interface LoanSelection {
  readonly loans: LoanColumns;
  /** For each row of `loans`, the position of its contract in the list given. */
  readonly contracts: readonly number[];
  readonly refused: readonly { readonly contract: number; readonly term: keyof ContractTerms }[];
}

/** Puts every contract that columns can carry into columns (LOAN-6); the others are listed. */
export function loansFromTerms(terms: readonly ContractTerms[]): LoanSelection {
  const plain: PlainLoan[] = [];
  const contracts: number[] = [];
  const refused: { contract: number; term: keyof ContractTerms }[] = [];
  terms.forEach((one, contract) => {
    const reading = plainLoan(one);
    if ('loan' in reading) {
      plain.push(reading.loan);
      contracts.push(contract);
    } else refused.push({ contract, term: reading.refusedTerm });
  });
  return { loans: columnsOf(plain), contracts, refused };
}

/** A timetable as it grows: the steps that its loans need so far. */
interface Span {
  readonly index: number;
  readonly loan: PlainLoan;
  first: number;
  last: number;
}

function columnsOf(plain: readonly PlainLoan[]): LoanColumns {
  const spans = new Map<string, Span>();
  const placed = plain.map((loan) => ({ loan, span: widened(spans, loan) }));
  const timetables = [...spans.values()].map(({ loan, first, last }) =>
    timetableOf(loan.grid, loan.terms, first, last),
  );
  const unshifted = new Map<Span, Float64Array>();
  const whole = (value: (one: Placed) => number) => Int32Array.from(placed, value);
  const real = (value: (one: Placed) => number) => Float64Array.from(placed, value);
  return {
    timetables,
    timetable: whole(({ span }) => span.index),
    repayment: Uint8Array.from(placed, ({ loan }) => loan.repayment),
    firstPayment: whole(({ loan, span }) => loan.firstStep - span.first),
    payments: whole(({ loan }) => loan.lastStep - loan.firstStep + 1),
    notional: real(({ loan }) => loan.notional),
    rate: real(({ loan }) => loan.rate),
    payment: real((one) => paymentOf(one, unshifted)),
    firstYearFraction: real(({ loan }) => loan.firstYearFraction),
    exchangeDay: whole(({ loan }) => loan.exchangeDay),
  };
}

interface Placed {
  readonly loan: PlainLoan;
  readonly span: Span;
}

/** The span of the loan's timetable, made wide enough for it. */
function widened(spans: Map<string, Span>, loan: PlainLoan): Span {
  const { cycleMonths, phaseMonths, dayOfMonth } = loan.grid;
  const { businessDayConvention, calendar, dayCountConvention } = loan.terms;
  const shift = [businessDayConvention, calendar, dayCountConvention];
  const key = [cycleMonths, phaseMonths, dayOfMonth, ...shift].join('|');
  const span = spans.get(key) ?? {
    index: spans.size,
    loan,
    first: loan.firstStep,
    last: loan.lastStep,
  };
  span.first = Math.min(span.first, loan.firstStep);
  span.last = Math.max(span.last, loan.lastStep);
  spans.set(key, span);
  return span;
}

/** A payment that is not given is solved on the days of the cycle, as the event path does. */
function paymentOf({ loan, span }: Placed, unshifted: Map<Span, Float64Array>): number {
  if (loan.repayment === BULLET) return 0;
  if (loan.payment !== undefined) return loan.payment;
  const { grid, firstStep, lastStep, terms } = loan;
  const rest = unshifted.get(span) ?? unshiftedYears(span);
  unshifted.set(span, rest);
  const years = yearsOf(terms.dayCountConvention ?? 'AA', undefined);
  const start = businessDayShift(terms).accrualDay(loan.start);
  return levelPayment(loan.notional, loan.rate, {
    firstYears: years(start, gridDay(grid, firstStep)),
    rest,
    from: firstStep - span.first + 1,
    end: lastStep - span.first + 1,
  });
}

function unshiftedYears({ loan, first, last }: Span): Float64Array {
  const terms: ContractTerms = { ...loan.terms, businessDayConvention: 'NOS' };
  return timetableOf(loan.grid, terms, first, last).yearFractions;
}
