import { type Issue, ok, type Read, type Result, read } from '../foundation/index.js';
import {
  readAmortisingBond,
  readCallableBond,
  readFixedRateBond,
  readFloatingRateBond,
  valueFixedBond,
  valueFloatingBond,
} from './bond/index.js';
import {
  readSofrFuture,
  readSwapFuture,
  readTermRateFuture,
  readTreasuryFuture,
  valueOvernightFuture,
  valueSwapFuture,
  valueTermRateFuture,
  valueTreasuryFuture,
} from './future/index.js';
import { valueCallableBond } from './hull-white/index.js';
import { namedIndices } from './named-indices.js';
import {
  readBermudanSwaption,
  readCap,
  readCollar,
  readEuropeanSwaption,
  readFloor,
  valueCapFloor,
  valueSwaption,
} from './option/index.js';
import { pricingMarketDoor } from './parse-pricing-market.js';
import { readPassThrough, valuePassThrough } from './pass-through/index.js';
import type { PricingMarket } from './pricing-market.js';
import {
  readForwardRateAgreement,
  readInterestRateSwap,
  readOvernightIndexSwap,
  readSwap,
  valueForwardRateAgreement,
  valueSwap,
} from './swap/index.js';
import type { Valuation } from './valuation.js';

/** The value of an instrument with its kind and the day of valuation. */
export interface ValuedInstrument {
  readonly instrument: string;
  readonly valuationDay: number;
  readonly valuation: Valuation;
}

type ValueJson = (json: unknown, market: PricingMarket) => Result<Valuation>;

/** A door and the valuation behind it, as one step. */
function through<T>(
  door: Read<T>,
  value: (terms: T, market: PricingMarket) => Result<Valuation>,
): ValueJson {
  return (json, market) => {
    const issues: Issue[] = [];
    const terms = door(json, '', issues);
    return terms === undefined || issues.length > 0 ? { ok: false, issues } : value(terms, market);
  };
}

/** Every kind of instrument that has a value (rule VALUE-1). */
const KINDS: Readonly<Record<string, ValueJson>> = {
  'fixed-rate-bond': through(readFixedRateBond, valueFixedBond),
  'floating-rate-bond': through(readFloatingRateBond, valueFloatingBond),
  'amortising-bond': through(readAmortisingBond, valueFixedBond),
  'callable-bond': through(readCallableBond, valueCallableBond),
  'pass-through': through(readPassThrough, valuePassThrough),
  swap: through(readSwap, valueSwap),
  'interest-rate-swap': through(readInterestRateSwap, valueSwap),
  'overnight-index-swap': through(readOvernightIndexSwap, valueSwap),
  'forward-rate-agreement': through(readForwardRateAgreement, valueForwardRateAgreement),
  cap: through(readCap, valueCapFloor),
  floor: through(readFloor, valueCapFloor),
  collar: through(readCollar, valueCapFloor),
  'european-swaption': through(readEuropeanSwaption, valueSwaption),
  'bermudan-swaption': through(readBermudanSwaption, valueSwaption),
  'sofr-future': through(readSofrFuture, valueOvernightFuture),
  'term-rate-future': through(readTermRateFuture, valueTermRateFuture),
  'treasury-future': through(readTreasuryFuture, valueTreasuryFuture),
  'swap-future': through(readSwapFuture, valueSwapFuture),
};

/** Indices that a kind rests on without naming them. */
const IMPLIED_INDICES: Readonly<Record<string, readonly string[]>> = {
  'sofr-future': ['USD-SOFR'],
};

/** The names a file may have under `instrument`. */
export const INSTRUMENT_KINDS: readonly string[] = Object.keys(KINDS);

/**
 * Values an instrument on a market, both JSON of unknown shape; `marketPath` stands before the path
 * of the market's issues. Issues: those of the two doors and of the valuation, each once.
 */
export function valueInstrument(
  instrument: unknown,
  market: unknown,
  marketPath: string,
): Result<ValuedInstrument> {
  const issues: Issue[] = [];
  const found = read.members(instrument, '', issues);
  const kind = read.oneOf(INSTRUMENT_KINDS)(found?.instrument, '/instrument', issues);
  const implied = kind === undefined ? [] : (IMPLIED_INDICES[kind] ?? []);
  const door = pricingMarketDoor([...namedIndices(instrument), ...implied]);
  const pricing = door(market, marketPath, issues);
  const value = kind === undefined ? undefined : KINDS[kind];
  if (value === undefined || kind === undefined || pricing === undefined || issues.length > 0) {
    return { ok: false, issues };
  }
  const valuation = value(instrument, pricing);
  return valuation.ok
    ? ok({ instrument: kind, valuationDay: pricing.valuationDay, valuation: valuation.value })
    : { ok: false, issues: eachOnce(valuation.issues) };
}

/** Every coupon of a leg may miss the same curve. */
function eachOnce(issues: readonly Issue[]): Issue[] {
  const seen = new Map(issues.map((one) => [JSON.stringify(one), one]));
  return [...seen.values()];
}
