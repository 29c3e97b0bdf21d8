import type { Position } from '../balance-sheet/book.js';
import { bookFromPositions } from '../balance-sheet/columns.js';
import type { DepositModel } from '../behaviour/model.js';
import type { Parameter } from '../foundation/figure.js';
import type { MeasureUnit, MeasureValue } from '../metric/measure.js';
import type { Outcome } from '../study/outcome.js';
import type { Study } from '../study/study.js';

/** A parameter with nothing but a value: the toy bank has no sources. */
export function toyParameter(value: number): Parameter {
  return { value, unit: '', basis: 'assumed', source: [], note: 'toy' };
}

export function toyDepositModel(
  id: string,
  terms: Partial<Record<keyof DepositModel, number>> = {},
  migrationTo = '',
): DepositModel {
  const of = (name: keyof DepositModel, usual: number): Parameter =>
    toyParameter(terms[name] ?? usual);
  return {
    id,
    averageLifeYears: of('averageLifeYears', 5),
    beta: of('beta', 0.4),
    lagMonths: of('lagMonths', 6),
    servicingRate: of('servicingRate', 0),
    valuationSpread: of('valuationSpread', 0),
    migrationShare: of('migrationShare', 0),
    migrationTo,
    outflowShare: of('outflowShare', 0),
    outflowMonth: of('outflowMonth', 1),
  };
}

/** A deposit row of the toy bank; an empty `behaviour` makes a time deposit. */
export function toyDeposit(
  id: string,
  behaviour: string,
  balanceUsdMillion: number,
  rate: number,
): Position {
  return {
    id,
    side: 'liability',
    group: 'deposits',
    product: id,
    accountingClass: 'amortised-cost',
    principal: behaviour === '' ? 'even' : 'decay',
    behaviour,
    notionalUsdMillion: balanceUsdMillion,
    carryingUsdMillion: balanceUsdMillion,
    rate,
    couponRate: rate,
    premium: 0,
    floats: false,
    resetMonth: 0,
    firstPrincipalMonth: 12,
    maturityMonth: 12,
    noteRate: 0,
    discountSpread: 0,
    reinvestTenorMonths: 0,
    reinvestSpread: 0,
  };
}

/**
 * A bank small enough to work by hand: deposits of 1,000, of which 600 pay nothing, 300 pay
 * interest and 100 are time deposits; 800 of the 1,000 are uninsured.
 */
export function toyStudy(edit: Partial<Study> = {}): Study {
  return {
    schema: 'almfes/study/1',
    title: 'toy',
    institution: 'Toy Bank',
    valuationDate: '2021-12-31',
    decisionDate: '2022-03-01',
    currency: 'USD',
    book: bookFromPositions([
      toyDeposit('free', 'nib', 600, 0),
      toyDeposit('paid', 'ib', 300, 0.01),
      toyDeposit('time', '', 100, 0.02),
    ]),
    market: {
      curveDate: '2021-12-31',
      curveSource: 'toy',
      parQuotes: [],
      mortgageRate: toyParameter(0.03),
      swapSpread: toyParameter(0),
    },
    behaviour: {
      deposits: [toyDepositModel('nib', { beta: 0 }, 'ib'), toyDepositModel('ib')],
      prepayments: [],
    },
    hedges: [],
    capital: {
      cet1UsdMillion: 100,
      additionalTier1UsdMillion: 0,
      tier2UsdMillion: 0,
      riskWeightedAssetsUsdMillion: 800,
      leverageAssetsUsdMillion: 1200,
      aociOptOut: true,
      aociAddBackUsdMillion: 0,
      tangibleCommonEquityUsdMillion: 100,
      tangibleAssetsUsdMillion: 1200,
      taxRate: 0,
      realisedLossUsdMillion: 0,
      raisedUsdMillion: 0,
    },
    liquidity: { sources: [], uninsuredUsdMillion: 800, outflowShare: 0.3 },
    scenarios: [-200, 0, 100, 200].map((shockBp) => ({
      id: shockBp > 0 ? `+${shockBp}` : `${shockBp}`,
      title: `${shockBp} bp`,
      kind: 'parallel',
      shockBp,
      floorRate: null,
    })),
    figures: {},
    ...edit,
  };
}

/** An Outcome from a table `{ 'eve.change[+100]': -5 }`; all in USD million unless said. */
export function toyOutcome(
  values: Readonly<Record<string, number>>,
  units: Readonly<Record<string, MeasureUnit>> = {},
  by: Readonly<Record<string, NonNullable<MeasureValue['by']>>> = {},
): Outcome {
  const measures = Object.entries(values).map(([key, value]): MeasureValue => {
    const bracket = key.indexOf('[');
    const id = bracket === -1 ? key : key.slice(0, bracket);
    const scenario = bracket === -1 ? '' : key.slice(bracket + 1, -1);
    const split = by[key];
    const plain = { id, scenario, unit: units[id] ?? 'USD million', value };
    return split === undefined ? plain : { ...plain, by: split };
  });
  return { schema: 'almfes/outcome/1', measures };
}
