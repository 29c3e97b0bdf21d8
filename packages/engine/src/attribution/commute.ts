import { fail, type Issue, issue, itemAt, ok, type Result } from '../foundation/index.js';
import type { Outcome } from '../study/index.js';
import { AGREEMENT, evaluationInOrder, relativeDifference } from './check-subsets.js';
import { type CoalitionGame, measureKey } from './coalition-values.js';
import type { MeasureRequest } from './group.js';
import type { GroupNode } from './group-tree.js';
import { readMeasures } from './subsets.js';

/** What was found with two groups in canonical order, one value a measure. */
export interface PairValues {
  readonly nodes: readonly GroupNode[];
  readonly measures: readonly MeasureRequest[];
  readonly valuesOf: (first: number, second: number) => readonly number[];
}

/**
 * Refuses groups whose order of application matters (ATTR-6): all units in reverse order must
 * give the same Outcome in every measure, and so must each pair of groups reversed in the measures
 * asked for. Issues: `attribution.order` with the measure and the two values.
 */
export function checkCommutation(game: CoalitionGame, pairs: PairValues): Result<null> {
  const evaluated = evaluationInOrder(game);
  for (const first of pairs.nodes.keys()) {
    for (let second = first + 1; second < pairs.nodes.length; second += 1) {
      const pair = checkPair(pairs, first, second, evaluated);
      if (!pair.ok) return pair;
    }
  }
  return checkReverse([...game.units.keys()], evaluated);
}

function checkPair(
  { nodes, measures, valuesOf }: PairValues,
  first: number,
  second: number,
  evaluated: (units: readonly number[]) => Result<Outcome>,
): Result<null> {
  const [a, b] = [itemAt(nodes, first), itemAt(nodes, second)];
  const reversed = evaluated([...b.units, ...a.units]);
  if (!reversed.ok) return reversed;
  const read = readMeasures(reversed.value, measures);
  if (!read.ok) return read;
  const given = valuesOf(first, second);
  const issues: Issue[] = [];
  for (const [index, { id, scenario }] of measures.entries()) {
    const [one, other] = [itemAt(given, index), itemAt(read.value, index)];
    if (relativeDifference(one, other) <= AGREEMENT) continue;
    const order = `${a.group.id} then ${b.group.id}`;
    issues.push(orderIssue(measureKey(id, scenario), order, one, other));
  }
  return issues.length > 0 ? fail(...issues) : ok(null);
}

function checkReverse(
  units: readonly number[],
  evaluated: (units: readonly number[]) => Result<Outcome>,
): Result<null> {
  const given = evaluated(units);
  if (!given.ok) return given;
  const reversed = evaluated(units.toReversed());
  if (!reversed.ok) return reversed;
  const issues: Issue[] = [];
  const others = new Map<string, number>();
  for (const { id, scenario, value } of reversed.value.measures) {
    others.set(measureKey(id, scenario), value);
  }
  for (const { id, scenario, value } of given.value.measures) {
    const key = measureKey(id, scenario);
    const other = others.get(key);
    if (other === undefined || relativeDifference(value, other) > AGREEMENT) {
      issues.push(orderIssue(key, 'all groups in the given order', value, other));
    }
  }
  return issues.length > 0 ? fail(...issues) : ok(null);
}

function orderIssue(
  path: string,
  order: string,
  given: number,
  reversed: number | undefined,
): Issue {
  return issue(
    'attribution.order',
    path,
    'groups that commute',
    `${given} (${order}) and ${reversed ?? 'no value'} (reversed)`,
  );
}
