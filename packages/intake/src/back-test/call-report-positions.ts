import { RESTING } from '../call-report-study/row/position-row.js';
import type { CallReportQuarter } from './parse-call-report-quarters.js';

/** What a row of a Study's JSON holds; terms left out take the defaults of `POSITION`. */
type Row = Readonly<Record<string, string | number | boolean>>;

const POSITION: Row = { ...RESTING, rate: 0 };

/** Months at which a bucket falls due: the geometric middle of its ends (BACKTEST-3). */
const BULLET_MONTHS = {
  Le3m: 2,
  '3to12m': 6,
  '1to3y': 21,
  '3to5y': 46,
  '5to15y': 104,
  Gt15y: 255,
} as const;
/** Contractual months of a pool of mortgages in a bucket. */
const POOL_MONTHS = {
  Le3m: 3,
  '3to12m': 12,
  '1to3y': 36,
  '3to5y': 60,
  '5to15y': 168,
  Gt15y: 348,
} as const;
/** Borrowers pay more than holders of a pool receive: guarantee fee and servicing. */
const POOL_FEES = 0.008;
const OTHER_MBS_MONTHS = 300;
const SHORT_OTHER_MBS_MONTHS = 18;
const FLOATING_LOAN_MONTHS = 24;
const MORTGAGE_MONTHS = 340;

export interface CallReportTerms {
  readonly quarter: CallReportQuarter;
  /** Absent for the first quarter held: averages are then its own balances. */
  readonly before: CallReportQuarter | undefined;
  readonly oneMonthRate: number;
  /** Part of the securities kept in cash instead, 0 to 1 (BACKTEST-7). */
  readonly shareInCash: number;
}

/** Rates a year that the quarter's own income and balances give (BACKTEST-4). */
function ratesOf({ quarter, before, oneMonthRate }: CallReportTerms) {
  const of = (name: string) => amount(quarter, name);
  const mean = (name: string) => (of(name) + amount(before ?? quarter, name)) / 2;
  const cashIncome = (mean('cashInterest') * oneMonthRate) / 4;
  const loanIncome = of('interestIncome') - of('securitiesIncome') - cashIncome;
  return {
    securities: aYear(of('securitiesIncome'), mean('htmCost') + mean('afsCost')),
    loans: aYear(loanIncome, of('averageLoans')),
    paid: aYear(of('depositsPaidExpense'), mean('depositsPaid')),
    foreign: aYear(of('depositsForeignExpense'), mean('depositsForeign')),
  };
}

/** Rate a year of a quarter's amount; without a balance there is nothing that it could be of. */
function aYear(amountOfQuarter: number, balance: number): number {
  return balance === 0 ? 0 : (4 * amountOfQuarter) / balance;
}

function amount({ amounts }: CallReportQuarter, name: string): number {
  const value = amounts[name];
  if (value === undefined) throw new Error(`a Call Report without ${name}`);
  return value;
}

/**
 * The balance sheet of one Call Report as rows of a Study's JSON (BACKTEST-3, BACKTEST-4): the
 * two sides differ by the reported equity.
 */
export function callReportPositions(terms: CallReportTerms): readonly Row[] {
  const rows = [
    ...cashRows(terms),
    ...securityRows(terms),
    ...loanRows(terms),
    ...liabilityRows(terms),
  ];
  const assets = rows.reduce(
    (sum, row) => sum + (row.side === 'asset' ? Number(row.carryingUsdMillion) : 0),
    0,
  );
  const moved = terms.shareInCash * (of(terms, 'afsCost') - of(terms, 'afsFair'));
  const rest = of(terms, 'assets') + moved - assets;
  return [...rows, other('other-assets', 'asset', rest)].filter(
    ({ carryingUsdMillion }) => carryingUsdMillion !== 0,
  );
}

function of({ quarter }: CallReportTerms, name: string): number {
  return amount(quarter, name);
}

function row(terms: Row): Row {
  const { rate = 0 } = terms;
  return { ...POSITION, couponRate: rate, ...terms };
}

function both(notionalUsdMillion: number, carryingUsdMillion = notionalUsdMillion): Row {
  return { notionalUsdMillion, carryingUsdMillion };
}

function other(id: string, side: 'asset' | 'liability', balance: number): Row {
  const terms = { id, side, group: 'other', product: 'not-earning' };
  return row({ ...terms, accountingClass: 'not-remeasured', principal: 'none', ...both(balance) });
}

function cashRows(terms: CallReportTerms): Row[] {
  const moved = terms.shareInCash * (of(terms, 'afsCost') + of(terms, 'htmCost'));
  const cash = {
    ...{ side: 'asset', group: 'cash', product: 'cash', accountingClass: 'not-remeasured' },
  };
  return [
    row({
      ...{ ...cash, id: 'cash-non-interest', principal: 'none' },
      ...both(of(terms, 'cashNonInterest')),
    }),
    row({
      ...{ ...cash, id: 'cash-interest', principal: 'even', floats: true, rateIndex: 'treasury' },
      ...{ rate: terms.oneMonthRate, firstPrincipalMonth: 1, maturityMonth: 1 },
      ...both(of(terms, 'cashInterest') + moved),
    }),
  ];
}

