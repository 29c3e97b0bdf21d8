import {
  assumptionRanges,
  BASELINE_FAMILIES,
  type BankBaseline,
  baselineMeasures,
  type Choices,
  type FamilyName,
  type OpenAssumption,
  type Outcome,
  ok,
  type PeerStanding,
  type Result,
  type Study,
} from '@almfes/engine';
import type { CallReport } from '../call-report/index.js';
import {
  type AssumptionChoice,
  type BankStudy,
  CENTRAL_ASSUMPTIONS,
} from '../call-report-study/index.js';

export interface BankBaselineTerms {
  readonly report: CallReport;
  /** Schedules of the dictionary that the file lacks. */
  readonly missingSchedules: readonly string[];
  /** The Study of the bank with assumptions chosen: `callReportStudy` of its report. */
  readonly studyOf: (choice: AssumptionChoice) => Result<BankStudy>;
  readonly evaluate: (study: Study, families: readonly FamilyName[]) => Outcome;
  readonly peers: PeerStanding | null;
  readonly progress: (step: string, done: number, total: number) => void;
}

/**
 * Step 0 of one bank: its central Study, every measure with its range, and its peers (rules CALL-80
 * to CALL-87). An assumption that bears on nothing of the bank is left central. Issues: those of
 * the central Study.
 */
export function bankBaseline(terms: BankBaselineTerms): Result<BankBaseline> {
  const central = terms.studyOf(CENTRAL_ASSUMPTIONS);
  if (!central.ok) return central;
  const { study, reconciliation, unknowns, replacedRates } = central.value;
  const assumptions: readonly OpenAssumption[] = unknowns;
  const ranged = assumptionRanges({
    assumptions: assumptions.filter(bearsOnSomething),
    measures: baselineMeasures(study.scenarios),
    studyOf: (choices) => studyWith(terms, choices),
    evaluate: terms.evaluate,
    families: BASELINE_FAMILIES,
    progress: terms.progress,
  });
  if (!ranged.ok) return ranged;
  const { institution, quarterEnd } = terms.report;
  const { idrssd, name, city, state, submittedOn = null } = institution;
  return ok({
    bank: { idrssd: String(idrssd), name, city, state, quarterEnd },
    ...{ decisionDate: study.decisionDate, submittedOn },
    lines: reconciliation.map((line) => ({
      title: line.title,
      reported: line.reportedUsdMillion,
      built: line.builtUsdMillion,
      difference: line.differenceUsdMillion,
    })),
    missing: terms.missingSchedules.map((schedule) => `schedule ${schedule}`),
    ...{ replacedRates, movedToHtm: study.capital.aociOnTransferredHtmUsdMillion ?? 0 },
    assumptions,
    ranged: ranged.value,
    peers: terms.peers,
  });
}

/** What is open in the range: an assumption of one value moves nothing. */
function bearsOnSomething({ amountUsdMillion, low, high }: OpenAssumption): boolean {
  return amountUsdMillion !== 0 && low !== high;
}

function studyWith({ studyOf }: BankBaselineTerms, choices: Choices): Result<Study> {
  const built = studyOf({ ...CENTRAL_ASSUMPTIONS, ...choices });
  return built.ok ? ok(built.value.study) : built;
}
