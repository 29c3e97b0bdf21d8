import {
  type Issue,
  type LaterCurves,
  type LeagueRow,
  leagueMeasure,
  ok,
  PROGRAMMES,
  type Result,
  type Study,
} from '@almfes/engine';
import type { CallReport } from '../call-report/index.js';
import {
  type AssumptionChoice,
  type CallReportMarket,
  CENTRAL_ASSUMPTIONS,
  callReportStudy,
} from '../call-report-study/index.js';
import { SWAP_SPREAD } from './named-bank-league.js';
import { withSwapSpread } from './swap-spread.js';

export interface ReportLeagueTerms {
  readonly report: CallReport;
  readonly market: CallReportMarket;
  readonly laterCurves: LaterCurves;
}

/** Assumptions at one end, the others central (EFF-10). */
const ENDS: readonly AssumptionChoice[] = (['securityPlace', 'poolSpeed'] as const).flatMap(
  (name) => (['low', 'high'] as const).map((end) => ({ ...CENTRAL_ASSUMPTIONS, [name]: end })),
);

/**
 * Every standard programme at one bank of a bulk file (EFF-8 to EFF-10), each measured or with the
 * reason why not.
 */
export function reportLeagueRows(terms: ReportLeagueTerms): readonly LeagueRow[] {
  const { report, laterCurves } = terms;
  const { idrssd, name: bank, state } = report.institution;
  const { quarterEnd } = report;
  const built = studiesOf(terms);
  return PROGRAMMES.map((programme) => {
    const own = { bank, idrssd, state, cycle: '', quarterEnd, programme };
    const without = (issues: readonly Issue[]) => ({ ...own, measured: null, issues });
    if (!built.ok) return without(built.issues);
    const [central, ...ends] = built.value;
    const spreads = programme === 'short' ? [] : [SWAP_SPREAD.low, SWAP_SPREAD.high];
    const variants = [...ends, ...spreads.map((spread) => withSwapSpread(central, spread))];
    const measured = leagueMeasure({ programme, central, variants, laterCurves });
    if (!measured.ok) return without(measured.issues);
    return { ...own, measured: measured.value, issues: [] };
  });
}

function studiesOf({ report, market }: ReportLeagueTerms): Result<readonly [Study, ...Study[]]> {
  const central = callReportStudy({ report, market, assumptions: CENTRAL_ASSUMPTIONS });
  if (!central.ok) return central;
  const ends: Study[] = [];
  for (const assumptions of ENDS) {
    const built = callReportStudy({ report, market, assumptions });
    if (!built.ok) return built;
    ends.push(measurable(built.value.study));
  }
  return ok([measurable(central.value.study), ...ends]);
}

/** The scenarios that the league reads: a Study from a report has more. */
function measurable(study: Study): Study {
  const read = ['0', '-200', '-100', '+100', '+200'];
  return { ...study, scenarios: study.scenarios.filter(({ id }) => read.includes(id)) };
}
