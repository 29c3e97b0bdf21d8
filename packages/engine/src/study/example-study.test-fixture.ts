import {
  bookFromPositions,
  bookTotals,
  type Group,
  type Position,
  rowOf,
} from '../balance-sheet/index.js';
import type { DepositModel, IncentivePrepaymentModel } from '../behaviour/index.js';
import type { Figure, Parameter, Result } from '../foundation/index.js';
import type { Study } from './study.js';

/** Seed of every property test here: the base date of the second case. */
export const SEED = 20221230;

export function assumed(value: number, unit = ''): Parameter {
  return { value, unit, basis: 'assumed', source: [], note: 'an example' };
}

export function row(id: string, group: Group, edit: Partial<Position> = {}): Position {
  const asset = group !== 'deposits' && group !== 'borrowings';
  return {
    id,
    side: asset ? 'asset' : 'liability',
    group,
    product: 'example',
    accountingClass: 'amortised-cost',
    principal: 'even',
    behaviour: '',
    rateIndex: edit.floats === true ? 'treasury' : 'none',
    notionalUsdMillion: 100,
    carryingUsdMillion: 100,
    rate: 0.02,
    couponRate: edit.rate ?? 0.02,
    premium: 0,
    floats: false,
    resetMonth: 0,
    firstPrincipalMonth: 12,
    maturityMonth: 60,
    noteRate: 0,
    discountSpread: 0,
    reinvestTenorMonths: 0,
    reinvestSpread: 0,
    ageMonths: 0,
    ...edit,
  };
}

const amounts = (notionalUsdMillion: number, carryingUsdMillion = notionalUsdMillion) => ({
  notionalUsdMillion,
  carryingUsdMillion,
});
const AFS = { accountingClass: 'available-for-sale' } as const;
const HTM = { accountingClass: 'held-to-maturity' } as const;

/** Assets 980 = cash 100 + AFS 180 + HTM 300 + loans 400; liabilities 900; equity 80. */
export const EXAMPLE_POSITIONS: readonly Position[] = [
  row('cash', 'cash', { ...amounts(100), principal: 'none', maturityMonth: 480 }),
  row('afs-bonds', 'afs', { ...AFS, ...amounts(120, 110) }),
  row('afs-bills', 'afs', { ...AFS, ...amounts(80, 70) }),
  row('htm-mbs', 'htm', { ...HTM, ...amounts(200), principal: 'level', behaviour: 'mbs' }),
  row('htm-cmo', 'htm', { ...HTM, ...amounts(100) }),
  row('loans', 'loans', { ...amounts(410, 400), floats: true }),
  row('free', 'deposits', { ...amounts(500), principal: 'decay', behaviour: 'nib', rate: 0 }),
  row('paid', 'deposits', { ...amounts(200), principal: 'decay', behaviour: 'ib', rate: 0.01 }),
  row('sweep', 'deposits', { ...amounts(100), principal: 'decay', behaviour: 'ib', rate: 0.02 }),
  row('fhlb', 'borrowings', { ...amounts(100), rate: 0.03 }),
];

/** Market value of a row that is not worth its carrying amount. */
const VALUES: Readonly<Record<string, number>> = { 'htm-mbs': 176, 'htm-cmo': 94, loans: 380 };

/** Values a banker can read: AFS at its carrying amount, HTM 10 % under cost, loans 5 %. */
export function exampleValues(study: Study): Float64Array {
  return Float64Array.from(study.book.id, (id, at) => {
    const original = EXAMPLE_POSITIONS.find((position) => position.id === id);
    const carrying = study.book.carryingUsdMillion[at] ?? 0;
    const value = VALUES[id];
    if (value === undefined || original === undefined) return carrying;
    const notional = study.book.notionalUsdMillion[at] ?? 0;
    return (value * notional) / original.notionalUsdMillion;
  });
}

export function depositModel(id: string, migrationTo = ''): DepositModel {
  return {
    id,
    averageLifeYears: assumed(5, 'years'),
    beta: assumed(0.4),
    lagMonths: assumed(3, 'months'),
    servicingRate: assumed(0.01),
    valuationSpread: assumed(0),
    migrationShare: assumed(0),
    migrationTo,
    outflowShare: assumed(0),
    outflowMonth: assumed(1, 'month'),
  };
}

