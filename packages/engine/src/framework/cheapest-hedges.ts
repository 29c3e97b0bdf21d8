import type { LinearProgramme, Solver } from '../decision/index.js';
import type { Result } from '../foundation/index.js';
import {
  assetsUsdMillion,
  type CheapestProgramme,
  type CheapestSolver,
  cheapestMix,
  type HedgeAssessment,
} from '../hedge/index.js';
import type { Study } from '../study/index.js';
import {
  evaluateHedges,
  HEDGE_ENGINE,
  type HedgeQuestion,
  targetIssues,
  USUAL_TARGET,
} from './evaluate-hedges.js';

/**
 * The cheapest mix of the structures that keeps the EVE limit of the question and the usual NII
 * limit (HEDGE-14), evaluated as one hedge. Issues as `cheapestMix` and `evaluateHedges`.
 */
export async function cheapestHedges(
  study: Study,
  question: HedgeQuestion,
  solver: Solver,
): Promise<Result<HedgeAssessment>> {
  const issues = targetIssues(question);
  if (issues.length > 0) return { ok: false, issues };
  const shocked = study.scenarios.map(({ id }) => id).filter((id) => id !== '0');
  const scenarios = question.scenario === null ? shocked : [question.scenario];
  const share = (question.target ?? USUAL_TARGET.cheapest.value) / 100;
  const mix = await cheapestMix({
    ...HEDGE_ENGINE,
    ...{ study, structures: question.structures, terms: question.terms },
    limits: [
      { kind: 'eve-limit', scenarios, share },
      { kind: 'nii-limit', scenarios, share: USUAL_TARGET['nii-limit'].value / 100 },
    ],
    mostUsdMillion: assetsUsdMillion(study),
    solver: solverOf(solver),
  });
  if (!mix.ok) return mix;
  const { structure, notionalUsdMillion } = mix.value;
  return evaluateHedges(study, {
    ...question,
    ...{ structures: [structure], sizeTo: 'notional', target: notionalUsdMillion },
  });
}

/** The solver of the decision room, as the hedge room asks for it. */
function solverOf(solver: Solver): CheapestSolver {
  return async (programme) => {
    const solution = await solver(wholeProgramme(programme));
    return solution.status === 'optimal' ? solution.x : null;
  };
}

function wholeProgramme({ variables, constraints }: CheapestProgramme): LinearProgramme {
  return {
    variables: variables.map((each) => ({ ...each, unit: 'units' })),
    constraints: constraints.map((each) => ({
      ...each,
      ...{ title: each.id, high: null, scenario: '', failure: '' },
    })),
  };
}
