import type { Capital } from '../../metric/index.js';

/** What a Change recognises of the difference between cost and market value, before tax. */
export interface Recognition {
  /** Enters earnings, or, without the opt-out, CET1 through AOCI: market value minus basis. */
  readonly realisedUsdMillion: number;
  /** Enters tangible equity for the first time: market value minus carrying amount. */
  readonly newInEquityUsdMillion: number;
  /** Change of AOCI before tax; moves the add-back of an opt-out bank the other way. */
  readonly aociUsdMillion: number;
}

/**
 * Capital after gains (+) or losses (-) are recognised (CHANGE-7), all after tax at `taxRate`:
 * tangible equity and tangible assets move by what is new in equity, leverage assets by what
 * enters CET1, the add-back by minus the change of AOCI. `realisedLossUsdMillion` stays before
 * tax: CET1 = cet1 + (1 - tax rate) x realised loss + raised, in the measure.
 */
export function withRecognition(capital: Capital, recognition: Recognition): Capital {
  const kept = 1 - capital.taxRate;
  const { realisedUsdMillion, newInEquityUsdMillion, aociUsdMillion } = recognition;
  const aociAfterTax = capital.aociOptOut ? kept * aociUsdMillion : 0;
  return {
    ...capital,
    realisedLossUsdMillion: capital.realisedLossUsdMillion + realisedUsdMillion,
    aociAddBackUsdMillion: capital.aociAddBackUsdMillion - aociAfterTax,
    tangibleCommonEquityUsdMillion:
      capital.tangibleCommonEquityUsdMillion + kept * newInEquityUsdMillion,
    tangibleAssetsUsdMillion: capital.tangibleAssetsUsdMillion + kept * newInEquityUsdMillion,
    leverageAssetsUsdMillion: capital.leverageAssetsUsdMillion + kept * realisedUsdMillion,
  };
}

/** Capital after total assets grow (+) or shrink (-) by an amount that is neither gain nor loss. */
export function withAssets(capital: Capital, amountUsdMillion: number): Capital {
  return {
    ...capital,
    tangibleAssetsUsdMillion: capital.tangibleAssetsUsdMillion + amountUsdMillion,
    leverageAssetsUsdMillion: capital.leverageAssetsUsdMillion + amountUsdMillion,
  };
}