export function prepaymentModel(id: string): IncentivePrepaymentModel {
  return {
    id,
    multiplier: assumed(1),
    minCpr: assumed(0.04),
    maxCpr: assumed(0.4),
    slope: assumed(200),
    midpoint: assumed(0.0075),
  };
}

export const FIGURE: Figure = {
  label: 'Beta of interest-bearing deposits',
  value: 0.6,
  unit: 'ratio',
  asOf: '2021-12-31',
  knownFrom: '2022-03-01',
  document: 'Form 10-K FY2021',
  locator: 'p. 60',
  url: '',
  confidence: 'seen',
  role: 'input',
};

const EXAMPLE_CAPITAL: Study['capital'] = {
  cet1UsdMillion: 95,
  additionalTier1UsdMillion: 10,
  tier2UsdMillion: 5,
  riskWeightedAssetsUsdMillion: 600,
  leverageAssetsUsdMillion: 1000,
  aociOptOut: true,
  aociAddBackUsdMillion: 15,
  tangibleCommonEquityUsdMillion: 80,
  tangibleAssetsUsdMillion: 980,
  taxRate: 0.25,
  realisedLossUsdMillion: 0,
  raisedUsdMillion: 0,
};

/** A bank small enough to work by hand; see EXAMPLE_POSITIONS for its balance sheet. */
export function exampleStudy(edit: Partial<Study> = {}): Study {
  return {
    schema: 'almfes/study/1',
    title: 'An example',
    institution: 'Example Bank',
    valuationDate: '2021-12-31',
    decisionDate: '2022-03-01',
    currency: 'USD',
    book: bookFromPositions(EXAMPLE_POSITIONS),
    market: {
      curveDate: '2021-12-31',
      curveSource: 'an example',
      parQuotes: [
        { tenorMonths: 1, rate: 0.0006 },
        { tenorMonths: 120, rate: 0.0152 },
        { tenorMonths: 360, rate: 0.019 },
      ],
      mortgageRate: assumed(0.0311),
      swapSpread: assumed(0),
    },
    behaviour: {
      deposits: [depositModel('nib', 'ib'), depositModel('ib')],
      prepayments: [prepaymentModel('mbs')],
    },
    hedges: [
      {
        id: 'swap-afs',
        notionalUsdMillion: 100,
        fixedRate: 0.01,
        floatSpread: 0,
        startMonth: 0,
        maturityMonth: 60,
        model: 'fair-value',
        hedgedGroup: 'afs',
      },
    ],
    capital: EXAMPLE_CAPITAL,
    liquidity: {
      sources: [
        {
          id: 'cash',
          title: 'Cash',
          kind: 'cash',
          amountUsdMillion: 90,
          committed: true,
          daysToCash: 0,
        },
        saleSource('sale-afs', 'afs', 50),
        saleSource('sale-htm', 'htm', 60),
      ],
      uninsuredUsdMillion: 600,
      outflowShare: 0.3,
    },
    scenarios: [
      { id: '0', title: 'Base', kind: 'parallel', shockBp: 0, floorRate: 0 },
      { id: '+200', title: 'Up 200 bp', kind: 'parallel', shockBp: 200, floorRate: 0 },
    ],
    figures: { 'beta.2021': FIGURE },
    ...edit,
  };
}

function saleSource(id: string, group: 'afs' | 'htm', pledgedUsdMillion: number) {
  return {
    id,
    title: id,
    kind: 'sale',
    group,
    pledgedUsdMillion,
    bidOffer: 0.01,
    daysToCash: 2,
  } as const;
}

/** The value of a result that must be ok; its issues are the failure message otherwise. */
export function valueOrThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.issues.map((each) => each.message).join('\n'));
}

/** `code path` of every issue; empty for a success. */
export function issueLines<T>(result: Result<T>): string[] {
  return result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path}`);
}

/** Carrying amount of a position. */
export function carrying(study: Study, id: string): number {
  const at = rowOf(study.book, id);
  if (at === undefined) throw new Error(`no position ${id}`);
  return study.book.carryingUsdMillion[at] ?? Number.NaN;
}

/** Assets minus liabilities of the book. */
export function bookEquity(study: Study): number {
  return bookTotals(study.book).equityUsdMillion;
}
