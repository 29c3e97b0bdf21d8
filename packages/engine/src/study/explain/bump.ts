import type { Group } from '../../balance-sheet/index.js';
import { itemAt } from '../../foundation/index.js';
import type { BumpView } from '../../metric/index.js';
import type { Explaining } from './context.js';
import type { ElementNode, ValueNode } from './explanation.js';
import { node, step, sumOf, weighted } from './node.js';
import { bookNode, differenceNode, positionNode, rowsOf } from './position.js';

/** What a bump moves: an array of rows and one of swaps. */
export interface Moved {
  readonly what: string;
  readonly rows: (view: BumpView) => Float64Array;
  readonly swaps: (view: BumpView) => Float64Array;
}

export const VALUES: Moved = {
  what: 'value',
  rows: (view) => view.rowValues,
  swaps: (view) => view.hedgeValues,
};

/** One side of a bump, with its name. */
interface BumpSide {
  readonly view: BumpView;
  readonly name: string;
}

export interface Move {
  readonly moved: Moved;
  readonly first: BumpSide;
  readonly second: BumpSide;
  readonly groups: readonly Group[];
  /** Indices of the swaps that count. */
  readonly swaps: readonly number[];
  /** Whether a liability takes away. */
  readonly sign: 'by side' | 'as is';
  /** Assets (1) or liabilities (-1) alone; both when left out. */
  readonly side?: 1 | -1;
}

/** One side of a bump minus the other, book by book (rules DUR-1, KEY-2). */
export function moveNode(context: Explaining, move: Move): ValueNode {
  const { moved, first, second, groups, swaps, sign, side: only } = move;
  const { program } = context.input;
  const books = groups.map((group) =>
    bookNode(
      { by: undefined },
      group,
      rowsOf(context, group, only).map((row) => {
        const side = sign === 'by side' ? itemAt(program.book.side, row) : 1;
        const of = ({ view, name }: BumpSide) =>
          elementNode(`${moved.what} ${name}`, moved.rows(view), row);
        return positionNode(context, row, [of(first), of(second)], [side, -side]);
      }),
    ),
  );
  const hedges = swaps.map((index) => {
    const of = ({ view, name }: BumpSide) =>
      elementNode(`${moved.what} ${name}`, moved.swaps(view), index);
    return differenceNode(itemAt(program.hedges, index).id, of(first), of(second));
  });
  const kept = books.filter(({ children }) => children.length > 0);
  const children =
    hedges.length === 0 ? kept : [...kept, bookNode({ by: undefined }, 'hedges', hedges)];
  const title = `${moved.what} ${first.name} minus ${moved.what} ${second.name}`;
  return step({ title, unit: 'USD million', formula: sumOf(children), children });
}

/** An entry of an array of rows or swaps. */
export function elementNode(title: string, values: Float64Array, index: number): ElementNode {
  const value = itemAt(values, index);
  const valued = node({ title, value, unit: 'USD million', formula: null });
  return { kind: 'element', ...valued, values, index };
}

/** The same for one basis point: divided by the width of the bump. */
export function perBasisPoint(title: string, moved: ValueNode, widthBp: number): ValueNode {
  return step({
    title,
    unit: 'USD million per bp',
    formula: weighted(1 / widthBp),
    children: [moved],
  });
}
