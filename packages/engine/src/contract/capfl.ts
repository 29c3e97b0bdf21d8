import { collect, type Issue, issue, ok, type Result } from '../foundation/index.js';
import { onlyContract } from './contract-part.js';
import type { ContractTerms } from './contract-terms.js';
import { dealEvents } from './deal-events.js';
import { signedPurchase, signedTermination } from './deal-rules.js';
import type { ContractContext, ProjectContract } from './project-contract.js';
import { type ComposedPlan, composedPlan, runComposed } from './run-composed.js';
import type { EventRow } from './run-events.js';
import { fixedEvent, type ScheduledEvent } from './scheduled-event.js';

/** Pays what a cap, a floor or both change in the interest of an underlying (rule COMPOSED-10). */
export const projectCapfl: ProjectContract = (terms, context) => {
  const issues: Issue[] = [];
  const plan = composedPlan(terms, context, issues);
  if (plan === undefined) return { ok: false, issues };
  if (terms.lifeCap === undefined && terms.lifeFloor === undefined) {
    issues.push(issue('missing', 'lifeCap', 'lifeCap, lifeFloor or both for CAPFL', 'nothing'));
    return { ok: false, issues };
  }
  const differences = interestDifferences(terms, context);
  if (!differences.ok) return differences;
  const events = [...dealEvents(terms, plan.shift), ...flowEvents(plan, differences.value)];
  const rules = {
    PRD: signedPurchase,
    TD: signedTermination,
    IP: ({ sign }: { readonly sign: number }, { amount }: ScheduledEvent) => sign * amount,
  };
  return runComposed(plan, events, rules, context);
};

interface Difference {
  readonly time: number;
  readonly amount: number;
}

/** The underlying is the bank's asset in both runs; only its resets differ. */
function interestDifferences(terms: ContractTerms, context: ContractContext): Result<Difference[]> {
  const underlying = onlyContract(terms, 'UDL');
  if (!underlying.ok) return underlying;
  const plain = { ...underlying.value, contractRole: 'RPA' } as const;
  const { lifeCap, lifeFloor } = terms;
  const limits = {
    ...(lifeCap === undefined ? {} : { lifeCap }),
    ...(lifeFloor === undefined ? {} : { lifeFloor }),
  };
  const runs = collect([
    context.project(plain, context),
    context.project({ ...plain, ...limits }, context),
  ]);
  if (!runs.ok) return runs;
  const [free = [], limited = []] = runs.value.map(interestRows);
  return ok(
    free.map(({ time, payoff }, index) => ({
      time,
      amount: Math.abs(payoff - (limited[index]?.payoff ?? 0)),
    })),
  );
}

function interestRows(rows: readonly EventRow[]): EventRow[] {
  return rows.filter(({ type }) => type === 'IP');
}

/** Payments fall on the days the underlying has moved them to already. */
function flowEvents({ shift }: ComposedPlan, differences: readonly Difference[]): ScheduledEvent[] {
  return differences.map(({ time, amount }) => fixedEvent('IP', time, shift, amount));
}
