import { itemAt } from '../foundation/index.js';
import { measureOf, type Outcome } from '../study/index.js';

/** Below this share of 24-month base NII the cost is too small to divide by (HEDGE-8). */
const SMALLEST_COST_SHARE = 0.001;

/** Mid-year months at which the NII of the first and the second year is discounted. */
const FIRST_YEAR_MIDDLE = 6;
const SECOND_YEAR_MIDDLE = 18;
const YEARS = 2;

export interface CapitalEfficiency {
  /** Scenario with the lowest economic CET1 (E0) without the hedge. */
  readonly scenario: string;
  /** E0 with minus E0 without, there. */
  readonly capitalKept: number;
  /** Present value of 24-month NII given up at forwards; negative when the hedge earns. */
  readonly niiGivenUp: number;
  readonly bidOffer: number;
  readonly marginFunding: number;
  /** The sum of the three. */
  readonly cost: number;
  /** USD of capital kept per USD of cost; null when the cost is under 0.1% of base NII. */
  readonly ratio: number | null;
}

export interface EfficiencyInput {
  readonly without: Outcome;
  readonly with: Outcome;
  readonly scenarios: readonly string[];
  /** Discount factors at 0, 1, … months of the base curve, at least 18. */
  readonly discount: Float64Array;
  readonly bidOfferUsdMillion: number;
  /** Margin in the scenario in which the hedge loses most, with its initial margin. */
  readonly marginUsdMillion: number;
  /** Funding cost of margin over what the margin account pays, decimal a year. */
  readonly marginFundingSpread: number;
}

/** Capital efficiency of METHOD section 1 (HEDGE-8), all amounts in USD million before tax. */
export function capitalEfficiency(input: EfficiencyInput): CapitalEfficiency {
  const e0 = (outcome: Outcome, scenario: string): number =>
    measureOf(outcome, 'capital.economic.e0', scenario);
  const scenario = input.scenarios.reduce((worst, id) =>
    e0(input.without, id) < e0(input.without, worst) ? id : worst,
  );
  const capitalKept = e0(input.with, scenario) - e0(input.without, scenario);
  const givenUp = (id: string): number =>
    measureOf(input.without, id, '0') - measureOf(input.with, id, '0');
  const firstYear = givenUp('nii.12m');
  const secondYear = givenUp('nii.24m') - firstYear;
  const niiGivenUp =
    firstYear * itemAt(input.discount, FIRST_YEAR_MIDDLE) +
    secondYear * itemAt(input.discount, SECOND_YEAR_MIDDLE);
  const marginFunding = input.marginUsdMillion * input.marginFundingSpread * YEARS;
  const cost = niiGivenUp + input.bidOfferUsdMillion + marginFunding;
  const ratio = costRatio(capitalKept, cost, input.without);
  const { bidOfferUsdMillion: bidOffer } = input;
  return { scenario, capitalKept, niiGivenUp, bidOffer, marginFunding, cost, ratio };
}

/** Kept per USD of cost; null where the cost is under 0.1% of 24-month base NII, or a gain. */
export function costRatio(capitalKept: number, cost: number, without: Outcome): number | null {
  const smallest = SMALLEST_COST_SHARE * Math.abs(measureOf(without, 'nii.24m', '0'));
  return cost >= smallest && cost > 0 ? capitalKept / cost : null;
}
