import { ok, type Result } from '../../foundation/index.js';
import { discountOf, type PricingMarket } from '../pricing-market.js';
import { riskMeasures, type SwapTerms, swapPresentValue } from '../swap/index.js';
import type { Valuation } from '../valuation.js';

/**
 * A future on a swap that is data (rule FUTURE-9): the swap is seen from the buyer of the future,
 * who receives the fixed rate on `swapNotional`.
 */
export interface SwapFuture {
  readonly swap: SwapTerms;
  readonly swapNotional: number;
  /** Present: the price is that of the swap on this day; absent: on the valuation day. */
  readonly deliveryDay?: number;
  /** Fixed less floating amounts already exchanged, per 100 of notional. */
  readonly settledAmounts: number;
  /** Interest on past settlements that the contract takes off, per 100 of notional. */
  readonly priceAlignment: number;
  readonly faceUsd: number;
  readonly contracts: number;
  readonly tradePrice: number;
}

/** 100 + value of the swap per 100 + amounts exchanged - price alignment. */
export function swapFuturePrice(future: SwapFuture, market: PricingMarket): Result<number> {
  const value = swapPresentValue(future.swap, market);
  if (!value.ok) return value;
  const { deliveryDay, swapNotional, settledAmounts, priceAlignment } = future;
  const carried =
    deliveryDay === undefined ? ok(1) : discountOf(market.discount, deliveryDay, 'discount');
  if (!carried.ok) return carried;
  const per100 = (100 * value.value) / (swapNotional * carried.value);
  return ok(100 + per100 + settledAmounts - priceAlignment);
}

/** Price, value against the trade price and sensitivities. Issues as valuing the swap. */
export function valueSwapFuture(future: SwapFuture, market: PricingMarket): Result<Valuation> {
  const price = swapFuturePrice(future, market);
  if (!price.ok) return price;
  const worth = (at: number): number =>
    ((at - future.tradePrice) * future.faceUsd * future.contracts) / 100;
  const risk = riskMeasures((moved) => {
    const found = swapFuturePrice(future, moved);
    return found.ok ? ok(worth(found.value)) : found;
  }, market);
  if (!risk.ok) return risk;
  return ok({
    measures: [
      { id: 'present-value', value: worth(price.value), unit: 'currency' },
      { id: 'price', value: price.value, unit: 'per 100 face' },
      ...risk.value,
    ],
    flows: [],
  });
}
