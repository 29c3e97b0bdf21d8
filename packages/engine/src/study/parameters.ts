import type { Parameter } from '../foundation/index.js';
import { blockParameters, parametersIn } from './block-parameters.js';
import type { Study } from './study.js';

/** Every parameter of a Study with its JSON pointer: market, behaviour by model, optional parts. */
export function parametersOf(study: Study): { path: string; parameter: Parameter }[] {
  const { market, behaviour } = study;
  return [
    { path: '/market/mortgageRate', parameter: market.mortgageRate },
    { path: '/market/swapSpread', parameter: market.swapSpread },
    ...parametersIn(behaviour, '/behaviour'),
    ...blockParameters(study),
  ];
}
