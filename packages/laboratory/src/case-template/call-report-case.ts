import {
  applyChanges,
  baseRowValues,
  type Change,
  evaluate,
  type Figure,
  ok,
  type Result,
} from '@almfes/engine';
import {
  BEFORE_PREFIX,
  CALL_REPORT_SCHEMA,
  type CallReport,
  type CallReportMarket,
  type CallReports,
  CENTRAL_ASSUMPTIONS,
  callReportStudy,
  filingDate,
  marketForm,
  REPORT_PREFIX,
} from '@almfes/intake';
import type { FiguresFile } from './blank-case.js';
import { fundingMix } from './funding-mix.js';
import { consumerShare, industryShares } from './industry-shares.js';
import { type BehaviourPair, behaviourPair } from './own-behaviour.js';
import { ownBeta } from './own-beta.js';
import { type DecisionCurve, type MadePlan, missingGroups, planTemplate } from './plan-template.js';
import { recordedFigures, recordedReport } from './recorded-report.js';

export interface CallReportCaseTerms {
  readonly slug: string;
  readonly reports: CallReports;
  readonly report: CallReport;
  /** An earlier report of the bank. */
  readonly before: CallReport | null;
  readonly market: CallReportMarket;
  /** ISO date; null: the day the report was due. */
  readonly decisionDate: string | null;
  /** Text of named-bank-deposits.csv. */
  readonly history: string;
  /** Dates of curves that the library holds, rising. */
  readonly curveDates: readonly string[];
}

/** The JSON files of a new case; expected.json comes of the run. */
export interface CaseFilesMade {
  readonly figures: FiguresFile;
  readonly study: object;
  readonly changes: MadePlan;
  readonly decisionDate: string;
  /** What step 1 has no group for, and why (rule FORM-29). */
  readonly missingGroups: readonly string[];
}

/**
 * A case folder of one bank's Call Report (rules FORM-19 to FORM-22): every reported amount that
 * the Study reads as a figure, the Study's form with the bank's own behaviour as far as public
 * figures tell it, and the five steps scaled to the bank. Issues: those of `callReportStudy` and of
 * Changes that do not fit.
 */
export function newCallReportCase(terms: CallReportCaseTerms): Result<CaseFilesMade> {
  const { slug, report, before, market } = terms;
  const { institution, quarterEnd } = report;
  const due = filingDate(quarterEnd, institution.form);
  const decisionDate = terms.decisionDate ?? due;
  const now = recordedReport(report);
  const earlier = before === null ? null : recordedReport(before);
  const built = callReportStudy({
    ...{ report: now.report, market, assumptions: CENTRAL_ASSUMPTIONS, decisionDate },
    ...(earlier === null ? {} : { before: earlier.report }),
  });
  if (!built.ok) return built;
  const central = built.value.study;
  const industry = industryShares(terms.reports, report);
  const beta = ownBeta({
    history: terms.history,
    idrssd: institution.idrssd,
    market,
    decisionDate,
  });
  const domestic = now.report.amount('depositsDomestic') ?? 0;
  const share = consumerShare(now.report);
  const behaviour = behaviourPair(central, share, industry, beta);
  const own = applyChanges(central, ownChanges(behaviour), baseRowValues);
  if (!own.ok) return own;
  const title = `${institution.name}, ${quarterEnd}`;
  const plan = {
    ...{ study: own.value, outcome: evaluate(own.value), behaviour },
    mix: fundingMix(own.value, domestic, industry),
  };
  const figures = {
    ...recordedFigures(now, REPORT_PREFIX),
    ...(earlier === null ? {} : recordedFigures(earlier, BEFORE_PREFIX)),
    ...industry.figures,
    ...(beta?.figures ?? {}),
  };
  return ok({
    decisionDate,
    figures: figuresFile(slug, decisionDate, figures),
    study: {
      ...{ schema: CALL_REPORT_SCHEMA, title, institution: institution.name },
      ...{ idrssd: institution.idrssd, form: institution.form, quarterEnd },
      ...{ beforeQuarterEnd: before?.quarterEnd ?? null, decisionDate },
      ...{ assumptions: CENTRAL_ASSUMPTIONS, market: marketForm(market) },
      own: ownChanges(behaviour),
    },
    changes: planTemplate({ ...plan, afterwards: curveAfter(terms.curveDates, decisionDate) }),
    missingGroups: missingGroups(plan),
  });
}

function ownChanges({ ownLife, ownBeta: beta }: BehaviourPair): Change[] {
  return beta === null ? [ownLife] : [ownLife, beta];
}

/** The latest curve of the library, where it is of a later day than the decision. */
function curveAfter(dates: readonly string[], decisionDate: string): DecisionCurve | null {
  const later = dates.filter((date) => date > decisionDate).at(-1);
  return later === undefined ? null : { curveDate: later, title: `Par yields of ${later}` };
}

function figuresFile(
  slug: string,
  decisionDate: string,
  figures: Readonly<Record<string, Figure>>,
): FiguresFile {
  return {
    ...{ schema: 'almfes/figures/1', case: slug, decisionDate },
    note:
      'Amounts of the Call Report carry cr., those of an earlier one cr.before.; they count as ' +
      'known from the day the report was due; the bulk file holds them as last revised. Shares ' +
      'of all banks carry industry.',
    figures,
  };
}
