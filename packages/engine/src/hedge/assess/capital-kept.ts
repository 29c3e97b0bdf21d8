import { measureOf, type Outcome, type Study } from '../../study/index.js';
import type { HedgeTerms } from './terms.js';

/** Capital in a scenario, USD million. */
export interface CapitalReading {
  /** E0, before tax (METHOD: the binding one). */
  readonly economicE0: number;
  /** CET1 once the stated sales are made at the scenario's prices, after tax (HEDGE-22). */
  readonly cet1AfterSales: number;
}

/** Value changes of new hedges in the scenario that sales and income bring out, USD million. */
export interface HedgeResult {
  readonly undesignated: number;
  readonly fairValueAfs: number;
}

/**
 * Economic CET1 and CET1 after the stated sales (HEDGE-22). A sale realises its share of the mark
 * and, with it, that share of the basis of fair value hedges; undesignated hedges are income;
 * cash flow hedges stay filtered, and hedges of items at cost stay in their basis. A bank without
 * the opt-out counts the whole AFS mark, sold or not. With HTM goes what AOCI keeps of it (CAP-16).
 */
export function capitalReading(
  { capital }: Pick<Study, 'capital'>,
  outcome: Outcome,
  at: { readonly scenario: string; readonly hedges: HedgeResult; readonly terms: HedgeTerms },
): CapitalReading {
  const { scenario, hedges, terms } = at;
  const kept = 1 - capital.taxRate;
  const read = (id: string): number => measureOf(outcome, id, scenario);
  const marked = read('unrealised.afs') + hedges.fairValueAfs;
  const atDate = capital.aociOptOut ? 0 : measureOf(outcome, 'unrealised.afs', '0');
  const afs = capital.aociOptOut ? terms.soldAfsShare * marked : marked - atDate;
  const { aociOnTransferredHtmUsdMillion: movedToHtm = 0 } = capital;
  const htm = terms.soldHtmShare * (read('unrealised.htm') + movedToHtm);
  const income = afs + htm + hedges.undesignated;
  const cet1 = measureOf(outcome, 'capital.cet1Ratio') * capital.riskWeightedAssetsUsdMillion;
  return {
    economicE0: read('capital.economic.e0'),
    cet1AfterSales: cet1 + kept * income,
  };
}
