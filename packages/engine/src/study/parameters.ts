import type { Parameter } from '../foundation/index.js';
import { blockParameters } from './block-parameters.js';
import { DEPOSIT_PARAMETERS, PREPAYMENT_PARAMETERS } from './change.js';
import type { Study } from './study.js';

/** Every parameter of a Study with its JSON pointer: market first, then behaviour by model. */
export function parametersOf(study: Study): { path: string; parameter: Parameter }[] {
  const { market, behaviour } = study;
  return [
    { path: '/market/mortgageRate', parameter: market.mortgageRate },
    { path: '/market/swapSpread', parameter: market.swapSpread },
    ...behaviour.deposits.flatMap((model, index) =>
      DEPOSIT_PARAMETERS.map((name) => ({
        path: `/behaviour/deposits/${index}/${name}`,
        parameter: model[name],
      })),
    ),
    ...blockParameters(study),
    ...behaviour.prepayments.flatMap((model, index) =>
      PREPAYMENT_PARAMETERS.map((name) => ({
        path: `/behaviour/prepayments/${index}/${name}`,
        parameter: model[name],
      })),
    ),
  ];
}
