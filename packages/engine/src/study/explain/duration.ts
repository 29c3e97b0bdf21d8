import type { Group } from '../../balance-sheet/index.js';
import { itemAt } from '../../foundation/index.js';
import { BUMP_BP } from '../../metric/index.js';
import { moveNode, VALUES } from './bump.js';
import type { Beneath, Explainer, Explaining } from './context.js';
import type { ValueNode } from './explanation.js';
import { constant, QUOTIENT, step, sumOf, weighted } from './node.js';
import { bookNode, rowsOf, valuedPosition } from './position.js';

const WIDTH_BP = 2 * BUMP_BP;

/** Books whose values are bumped: `swaps` are those that are counted with them. */
interface Bumped {
  readonly groups: readonly Group[];
  readonly swaps: 'none' | 'of afs' | 'all';
}

const BUMPED: Readonly<Record<string, Bumped>> = {
  afs: { groups: ['afs'], swaps: 'none' },
  htm: { groups: ['htm'], swaps: 'none' },
  loans: { groups: ['loans'], swaps: 'none' },
  deposits: { groups: ['deposits'], swaps: 'none' },
  borrowings: { groups: ['borrowings'], swaps: 'none' },
  'afs.hedged': { groups: ['afs'], swaps: 'of afs' },
  securities: { groups: ['afs', 'htm'], swaps: 'none' },
  'securities.hedged': { groups: ['afs', 'htm'], swaps: 'of afs' },
  hedges: { groups: [], swaps: 'all' },
};

/** duration.modified.*: both bumps and the value now (rules DUR-1, DUR-2). */
export const DURATION_EXPLAINER: Explainer = {
  prefix: 'duration.modified.',
  parts: ['market', 'behaviour'],
  beneath: (context) => {
    const bumped = BUMPED[context.id.slice('duration.modified.'.length)];
    return bumped === undefined ? null : duration(context, bumped);
  },
};

/** dv01.*: both bumps (rule DUR-3). */
export const BASIS_POINT_EXPLAINER: Explainer = {
  prefix: 'dv01.',
  parts: ['market', 'behaviour'],
  beneath: (context) => {
    const bumped = BUMPED[context.id.slice('dv01.'.length)];
    if (bumped === undefined) return null;
    return { formula: weighted(1 / WIDTH_BP), children: [moved(context, bumped, 'up')] };
  },
};

function duration(context: Explaining, bumped: Bumped): Beneath {
  const { base } = context.input;
  const children = bumped.groups.map((group) => {
    const rows = rowsOf(context, group);
    return bookNode(
      { by: undefined },
      group,
      rows.map((row) => valuedPosition(context, base, row, 'as is')),
    );
  });
  const now = step({
    title: 'value now',
    unit: 'USD million',
    formula: sumOf(children),
    children,
  });
  const fall = moved(context, bumped, 'down');
  const width = constant(`width of the bump, ${WIDTH_BP} bp`, WIDTH_BP / 10_000, '');
  const divisor = step({
    title: 'width of the bump x value now',
    unit: 'USD million',
    formula: { kind: 'product' },
    children: [width, now],
  });
  return { formula: QUOTIENT, children: [fall, divisor] };
}

/** Value in one bump minus value in the other: `first` says which comes first. */
function moved(context: Explaining, { groups, swaps }: Bumped, first: 'up' | 'down'): ValueNode {
  const { up, down, program } = context.input;
  const above = { view: up, name: `at +${BUMP_BP} bp` };
  const below = { view: down, name: `at -${BUMP_BP} bp` };
  const counted = [...program.hedges.keys()].filter(
    (index) =>
      swaps === 'all' ||
      (swaps === 'of afs' && itemAt(program.hedges, index).hedgedGroup === 'afs'),
  );
  return moveNode(context, {
    moved: VALUES,
    first: first === 'up' ? above : below,
    second: first === 'up' ? below : above,
    groups,
    swaps: counted,
    sign: 'as is',
  });
}
