import {
  fail,
  type Issue,
  issue,
  type LeagueRow,
  leagueMeasure,
  ok,
  type Programme,
  type Result,
  type Study,
  withReportedYield,
} from '@almfes/engine';
import type { CallReportQuarter, ReportedBank } from '../back-test/parse-call-report-quarters.js';
import { quarterStudy } from '../back-test/quarter-study.js';
import type { CallReportMarket } from '../call-report-study/index.js';
import { laterCurvesFrom } from '../case/parse-discipline.js';
import type { LeagueCycle } from './league-cycle.js';
import { withSwapSpread } from './swap-spread.js';

const URL = 'https://cdr.ffiec.gov/public/PWS/DownloadBulkData.aspx';
const DEPOSIT_LIFE_YEARS = 4;

/** Lowest prepayment a year: the first choice of BACKTEST-5, its own, and 10% (EFF-10). */
export const LOWEST_PREPAYMENT = { low: 0.0224, central: 0.06, high: 0.1 } as const;
/** Swap rate less Treasury par, decimal: METHOD section 2 (EFF-10). */
export const SWAP_SPREAD = { low: -0.003, central: 0, high: 0.0025 } as const;

export interface NamedLeagueTerms {
  readonly bank: ReportedBank;
  readonly cycle: LeagueCycle;
  readonly programme: Programme;
  /** By quarter end. */
  readonly markets: ReadonlyMap<string, CallReportMarket>;
}

/** One bank in one cycle under one programme, measured or with the reason why not (EFF-11). */
export function namedLeagueRow(terms: NamedLeagueTerms): LeagueRow {
  const { bank, cycle, programme, markets } = terms;
  const { quarterEnd } = cycle;
  const { idrssd, names } = bank;
  const own = { bank: names[0], idrssd, state: '', cycle: cycle.id, quarterEnd, programme };
  const variants = variantsOf(terms);
  if (!variants.ok) return { ...own, measured: null, issues: variants.issues };
  const [central, ...ends] = variants.value;
  const laterCurves = laterCurvesFrom(markets, quarterEnd);
  const measured = leagueMeasure({ programme, central, variants: ends, laterCurves });
  return measured.ok
    ? { ...own, measured: measured.value, issues: [] }
    : { ...own, measured: null, issues: measured.issues };
}

function variantsOf({
  bank,
  cycle: { quarterEnd },
  programme,
  markets,
}: NamedLeagueTerms): Result<readonly [Study, ...Study[]]> {
  const index = bank.quarters.findIndex(({ date }) => date === quarterEnd);
  const quarter = bank.quarters[index];
  const market = markets.get(quarterEnd);
  if (quarter === undefined) return missing(`a report of ${quarterEnd}`);
  if (market === undefined) return missing(`a market of ${quarterEnd}`);
  const plain = plainStudy(bank, { quarter, before: bank.quarters[index - 1] }, market);
  if (!plain.ok) return plain;
  const { low, central, high } = LOWEST_PREPAYMENT;
  const studies: Study[] = [];
  for (const speed of [central, low, high]) {
    const study = atReportedValue(withLowestPrepayment(plain.value, speed), quarter);
    if (!study.ok) return study;
    studies.push(study.value);
  }
  const [first, ...rest] = studies;
  if (first === undefined) throw new Error('three speeds give three Studies');
  const spreads = programme === 'short' ? [] : [SWAP_SPREAD.low, SWAP_SPREAD.high];
  return ok([first, ...rest, ...spreads.map((spread) => withSwapSpread(first, spread))]);
}

function missing(expected: string): { readonly ok: false; readonly issues: readonly Issue[] } {
  return fail(issue('league.report', 'call-report-quarters', expected, 'none'));
}

function plainStudy(
  bank: ReportedBank,
  reports: { readonly quarter: CallReportQuarter; readonly before: CallReportQuarter | undefined },
  { market }: CallReportMarket,
): Result<Study> {
  const institution = bank.names[0];
  return quarterStudy({
    ...{ ...reports, institution, document: `Call Report of ${institution}`, url: URL },
    ...{ date: reports.quarter.date, curveDate: market.curveDate, parQuotes: market.parQuotes },
    mortgageRate: { rate: market.mortgageRate.value, observed: market.mortgageRate.note },
    ...{ shareInCash: 0, depositLifeYears: DEPOSIT_LIFE_YEARS },
  });
}

/** Both books at their reported fair value, with yields that a market pays (EFF-13). */
function atReportedValue(study: Study, quarter: CallReportQuarter): Result<Study> {
  const { afsFair = 0, htmFair = 0 } = quarter.amounts;
  return withReportedYield(study, { afs: afsFair, htm: htmFair });
}

function withLowestPrepayment(study: Study, value: number): Study {
  const prepayments = study.behaviour.prepayments.map((model) =>
    'minCpr' in model ? { ...model, minCpr: { ...model.minCpr, value } } : model,
  );
  return { ...study, behaviour: { ...study.behaviour, prepayments } };
}
