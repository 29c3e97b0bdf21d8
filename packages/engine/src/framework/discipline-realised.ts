import { fail, issue, ok, type Result } from '../foundation/index.js';
import { costRatio } from '../hedge/index.js';
import { measureOf, type Outcome, type Study } from '../study/index.js';
import type { LaterCurves } from './case-input.js';
import {
  type DisciplinePair,
  type DisciplineRequest,
  type DisciplineResult,
  disciplinePair,
} from './discipline.js';

const PATH = 'realised.path';
const HORIZON_MONTHS = 24;

/** What the discipline kept and cost on the rates that came: outcome, never a decision (EFF-6). */
export interface RealisedDiscipline {
  /** Day of the later curve on which the bank without the discipline has the least E0. */
  readonly worstDay: string;
  /** Months after the date of that curve. */
  readonly worstMonth: number;
  readonly capitalKept: number;
  /** 24-month NII given up along the curves that came, USD million; negative when it earned. */
  readonly niiGivenUp: number;
  /** With bid-offer and margin funding of the decision. */
  readonly cost: number;
  readonly ratio: number | null;
}

/**
 * The realised version against the same counterfactual (EFF-6, EFF-7): income along the curves that
 * came, capital on each of them within two years. Issues: `discipline.later` where they do not
 * reach 24 months, and those of Changes and measures.
 */
export function realisedDiscipline(
  request: DisciplineRequest,
  expected: Pick<DisciplineResult, 'bidOffer' | 'marginFunding'>,
  laterCurves: LaterCurves,
): Result<RealisedDiscipline> {
  const steps = laterCurves.filter(({ month }) => month > 0 && month <= HORIZON_MONTHS);
  if (steps.at(-1)?.month !== HORIZON_MONTHS) {
    const got = `the last at month ${steps.at(-1)?.month ?? 0}`;
    return fail(issue('discipline.later', '/laterCurves', 'curves to month 24', got));
  }
  const pair = disciplinePair(request);
  if (!pair.ok) return pair;
  const study = onLaterCurves(pair.value, steps);
  const { evaluate } = request.engine;
  const having = evaluate(study.with, ['income', 'capital']);
  const lacking = evaluate(study.without, ['income', 'capital']);
  const refused = [...having.refused, ...lacking.refused].find(({ id }) => NEEDED.includes(id));
  if (refused !== undefined) return fail(refused.issue);
  return ok(realisedOf({ with: having, without: lacking }, expected, steps));
}

const NEEDED = ['capital.economic.e0', 'nii.24m'];

function onLaterCurves(pair: DisciplinePair, steps: LaterCurves): DisciplinePair {
  const path = { id: PATH, title: 'Rates that came', kind: 'path', steps } as const;
  const replays = steps.map(
    ({ month, curve }) =>
      ({ id: replayId(month), title: curve.dateIso, kind: 'replay', curve }) as const,
  );
  const on = (study: Study): Study => ({
    ...study,
    scenarios: [...study.scenarios.filter(({ id }) => id === '0'), path, ...replays],
  });
  return { with: on(pair.with), without: on(pair.without) };
}

function replayId(month: number): string {
  return `realised.${month}`;
}

function realisedOf(
  outcomes: { readonly with: Outcome; readonly without: Outcome },
  { bidOffer, marginFunding }: Pick<DisciplineResult, 'bidOffer' | 'marginFunding'>,
  steps: LaterCurves,
): RealisedDiscipline {
  const e0 = (outcome: Outcome, month: number) =>
    measureOf(outcome, 'capital.economic.e0', replayId(month));
  const worst = steps.reduce((low, step) =>
    e0(outcomes.without, step.month) < e0(outcomes.without, low.month) ? step : low,
  );
  const capitalKept = e0(outcomes.with, worst.month) - e0(outcomes.without, worst.month);
  const earned = (outcome: Outcome) => measureOf(outcome, 'nii.24m', PATH);
  const niiGivenUp = earned(outcomes.without) - earned(outcomes.with);
  const cost = niiGivenUp + bidOffer + marginFunding;
  const ratio = capitalKept > 0 ? costRatio(capitalKept, cost, outcomes.without) : null;
  const { month: worstMonth, curve } = worst;
  return { worstDay: curve.dateIso, worstMonth, capitalKept, niiGivenUp, cost, ratio };
}
