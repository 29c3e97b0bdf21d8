import { readdirSync, readFileSync } from 'node:fs';
import type { PathScenario, Study } from '@almfes/engine';
import {
  type CallReport,
  type CallReportMarket,
  type CallReports,
  CENTRAL_ASSUMPTIONS,
  callReportOf,
  callReportStudy,
  parseCallReports,
  parseQuarterEndMarkets,
  reportAt,
} from '@almfes/intake';
import { actualYear, predictedRates, type YearRates } from './actual-year.js';
import {
  byType,
  type DepositResponse,
  type DepositType,
  depositResponse,
  type Size,
} from './deposit-response.js';
import { observedSteps, oneMonthRates } from './monthly-curves.js';
import { type OwnBetas, ownBetas } from './own-beta.js';
import { type BankResponses, predictYear, type YearOfBank } from './predict-year.js';
import { sharedBytes, sharedRows } from './shared-file.js';

export const DATE = '2021-12-31';

/** Nothing later is used for betas and lags: reports of this quarter were public by the date. */
const LAST_KNOWN_QUARTER = '2021-09-30';
const FIRST_QUARTER = '2018-03-31';

/** Ways to predict; `own` was chosen before any figure of 2022 was predicted. */
export const METHODS = ['at once', 'study', 'lag', 'lag and time', 'own'] as const;
export type MethodName = (typeof METHODS)[number];
export const CHOSEN: MethodName = 'own';

export type SizeResponses = Readonly<Record<Size, Readonly<Record<DepositType, DepositResponse>>>>;

/** What is known before the year: how deposits answered, and the curves that then came. */
export interface Known {
  readonly responses: SizeResponses;
  readonly own: OwnBetas;
  readonly market: CallReportMarket;
  readonly path: PathScenario;
}

export function known(): Known {
  const costs = sharedRows('call-reports/industry_deposit_costs_quarterly.csv');
  const rates = oneMonthRates();
  const period = { from: FIRST_QUARTER, to: LAST_KNOWN_QUARTER };
  const ofSize = (size: Size) =>
    byType((type) => depositResponse(costs, rates, { size, type, ...period }));
  return {
    responses: {
      '<1bn': ofSize('<1bn'),
      '1-10bn': ofSize('1-10bn'),
      '10-100bn': ofSize('10-100bn'),
      '>100bn': ofSize('>100bn'),
    },
    own: ownBetas(sharedRows('call-reports/deposit_beta_by_bank_ge1bn.csv')),
    market: marketOf(DATE),
    path: { id: 'came', title: 'curves of 2022', kind: 'path', steps: observedSteps(DATE, 12) },
  };
}

function marketOf(date: string): CallReportMarket {
  const folder = new URL('../../library/data/quarter-end-market/', import.meta.url);
  const vintage = readdirSync(folder).toSorted().at(-1) ?? '';
  const text = readFileSync(new URL(`${vintage}/quarter-end-market.csv`, folder), 'utf8');
  const markets = parseQuarterEndMarkets(text);
  const market = markets.ok ? markets.value.get(date) : undefined;
  if (market === undefined) throw new Error(`no market of ${date}`);
  return market;
}

/** The Call Reports of December of two years; only banks that filed both are compared. */
export function twoDecembers(): readonly [before: CallReports, after: CallReports] {
  const read = (date: string): CallReports => {
    const fileName = `FFIEC CDR Call Bulk All Schedules ${date}.zip`;
    const found = parseCallReports({ bytes: sharedBytes(`ffiec-bulk/${fileName}`), fileName });
    if (found.ok) return found.value;
    throw new Error(found.issues.map(({ message }) => message).join('\n'));
  };
  return [read('12312021'), read('12312022')];
}

/** A predicted year with its rates. */
export interface PredictedBank {
  readonly year: YearOfBank;
  readonly rates: YearRates;
}

