import { cet1Measures } from './capital/cet1.js';
import { limitedCapitalMeasures } from './capital/deferred-tax.js';
import { economicCapitalMeasures } from './capital/economic.js';
import { interestRateCapitalMeasures } from './capital/interest-rate-measures.js';
import { capitalPathMeasures } from './capital/path/path-measures.js';
import { regulatoryCapitalMeasures } from './capital/regulatory.js';
import { creditLossMeasures } from './credit-loss/credit-measures.js';
import { CAPITAL } from './definition/capital.js';
import { CAPITAL_PATH } from './definition/capital-path.js';
import { CAPITAL_REGIME } from './definition/capital-regime.js';
import { COLLATERAL, CONTINGENCY } from './definition/contingency.js';
import { CREDIT_LOSS } from './definition/credit-loss.js';
import { CREDIT_UNION } from './definition/credit-union.js';
import { DURATION } from './definition/duration.js';
import { ECONOMIC_VALUE } from './definition/economic-value.js';
import { GAP } from './definition/gap.js';
import { HEDGE } from './definition/hedge.js';
import { KEY_RATE } from './definition/key-rate.js';
import { LIQUIDITY } from './definition/liquidity.js';
import { LIQUIDITY_RULE } from './definition/liquidity-rule.js';
import { LADDER, LIQUIDITY_STRESS } from './definition/liquidity-stress.js';
import { MARKS } from './definition/marks.js';
import { MORTGAGE_BANKING } from './definition/mortgage-banking.js';
import { INCOME, PLANNED_INCOME, RUN_OFF_INCOME } from './definition/net-interest-income.js';
import { OUTLIER } from './definition/outlier.js';
import { STANDARDISED } from './definition/standardised.js';
import { TRANSFER_PRICING } from './definition/transfer-pricing.js';
import { VALUE_WITHOUT_MARGIN } from './definition/value-without-margin.js';
import { durationMeasures } from './duration.js';
import { economicValueMeasures } from './economic-value.js';
import { durationGapMeasures } from './gap/duration-gap.js';
import { gapMeasures } from './gap/repricing-gap.js';
import { hedgeAccountingMeasures } from './hedge/accounting-measures.js';
import { hedgeMarginMeasures } from './hedge/margin-measures.js';
import { incomeMeasures } from './income/net-interest-income.js';
import { keyRateMeasures } from './key-rate/key-rates.js';
import { afterSalesMeasures } from './liquidity/after-sales.js';
import { collateralMeasures } from './liquidity/collateral/collateral-measures.js';
import { contingencyMeasures } from './liquidity/contingency/contingency-measures.js';
import { ladderMeasures } from './liquidity/ladder/ladder-measures.js';
import { liquidityRuleMeasures } from './liquidity/rule/rule-measures.js';
import { liquidityMeasures } from './liquidity/run-threshold.js';
import { liquidityStressMeasures } from './liquidity/stress/stress-measures.js';
import { markMeasures } from './marks.js';
import type { MeasureDefinition, MeasureResult } from './measure.js';
import { mortgageBankingMeasures } from './mortgage-banking/mortgage-measures.js';
import { creditUnionMeasures } from './standardised/credit-union-measures.js';
import { optionMeasures } from './standardised/option-measures.js';
import { outlierMeasures } from './standardised/outlier-measures.js';
import { ruleMeasures } from './standardised/rule-measures.js';
import { standardisedMeasures } from './standardised/standardised-measures.js';
import { transferMeasures } from './transfer/transfer-measures.js';
import { valueWithoutMarginMeasures } from './value-without-margin.js';
import type { MeasureInput } from './view.js';

/** A set of measures made together: what they mean, and how they are made. */
export interface MeasureFamily {
  readonly name: string;
  readonly definitions: readonly MeasureDefinition[];
  readonly measure: (input: MeasureInput) => readonly MeasureResult[];
}

/** Value and income are read by other families too: made once for one set of projections. */
const value = madeOnce(economicValueMeasures);
const income = madeOnce((input) => incomeMeasures(input, 'constant'));
const runOffIncome = madeOnce((input) => incomeMeasures(input, 'runOff'));
const plannedIncome = madeOnce((input) => incomeMeasures(input, 'planned'));

