import { tier1 } from './capital.js';
import type { Beneath, Explainer, Explaining } from './context.js';
import { constant, QUOTIENT, step, weighted } from './node.js';

/** outlier.*: threshold less the loss over Tier 1 (rules STANDARD-10, STANDARD-12). */
export const OUTLIER_EXPLAINER: Explainer = {
  prefix: 'outlier.',
  parts: ['capital'],
  beneath: (context) => {
    if (context.id === 'outlier.eve') return headroom(context, 'eve.change');
    if (context.id === 'outlier.nii') return headroom(context, 'nii.12m.change');
    return null;
  },
};

function headroom(context: Explaining, change: string): Beneath | null {
  const threshold = context.split?.threshold;
  if (threshold === undefined) return null;
  const share = step({
    title: 'change over Tier 1',
    unit: 'ratio',
    formula: QUOTIENT,
    children: [context.measure(change), tier1(context)],
  });
  const turned = step({
    title: 'the same as a loss',
    unit: 'ratio',
    formula: weighted(-1),
    children: [share],
  });
  const loss = step({
    title: 'loss over Tier 1',
    unit: 'ratio',
    formula: { kind: 'greatest' },
    children: [turned],
  });
  return { formula: weighted(1, -1), children: [constant('threshold', threshold, 'ratio'), loss] };
}
