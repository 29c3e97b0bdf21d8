import type { Behaviour } from '../behaviour/index.js';
import { type BehaviourParameter, DEPOSIT_PARAMETERS, PREPAYMENT_PARAMETERS } from './change.js';

/** One list of behaviour models: how it is called and which parameters its models may have. */
export interface ParameterFamily {
  readonly list: keyof Behaviour;
  readonly kind: string;
  readonly names: readonly BehaviourParameter[];
  readonly modelsOf: (behaviour: Behaviour) => readonly { readonly id: string }[];
}

/** In the order of the Study's JSON. No two families share a name. */
export const PARAMETER_FAMILIES: readonly ParameterFamily[] = [
  {
    list: 'deposits',
    kind: 'deposit',
    names: DEPOSIT_PARAMETERS,
    modelsOf: ({ deposits }) => deposits,
  },
  {
    list: 'prepayments',
    kind: 'prepayment',
    names: PREPAYMENT_PARAMETERS,
    modelsOf: ({ prepayments }) => prepayments,
  },
];
