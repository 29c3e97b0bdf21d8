import { itemAt } from '../../foundation/index.js';

/**
 * Where the value of a designated hedge stands that has not gone through income: in AOCI that
 * CET1 may count (AFS), in AOCI that it never counts (cash flow hedges), in the basis of an item at
 * cost, where it meets the swap and equity sees neither; or nowhere, because it is undesignated.
 */
export type DeferredPlace = 'aoci-of-afs' | 'aoci-filtered' | 'basis-at-cost' | 'nowhere';

/** The hedge alone, along the quarters of a scenario, USD million before tax (HEDGE-17). */
export interface HedgeFlows {
  /** Net interest received in quarters 1, 2, …. */
  readonly settlement: readonly number[];
  /** Value less that of the date, at the end of quarters 0, 1, …. */
  readonly value: readonly number[];
}

export interface AccountingTerms {
  readonly place: DeferredPlace;
  readonly taxRate: number;
  readonly aociOptOut: boolean;
  /** Share of the hedge whose result is income, at quarters 0, 1, …; it never falls. */
  readonly incomeShare: readonly number[];
  /** What falls into income as that share rises: interest income (a breach) or another line. */
  readonly releasedTo: 'interest' | 'other-income';
  /** Ended for cash at the end of the quarter; what is deferred then amortises in equal parts. */
  readonly terminated: { readonly quarter: number; readonly amortisedQuarters: number } | null;
}

/** The bank with the hedge minus without it, at the end of a quarter, USD million. */
export interface AccountingQuarter {
  readonly quarter: number;
  /** Of the quarter, before tax. */
  readonly netInterestIncome: number;
  /** Of the quarter, before tax: the result in income beside net interest income. */
  readonly otherIncome: number;
  /** Of the quarter, after tax: the change of AOCI. */
  readonly oci: number;
  /** After tax. */
  readonly aoci: number;
  readonly cet1: number;
  readonly tangibleCommonEquity: number;
  /** E0: what is deferred counts whole, wherever it stands. */
  readonly economicCet1: number;
}

interface State {
  readonly retained: number;
  readonly value: number;
  readonly share: number;
  readonly aoci: number;
}

/**
 * What a hedge does to income and capital quarter by quarter under an accounting model
 * (HEDGE-17 to HEDGE-20), the bank without the hedge as the other side.
 * @throws RangeError when the flows and shares have not one entry a quarter
 */
export function accountingPath(
  flows: HedgeFlows,
  terms: AccountingTerms,
): readonly AccountingQuarter[] {
  const last = flows.settlement.length;
  if (flows.value.length !== last + 1 || terms.incomeShare.length !== last + 1) {
    throw new RangeError(`${last} quarters need ${last + 1} values and shares`);
  }
  let state: State = { retained: 0, value: 0, share: 0, aoci: 0 };
  const rows: AccountingQuarter[] = [];
  for (let quarter = 0; quarter <= last; quarter += 1) {
    const { row, next } = step(flows, terms, quarter, state);
    rows.push(row);
    state = next;
  }
  return rows;
}

function step(flows: HedgeFlows, terms: AccountingTerms, quarter: number, before: State) {
  const { terminated, taxRate, place } = terms;
  const ended = terminated !== null && quarter > terminated.quarter;
  const value = ended ? before.value : itemAt(flows.value, quarter);
  const share = ended ? before.share : itemAt(terms.incomeShare, quarter);
  const settled = quarter === 0 || ended ? 0 : itemAt(flows.settlement, quarter - 1);
  const released = (share - before.share) * value;
  const marked = before.share * (value - before.value);
  const amortised = ended ? amortisedShare(terms, quarter) - amortisedShare(terms, quarter - 1) : 0;
  const whole = (1 - share) * value;
  const asInterest = terms.releasedTo === 'interest';
  const deferring = place !== 'nowhere';
  const netInterestIncome =
    settled + (asInterest ? released : 0) + (deferring ? amortised * whole : 0);
  const otherIncome = marked + (asInterest ? 0 : released);
  const deferred = whole * (1 - (deferring ? amortisedShare(terms, quarter) : 0));
  const standsInAoci = place === 'aoci-of-afs' || place === 'aoci-filtered';
  const aoci = standsInAoci ? (1 - taxRate) * deferred : 0;
  const retained = before.retained + (1 - taxRate) * (netInterestIncome + otherIncome);
  const counted = place === 'aoci-of-afs' && !terms.aociOptOut ? aoci : 0;
  const row: AccountingQuarter = {
    quarter,
    netInterestIncome,
    otherIncome,
    oci: aoci - before.aoci,
    aoci,
    cet1: retained + counted,
    tangibleCommonEquity: retained + aoci,
    economicCet1: retained + deferred,
  };
  return { row, next: { retained, value, share, aoci } };
}

/** Of what was deferred at termination, 0 before it and 1 when all is amortised. */
function amortisedShare({ terminated }: AccountingTerms, quarter: number): number {
  if (terminated === null || quarter <= terminated.quarter) return 0;
  return Math.min(1, (quarter - terminated.quarter) / terminated.amortisedQuarters);
}
