import { GROUPS, type Group } from '../../balance-sheet/index.js';
import { itemAt } from '../../foundation/index.js';
import { BUMP_BP } from '../../metric/index.js';
import { elementNode, moveNode, VALUES } from './bump.js';
import type { Explainer, Explaining } from './context.js';
import type { ValueNode } from './explanation.js';
import { constant, PRODUCT, QUOTIENT, step, sumOf, weighted } from './node.js';
import {
  bookNode,
  hedgeNode,
  positionNode,
  rowsOf,
  rowValueNode,
  valuedHedge,
  valuedPosition,
} from './position.js';

const UNIT = 'USD million';
const BUMP = BUMP_BP / 10_000;
const BEND = [1, 1, -2] as const;

/** duration.assets, .liabilities and .gap: both bumps over the value now (rule DUR-4). */
export const DURATION_GAP_EXPLAINER: Explainer = {
  prefix: 'duration.',
  parts: ['market', 'behaviour'],
  beneath: (context) => {
    switch (context.id) {
      case 'duration.assets':
        return { formula: QUOTIENT, children: [fall(context, 1), bumped(context, 1)] };
      case 'duration.liabilities':
        return { formula: QUOTIENT, children: [fall(context, -1), bumped(context, -1)] };
      case 'duration.gap': {
        const children = [fall(context, 1), fall(context, -1)];
        const net = step({
          title: 'what a fall gains over a rise: assets minus liabilities',
          unit: UNIT,
          formula: weighted(1, -1),
          children,
        });
        return { formula: QUOTIENT, children: [net, bumped(context, 1)] };
      }
      default:
        return null;
    }
  },
};

/** convexity.*: what both bumps together add to twice the value now (rule DUR-5). */
export const CONVEXITY_EXPLAINER: Explainer = {
  prefix: 'convexity.',
  parts: ['market', 'behaviour'],
  beneath: (context) => {
    const name = context.id.slice('convexity.'.length);
    const isEve = name === 'eve';
    const groups = isEve ? GROUPS : GROUPS.filter((group) => group === name);
    if (groups.length === 0) return null;
    const sign = isEve ? 'by side' : 'as is';
    const books = groups.map((group) => bend(context, group, sign));
    const swaps = isEve ? swapBends(context) : [];
    const children = [...books, ...swaps].filter((each) => each.children.length > 0);
    const title = 'value at +50 bp plus value at -50 bp minus twice the value now';
    const bent = step({ title, unit: UNIT, formula: sumOf(children), children });
    const now = isEve ? context.measure('eve.value', '0') : valueNow(context, groups);
    const square = constant(`square of the bump, ${BUMP_BP} bp`, BUMP * BUMP, '');
    return { formula: QUOTIENT, children: [bent, times(square, now)] };
  },
};

function fall(context: Explaining, side: 1 | -1): ValueNode {
  const { up, down } = context.input;
  return moveNode(context, {
    moved: VALUES,
    first: { view: down, name: `at -${BUMP_BP} bp` },
    second: { view: up, name: `at +${BUMP_BP} bp` },
    groups: GROUPS,
    swaps: [],
    sign: 'as is',
    side,
  });
}

function bumped(context: Explaining, side: 1 | -1): ValueNode {
  const width = constant(`width of the bump, ${2 * BUMP_BP} bp`, 2 * BUMP, '');
  return times(width, valueNow(context, GROUPS, side));
}

function times(factor: ValueNode, value: ValueNode): ValueNode {
  const children = [factor, value];
  return step({ title: `${factor.title} x value now`, unit: UNIT, formula: PRODUCT, children });
}

function valueNow(context: Explaining, groups: readonly Group[], side?: 1 | -1): ValueNode {
  const children = groups
    .map((group) => {
      const rows = rowsOf(context, group, side);
      const positions = rows.map((row) =>
        valuedPosition(context, context.input.base, row, 'as is'),
      );
      return bookNode({ by: undefined }, group, positions);
    })
    .filter((book) => book.children.length > 0);
  return step({ title: 'value now', unit: UNIT, formula: sumOf(children), children });
}

function bend(context: Explaining, group: Group, sign: 'by side' | 'as is'): ValueNode {
  const { up, down, base, program } = context.input;
  const positions = rowsOf(context, group).map((row) => {
    const side = sign === 'by side' ? itemAt(program.book.side, row) : 1;
    const children = [
      elementNode(`value at +${BUMP_BP} bp`, up.rowValues, row),
      elementNode(`value at -${BUMP_BP} bp`, down.rowValues, row),
      rowValueNode(context, base, row),
    ];
    const weights = BEND.map((weight) => side * weight);
    return positionNode(context, row, children, weights);
  });
  return bookNode({ by: undefined }, group, positions);
}

function swapBends(context: Explaining): ValueNode[] {
  const { up, down, base, program } = context.input;
  const swaps = program.hedges.map((_, index) => {
    const children = [
      elementNode(`value at +${BUMP_BP} bp`, up.hedgeValues, index),
      elementNode(`value at -${BUMP_BP} bp`, down.hedgeValues, index),
      valuedHedge(context, base, index),
    ];
    return hedgeNode(context, index, children, BEND);
  });
  return [bookNode({ by: undefined }, 'hedges', swaps)];
}
