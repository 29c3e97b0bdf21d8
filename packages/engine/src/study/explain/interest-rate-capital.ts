import type { InterestRateCapital } from '../../metric/index.js';
import { cet1Step } from './capital.js';
import type { Beneath, Explainer, Explaining } from './context.js';
import type { ValueNode } from './explanation.js';
import { QUOTIENT, step, weighted } from './node.js';

/** capital.interestRate.*: the worst losses, and the two together (rule CAP-12). */
export const INTEREST_RATE_CAPITAL_EXPLAINER: Explainer = {
  prefix: 'capital.interestRate.',
  parts: ['interestRateCapital', 'capital'],
  beneath: (context) => {
    const { interestRateCapital: block } = context.study;
    if (block === undefined) return null;
    const of = (name: string) => context.measure(`capital.interestRate.${name}`);
    switch (context.id) {
      case 'capital.interestRate.value':
        return losses(context, block, 'eve.change', 'stochasticValueLossUsdMillion');
      case 'capital.interestRate.income':
        return losses(context, block, 'nii.12m.change', 'stochasticIncomeLossUsdMillion');
      case 'capital.interestRate.total':
        return {
          formula: { kind: 'correlated' },
          children: [
            of('value'),
            of('income'),
            context.sources.parameter('/interestRateCapital/correlation', block.correlation),
          ],
        };
      case 'capital.interestRate.toCet1':
        return { formula: QUOTIENT, children: [of('total'), cet1Step(context, 'after tax')] };
      default:
        return null;
    }
  },
};

function losses(
  context: Explaining,
  block: InterestRateCapital,
  measure: string,
  key: 'stochasticValueLossUsdMillion' | 'stochasticIncomeLossUsdMillion',
): Beneath {
  const inScenarios: ValueNode[] = block.scenarios.map((scenario) =>
    step({
      title: `loss in scenario ${scenario}`,
      unit: 'USD million',
      formula: weighted(-1),
      children: [context.measure(measure, scenario)],
    }),
  );
  const stochastic = block[key];
  const path = `/interestRateCapital/${key}`;
  const more = stochastic === null ? [] : [context.sources.parameter(path, stochastic)];
  return { formula: { kind: 'greatest' }, children: [...inScenarios, ...more] };
}
