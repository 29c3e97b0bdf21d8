import { OUTLIER_SHAPES, prescribedOf } from '../../metric/index.js';
import { tier1 } from './capital.js';
import type { Beneath, Explainer, Explaining } from './context.js';
import type { StepNode } from './explanation.js';
import { constant, QUOTIENT, step, weighted } from './node.js';

/** outlier.*: threshold less the loss over Tier 1 (rules STANDARD-10, -12, -14). */
export const OUTLIER_EXPLAINER: Explainer = {
  prefix: 'outlier.',
  parts: ['capital'],
  beneath: (context) => {
    switch (context.id) {
      case 'outlier.eve':
      case 'outlier.nii':
        return headroom(context, measureIn(context.id), ['']);
      case 'outlier.eve.worst':
      case 'outlier.nii.worst': {
        const measure = measureIn(context.id);
        const worst = prescribedOf(context.study.scenarios, OUTLIER_SHAPES[measure]);
        return headroom(
          context,
          measure,
          worst.map(({ id }) => id),
        );
      }
      default:
        return null;
    }
  },
};

const CHANGES = { eve: 'eve.change', nii: 'nii.12m.change' } as const;

const measureIn = (id: string): keyof typeof CHANGES => (id.includes('.eve') ? 'eve' : 'nii');

/** Of the scenarios of these ids; an empty id is the scenario of the measure itself. */
function headroom(
  context: Explaining,
  measure: keyof typeof CHANGES,
  scenarios: readonly string[],
): Beneath | null {
  const threshold = context.split?.threshold;
  if (threshold === undefined) return null;
  const loss = step({
    title: 'loss over Tier 1',
    unit: 'ratio',
    formula: { kind: 'greatest' },
    children: scenarios.map((scenario) => lossIn(context, CHANGES[measure], scenario)),
  });
  return { formula: weighted(1, -1), children: [constant('threshold', threshold, 'ratio'), loss] };
}

function lossIn(context: Explaining, change: string, scenario: string): StepNode {
  const found = scenario === '' ? context.measure(change) : context.measure(change, scenario);
  const share = step({
    title: 'change over Tier 1',
    unit: 'ratio',
    formula: QUOTIENT,
    children: [found, tier1(context)],
  });
  return step({
    title: 'the same as a loss',
    unit: 'ratio',
    formula: weighted(-1),
    children: [share],
  });
}
