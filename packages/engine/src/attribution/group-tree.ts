import { itemAt } from '../foundation/index.js';
import type { ChangeGroup } from './group.js';

/** A group and what it is made of, down to the units that are made or not. */
export interface GroupNode {
  readonly group: ChangeGroup;
  /** Indices of its units, consecutive: canonical order is that of the leaves. */
  readonly units: readonly number[];
  /** Its parts; none when the group is itself a unit. */
  readonly parts: readonly GroupNode[];
}

export interface GroupTree {
  readonly units: readonly ChangeGroup[];
  readonly nodes: readonly GroupNode[];
}

/** Groups as they stand: each is a unit, whatever it is made of. */
export function flatTree(groups: readonly ChangeGroup[]): GroupTree {
  const nodes = groups.map((group, index) => ({ group, units: [index], parts: [] }));
  return { units: groups, nodes };
}

/** Groups of groups down to the last part; a group of one part is that part. */
export function groupTree(groups: readonly ChangeGroup[]): GroupTree {
  const units: ChangeGroup[] = [];
  const nodeOf = (group: ChangeGroup): GroupNode => {
    const parts = group.parts ?? [];
    if (parts.length < 2) {
      units.push(group);
      return { group, units: [units.length - 1], parts: [] };
    }
    const nodes = parts.map(nodeOf);
    return { group, units: nodes.flatMap((node) => node.units), parts: nodes };
  };
  return { nodes: groups.map(nodeOf), units };
}

/** Whether any group has parts to be told apart. */
export function isNested({ nodes }: GroupTree): boolean {
  return nodes.some(({ parts }) => parts.length > 0);
}

/** Units of one node of a list. */
export function unitsAt(nodes: readonly GroupNode[]): (index: number) => readonly number[] {
  return (index) => itemAt(nodes, index).units;
}
