import type { Behaviour } from '../behaviour/index.js';
import {
  type BehaviourParameter,
  DEPOSIT_PARAMETERS,
  DRAWDOWN_PARAMETERS,
  PREPAYMENT_PARAMETERS,
  REDEMPTION_PARAMETERS,
  ROLLOVER_PARAMETERS,
} from './change.js';

/** Behaviour models of one kind and the parameters they may have. */
export interface ParameterFamily {
  readonly kind: string;
  readonly names: readonly BehaviourParameter[];
  readonly modelsOf: (behaviour: Behaviour) => readonly { readonly id: string }[];
}

/** In the order of the Study's JSON. No two families share a name. */
export const PARAMETER_FAMILIES: readonly ParameterFamily[] = [
  {
    kind: 'deposit',
    names: DEPOSIT_PARAMETERS,
    modelsOf: ({ deposits }) => deposits,
  },
  {
    kind: 'prepayment',
    names: PREPAYMENT_PARAMETERS,
    modelsOf: ({ prepayments }) => prepayments,
  },
  {
    kind: 'redemption',
    names: REDEMPTION_PARAMETERS,
    modelsOf: ({ redemptions }) => redemptions ?? [],
  },
  {
    kind: 'drawdown',
    names: DRAWDOWN_PARAMETERS,
    modelsOf: ({ drawdowns }) => drawdowns ?? [],
  },
  {
    kind: 'rollover',
    names: ROLLOVER_PARAMETERS,
    modelsOf: ({ rollovers }) => rollovers ?? [],
  },
];
