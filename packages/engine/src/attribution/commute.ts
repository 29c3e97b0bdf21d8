import { fail, type Issue, issue, itemAt, ok, type Result } from '../foundation/index.js';
import type { Outcome, Study } from '../study/index.js';
import { AGREEMENT, relativeDifference } from './check-subsets.js';
import { applyGroup, type ChangeGroup } from './group.js';
import { readMeasures, type SubsetGame, type SubsetLattice } from './subsets.js';

/**
 * Refuses groups whose order of application matters (ATTR-6): all groups in reverse order must
 * give the same Outcome in every measure, and so must each pair reversed in the measures asked
 * for. Issues: `attribution.order` with the measure and the two values.
 */
export function checkCommutation(game: SubsetGame, lattice: SubsetLattice): Result<null> {
  for (const [first, a] of game.groups.entries()) {
    for (const [offset, b] of game.groups.slice(first + 1).entries()) {
      const mask = (1 << first) | (1 << (first + 1 + offset));
      const pair = checkPair(game, lattice, { a, b, mask });
      if (!pair.ok) return pair;
    }
  }
  return checkReverse(game);
}

function checkPair(
  game: SubsetGame,
  lattice: SubsetLattice,
  pair: { readonly a: ChangeGroup; readonly b: ChangeGroup; readonly mask: number },
): Result<null> {
  const reversed = evaluateInOrder(game, [pair.b, pair.a]);
  if (!reversed.ok) return reversed;
  const read = readMeasures(reversed.value, game.measures);
  if (!read.ok) return read;
  const issues: Issue[] = [];
  game.measures.forEach(({ id, scenario }, index) => {
    const given = itemAt(itemAt(lattice.values, index), pair.mask);
    const other = itemAt(read.value, index);
    if (relativeDifference(given, other) > AGREEMENT) {
      issues.push(orderIssue(`${id}[${scenario}]`, `${pair.a.id} then ${pair.b.id}`, given, other));
    }
  });
  return issues.length > 0 ? fail(...issues) : ok(null);
}

function checkReverse(game: SubsetGame): Result<null> {
  const given = evaluateInOrder(game, game.groups);
  if (!given.ok) return given;
  const reversed = evaluateInOrder(game, [...game.groups].reverse());
  if (!reversed.ok) return reversed;
  const issues: Issue[] = [];
  const others = new Map<string, number>();
  for (const { id, scenario, value } of reversed.value.measures) {
    others.set(`${id}[${scenario}]`, value);
  }
  for (const { id, scenario, value } of given.value.measures) {
    const key = `${id}[${scenario}]`;
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

function evaluateInOrder(game: SubsetGame, groups: readonly ChangeGroup[]): Result<Outcome> {
  let study: Study = game.from;
  for (const group of groups) {
    const applied = applyGroup(study, group, game.apply);
    if (!applied.ok) return applied;
    study = applied.value;
  }
  return ok(game.evaluate(study));
}