/** One bank: what it reported of two years, and what was predicted of the second. */
export interface BankYear {
  readonly report: CallReport;
  readonly assetsUsdMillion: number;
  /** Total assets a year later over those of the date. */
  readonly growth: number;
  readonly before: YearRates;
  readonly after: YearRates;
  readonly later: CallReport;
  readonly predicted: Readonly<Record<MethodName, PredictedBank>>;
}

/** Why a bank is not compared. */
export interface LeftOut {
  readonly idrssd: number;
  readonly reason: string;
}

/** Every bank of the first December, or one in so many, with its prediction or the reason. */
export function yearOfBanks(
  facts: Known,
  [first, second]: readonly [CallReports, CallReports],
  { oneIn }: { readonly oneIn: number },
): { readonly banks: readonly BankYear[]; readonly leftOut: readonly LeftOut[] } {
  const banks: BankYear[] = [];
  const leftOut: LeftOut[] = [];
  for (let row = 0; row < first.institutions.length; row += oneIn) {
    const report = reportAt(first, row);
    const found = bankYear(facts, report, second);
    if (typeof found === 'string')
      leftOut.push({ idrssd: report.institution.idrssd, reason: found });
    else banks.push(found);
  }
  return { banks, leftOut };
}

const NO_DEPOSITS = 'no interest-bearing deposits';

function bankYear(facts: Known, report: CallReport, second: CallReports): BankYear | string {
  const later = callReportOf(second, report.institution.idrssd);
  if (!later.ok) return 'no report a year later';
  const before = actualYear(report, null);
  const after = actualYear(later.value, report);
  if (before === null || after === null) return NO_DEPOSITS;
  const study = callReportStudy({
    ...{ report, market: facts.market, assumptions: CENTRAL_ASSUMPTIONS },
  });
  if (!study.ok) return study.issues[0]?.code ?? 'no Study';
  const assetsUsdMillion = report.amount('totalAssets') ?? 0;
  const predicted = predictions(facts, study.value.study, report, assetsUsdMillion);
  if (!Number.isFinite(predicted[CHOSEN].rates.costInterestBearing)) return NO_DEPOSITS;
  return {
    ...{ report, later: later.value, before, after, assetsUsdMillion },
    growth: (later.value.amount('totalAssets') ?? 0) / assetsUsdMillion,
    predicted,
  };
}

function predictions(
  { responses, own, path }: Known,
  study: Study,
  { institution }: CallReport,
  assetsUsdMillion: number,
): BankYear['predicted'] {
  const ofSize = responses[sizeOf(assetsUsdMillion)];
  const multiples = own.multiples.get(String(institution.idrssd)) ?? {};
  const ofBank = byType((type) => {
    const { beta, lagMonths } = ofSize[type];
    return { beta: Math.min(HIGHEST_BETA, beta * (multiples[type] ?? 1)), lagMonths };
  });
  const predict = (
    responses: BankResponses | null,
    timeByBeta: boolean,
    bank: Study = study,
  ): PredictedBank => {
    const year = predictYear(bank, path, { responses, timeByBeta });
    return { year, rates: predictedRates(year) };
  };
  return {
    'at once': predict(null, false, atOnce(study)),
    study: predict(null, false),
    lag: predict(ofSize, false),
    'lag and time': predict(ofSize, true),
    own: predict(ofBank, true),
  };
}

/** Deposit rates follow the market in the month itself. */
function atOnce(study: Study): Study {
  const deposits = study.behaviour.deposits.map((model) => ({
    ...model,
    lagMonths: { ...model.lagMonths, value: 0 },
  }));
  return { ...study, behaviour: { ...study.behaviour, deposits } };
}

/** The highest beta a Study may hold (NMD-16). */
const HIGHEST_BETA = 1.5;

export function sizeOf(assetsUsdMillion: number): Size {
  if (assetsUsdMillion < 1000) return '<1bn';
  if (assetsUsdMillion < 10_000) return '1-10bn';
  return assetsUsdMillion < 100_000 ? '10-100bn' : '>100bn';
}
