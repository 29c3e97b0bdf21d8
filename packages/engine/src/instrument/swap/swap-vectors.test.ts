import { describe, expect, it } from 'vitest';
import { isoFromDay } from '../../foundation/index.js';
import { byMember } from '../parse-convention.js';
import {
  fraForwardRate,
  fraPresentValue,
  valueForwardRateAgreement,
} from './forward-rate-agreement.js';
import { legFlows } from './leg-flows.js';
import { readForwardRateAgreement } from './parse-forward-rate-agreement.js';
import { readInterestRateSwap, readOvernightIndexSwap, readSwap } from './parse-swap.js';
import type { SwapTerms } from './swap-terms.js';
import { legAnnuity, parRateOf, parSpreadOf, swapPresentValue } from './swap-value.js';
import {
  parsed,
  type SwapVector,
  swapVectors,
  value,
  vectorMarket,
} from './swap-vectors.test-fixture.js';

const readAnySwap = byMember<SwapTerms>('instrument', {
  swap: readSwap,
  'interest-rate-swap': readInterestRateSwap,
  'overnight-index-swap': readOvernightIndexSwap,
});

const swaps = swapVectors.filter((one) => one.instrument.instrument !== 'forward-rate-agreement');
const fras = swapVectors.filter((one) => one.instrument.instrument === 'forward-rate-agreement');

/** 1e-10 of the larger leg: the value of a swap is a difference of two large numbers. */
function tolerance({ expected }: SwapVector): number {
  const sizes = expected.legs.map((leg) => leg.reduce((sum, [, a]) => sum + Math.abs(a), 0));
  return 1e-10 * Math.max(...sizes);
}

describe('against QuantLib 1.29', () => {
  it.each(swaps)('SWAP-1, SWAP-10, SWAP-17: value and flows, $title', (one) => {
    const terms = parsed(readAnySwap, one.instrument);
    const market = vectorMarket(one.discount);
    const npv = value(swapPresentValue(terms, market));
    expect(Math.abs(npv - one.expected.npv)).toBeLessThan(tolerance(one));
    terms.legs.forEach((leg, at) => {
      const flows = value(legFlows(leg, market));
      const expected = one.expected.legs[at] ?? [];
      expect(flows.map(({ payDay }) => isoFromDay(payDay))).toEqual(expected.map(([iso]) => iso));
      flows.forEach(({ amount }, place) => {
        const off = Math.abs(amount - (expected[place]?.[1] ?? Number.NaN));
        expect(off).toBeLessThan(1e-10 * Math.abs(amount) + 1e-9);
      });
    });
  });

  const fair = swaps.filter((one) => one.expected.parRate !== undefined);
  it.each(fair)('SWAP-11, SWAP-12: par rate, par spread and annuity, $title', (one) => {
    const terms = parsed(readAnySwap, one.instrument);
    const market = vectorMarket(one.discount);
    const { parRate = Number.NaN, parSpread = Number.NaN, annuity } = one.expected;
    expect(Math.abs(value(parRateOf(terms, 0, market)) - parRate)).toBeLessThan(1e-12);
    expect(Math.abs(value(parSpreadOf(terms, 1, market)) - parSpread)).toBeLessThan(1e-12);
    const [fixed] = terms.legs;
    if (annuity === undefined || fixed === undefined) return;
    expect(value(legAnnuity(fixed, market)) / annuity).toBeCloseTo(1, 11);
  });

  it('SWAP-12: par spread of a basis swap', () => {
    const one = swaps.find((found) => found.title.startsWith('basis'));
    if (one === undefined) throw new Error('no basis swap');
    const terms = parsed(readAnySwap, one.instrument);
    const spread = value(parSpreadOf(terms, 0, vectorMarket(one.discount)));
    expect(Math.abs(spread - (one.expected.parSpread ?? Number.NaN))).toBeLessThan(1e-12);
  });

  it.each(fras)('FRA-1, FRA-2: value, payment and forward rate, $title', (one) => {
    const terms = parsed(readForwardRateAgreement, one.instrument);
    const market = vectorMarket(one.discount);
    const npv = value(fraPresentValue(terms, market));
    expect(Math.abs(npv - one.expected.npv)).toBeLessThan(1e-8);
    const forward = value(fraForwardRate(terms, market));
    expect(Math.abs(forward - (one.expected.parRate ?? Number.NaN))).toBeLessThan(1e-13);
    const [flow] = value(valueForwardRateAgreement(terms, market)).flows;
    expect(flow?.amount).toBeCloseTo(one.expected.legs[0]?.[0]?.[1] ?? Number.NaN, 8);
  });
});
