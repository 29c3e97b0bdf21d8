import { fail, issue, ok, type Result } from '../foundation/index.js';
import { measureOf, type Outcome } from '../study/index.js';

export type TargetId = 'true-risk' | 'industry-average-risk' | 'afs-book';

export interface HedgeTarget {
  readonly id: TargetId;
  readonly title: string;
  /** EVE change to be offset in the scenario, USD million. */
  readonly eveChange: number;
}

/**
 * The three risks a hedge is sized to (HEDGE-5): EVE change of the bank with its own behaviour,
 * EVE change of the same bank with industry-average behaviour, and the AFS part of the former.
 * Issues: `hedge.target` when the Outcome gives no AFS part.
 */
export function hedgeTargets(
  ownBehaviour: Outcome,
  averageBehaviour: Outcome,
  scenario: string,
): Result<readonly HedgeTarget[]> {
  const own = ownBehaviour.measures.find((m) => m.id === 'eve.change' && m.scenario === scenario);
  const afs = own?.by?.afs;
  if (own === undefined || afs === undefined) {
    const path = `eve.change[${scenario}].by.afs`;
    return fail(issue('hedge.target', path, 'the AFS part of the EVE change', 'nothing'));
  }
  return ok([
    { id: 'true-risk', title: 'Sized to the true risk', eveChange: own.value },
    {
      id: 'industry-average-risk',
      title: 'Sized to the industry-average risk',
      eveChange: measureOf(averageBehaviour, 'eve.change', scenario),
    },
    { id: 'afs-book', title: 'Sized to the AFS book only', eveChange: afs },
  ]);
}
