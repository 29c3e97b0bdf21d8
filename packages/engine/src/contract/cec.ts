import { collect, type Issue, issue, ok, type Result } from '../foundation/index.js';
import { partsOf } from './contract-part.js';
import type { ContractTerms } from './contract-terms.js';
import { coveredExposure, priceAt } from './covered-exposure.js';
import {
  creditEventTime,
  enhancementEvents,
  enhancementMaturity,
  startEnhancement,
  valueInRun,
} from './credit-enhancement.js';
import type { ContractContext, ProjectContract } from './project-contract.js';
import { type ComposedPlan, composedPlan, runComposed } from './run-composed.js';
import type { EventRules } from './run-events.js';

/** Collateral for other contracts (rule COMPOSED-18). */
export const projectCec: ProjectContract = (terms, context) => {
  const issues: Issue[] = [];
  const plan = composedPlan(terms, context, issues);
  for (const role of ['COVE', 'COVI']) {
    if (partsOf(terms, role).length > 0) continue;
    const expected = `at least one part with referenceRole ${role} for CEC`;
    issues.push(issue('missing', 'contractStructure', expected, 'none'));
  }
  if (plan === undefined || issues.length > 0) return { ok: false, issues };
  const maturity = enhancementMaturity(terms, context);
  if (!maturity.ok) return maturity;
  const exercise = creditEventTime(terms, context, maturity.value) ?? terms.exerciseDate;
  startEnhancement(plan);
  const events = enhancementEvents(plan, maturity.value, exercise);
  return runComposed(plan, events, rules(plan, context, exercise), context);
};

function rules(
  { terms }: ComposedPlan,
  context: ContractContext,
  exercise: number | undefined,
): EventRules {
  const exposureAt = coveredExposure(terms, context, exercise === undefined ? [] : [exercise]);
  const share = terms.coverageOfCreditEnhancement ?? 1;
  return {
    XD: (run, { scheduleTime }) => {
      const { state, sign } = run;
      const claim = share * valueInRun(exposureAt(scheduleTime), run);
      const value = valueInRun(collateralValue(terms, context, scheduleTime), run);
      state.notionalPrincipal = sign * claim;
      state.exerciseAmount = sign * Math.min(claim, value);
      state.exerciseTime = scheduleTime;
      return 0;
    },
    STD: ({ state }) => {
      state.notionalPrincipal = 0;
      return state.exerciseAmount;
    },
    MD: ({ state }) => {
      state.notionalPrincipal = 0;
      return 0;
    },
  };
}

/** Observed price of each covering contract times its quantity. */
function collateralValue(
  terms: ContractTerms,
  context: ContractContext,
  time: number,
): Result<number> {
  const parts = partsOf(terms, 'COVI');
  const prices = collect(parts.map((part) => priceAt(part, context, time)));
  if (!prices.ok) return prices;
  return ok(
    prices.value.reduce(
      (sum, price, index) => sum + price * (parts[index]?.contract?.quantity ?? 1),
      0,
    ),
  );
}
