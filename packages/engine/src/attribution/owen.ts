import { floatAt, itemAt, powInteger } from '../foundation/index.js';
import type { Coalition } from './coalition-values.js';
import type { GroupNode } from './group-tree.js';
import { shapleyWeights } from './shapley.js';
import { allSubsets } from './subsets.js';

/** A coalition that a node may meet on its coming, and the share of orders in which it does. */
interface Meeting {
  readonly coalition: Coalition;
  readonly weight: number;
}

/** A part within a group, with all that it may meet. */
export interface OwenPart {
  readonly node: GroupNode;
  /** Ids of the groups it stands in, from the outermost. */
  readonly within: readonly string[];
  readonly meetings: readonly Meeting[];
}

/**
 * Every part of every group with the coalitions it meets in the orders in which the parts of a
 * group come together, at every level (ATTR-11): other groups are wholly present or not at all.
 * G. Owen, Values of games with a priori unions (1977); for more levels E. Winter (1989).
 * Null when there are more than `most` meetings.
 */
export function owenParts(nodes: readonly GroupNode[], most: number): readonly OwenPart[] | null {
  const found: OwenPart[] = [];
  let meetings = 0;
  const descend = (level: readonly GroupNode[], within: Omit<OwenPart, 'node'>): boolean => {
    for (const [index, node] of level.entries()) {
      const siblings = level.filter((_, other) => other !== index);
      const count = within.meetings.length * powInteger(2, siblings.length);
      meetings += count;
      if (meetings > most) return false;
      const met = meetingsOf(within.meetings, siblings);
      if (within.within.length > 0) found.push({ ...within, node, meetings: met });
      const ids = [...within.within, node.group.id];
      if (!descend(node.parts, { within: ids, meetings: met })) return false;
    }
    return true;
  };
  const start = [{ coalition: [], weight: 1 }];
  return descend(nodes, { within: [], meetings: start }) ? found : null;
}

/** Each meeting of the node above, with every subset of the siblings wholly present. */
function meetingsOf(above: readonly Meeting[], siblings: readonly GroupNode[]): Meeting[] {
  const weights = shapleyWeights(siblings.length + 1);
  return above.flatMap(({ coalition, weight }) =>
    subsetsOf(siblings).map((present) => ({
      coalition: sorted([...coalition, ...present.flatMap(({ units }) => units)]),
      weight: weight * itemAt(weights, present.length),
    })),
  );
}

function subsetsOf(nodes: readonly GroupNode[]): GroupNode[][] {
  return allSubsets(nodes.length).map((members) => members.map((index) => itemAt(nodes, index)));
}

function sorted(coalition: readonly number[]): Coalition {
  return coalition.toSorted((a, b) => a - b);
}

/** The meeting without and with the part itself: the two coalitions its step lies between. */
export function stepsOf(part: OwenPart): readonly (readonly [Coalition, Coalition])[] {
  return part.meetings.map(({ coalition }) => [
    coalition,
    sorted([...coalition, ...part.node.units]),
  ]);
}

/** The Owen value of a part: its mean step over those orders, in the unit of the values. */
export function owenValue(
  { meetings }: OwenPart,
  places: readonly (readonly [number, number])[],
  values: Float64Array,
): number {
  let sum = 0;
  for (const [index, { weight }] of meetings.entries()) {
    const [without, withPart] = itemAt(places, index);
    sum += weight * (floatAt(values, withPart) - floatAt(values, without));
  }
  return sum;
}
