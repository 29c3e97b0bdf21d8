import type { Study } from '../../study/index.js';
import type { Objective } from '../objective.js';
import { LEAST_COST } from '../objective.js';
import { AS_ASSUMED } from '../problem.js';

/** Objectives that a word names; any other is stated in the policy itself. */
export const OBJECTIVE_NAMES = ['least-cost', 'most-income', 'tail-loss'] as const;
export type ObjectiveName = (typeof OBJECTIVE_NAMES)[number];

/** Share of the states that is no tail: the worst quarter counts. */
const TAIL_LEVEL = 0.75;

/**
 * What a plan is to be best at, by a word (POLICY-8): least yearly cost; most 12-month NII net of
 * the costs it does not show; or the least mean loss of EVE in the worst quarter of the Study's
 * shocks, each counted alike.
 */
export function namedObjective(name: ObjectiveName, { scenarios }: Study): Objective {
  const world = AS_ASSUMED.id;
  if (name === 'least-cost') return LEAST_COST;
  if (name === 'most-income') {
    return { kind: 'most', of: { measure: 'nii.12m', scenario: '0', world } };
  }
  const shocks = scenarios.filter(({ id }) => id !== '0');
  return {
    ...{ kind: 'conditional-value-at-risk', measure: 'eve.change', level: TAIL_LEVEL },
    states: shocks.map(({ id }) => ({ scenario: id, world, probability: 1 / shocks.length })),
  };
}
