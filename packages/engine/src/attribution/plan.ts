import { fail, issue, ok, type Result } from '../foundation/index.js';
import type { CapitalRequest } from './capital-path/capital-attribution.js';
import { type Coalition, inWalkingOrder } from './coalition-values.js';
import type { ChangeGroup } from './group.js';
import { flatTree, type GroupTree, groupTree, isNested, unitsAt } from './group-tree.js';
import { type OwenPart, owenParts, stepsOf } from './owen.js';
import { type PermutationSample, prefixesOf, sampledOrders } from './sampling.js';
import { allSubsets, checkGroups, MAX_GROUPS, subsetCount } from './subsets.js';

/** Subsets that are evaluated at most where every value is exact (ATTR-1, ATTR-11). */
export const MAX_SUBSETS = subsetCount(MAX_GROUPS);
const MAX_MEETINGS = 262_144;
/** Groups and permutations of a sample at most. */
export const MAX_SAMPLED_GROUPS = 60;
const MAX_PERMUTATIONS = 100_000;

/** Which groups are attributed, and how; what is to be evaluated follows from it alone. */
export interface AttributionShape {
  readonly groups: readonly ChangeGroup[];
  /** Takes groups apart into their parts (Owen values). */
  readonly nested?: boolean;
  /** Samples orders in place of every subset. */
  readonly sample?: PermutationSample;
  /** Carries the attribution along the capital lines of one scenario (ATTR-33); not of a sample. */
  readonly capital?: CapitalRequest;
}

export interface CoalitionPlan {
  readonly tree: GroupTree;
  /** What is evaluated, in walking order. */
  readonly coalitions: readonly Coalition[];
  /** Parts to be told apart, exactly; none when orders are sampled. */
  readonly parts: readonly OwenPart[];
  /** Sampled orders of units; null when every value is exact. */
  readonly orders: readonly (readonly number[])[] | null;
}

/**
 * What an attribution evaluates (ATTR-1, ATTR-11, ATTR-12). Issues: `attribution.groups` (none,
 * too many for what is asked, ids not unique), `attribution.sample` (permutations or seed),
 * `attribution.capital` (paths to capital of a sample).
 */
export function planAttribution(shape: AttributionShape): Result<CoalitionPlan> {
  const tree = shape.nested === true ? groupTree(shape.groups) : flatTree(shape.groups);
  const wrong = checkIds(tree);
  if (!wrong.ok) return wrong;
  if (shape.sample === undefined) return exactPlan(shape, tree);
  if (shape.capital === undefined) return sampledPlan(shape.sample, tree);
  const expected = 'every subset: a sample does not hold what sets of parties do only together';
  return fail(issue('attribution.capital', 'capital', expected, 'a sample of orders'));
}

function checkIds(tree: GroupTree): Result<null> {
  const top = checkGroups(
    tree.nodes.map(({ group }) => group),
    MAX_SAMPLED_GROUPS,
  );
  if (!top.ok) return top;
  return checkGroups(tree.units, MAX_SAMPLED_GROUPS);
}

function exactPlan({ groups }: AttributionShape, tree: GroupTree): Result<CoalitionPlan> {
  const fits = checkGroups(groups, MAX_GROUPS);
  if (!fits.ok) return fits;
  const parts = isNested(tree) ? owenParts(tree.nodes, MAX_MEETINGS) : [];
  if (parts === null) return tooMany(`more than ${MAX_MEETINGS} steps of parts`);
  const lattice = allSubsets(groups.length).map((present) => present.flatMap(unitsAt(tree.nodes)));
  const coalitions = inWalkingOrder([...lattice, ...parts.flatMap(stepsOf).flat()]);
  if (coalitions.length > MAX_SUBSETS) return tooMany(`${coalitions.length} subsets`);
  return ok({ tree, coalitions, parts, orders: null });
}

function tooMany(got: string): Result<CoalitionPlan> {
  const expected = `at most ${MAX_SUBSETS} subsets; sample orders, or take fewer groups apart`;
  return fail(issue('attribution.groups', 'groups', expected, got));
}

function sampledPlan(sample: PermutationSample, tree: GroupTree): Result<CoalitionPlan> {
  const { permutations, seed } = sample;
  const path = 'sample';
  if (!(Number.isInteger(permutations) && permutations >= 4 && permutations % 2 === 0)) {
    const expected = 'an even number of permutations, at least 4';
    return fail(issue('attribution.sample', path, expected, String(permutations)));
  }
  if (permutations > MAX_PERMUTATIONS) {
    const expected = `at most ${MAX_PERMUTATIONS} permutations`;
    return fail(issue('attribution.sample', path, expected, String(permutations)));
  }
  if (!(Number.isInteger(seed) && seed >= 0 && seed <= 0xffffffff)) {
    const expected = 'a seed that is a whole number of 32 bits';
    return fail(issue('attribution.sample', path, expected, String(seed)));
  }
  const orders = sampledOrders(tree, sample);
  const all = [...orders.flatMap(prefixesOf), ...prefixesOf([...tree.units.keys()])];
  const coalitions = inWalkingOrder([...all, ...upToPairs(tree)]);
  return ok({ tree, coalitions, parts: [], orders });
}

/** Each group alone, and each pair: main effects and dividends of order 2 are exact. */
function upToPairs({ nodes }: GroupTree): readonly Coalition[] {
  const found: Coalition[] = [];
  for (const [first, a] of nodes.entries()) {
    found.push(a.units);
    for (const b of nodes.slice(first + 1)) found.push([...a.units, ...b.units]);
  }
  return found;
}
