import type { Issue } from '../foundation/index.js';
import { requiredTerm } from './loan-plan.js';
import { ownEvents } from './own-events.js';
import type { ProjectContract } from './project-contract.js';
import { composedPlan, runComposed } from './run-composed.js';
import { fixedEvent } from './scheduled-event.js';

/** Cash: a notional seen on each observed analysis date (rule COMPOSED-1). */
export const projectCsh: ProjectContract = (terms, context) => {
  const issues: Issue[] = [];
  const notional = requiredTerm(terms, 'notionalPrincipal', issues);
  const plan = composedPlan(terms, context, issues);
  if (plan === undefined || notional === undefined) return { ok: false, issues };
  plan.run.state.notionalPrincipal = plan.run.sign * notional;
  const events = ownEvents(context.observedEvents, 'AD', terms).map(({ time }) =>
    fixedEvent('AD', time, plan.shift),
  );
  return runComposed(plan, events, { AD: () => 0 }, context);
};
