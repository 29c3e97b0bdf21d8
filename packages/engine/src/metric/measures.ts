import { issue } from '../foundation/index.js';
import { economicCapitalMeasures } from './capital/economic.js';
import { interestRateCapitalMeasures } from './capital/interest-rate-measures.js';
import { capitalPathMeasures } from './capital/path/path-measures.js';
import { regulatoryCapitalMeasures } from './capital/regulatory.js';
import { creditLossMeasures } from './credit-loss/credit-measures.js';
import { durationMeasures } from './duration.js';
import { economicValueMeasures } from './economic-value.js';
import { durationGapMeasures } from './gap/duration-gap.js';
import { gapMeasures } from './gap/repricing-gap.js';
import { netInterestIncomeMeasures } from './income/net-interest-income.js';
import { keyRateMeasures } from './key-rate/key-rates.js';
import { collateralMeasures } from './liquidity/collateral/collateral-measures.js';
import { contingencyMeasures } from './liquidity/contingency/contingency-measures.js';
import { ladderMeasures } from './liquidity/ladder/ladder-measures.js';
import { liquidityRuleMeasures } from './liquidity/rule/rule-measures.js';
import { liquidityMeasures } from './liquidity/run-threshold.js';
import { liquidityStressMeasures } from './liquidity/stress/stress-measures.js';
import { markMeasures } from './marks.js';
import {
  isRefused,
  type MeasureResult,
  type MeasureValue,
  type RefusedMeasure,
} from './measure.js';
import { mortgageBankingMeasures } from './mortgage-banking/mortgage-measures.js';
import { outlierMeasures } from './standardised/outlier-measures.js';
import { standardisedMeasures } from './standardised/standardised-measures.js';
import { transferMeasures } from './transfer/transfer-measures.js';
import { valueWithoutMarginMeasures } from './value-without-margin.js';
import type { MeasureInput } from './view.js';

/** What every family gives, in registry order. */
function results(input: MeasureInput): MeasureResult[] {
  const value = economicValueMeasures(input);
  const income = netInterestIncomeMeasures(input);
  return [
    ...value,
    ...valueWithoutMarginMeasures(input),
    ...income,
    ...transferMeasures(input, income),
    ...durationMeasures(input),
    ...keyRateMeasures(input),
    ...gapMeasures(input),
    ...durationGapMeasures(input),
    ...markMeasures(input),
    ...regulatoryCapitalMeasures(input),
    ...economicCapitalMeasures(input),
    ...interestRateCapitalMeasures(input, [...value, ...income]),
    ...outlierMeasures(input, [...value, ...income]),
    ...standardisedMeasures(input),
    ...creditLossMeasures(input),
    ...mortgageBankingMeasures(input),
    ...capitalPathMeasures(input),
    ...liquidityMeasures(input),
    ...liquidityRuleMeasures(input),
    ...collateralMeasures(input),
    ...contingencyMeasures(input),
    ...ladderMeasures(input),
    ...liquidityStressMeasures(input),
  ];
}

/** Every registered measure of one set of projections: a value, or why there is none. */
export function measures(input: MeasureInput): {
  readonly measures: readonly MeasureValue[];
  readonly refused: readonly RefusedMeasure[];
} {
  const found = results(input).map(finite);
  return {
    measures: found.filter((result): result is MeasureValue => !isRefused(result)),
    refused: found.filter(isRefused),
  };
}

/** The last gate of rule EVAL-6: a number that is none leaves as an issue. */
function finite(result: MeasureResult): MeasureResult {
  if (isRefused(result) || Number.isFinite(result.value)) return result;
  const { id, scenario, value } = result;
  return {
    id,
    scenario,
    issue: issue('measure.not-finite', `/measures/${id}`, 'a finite number', String(value)),
  };
}
