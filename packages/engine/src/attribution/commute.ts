import { fail, type Issue, issue, ok, type Result } from '../foundation/index.js';
import type { Outcome } from '../study/index.js';
import { AGREEMENT, relativeDifference, studyInOrder } from './check-subsets.js';
import { type Coalition, type CoalitionGame, measureKey } from './coalition-values.js';
import type { MeasureRequest } from './group.js';
import type { GroupTree } from './group-tree.js';
import type { AttributionShape } from './plan.js';
import { sameContent } from './same-content.js';

/** Units in canonical order and in another, which must come to the same. */
export interface OrderPair {
  /** The canonical order as a reader calls it. */
  readonly title: string;
  readonly given: Coalition;
  readonly reversed: readonly number[];
  /** The measures compared; absent: every measure. */
  readonly measures?: readonly MeasureRequest[];
}

/** Each pair of groups reversed in the measures asked for, then all units in every measure. */
export function orderPairs(
  { nodes, units }: GroupTree,
  asked: Pick<AttributionShape, 'capital'> & { readonly measures?: readonly MeasureRequest[] },
): readonly OrderPair[] {
  // Paths to capital read measures beside those that are named.
  const measures = asked.capital === undefined ? asked.measures : undefined;
  const pairs: OrderPair[] = [];
  for (const [at, first] of nodes.entries()) {
    for (const second of nodes.slice(at + 1)) {
      const title = `${first.group.id} then ${second.group.id}`;
      const given = [...first.units, ...second.units];
      const reversed = [...second.units, ...first.units];
      pairs.push({ title, given, reversed, ...(measures === undefined ? {} : { measures }) });
    }
  }
  const given = [...units.keys()];
  const all = { title: 'all groups in the given order', given, reversed: given.toReversed() };
  return [...pairs, all];
}

/**
 * Refuses groups whose order of application matters (ATTR-6). Where both orders give the same
 * Study by content they commute whatever is measured; where they do not, both are evaluated.
 * Issues: `attribution.order` with the measure and the two values; those of a Change that does
 * not fit.
 */
export function checkOrder(game: CoalitionGame, pair: OrderPair): Result<null> {
  const given = studyInOrder(game, pair.given);
  if (!given.ok) return given;
  const reversed = studyInOrder(game, pair.reversed);
  if (!reversed.ok) return reversed;
  if (sameContent(given.value, reversed.value)) return ok(null);
  return compared(pair, game.evaluate(given.value), game.evaluate(reversed.value));
}

/** The issues of the first pair that has some. */
export function checkOrders(game: CoalitionGame, pairs: readonly OrderPair[]): Result<null> {
  for (const pair of pairs) {
    const checked = checkOrder(game, pair);
    if (!checked.ok) return checked;
  }
  return ok(null);
}

function compared({ title, measures }: OrderPair, given: Outcome, reversed: Outcome): Result<null> {
  const issues: Issue[] = [];
  const keys = measures?.map(({ id, scenario }) => measureKey(id, scenario));
  const asked = keys === undefined ? null : new Set(keys);
  const [values, others] = [valuesOf(given), valuesOf(reversed)];
  for (const key of new Set([...values.keys(), ...others.keys()])) {
    if (asked !== null && !asked.has(key)) continue;
    const [value, other] = [values.get(key), others.get(key)];
    const both = value !== undefined && other !== undefined;
    if (both && relativeDifference(value, other) <= AGREEMENT) continue;
    issues.push(orderIssue(key, title, value, other));
  }
  return issues.length > 0 ? fail(...issues) : ok(null);
}

function valuesOf({ measures }: Outcome): ReadonlyMap<string, number> {
  return new Map(measures.map(({ id, scenario, value }) => [measureKey(id, scenario), value]));
}

function orderIssue(
  path: string,
  order: string,
  given: number | undefined,
  reversed: number | undefined,
): Issue {
  return issue(
    'attribution.order',
    path,
    'groups that commute',
    `${given ?? 'no value'} (${order}) and ${reversed ?? 'no value'} (reversed)`,
  );
}
