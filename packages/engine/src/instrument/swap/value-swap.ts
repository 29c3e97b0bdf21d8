import { collect, itemAt, ok, type Result } from '../../foundation/index.js';
import { KEY_RATE_TENORS, keyRateDv01, parallelDv01 } from '../curve-risk.js';
import type { PricingMarket } from '../pricing-market.js';
import type { InstrumentMeasure, Valuation, ValuedFlow } from '../valuation.js';
import { legFlows } from './leg-flows.js';
import type { SwapTerms } from './swap-terms.js';
import {
  legAnnuity,
  parRateOf,
  parSpreadOf,
  presentValueOfFlows,
  swapPresentValue,
} from './swap-value.js';

/**
 * All measures of a swap with the flows of its legs in order of payment (rules SWAP-1 to
 * SWAP-15): present value, value by leg, par rate and annuity where one leg is fixed, par spread
 * of every leg with an index, DV01 and key-rate DV01. Issues as `legFlows`.
 */
export function valueSwap(terms: SwapTerms, market: PricingMarket): Result<Valuation> {
  const legs = collect(terms.legs.map((leg) => legFlows(leg, market)));
  if (!legs.ok) return legs;
  const flows = legs.value.flat().toSorted((a, b) => a.payDay - b.payDay);
  if (flows.length === 0) return ok({ measures: [presentValue(0)], flows });
  const groups = collect([
    ok([...valueMeasures(legs.value)]),
    parMeasures(terms, legs.value, market),
    riskMeasures((moved) => swapPresentValue(terms, moved), market),
  ]);
  return groups.ok ? ok({ measures: groups.value.flat(), flows }) : groups;
}

const presentValue = (value: number): InstrumentMeasure => ({
  id: 'present-value',
  value,
  unit: 'currency',
});

function valueMeasures(legs: readonly (readonly ValuedFlow[])[]): InstrumentMeasure[] {
  const values = legs.map(presentValueOfFlows);
  return [
    presentValue(values.reduce((sum, value) => sum + value, 0)),
    ...values.map(
      (value, at): InstrumentMeasure => ({ id: `leg-${at + 1}-value`, value, unit: 'currency' }),
    ),
  ];
}

/** A leg that has nothing left to pay has no par rate. */
function parMeasures(
  terms: SwapTerms,
  flows: readonly (readonly ValuedFlow[])[],
  market: PricingMarket,
): Result<InstrumentMeasure[]> {
  const places = [...terms.legs.keys()].filter((at) => itemAt(flows, at).length > 0);
  const fixed = places.filter((at) => itemAt(terms.legs, at).rate.kind === 'fixed');
  const indexed = places.filter((at) => isIndexed(terms, at));
  const spreads = indexed.map((at) =>
    measured(`leg-${at + 1}-par-spread`, 'decimal rate', parSpreadOf(terms, at, market)),
  );
  const only = fixed[0];
  if (only === undefined || fixed.length > 1) return collect(spreads);
  const annuity = legAnnuity(itemAt(terms.legs, only), market);
  return collect([
    measured('par-rate', 'decimal rate', parRateOf(terms, only, market)),
    measured('annuity', 'currency', annuity, 'for a fixed rate of 1 a year'),
    ...spreads,
  ]);
}

function isIndexed(terms: SwapTerms, at: number): boolean {
  const { kind } = itemAt(terms.legs, at).rate;
  return kind === 'term' || kind === 'overnight';
}

function measured(
  id: string,
  unit: InstrumentMeasure['unit'],
  value: Result<number>,
  convention?: string,
): Result<InstrumentMeasure> {
  if (!value.ok) return value;
  const measure = { id, value: value.value, unit };
  return ok(convention === undefined ? measure : { ...measure, convention });
}

const BUMP = 'change for 1 bp more on continuous zero rates of all curves';

/** DV01 and key-rate DV01 of anything that can be valued on a market (SWAP-14, SWAP-15). */
export function riskMeasures(
  value: (market: PricingMarket) => Result<number>,
  market: PricingMarket,
): Result<InstrumentMeasure[]> {
  const parallel = parallelDv01(value, market);
  if (!parallel.ok) return parallel;
  const keyed = keyRateDv01(value, market);
  if (!keyed.ok) return keyed;
  return ok([
    { id: 'dv01', value: parallel.value, unit: 'currency', convention: BUMP },
    ...keyed.value.map(
      (change, at): InstrumentMeasure => ({
        id: `key-rate-dv01-${itemAt(KEY_RATE_TENORS, at)}y`,
        value: change,
        unit: 'currency',
        convention: BUMP,
      }),
    ),
  ]);
}
