import { issue, type Read, read } from '../../foundation/index.js';
import { byMember, readNotional, readRate } from '../parse-convention.js';
import {
  readInterestRateSwap,
  readOvernightIndex,
  readOvernightIndexSwap,
  readSwap,
  readTermIndex,
  type SwapTerms,
} from '../swap/index.js';
import { TREASURY_CONTRACTS } from './conversion-factor.js';
import type { DeliverableNote } from './deliverable-note.js';
import {
  type FutureConvexity,
  type OvernightFuture,
  type SofrContract,
  sofrFuturePeriod,
  type TermRateFuture,
} from './rate-future.js';
import type { SwapFuture } from './swap-future.js';
import type { TreasuryFuture } from './treasury-future.js';

const MOST_CONTRACTS = 1e7;
const MOST_NOTES = 100;
const DELIVERY_MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

interface YearMonth {
  readonly year: number;
  readonly month: number;
}

/** `YYYY-MM`. */
const readMonth: Read<YearMonth> = (value, path, issues) => {
  const text = read.text({ min: 1, max: 10 })(value, path, issues);
  if (text === undefined) return undefined;
  const parts = DELIVERY_MONTH.exec(text);
  if (parts === null) {
    issues.push(issue('date.format', path, 'a month YYYY-MM', text));
    return undefined;
  }
  return { year: Number(parts[1]), month: Number(parts[2]) };
};

const contracts = read.number({
  what: 'a number of contracts, negative when sold',
  integer: true,
  min: -MOST_CONTRACTS,
  max: MOST_CONTRACTS,
});
const price = read.number({ what: 'a price', min: 0, aboveMin: true, max: 1000 });
/** A decimal rate, or the mean reversion and the volatility of the short rate (HW-8). */
const convexity: Read<FutureConvexity> = (value, path, issues) =>
  typeof value === 'number'
    ? readRate(value, path, issues)
    : read.object({
        meanReversion: read.number({ what: 'a mean reversion', min: -1, max: 5 }),
        volatility: read.number({ what: 'a volatility of the short rate', min: 0, max: 1 }),
      })(value, path, issues);
const per100 = read.number({ what: 'an amount per 100', min: -1000, max: 1000 });

/** `sofr-future` by its delivery month; every term is required (rules FUTURE-1 to FUTURE-3). */
export const readSofrFuture: Read<OvernightFuture> = (value, path, issues) => {
  const found = read.object({
    instrument: read.oneOf(['sofr-future']),
    index: readOvernightIndex,
    contract: read.oneOf<SofrContract>(['1M', '3M']),
    deliveryMonth: readMonth,
    contracts,
    tradePrice: price,
    convexityAdjustment: convexity,
  })(value, path, issues);
  if (found === undefined) return undefined;
  const { year, month } = found.deliveryMonth;
  return {
    contract: found.contract,
    index: found.index,
    contracts: found.contracts,
    tradePrice: found.tradePrice,
    convexityAdjustment: found.convexityAdjustment,
    ...sofrFuturePeriod(found.contract, year, month),
  };
};

/** `term-rate-future`: one fixing of a term index, as the Eurodollar contract was. */
export const readTermRateFuture: Read<TermRateFuture> = (value, path, issues) => {
  const found = read.object({
    instrument: read.oneOf(['term-rate-future']),
    index: readTermIndex,
    fixingDate: read.day,
    pointValue: readNotional,
    contracts,
    tradePrice: price,
    convexityAdjustment: convexity,
  })(value, path, issues);
  if (found === undefined) return undefined;
  const { index, fixingDate, pointValue, tradePrice, convexityAdjustment } = found;
  const position = { contracts: found.contracts, tradePrice, convexityAdjustment };
  return { index, fixingDay: fixingDate, pointValue, ...position };
};

const note: Read<DeliverableNote> = (value, path, issues) => {
  const found = read.object({
    id: read.identifier,
    couponRate: readRate,
    maturityDate: read.day,
    cleanPrice: price,
  })(value, path, issues);
  if (found === undefined) return undefined;
  const { id, couponRate, maturityDate, cleanPrice } = found;
  return { id, couponRate, maturityDay: maturityDate, cleanPrice };
};

/** `treasury-future`: price, delivery and basket are all required (FUTURE-5 to FUTURE-8). */
export const readTreasuryFuture: Read<TreasuryFuture> = (value, path, issues) => {
  const found = read.object({
    instrument: read.oneOf(['treasury-future']),
    contract: read.oneOf(TREASURY_CONTRACTS),
    deliveryMonth: readMonth,
    deliveryDate: read.day,
    settlementDate: read.day,
    futuresPrice: price,
    contracts,
    tradePrice: price,
    financingRate: readRate,
    basket: read.list(note, MOST_NOTES, 1),
  })(value, path, issues);
  if (found === undefined) return undefined;
  const { year, month } = found.deliveryMonth;
  return {
    contract: found.contract,
    deliveryYear: year,
    deliveryMonth: month,
    deliveryDay: found.deliveryDate,
    settlementDay: found.settlementDate,
    futuresPrice: found.futuresPrice,
    contracts: found.contracts,
    tradePrice: found.tradePrice,
    financingRate: found.financingRate,
    basket: found.basket,
  };
};

const anySwap: Read<SwapTerms> = byMember<SwapTerms>('instrument', {
  swap: readSwap,
  'interest-rate-swap': readInterestRateSwap,
  'overnight-index-swap': readOvernightIndexSwap,
});

/** `swap-future`: the swap as the buyer of the future receives it (rule FUTURE-9). */
export const readSwapFuture: Read<SwapFuture> = (value, path, issues) => {
  const found = read.objectWith(
    {
      instrument: read.oneOf(['swap-future']),
      swap: anySwap,
      swapNotional: readNotional,
      settledAmounts: per100,
      priceAlignment: per100,
      faceUsd: readNotional,
      contracts,
      tradePrice: price,
    },
    { deliveryDate: read.day },
  )(value, path, issues);
  if (found === undefined) return undefined;
  const { instrument: _, deliveryDate, ...terms } = found;
  return deliveryDate === undefined ? terms : { ...terms, deliveryDay: deliveryDate };
};
