import { fairSwapRate } from '../../hedge/index.js';
import { baseDiscount, type Position } from '../../study/index.js';
import type { FundingSource } from '../lever-template.js';
import type { Lever } from '../problem.js';
import { mostFromSource, rateCapOf } from './deposit-rules.js';
import { type LeverInput, moneyLever, REASON } from './lever-terms.js';
import { bullet } from './securities-levers.js';
import { unitCarry } from './swaps-lever.js';

const PRODUCT: Readonly<Record<FundingSource, string>> = {
  overnight: 'overnight-funding',
  term: 'term-funding',
  brokered: 'brokered-deposits',
  reciprocal: 'reciprocal-deposits',
  'retail-term': 'retail-time-deposits',
};

/**
 * New money of one source and tenor at the fair rate + spread (CHANGE-12). Fixed money costs its
 * spread over the forwards: its first-year carry is taken out (CASE-11); overnight money floats.
 * Brokered, reciprocal and retail money stands under the rules of deposits (PLAN-12).
 */
export function fundingLever({ study, template, terms }: LeverInput<'fund'>): Lever {
  const { id, title, source, maturityMonths, spread, useOfProceedsId } = template;
  const { unitUsdMillion } = terms;
  const floats = source === 'overnight';
  const rate = fairSwapRate(baseDiscount(study), 0, floats ? 1 : maturityMonths) + spread;
  const wholesale = floats || source === 'term';
  const struck = bullet(id, unitUsdMillion, { maturityMonths, rate, spread });
  const position: Position = {
    ...struck,
    side: 'liability',
    group: wholesale ? 'borrowings' : 'deposits',
    product: PRODUCT[source],
    accountingClass: 'amortised-cost',
    ...(floats ? { floats, rateIndex: 'sofr', reinvestTenorMonths: 0 } : {}),
  };
  const cap = wholesale ? Number.POSITIVE_INFINITY : rateCapOf(terms.deposits, maturityMonths);
  const allowed = rate > cap ? 0 : mostFromSource(study, source, terms.deposits);
  const lever = moneyLever(
    { ...template, mostUsdMillion: Math.min(template.mostUsdMillion, allowed) },
    unitUsdMillion,
  );
  const note = floats
    ? 'spread over overnight'
    : 'spread over the forwards; first-year carry not counted';
  return {
    ...lever,
    makeChanges: (size) => [
      { ...REASON, kind: 'fund', id, title, size, position, useOfProceedsId },
    ],
    addedCostUsdMillion: floats ? 0 : unitUsdMillion * unitCarry(study, 0, maturityMonths),
    costNote: note + bindingWords({ allowed, rate, cap, most: template.mostUsdMillion }),
  };
}

function bindingWords(found: {
  readonly allowed: number;
  readonly rate: number;
  readonly cap: number;
  readonly most: number;
}): string {
  const { allowed, rate, cap, most } = found;
  const percent = (value: number): string => `${(100 * value).toFixed(2)}%`;
  if (rate > cap) return `; closed: ${percent(rate)} is above the rate cap of ${percent(cap)}`;
  if (allowed === 0) return '; closed below well capitalised';
  return allowed < most ? `; at most ${allowed.toFixed(0)} million below well capitalised` : '';
}
