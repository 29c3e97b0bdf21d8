import type { FutureHedge, OptionHedge } from '../balance-sheet/index.js';
import { assumed } from './example-study.test-fixture.js';

export const UNDESIGNATED = { model: 'undesignated', hedgedGroup: 'none' } as const;

/** A monthly cap at 1.5 % on 100, from month 1 to 61. */
export function hedgeOption(edit: Partial<OptionHedge> = {}): OptionHedge {
  return {
    id: 'cap',
    kind: 'cap',
    position: 'bought',
    notionalUsdMillion: 100,
    strikeRate: 0.015,
    startMonth: 1,
    maturityMonth: 61,
    paymentMonths: 1,
    normalVolatility: assumed(0.009),
    premiumUsdMillion: 0,
    ...UNDESIGNATED,
    ...edit,
  };
}

/** A strip of eight SOFR quarters, 100 sold of each, from month 3. */
export function hedgeFuture(edit: Partial<FutureHedge> = {}): FutureHedge {
  return {
    id: 'strip',
    contract: 'sofr',
    notionalUsdMillion: -100,
    startMonth: 3,
    maturityMonth: 27,
    initialMarginShare: assumed(0.005),
    ...UNDESIGNATED,
    ...edit,
  };
}
