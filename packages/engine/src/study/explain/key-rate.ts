import { GROUPS } from '../../balance-sheet/index.js';
import { KEY_BUMP_BP, type KeyRates } from '../../metric/index.js';
import { type Moved, moveNode, perBasisPoint, VALUES } from './bump.js';
import type { Beneath, Explainer, Explaining } from './context.js';
import type { ValueNode } from './explanation.js';
import { sumOf, weighted } from './node.js';

const WIDTH_BP = 2 * KEY_BUMP_BP;

const INCOME: Moved = {
  what: 'income',
  rows: (view) => view.rowIncome,
  swaps: (view) => view.hedgeIncome,
};

const MOVED: Readonly<Record<string, Moved>> = { eve: VALUES, 'nii.12m': INCOME };

/** keyRate.*: tent by tent, each the two sides of its bump (rules KEY-1 to KEY-4). */
export const KEY_RATE_EXPLAINER: Explainer = {
  prefix: 'keyRate.',
  parts: ['market', 'behaviour'],
  beneath: (context) => {
    const [, of = '', kind] =
      /^keyRate\.(eve|nii\.12m)(?:\.(parallel|residual))?$/.exec(context.id) ?? [];
    const moved = MOVED[of];
    if (moved === undefined) return null;
    if (kind === 'residual') return residual(context, `keyRate.${of}`);
    const { parallel, tents } = context.input.keyRates;
    if (kind === 'parallel') {
      return { formula: weighted(1 / WIDTH_BP), children: [bothSides(context, moved, parallel)] };
    }
    const children = tents.map((tent) =>
      perBasisPoint(
        tent.tenorMonths === 1 ? 'tent at 1 month' : `tent at ${tent.tenorMonths} months`,
        bothSides(context, moved, tent),
        WIDTH_BP,
      ),
    );
    return { formula: sumOf(children), children };
  },
};

function residual(context: Explaining, id: string): Beneath {
  const children = [context.measure(`${id}.parallel`), context.measure(id)];
  return { formula: weighted(1, -1), children };
}

function bothSides(
  context: Explaining,
  moved: Moved,
  { up, down }: KeyRates['parallel'],
): ValueNode {
  return moveNode(context, {
    moved,
    first: { view: up, name: `at +${KEY_BUMP_BP} bp` },
    second: { view: down, name: `at -${KEY_BUMP_BP} bp` },
    groups: GROUPS,
    swaps: [...context.input.program.hedges.keys()],
    sign: 'by side',
  });
}
