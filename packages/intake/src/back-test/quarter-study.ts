import { type ParQuote, parseStudy, type Result, type Study } from '@almfes/engine';
import { callReportPositions } from './call-report-positions.js';
import type { CallReportQuarter } from './parse-call-report-quarters.js';
import type { MortgageRate } from './parse-mortgage-rates.js';

export interface QuarterTerms {
  readonly institution: string;
  readonly document: string;
  readonly url: string;
  readonly quarter: CallReportQuarter;
  readonly before: CallReportQuarter | undefined;
  /** Day of the curve, the valuation and, for a decision, the decision. */
  readonly date: string;
  readonly curveDate: string;
  readonly parQuotes: readonly ParQuote[];
  readonly mortgageRate: MortgageRate;
  /** Part of the securities kept in cash instead, 0 to 1. */
  readonly shareInCash: number;
  /** Average life of deposits without maturity, years: a judgement. */
  readonly depositLifeYears: number;
}

const SHOCKS_BP = [-200, -100, 100, 200, 300] as const;

/**
 * A Study from one Call Report on the curve of a day (BACKTEST-3 to BACKTEST-5). It goes through
 * the Study's own door. Issues: those of `parseStudy`.
 */
export function quarterStudy(terms: QuarterTerms): Result<Study> {
  const { quarter, before, date, curveDate, parQuotes, mortgageRate, shareInCash } = terms;
  const oneMonthRate = parQuotes.find(({ tenorMonths }) => tenorMonths === 1)?.rate ?? 0;
  return parseStudy({
    schema: 'almfes/study/1',
    title: `${terms.institution}, Call Report of ${quarter.date}, curve of ${curveDate}`,
    institution: terms.institution,
    valuationDate: date,
    decisionDate: [date, quarter.knownFrom].sort().at(-1),
    currency: 'USD',
    positions: callReportPositions({ quarter, before, oneMonthRate, shareInCash }),
    market: {
      curveDate,
      curveSource: 'US Treasury daily par yield curve',
      parQuotes,
      mortgageRate: assumed(
        mortgageRate.rate,
        'decimal rate',
        `Freddie Mac PMMS, 30-year, ${mortgageRate.observed}: library/data/pmms`,
      ),
      swapSpread: assumed(0, 'decimal rate', 'no swap curve held; range -30 to +25 bp'),
    },
    behaviour: behaviourOf(terms.depositLifeYears),
    hedges: [],
    capital: capitalOf(quarter),
    liquidity: liquidityOf(quarter, shareInCash),
    scenarios: [
      { id: '0', title: 'base', kind: 'parallel', shockBp: 0, floorRate: null },
      ...SHOCKS_BP.map((shockBp) => ({
        ...{ id: shockBp > 0 ? `+${shockBp}` : `${shockBp}`, title: `${shockBp} bp` },
        ...{ kind: 'parallel', shockBp, floorRate: shockBp < 0 ? 0 : null },
      })),
    ],
    figures: figuresOf(terms),
  });
}

function assumed(value: number, unit: string, note: string) {
  return { value, unit, basis: 'assumed', source: [], note };
}

const JUDGED_LIFE = 'judgement, the same in every quarter; Basel caps core deposits at 4 to 5';
const NONE = 'none assumed';

function deposits(id: string, life: number, beta: number, betaNote: string, migrationTo: string) {
  return {
    id,
    averageLifeYears: assumed(life, 'years', JUDGED_LIFE),
    beta: assumed(beta, 'ratio', betaNote),
    lagMonths: assumed(0, 'months', NONE),
    servicingRate: assumed(0, 'a year', NONE),
    valuationSpread: assumed(0, 'a year', NONE),
    migrationShare: assumed(0, 'share', NONE),
    migrationTo,
    outflowShare: assumed(0, 'share', NONE),
    outflowMonth: assumed(1, 'month', 'no outflow'),
  };
}

const SPEEDS =
  'arctangent curve of the Office of Thrift Supervision NPV model (coefficients seen in ' +
  'secondary public text only)';

function prepayments(id: string) {
  return {
    id,
    multiplier: assumed(1, 'times', 'the curve as it stands'),
    minCpr: assumed(0.06, 'a year', 'turnover of 100% PSA, 6% a year'),
    maxCpr: assumed(0.458783, 'a year', SPEEDS),
    slope: assumed(5.952, 'per unit of ratio', SPEEDS),
    midpoint: assumed(1.089, 'ratio', SPEEDS),
  };
}

/** The same in every quarter, from what was public before the first decision (BACKTEST-5). */
function behaviourOf(life: number) {
  return {
    deposits: [
      deposits('nib', life, 0, 'non-interest-bearing by contract', 'ib'),
      deposits('ib', life, 0.5, INDUSTRY_BETA, ''),
    ],
    prepayments: [prepayments('pools'), prepayments('mortgage-loans')],
  };
}

const INDUSTRY_BETA =
  'industry, interest-bearing deposits, rates up, 2018 to 2019: public by 2020-02';

function capitalOf({ amounts, aociOptOut }: CallReportQuarter) {
  const { cet1 = 0, tier1 = 0, riskWeightedAssets, assets, aoci = 0, equity } = amounts;
  return {
    cet1UsdMillion: cet1,
    additionalTier1UsdMillion: tier1 - cet1,
    tier2UsdMillion: 0,
    riskWeightedAssetsUsdMillion: riskWeightedAssets,
    leverageAssetsUsdMillion: assets,
    aociOptOut,
    aociAddBackUsdMillion: aociOptOut ? -aoci : 0,
    tangibleCommonEquityUsdMillion: equity,
    tangibleAssetsUsdMillion: assets,
    taxRate: 0.21,
    realisedLossUsdMillion: 0,
    raisedUsdMillion: 0,
  };
}

/** Nine tenths of domestic deposits uninsured: a judgement, no figure was public before 2021. */
const UNINSURED_SHARE = 0.9;

function liquidityOf({ amounts }: CallReportQuarter, shareInCash: number) {
  const { cashNonInterest = 0, cashInterest = 0, afsCost = 0, htmCost = 0 } = amounts;
  const { depositsFree = 0, depositsPaid = 0, depositsForeign = 0 } = amounts;
  const sale = (group: 'afs' | 'htm', bidOffer: number) => ({
    ...{ id: `${group}-sale`, title: `${group.toUpperCase()} sold`, kind: 'sale', group },
    ...{ pledgedUsdMillion: 0, bidOffer, daysToCash: 2 },
  });
  const cash = cashNonInterest + cashInterest + shareInCash * (afsCost + htmCost);
  return {
    sources: [
      {
        ...{ id: 'cash', title: 'Cash and equivalents', kind: 'cash', amountUsdMillion: cash },
        ...{ committed: true, daysToCash: 0 },
      },
      sale('afs', 0.002),
      sale('htm', 0.005),
    ],
    uninsuredUsdMillion: UNINSURED_SHARE * (depositsFree + depositsPaid) + depositsForeign,
    outflowShare: 0.25,
  };
}

/** Every amount of the report with its passport: what the hindsight check reads. */
function figuresOf({ quarter, document, url }: QuarterTerms) {
  return Object.fromEntries(
    Object.entries(quarter.amounts).map(([name, value]) => [
      `call-report.${quarter.date}.${name}`,
      {
        label: name,
        value,
        unit: 'USD million',
        asOf: quarter.date,
        knownFrom: quarter.knownFrom,
        document: `${document}, ${quarter.date}`,
        locator: 'MDRM codes of library/data/call-report-quarters',
        url,
        confidence: 'derived',
        role: 'input',
      },
    ]),
  );
}
