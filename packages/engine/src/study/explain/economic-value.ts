import { itemAt } from '../../foundation/index.js';
import { tier1 } from './capital.js';
import type { Beneath, Explainer, Explaining } from './context.js';
import type { ValueNode } from './explanation.js';
import { QUOTIENT, sumOf, weighted } from './node.js';
import { bookNodes, differenceNode, valuedHedge, valuedPosition } from './position.js';

/** eve.*: books, positions, months (rules EVE-1 to EVE-5). */
export const ECONOMIC_VALUE_EXPLAINER: Explainer = {
  prefix: 'eve.',
  parts: ['market', 'behaviour'],
  beneath: (context) => {
    switch (context.id) {
      case 'eve.value':
        return level(context);
      case 'eve.change':
        return change(context);
      case 'eve.changeShare':
        return {
          formula: QUOTIENT,
          children: [context.measure('eve.change'), context.measure('eve.value', '0')],
        };
      case 'eve.atPar.value':
        return difference(context.measure('eve.value'), context.measure('franchise'));
      case 'eve.atPar.change':
        return difference(context.measure('eve.change'), context.measure('franchise.change'));
      case 'eve.tier1Share':
        return { formula: QUOTIENT, children: [context.measure('eve.change'), tier1(context)] };
      default:
        return null;
    }
  },
};

/** One measure minus another. */
function difference(one: ValueNode, other: ValueNode): Beneath {
  return { formula: weighted(1, -1), children: [one, other] };
}

function level(context: Explaining): Beneath {
  const children = bookNodes(context, {
    position: (row) => valuedPosition(context, context.view, row),
    swap: (index) => valuedHedge(context, context.view, index),
  });
  return { formula: sumOf(children), children };
}

function change(context: Explaining): Beneath {
  const { view, input } = context;
  const children = bookNodes(context, {
    position: (row) =>
      differenceNode(
        itemAt(input.program.book.id, row),
        valuedPosition(context, view, row),
        valuedPosition(context, input.base, row),
      ),
    swap: (index) =>
      differenceNode(
        itemAt(input.program.hedges, index).id,
        valuedHedge(context, view, index),
        valuedHedge(context, input.base, index),
      ),
  });
  return { formula: sumOf(children), children };
}
