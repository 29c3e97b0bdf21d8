import type { Behaviour, Market, Scenario } from '@almfes/engine';
import type { AssumedValues } from '../assumption/assumed-values.js';
import type { CallReportMarket } from '../bank-study.js';
import { bankBehaviour } from './bank-behaviour.js';
import { bankScenarios } from './bank-scenarios.js';

/** What banks of one date, one size and the same assumptions have in common. */
export interface SharedParts {
  readonly market: Market;
  readonly behaviour: Behaviour;
  readonly scenarios: readonly Scenario[];
}

const known = new WeakMap<CallReportMarket, Map<string, SharedParts>>();

/**
 * The same objects for the same terms: the engine keeps curves by object (EVAL-3), so that
 * thousands of banks cost one set of them.
 */
export function sharedParts(
  market: CallReportMarket,
  assumed: AssumedValues,
  decisionDate: string,
): SharedParts {
  const behaviour = bankBehaviour(assumed);
  const key = JSON.stringify([decisionDate, behaviour]);
  const ofMarket = known.get(market) ?? new Map<string, SharedParts>();
  known.set(market, ofMarket);
  const shared = ofMarket.get(key) ?? {
    ...{ market: market.market, behaviour, scenarios: bankScenarios(decisionDate) },
  };
  ofMarket.set(key, shared);
  return shared;
}
