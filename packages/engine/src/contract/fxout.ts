import type { Issue } from '../foundation/index.js';
import type { EventRule } from './contract-run.js';
import { addTermPeriod } from './cycle.js';
import { dealEvents } from './deal-events.js';
import { ownSignTermination, signedPurchase } from './deal-rules.js';
import { requiredTerm } from './loan-plan.js';
import { observedValue } from './observed-data.js';
import type { ProjectContract } from './project-contract.js';
import { type ComposedPlan, composedPlan, runComposed } from './run-composed.js';
import { type ScheduledEvent, shiftedEvent } from './scheduled-event.js';

/** Marks the second flow at maturity, which is in the second currency. */
const SECOND_FLOW = 1;

const NO_PERIOD = { months: 0, days: 0 };

const delivery: EventRule = ({ terms, sign }, { amount }) =>
  amount === SECOND_FLOW
    ? -sign * (terms.notionalPrincipal2 ?? 0)
    : sign * (terms.notionalPrincipal ?? 0);

/** Net of the two amounts at the rate `currency2/currency` observed at maturity. */
const cashSettlement: EventRule = ({ terms, sign, observed, issues }) => {
  const code = `${terms.currency2}/${terms.currency}`;
  const time = terms.maturityDate ?? 0;
  const rate = observedValue(observed, { term: 'currency2', code, time }, issues);
  return sign * ((terms.notionalPrincipal ?? 0) - rate * (terms.notionalPrincipal2 ?? 0));
};

/** Two amounts exchanged at maturity, or their difference in cash (rule COMPOSED-4). */
export const projectFxout: ProjectContract = (terms, context) => {
  const issues: Issue[] = [];
  const maturity = requiredTerm(terms, 'maturityDate', issues);
  requiredTerm(terms, 'notionalPrincipal', issues);
  requiredTerm(terms, 'notionalPrincipal2', issues);
  requiredTerm(terms, 'currency2', issues);
  const plan = composedPlan(terms, context, issues);
  if (plan === undefined || maturity === undefined) return { ok: false, issues };
  const events = [...dealEvents(terms, plan.shift), ...settlementEvents(plan, maturity)];
  const rules = {
    PRD: signedPurchase,
    TD: ownSignTermination,
    MD: delivery,
    STD: cashSettlement,
  };
  return runComposed(plan, events, rules, context);
};

/** Nothing is exchanged after an early termination. */
function settlementEvents({ terms, shift }: ComposedPlan, maturity: number): ScheduledEvent[] {
  if (terms.terminationDate !== undefined) return [];
  if (terms.deliverySettlement === 'S') {
    const time = addTermPeriod(maturity, terms.settlementPeriod ?? NO_PERIOD);
    return [shiftedEvent('STD', time, shift)];
  }
  const second = shiftedEvent('MD', maturity, shift, SECOND_FLOW);
  return [
    shiftedEvent('MD', maturity, shift),
    { ...second, currency: terms.currency2 ?? terms.currency ?? '' },
  ];
}
