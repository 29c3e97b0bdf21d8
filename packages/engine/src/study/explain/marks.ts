import { textAt } from '../../balance-sheet/index.js';
import type { Beneath, Explainer, Explaining } from './context.js';
import type { ValueNode } from './explanation.js';
import { step, sumOf, weighted } from './node.js';
import {
  carryingNode,
  costNode,
  differenceNode,
  positionNode,
  rowsOf,
  rowValueNode,
  valuedHedge,
} from './position.js';

const UNIT = 'USD million';

/** unrealised.*: value minus what it stands at, position by position (MARK-1 to MARK-3). */
export const UNREALISED_EXPLAINER: Explainer = {
  prefix: 'unrealised.',
  parts: ['market', 'behaviour'],
  beneath: (context) => {
    const book = context.id.slice('unrealised.'.length);
    if (book === 'loans') return plainSum(securityMarks(context, book, 'carrying'));
    if (book === 'debt') return plainSum(debtMarks(context));
    if (book === 'hedges') return plainSum(hedgeMarks(context));
    if (book !== 'afs' && book !== 'htm') return null;
    return plainSum(securityMarks(context, book, 'cost'));
  },
};

/** franchise and its change: balance minus value of non-maturity deposits (rules NMD-7, EVE-7). */
export const FRANCHISE_EXPLAINER: Explainer = {
  prefix: 'franchise',
  parts: ['market', 'behaviour'],
  beneath: (context) => {
    if (context.id === 'franchise') return plainSum(franchise(context));
    if (context.id !== 'franchise.change') return null;
    const children = [context.measure('franchise'), context.measure('franchise', '0')];
    return { formula: weighted(1, -1), children };
  },
};

function plainSum(children: readonly ValueNode[]): Beneath {
  return { formula: sumOf(children), children };
}

/** Value minus amortised cost, or minus what stands in the accounts. */
export function securityMarks(
  context: Explaining,
  group: 'afs' | 'htm' | 'loans',
  against: 'cost' | 'carrying',
): ValueNode[] {
  return rowsOf(context, group).map((row) =>
    positionNode(
      context,
      row,
      [
        rowValueNode(context, context.view, row),
        against === 'cost' ? costNode(context, row) : carryingNode(context, row),
      ],
      [1, -1],
    ),
  );
}

function decays({ input }: Explaining, row: number): boolean {
  return textAt(input.program.book.principal, row) === 'decay';
}

function franchise(context: Explaining): ValueNode[] {
  const { book } = context.input.program;
  return [...book.id.keys()]
    .filter(
      (row) => decays(context, row) && !['afs', 'htm', 'loans'].includes(textAt(book.group, row)),
    )
    .map((row) =>
      positionNode(
        context,
        row,
        [costNode(context, row), rowValueNode(context, context.view, row)],
        [1, -1],
      ),
    );
}

/** Borrowings and time deposits: what stands in the accounts minus value (MARK-2). */
function debtMarks(context: Explaining): ValueNode[] {
  const rows = [...rowsOf(context, 'deposits'), ...rowsOf(context, 'borrowings')];
  return rows
    .filter((row) => !decays(context, row))
    .map((row) =>
      positionNode(
        context,
        row,
        [carryingNode(context, row), rowValueNode(context, context.view, row)],
        [1, -1],
      ),
    );
}

/** Change of each hedge's value since the base scenario. */
function hedgeMarks(context: Explaining): ValueNode[] {
  const { hedges } = context.input.program;
  return hedges.map(({ id }, index) =>
    differenceNode(
      id,
      valuedHedge(context, context.view, index),
      valuedHedge(context, context.input.base, index),
    ),
  );
}

export function markStep(title: string, children: readonly ValueNode[]): ValueNode {
  return step({ title, unit: UNIT, formula: sumOf(children), children });
}
