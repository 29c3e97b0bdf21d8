import { itemAt, type Position } from '@almfes/engine';
import type { FieldName } from '../../call-report/index.js';
import { type BuiltPart, carryingOf, type PartTerms, reconciliationLine } from '../built-part.js';
import { parYieldAt } from '../curve-rate.js';
import {
  type BucketMonths,
  evenPrincipal,
  floatingRate,
  monthIn,
  positionRow,
  restingRow,
} from './position-row.js';

export const FIRST_LIEN_MODEL = 'first-lien-loans';
export const OTHER_LOAN_MODEL = 'other-loans';

const bucket = (from: number, to: number): BucketMonths => ({ from, to });

/** Buckets of RC-C memorandum 2; what is over fifteen years is taken to end at thirty. */
const OTHER_BUCKETS = [
  ['otherLoansTo3Months', bucket(0, 3)],
  ['otherLoans3To12Months', bucket(3, 12)],
  ['otherLoans1To3Years', bucket(12, 36)],
  ['otherLoans3To5Years', bucket(36, 60)],
  ['otherLoans5To15Years', bucket(60, 180)],
  ['otherLoansOver15Years', bucket(180, 360)],
] as const satisfies readonly (readonly [FieldName, BucketMonths])[];

/** A first mortgage with more than fifteen years to go was written for 30: 20 to 30 are left. */
const FIRST_LIEN_BUCKETS = [
  ['firstLienTo3Months', bucket(0, 3)],
  ['firstLien3To12Months', bucket(3, 12)],
  ['firstLien1To3Years', bucket(12, 36)],
  ['firstLien3To5Years', bucket(36, 60)],
  ['firstLien5To15Years', bucket(60, 180)],
  ['firstLienOver15Years', bucket(240, 360)],
] as const satisfies readonly (readonly [FieldName, BucketMonths])[];

/** Loans that reprice within three months run off over three years and are replaced. */
const FLOATING_LIFE_MONTHS = 36;
/** From this bucket on (over five years) loans amortise in level payments. */
const FIRST_LEVEL_BUCKET = 4;
const LONGEST_REINVEST_MONTHS = 60;
const MORTGAGE_CURVE_MONTHS = 120;

interface LoanKind {
  readonly id: string;
  readonly model: string;
  readonly rate: number;
  readonly floatingRate: number;
  /** Over the curve: what new loans of the kind earn, and what old ones are discounted with. */
  readonly margin: number;
  /** Part of a bullet's term before even principal begins, 0 to 1. */
  readonly balloon: number;
}

/** Loans by repricing, nonaccrual loans, allowance spread over all (rules CALL-23 to CALL-25). */
export function loanPart(terms: PartTerms): BuiltPart {
  const { reader, assumed } = terms;
  const gross = reader.sum(['loansHeldForSale', 'loansHeldForInvestment']);
  const net = gross - reader.amount('loanAllowance');
  const carried = gross > 0 ? net / gross : 1;
  const [firstLien, other] = loanKinds(terms);
  const place = assumed('loanPlace').value;
  const rowsOf = (kind: LoanKind, buckets: typeof OTHER_BUCKETS | typeof FIRST_LIEN_BUCKETS) =>
    buckets.map(([field, months], at) =>
      loanRow(kind, {
        at,
        month: monthIn(months, place),
        cost: reader.amount(field),
        carried,
        terms,
      }),
    );
  const firstLiens = rowsOf(firstLien, FIRST_LIEN_BUCKETS);
  const others = rowsOf(other, OTHER_BUCKETS);
  const idle = restingRow(
    'loans-nonaccrual',
    'asset',
    'loans',
    carried * reader.amount('nonaccrual'),
  );
  const rows = [...firstLiens, ...others, idle];
  const balloons = others.slice(1, FIRST_LEVEL_BUCKET);
  return {
    rows,
    lines: [
      reconciliationLine(reader, {
        ...{ item: 'loans', title: 'Loans and leases, net of allowance' },
        added: ['loansHeldForSale', 'loansHeldForInvestment'],
        deducted: ['loanAllowance'],
        builtUsdMillion: carryingOf(rows),
      }),
    ],
    borne: {
      loanPlace: carryingOf([...firstLiens.slice(1), ...others.slice(1)]),
      loanMargin: carryingOf([...firstLiens, ...others]),
      loanBalloon: carryingOf(balloons),
      otherLoanSpeed: carryingOf(others.slice(FIRST_LEVEL_BUCKET)),
      mortgageSpeed: carryingOf(firstLiens.slice(FIRST_LEVEL_BUCKET)),
    },
  };
}

/** New mortgages earn the survey rate; other loans what the bank's own earn over a calm curve. */
function loanKinds({ market, rates, assumed }: PartTerms): readonly [LoanKind, LoanKind] {
  const change = assumed('loanMargin').value;
  const survey =
    market.market.mortgageRate.value - parYieldAt(market.market, MORTGAGE_CURVE_MONTHS);
  const own = rates.otherLoans - market.twoYearMean;
  return [
    {
      ...{ id: 'loans-first-lien', model: FIRST_LIEN_MODEL, balloon: 1 },
      ...{ rate: rates.firstLien, floatingRate: rates.firstLienFloating },
      margin: Math.max(0, survey + change),
    },
    {
      ...{ id: 'loans-other', model: OTHER_LOAN_MODEL, balloon: assumed('loanBalloon').value },
      ...{ rate: rates.otherLoans, floatingRate: rates.otherLoansFloating },
      margin: Math.max(0, own + change),
    },
  ];
}

const ENDS = ['to-3m', '3m-to-1y', '1y-to-3y', '3y-to-5y', '5y-to-15y', 'over-15y'] as const;

interface LoanAmount {
  readonly at: number;
  readonly month: number;
  readonly cost: number;
  /** Carrying amount over cost: one less the allowance. */
  readonly carried: number;
  readonly terms: PartTerms;
}

function loanRow(kind: LoanKind, { at, month, cost, carried, terms }: LoanAmount): Position {
  const id = `${kind.id}-${itemAt(ENDS, at)}`;
  const amounts = { notionalUsdMillion: cost, carryingUsdMillion: carried * cost };
  const loan = { id, side: 'asset', group: 'loans', accountingClass: 'amortised-cost' } as const;
  if (at === 0) {
    const { value: change } = terms.assumed('loanMargin');
    const margin = kind.floatingRate - parYieldAt(terms.market.market, 1);
    return positionRow({
      ...{ ...loan, ...amounts, rate: kind.floatingRate },
      discountSpread: Math.max(0, margin + change),
      ...evenPrincipal(FLOATING_LIFE_MONTHS, 1),
      ...floatingRate(month),
    });
  }
  const fixed = { discountSpread: kind.margin, reinvestSpread: kind.margin, rate: kind.rate };
  if (at < FIRST_LEVEL_BUCKET) {
    const first = Math.max(1, Math.round(kind.balloon * month));
    return positionRow({ ...loan, ...amounts, ...fixed, ...evenPrincipal(month, first) });
  }
  return positionRow({
    ...{ ...loan, ...amounts, ...fixed, principal: 'level', behaviour: kind.model },
    ...{ maturityMonth: month, noteRate: kind.rate },
    reinvestTenorMonths: Math.min(month, LONGEST_REINVEST_MONTHS),
  });
}