type Bucket = keyof typeof BULLET_MONTHS;
const BUCKETS = ['Le3m', '3to12m', '1to3y', '3to5y', '5to15y', 'Gt15y'] as const;

/** Every bucket is split over the two books as their totals stand: the report does not. */
function securityRows(terms: CallReportTerms): Row[] {
  const rate = ratesOf(terms).securities;
  const kinds = [
    ...BUCKETS.map((end) => ({ name: `bonds${end}`, terms: bullet(BULLET_MONTHS[end]) })),
    ...BUCKETS.map((end) => ({ name: `pools${end}`, terms: pool(POOL_MONTHS[end], rate) })),
    { name: 'otherMbsLe3y', terms: bullet(SHORT_OTHER_MBS_MONTHS) },
    { name: 'otherMbsGt3y', terms: pool(OTHER_MBS_MONTHS, rate) },
  ];
  const total = kinds.reduce((sum, { name }) => sum + of(terms, name), 0);
  if (total === 0) return [];
  const kept = 1 - terms.shareInCash;
  return (['afs', 'htm'] as const).flatMap((group) => {
    const cost = of(terms, `${group}Cost`);
    const carrying = group === 'afs' ? of(terms, 'afsFair') : cost;
    const accountingClass = group === 'afs' ? 'available-for-sale' : 'held-to-maturity';
    return kinds.map(({ name, terms: own }) => {
      const share = (kept * of(terms, name)) / total;
      return row({
        ...{ id: `${group}-${name}`, side: 'asset', group, product: `${group}-${name}` },
        ...{ accountingClass, rate, ...own },
        ...both(share * cost, share * carrying),
      });
    });
  });
}

function bullet(months: number): Row {
  return {
    ...{ principal: 'even', firstPrincipalMonth: months, maturityMonth: months },
    reinvestTenorMonths: months,
  };
}

function pool(months: number, rate: number): Row {
  return {
    ...{ principal: 'level', behaviour: 'pools', maturityMonth: months },
    ...{ noteRate: rate + POOL_FEES, reinvestTenorMonths: 60 },
  };
}

/** What reprices within three months floats; the rest is fixed to the middle of its bucket. */
function loanRows(terms: CallReportTerms): Row[] {
  const rate = ratesOf(terms).loans;
  const discountSpread = Math.max(0, rate - terms.oneMonthRate);
  const names = (['mortgages', 'otherLoans'] as const).flatMap((kind) =>
    BUCKETS.map((end) => ({ kind, end, name: `${kind}${end}` })),
  );
  const total = names.reduce((sum, { name }) => sum + of(terms, name), 0);
  if (total === 0) return [];
  const net = of(terms, 'loans') - of(terms, 'allowance');
  return names.map(({ kind, end, name }) => {
    const share = of(terms, name) / total;
    return row({
      ...{ id: `loan-${name}`, side: 'asset', group: 'loans', product: `loan-${name}` },
      ...{
        accountingClass: 'amortised-cost',
        rate,
        discountSpread,
        reinvestSpread: discountSpread,
      },
      ...loanTerms(kind, end, rate),
      ...both(share * of(terms, 'loans'), share * net),
    });
  });
}

function loanTerms(kind: 'mortgages' | 'otherLoans', end: Bucket, rate: number): Row {
  if (end === 'Le3m') {
    return { ...bullet(FLOATING_LOAN_MONTHS), floats: true, rateIndex: 'treasury' };
  }
  if (kind === 'otherLoans' || end !== 'Gt15y') return bullet(BULLET_MONTHS[end]);
  return {
    ...{ principal: 'level', behaviour: 'mortgage-loans', maturityMonth: MORTGAGE_MONTHS },
    ...{ noteRate: rate, reinvestTenorMonths: 60 },
  };
}

function liabilityRows(terms: CallReportTerms): Row[] {
  const { paid, foreign } = ratesOf(terms);
  const deposit = (id: string, behaviour: string, balance: number, rate: number): Row =>
    row({
      ...{ id, side: 'liability', group: 'deposits', product: id, behaviour, rate },
      ...{ accountingClass: 'amortised-cost', principal: 'decay', ...both(balance) },
    });
  const borrowed = of(terms, 'borrowings');
  const funded =
    of(terms, 'depositsFree') + of(terms, 'depositsPaid') + of(terms, 'depositsForeign');
  return [
    deposit('deposits-free', 'nib', of(terms, 'depositsFree'), 0),
    deposit('deposits-paid', 'ib', of(terms, 'depositsPaid'), paid),
    deposit('deposits-foreign', 'ib', of(terms, 'depositsForeign'), foreign),
    row({
      ...{ id: 'borrowings', side: 'liability', group: 'borrowings', product: 'borrowings' },
      ...{ accountingClass: 'amortised-cost', floats: true, rateIndex: 'treasury' },
      ...{ ...bullet(1), rate: terms.oneMonthRate, ...both(borrowed) },
    }),
    other('other-liabilities', 'liability', of(terms, 'liabilities') - funded - borrowed),
  ];
}
