import { collect, type Issue, ok, type Result } from '../foundation/index.js';
import { onlyContract } from './contract-part.js';
import type { ContractTerms } from './contract-terms.js';
import { dealEvents } from './deal-events.js';
import { ownSignTermination } from './deal-rules.js';
import { eventOrder } from './event-order.js';
import type { ContractContext, ProjectContract } from './project-contract.js';
import { type ComposedPlan, composedPlan, runComposed } from './run-composed.js';
import type { EventRow } from './run-events.js';

/** Two contracts of any kind, one received and one paid (rules COMPOSED-7 to COMPOSED-9). */
export const projectSwaps: ProjectContract = (terms, context) => {
  const issues: Issue[] = [];
  const plan = composedPlan(terms, context, issues);
  if (plan === undefined) return { ok: false, issues };
  const rules = {
    PRD: () => terms.priceAtPurchaseDate ?? 0,
    TD: ownSignTermination,
  };
  const deal = runComposed(plan, dealEvents(terms, plan.shift), rules, context);
  const legs = collect([projectLeg(terms, 'FIL', context), projectLeg(terms, 'SEL', context)]);
  if (!deal.ok) return deal;
  if (!legs.ok) return legs;
  const [first = [], second = []] = legs.value.map((rows) => rowsHeld(plan, rows));
  const flows = terms.deliverySettlement === 'S' ? netRows(first, second) : [...first, ...second];
  return ok(inOrder([...flows, ...deal.value]));
};

function projectLeg(
  terms: ContractTerms,
  role: 'FIL' | 'SEL',
  context: ContractContext,
): Result<EventRow[]> {
  const leg = onlyContract(terms, role);
  if (!leg.ok) return leg;
  const isReceived = (terms.contractRole === 'RFL') === (role === 'FIL');
  return context.project({ ...leg.value, contractRole: isReceived ? 'RPA' : 'RPL' }, context);
}

/** The rows of a leg while the swap is held: after status and purchase, up to termination. */
function rowsHeld({ terms, status }: ComposedPlan, rows: readonly EventRow[]): EventRow[] {
  const { purchaseDate, terminationDate } = terms;
  const bought = purchaseDate === undefined ? 0 : eventOrder(purchaseDate, 'PRD');
  const first = Math.max(eventOrder(status, 'AD'), bought);
  const last =
    terminationDate === undefined ? Number.POSITIVE_INFINITY : eventOrder(terminationDate, 'TD');
  return rows.filter((row) => orderOf(row) > first && orderOf(row) < last);
}

function orderOf({ time, type }: EventRow): number {
  return eventOrder(time, type);
}

function inOrder(rows: readonly EventRow[]): EventRow[] {
  return rows.toSorted((one, other) => orderOf(one) - orderOf(other));
}

/** Events of one kind, time and currency become one; one of a leg alone stays (COMPOSED-8). */
function netRows(first: readonly EventRow[], second: readonly EventRow[]): EventRow[] {
  const waiting = new Map<string, EventRow[]>();
  for (const row of second) {
    const key = congruence(row);
    waiting.set(key, [...(waiting.get(key) ?? []), row]);
  }
  const net = first.map((row) => {
    const other = waiting.get(congruence(row))?.shift();
    return other === undefined ? row : netRow(row, other);
  });
  return [...net, ...[...waiting.values()].flat()];
}

function congruence({ time, type, currency }: EventRow): string {
  return `${time} ${type} ${currency}`;
}

function netRow(one: EventRow, other: EventRow): EventRow {
  return {
    time: one.time,
    type: one.type,
    payoff: one.payoff + other.payoff,
    currency: one.currency,
    notionalPrincipal: one.notionalPrincipal + other.notionalPrincipal,
    nominalInterestRate: 0,
    accruedInterest: one.accruedInterest + other.accruedInterest,
  };
}
