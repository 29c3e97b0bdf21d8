import type { ScenarioRates } from '../../cash-flow/index.js';
import { floatAt, type Parameter } from '../../foundation/index.js';
import { parRate } from '../../market/index.js';
import type { Market } from '../study.js';

/** Up to here a par quote is a simple yield (rule CURVE-1). */
const SIMPLE_MONTHS = 6;

/**
 * The market of `months` on when forwards come true (CHANGE-31). Forwards are constant between
 * nodes; nodes that lie half years apart are nodes of a par curve on the later date too, so that
 * quotes at what is left of each tenor give the forward curve itself.
 */
export function rolledMarket(market: Market, rates: ScenarioRates, months: number): Market {
  const { discount, mortgage } = rates;
  const parQuotes = market.parQuotes
    .map(({ tenorMonths }) => tenorMonths - months)
    .filter((tenorMonths) => tenorMonths > 0)
    .map((tenorMonths) => ({ tenorMonths, rate: forwardPar(discount, months, tenorMonths) }));
  return {
    ...market,
    curveSource: `${market.curveSource}; forwards of ${months} months on`,
    parQuotes,
    mortgageRate: forwardOf(market.mortgageRate, floatAt(mortgage, months), months),
  };
}

function forwardPar(discount: Float64Array, months: number, tenorMonths: number): number {
  if (tenorMonths > SIMPLE_MONTHS) return parRate(discount, months, tenorMonths);
  const growth = floatAt(discount, months) / floatAt(discount, months + tenorMonths);
  return ((growth - 1) * 12) / tenorMonths;
}

function forwardOf(parameter: Parameter, value: number, months: number): Parameter {
  const note = `forward of ${months} months on, from ${parameter.value}`;
  return { ...parameter, value, basis: 'assumed', note };
}
