import { capitalAmount } from './capital.js';
import type { Beneath, Explainer, Explaining } from './context.js';
import type { ValueNode } from './explanation.js';
import { markStep, securityMarks } from './marks.js';
import { stated, step, sumOf, weighted } from './node.js';

/** capital.economic.*: CET1 and the marks, one after the other (rules CAP-4 to CAP-6). */
export const ECONOMIC_CAPITAL_EXPLAINER: Explainer = {
  prefix: 'capital.economic.',
  parts: ['capital', 'market', 'behaviour'],
  beneath: (context) => {
    switch (context.id) {
      case 'capital.economic.e0':
        return securitiesMarked(context);
      case 'capital.economic.e0.afterTax':
        return securitiesMarkedAfterTax(context);
      case 'capital.economic.e0.limited':
        return limited(context);
      case 'capital.economic.e1':
        return plainSum([
          context.measure('capital.economic.e0'),
          context.measure('unrealised.loans'),
          context.measure('unrealised.debt'),
        ]);
      case 'capital.economic.e2':
        return plainSum([context.measure('capital.economic.e1'), context.measure('franchise')]);
      default:
        return null;
    }
  },
};

function plainSum(children: readonly ValueNode[]): Beneath {
  return { formula: sumOf(children), children };
}

function securitiesMarked(context: Explaining): Beneath {
  const { aociOptOut, aociOnTransferredHtmUsdMillion } = context.study.capital;
  const moved = aociOptOut && aociOnTransferredHtmUsdMillion !== undefined;
  return plainSum([
    context.measure('capital.cet1.beforeTax', ''),
    aociOptOut ? context.measure('unrealised.afs') : afsSinceAccounts(context),
    ...(moved ? [capitalAmount(context, 'aociOnTransferredHtmUsdMillion')] : []),
    context.measure('unrealised.htm'),
    context.measure('unrealised.hedges'),
  ]);
}

/** The reported add-back is after tax already; what came since is taken at (1 - t). */
function securitiesMarkedAfterTax(context: Explaining): Beneath {
  const { aociOptOut, taxRate } = context.study.capital;
  const keep = 1 - taxRate;
  const marked = [
    context.measure('capital.cet1', ''),
    afsSinceAccounts(context),
    context.measure('unrealised.htm'),
    context.measure('unrealised.hedges'),
  ];
  const restsOn = [context.sources.amount('/capital/taxRate', 'tax rate', taxRate, 'ratio')];
  if (!aociOptOut) return { formula: weighted(1, keep, keep, keep), children: marked, restsOn };
  const children = [...marked, capitalAmount(context, 'aociAddBackUsdMillion')];
  return { formula: weighted(1, keep, keep, keep, -1), children, restsOn };
}

function limited(context: Explaining): Beneath {
  const afterTax = context.measure('capital.economic.e0.afterTax');
  const deducted = step({
    title: 'deferred tax deducted',
    value: context.value - afterTax.value,
    unit: 'USD million',
    formula: stated(
      'minus what the tax relief (the first less the second) exceeds of the share of the first',
    ),
    children: [afterTax, context.measure('capital.economic.e0')],
  });
  return plainSum([afterTax, deducted]);
}

function afsSinceAccounts(context: Explaining): ValueNode {
  return markStep('AFS: value minus carrying', securityMarks(context, 'afs', 'carrying'));
}
