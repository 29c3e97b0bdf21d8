import { parameterAt } from '../behaviour/index.js';
import type { Parameter } from '../foundation/index.js';
import { blockParameters } from './block-parameters.js';
import { PARAMETER_FAMILIES } from './parameter-families.js';
import type { Study } from './study.js';

/** Every parameter of a Study with its JSON pointer: market, behaviour by model, optional parts. */
export function parametersOf(study: Study): { path: string; parameter: Parameter }[] {
  const { market, behaviour } = study;
  const found = [
    { path: '/market/mortgageRate', parameter: market.mortgageRate },
    { path: '/market/swapSpread', parameter: market.swapSpread },
  ];
  for (const { list, names, modelsOf } of PARAMETER_FAMILIES) {
    modelsOf(behaviour).forEach((model, index) => {
      for (const name of names) {
        const parameter = parameterAt(model, name);
        if (parameter === undefined) continue;
        found.push({ path: `/behaviour/${list}/${index}/${name.replace('.', '/')}`, parameter });
      }
    });
  }
  return [...found, ...blockParameters(study)];
}
