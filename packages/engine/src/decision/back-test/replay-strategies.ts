import { ok } from '../../foundation/index.js';
import { measureOf, type Outcome, type Study } from '../../study/index.js';
import type { Plan } from '../plan.js';
import { planActions } from '../plan-actions.js';
import type { PlanProblem } from '../problem.js';
import { reliefWords } from '../relief-words.js';
import type { ReplayStrategy } from './back-test.js';
import { fairSwap, REPLAY_TENORS_MONTHS, securitiesCost } from './replay-levers.js';

type Swap = Study['hedges'][number];

const nothing = async () => ok({ swaps: [], words: 'nothing' });

/** What the bank did, as it published it. */
export const DO_NOTHING: ReplayStrategy = {
  id: 'nothing',
  title: 'As the bank did',
  keepsGrowthInCash: false,
  decide: nothing,
};

/** The first simple rule: no security is bought with new money, it is kept at one-month rates. */
export const CASH_SHORT: ReplayStrategy = {
  id: 'cash-short',
  title: 'New money in cash',
  keepsGrowthInCash: true,
  decide: nothing,
};

/**
 * The second simple rule: swaps that offset what all securities lose at +100 bp, of the tenor
 * nearest to their duration; topped up or unwound at every decision (BACKTEST-7).
 */
export function hedgeAll(evaluate: (study: Study) => Outcome): ReplayStrategy {
  return {
    id: 'hedge-all',
    title: 'Hedge all duration',
    keepsGrowthInCash: false,
    decide: async (study) => ok(offset(study, evaluate)),
  };
}

const SHOCK = '+100';
const SHOCK_SIZE = 0.01;
const UNIT_USD_MILLION = 1000;
/** Moves under a million of notional are not made. */
const SMALLEST_USD_MILLION = 1;

function offset(study: Study, evaluate: (study: Study) => Outcome) {
  const outcome = evaluate(study);
  const marks = (scenario: string) =>
    measureOf(outcome, 'unrealised.afs', scenario) + measureOf(outcome, 'unrealised.htm', scenario);
  const loss = marks('0') - marks(SHOCK);
  const duration = loss / SHOCK_SIZE / (securitiesCost(study) + marks('0'));
  const months = nearestTenor(duration * 12);
  const gain = gainOf(study, study.hedges, evaluate);
  const unit = gainOf(study, [fairSwap(study, months, UNIT_USD_MILLION)], evaluate);
  const notional = ((loss - gain) / unit) * UNIT_USD_MILLION;
  const words =
    `securities lose ${loss.toFixed(0)} million at ${SHOCK} bp, ` +
    `duration ${duration.toFixed(1)} years`;
  if (Math.abs(notional) < SMALLEST_USD_MILLION) return { swaps: [], words };
  return { swaps: [fairSwap(study, months, notional)], words };
}

function nearestTenor(months: number): number {
  return REPLAY_TENORS_MONTHS.reduce((best, tenor) =>
    Math.abs(tenor - months) < Math.abs(best - months) ? tenor : best,
  );
}

/** What swaps gain at the shock: a swap's value does not depend on the other hedges. */
function gainOf(study: Study, swaps: readonly Swap[], evaluate: (study: Study) => Outcome): number {
  const change = (hedges: readonly Swap[]) =>
    measureOf(evaluate({ ...study, hedges }), 'eve.change', SHOCK);
  return swaps.length === 0 ? 0 : change(swaps) - change([]);
}

/** The recommendations: the plan of every decision date, followed in full (BACKTEST-8). */
export function recommendations(problemOf: (study: Study) => PlanProblem): ReplayStrategy {
  return {
    id: 'recommendations',
    title: 'As recommended',
    keepsGrowthInCash: false,
    decide: async (study) => {
      const problem = problemOf(study);
      const plan = await planActions(problem);
      if (!plan.ok) return plan;
      return ok({ swaps: swapsOf(problem, plan.value), words: wordsOf(problem, plan.value) });
    },
  };
}

function swapsOf(problem: PlanProblem, plan: Plan): readonly Swap[] {
  return plan.moves.flatMap(({ lever, size }) => {
    const own = problem.levers.find(({ id }) => id === lever);
    return (own?.makeChanges(size) ?? []).flatMap((change) =>
      change.kind === 'add-hedge'
        ? [
            {
              ...change.swap,
              id: lever,
              notionalUsdMillion: change.swap.notionalUsdMillion * change.size,
            },
          ]
        : [],
    );
  });
}

function wordsOf(problem: PlanProblem, plan: Plan): string {
  const agreed = plan.agreed ? '' : '; model and full valuation do not agree';
  if (plan.status === 'meets limits') return `every limit is met${agreed}`;
  const relaxed = plan.relaxations.map(({ limit, title, amount }) => {
    const own = problem.limits.find(({ id }) => id === limit);
    if (own === undefined) return title;
    return `${title}, by ${reliefWords(amount, own)}`;
  });
  return `relaxed: ${relaxed.join('; ')}${agreed}`;
}
