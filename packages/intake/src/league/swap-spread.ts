import type { Study } from '@almfes/engine';

/** The Study with another spread of swap rates over the curve, decimal. */
export function withSwapSpread(study: Study, value: number): Study {
  const swapSpread = { ...study.market.swapSpread, value };
  return { ...study, market: { ...study.market, swapSpread } };
}