function madeOnce(
  measure: (input: MeasureInput) => readonly MeasureResult[],
): (input: MeasureInput) => readonly MeasureResult[] {
  const made = new WeakMap<MeasureInput, readonly MeasureResult[]>();
  return (input) => {
    const results = made.get(input) ?? measure(input);
    made.set(input, results);
    return results;
  };
}

/** Every family, in the order of an Outcome: the one place where a measure is registered. */
export const MEASURE_FAMILIES = [
  family('value', ECONOMIC_VALUE, value),
  family('valueWithoutMargin', VALUE_WITHOUT_MARGIN, valueWithoutMarginMeasures),
  family('income', INCOME, income),
  family('runOffIncome', RUN_OFF_INCOME, runOffIncome),
  family('plannedIncome', PLANNED_INCOME, plannedIncome),
  family('transferPricing', TRANSFER_PRICING, transferFamily),
  family('duration', DURATION, durationMeasures),
  family('keyRate', KEY_RATE, keyRateMeasures),
  family('gap', GAP, (input) => [...gapMeasures(input), ...durationGapMeasures(input)]),
  family('marks', MARKS, markMeasures),
  family('hedge', HEDGE, hedgeMeasures),
  family('capital', [...CAPITAL, ...CAPITAL_REGIME], capitalMeasures),
  family('outlier', OUTLIER, (input) => outlierMeasures(input, valueAndIncome(input))),
  family('standardised', STANDARDISED, standardisedFamily),
  family('creditUnion', CREDIT_UNION, creditUnionMeasures),
  family('creditLoss', CREDIT_LOSS, creditLossMeasures),
  family('mortgageBanking', MORTGAGE_BANKING, mortgageBankingMeasures),
  family('capitalPath', CAPITAL_PATH, capitalPathMeasures),
  family('liquidity', LIQUIDITY, (input) => [
    ...liquidityMeasures(input),
    ...afterSalesMeasures(input),
  ]),
  family('liquidityRule', LIQUIDITY_RULE, liquidityRuleMeasures),
  family('collateral', COLLATERAL, collateralMeasures),
  family('contingency', CONTINGENCY, contingencyMeasures),
  family('ladder', LADDER, ladderMeasures),
  family('liquidityStress', LIQUIDITY_STRESS, liquidityStressMeasures),
] as const satisfies readonly MeasureFamily[];
export type FamilyName = (typeof MEASURE_FAMILIES)[number]['name'];

function family<N extends string>(
  name: N,
  definitions: readonly MeasureDefinition[],
  measure: MeasureFamily['measure'],
): MeasureFamily & { readonly name: N } {
  return { name, definitions, measure };
}

function transferFamily(input: MeasureInput): readonly MeasureResult[] {
  return transferMeasures(input, [
    ...income(input),
    ...runOffIncome(input),
    ...plannedIncome(input),
  ]);
}

function capitalMeasures(input: MeasureInput): readonly MeasureResult[] {
  const economic = economicCapitalMeasures(input);
  return [
    ...regulatoryCapitalMeasures(input),
    ...cet1Measures(input, income(input)),
    ...economic,
    ...limitedCapitalMeasures(input, economic),
    ...interestRateCapitalMeasures(input, valueAndIncome(input)),
  ];
}

function hedgeMeasures(input: MeasureInput): readonly MeasureResult[] {
  return [...hedgeMarginMeasures(input), ...hedgeAccountingMeasures(input)];
}

function standardisedFamily(input: MeasureInput): readonly MeasureResult[] {
  return [...standardisedMeasures(input), ...optionMeasures(input), ...ruleMeasures(input)];
}

/** What the tests against capital are made from. */
function valueAndIncome(input: MeasureInput): readonly MeasureResult[] {
  return [...value(input), ...income(input)];
}

/** Every measure an Outcome can hold (rule EVAL-5): one id from engine to evidence. */
export const MEASURES: readonly MeasureDefinition[] = MEASURE_FAMILIES.flatMap(
  ({ definitions }) => definitions,
);

const BY_ID: ReadonlyMap<string, MeasureDefinition> = new Map(
  MEASURES.map((definition) => [definition.id, definition]),
);

/**
 * The registry's entry of a measure id.
 * @throws when the id is not registered (a programmer's error).
 */
export function measureDefinition(id: string): MeasureDefinition {
  const found = BY_ID.get(id);
  if (found === undefined) throw new Error(`no measure ${id} in the registry`);
  return found;
}
