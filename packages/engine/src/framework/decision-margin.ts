import { measureOf, type Outcome, type Study } from '../study/index.js';
import type { ComputedOrigin, Table } from './case-result.js';
import { ENGINE } from './engine.js';
import { columns, inPercent, inWords, scenarioName, table, valueOrNone } from './table.js';
import { tell } from './told.js';

/** What the swaps of a plan do to cash and to reported capital in one scenario, USD million. */
export interface PlanMargin {
  readonly scenario: string;
  /** Gain of the plan's swaps from the base to the scenario; a loss is margin to be posted. */
  readonly swapGainUsdMillion: number;
  /**
   * Reported CET1 of the planned bank with that gain in its income, ratios to RWA; null for a bank
   * that reports no RWA.
   */
  readonly cet1RatioBeforeTax: number | null;
  readonly cet1RatioAfterTax: number | null;
  /** One-day liquidity threshold with margin paid out first; gains are not counted as cash. */
  readonly runThresholdAfterMargin: number;
}

/** New swaps are undesignated: gains and losses are income, those of HTM are not (CASE-12). */
export function planMargins(
  study: Study,
  planned: Study,
  scenarios: readonly string[],
): readonly PlanMargin[] {
  const before = ENGINE.evaluate(study);
  const after = ENGINE.evaluate(planned);
  const { riskWeightedAssetsUsdMillion, taxRate } = planned.capital;
  const reported = valueOrNone(after, 'capital.cet1Ratio');
  return scenarios.map((scenario) => {
    const gain = hedgeChange(after, scenario) - hedgeChange(before, scenario);
    const withGain = (kept: number) =>
      reported === null ? null : reported + kept * (gain / riskWeightedAssetsUsdMillion);
    const threshold = measureOf(after, 'runThreshold.liquidity.1d', scenario);
    const margin = Math.max(-gain, 0) / planned.liquidity.uninsuredUsdMillion;
    return {
      scenario,
      swapGainUsdMillion: gain,
      cet1RatioBeforeTax: withGain(1),
      cet1RatioAfterTax: withGain(1 - taxRate),
      runThresholdAfterMargin: Math.max(threshold - margin, 0),
    };
  });
}

function hedgeChange(outcome: Outcome, scenario: string): number {
  const hedges = (id: string): number =>
    outcome.measures.find((each) => each.id === 'eve.value' && each.scenario === id)?.by?.hedges ??
    0;
  return hedges(scenario) - hedges('0');
}

export function marginFinding(name: string, margins: readonly PlanMargin[]): string {
  const worst = margins.reduce((a, b) => (b.swapGainUsdMillion < a.swapGainUsdMillion ? b : a));
  const percent = (ratio: number) => `${inWords(100 * ratio)}%`;
  if (margins.every(({ swapGainUsdMillion }) => swapGainUsdMillion === 0)) {
    return `${name}: the plan has no swaps, so none asks for margin.`;
  }
  if (worst.swapGainUsdMillion >= 0) return `${name}: the plan's swaps lose in no scenario shown.`;
  const { cet1RatioBeforeTax: before, cet1RatioAfterTax: after } = worst;
  const left = percent(worst.runThresholdAfterMargin);
  const run = `the one-day threshold with that margin paid ${left}`;
  const then =
    before === null || after === null
      ? `${run}. No limit of the plan covers it.`
      : `reported CET1 would be ${percent(before)} of RWA before tax, ${percent(after)} after, ` +
        `and ${run}. No limit of the plan covers these two.`;
  return (
    `${name}: at ${scenarioName(worst.scenario)} the plan's swaps lose ` +
    `${inWords(-worst.swapGainUsdMillion)} million through income: ${then}`
  );
}

/** What the numbers of the margin table are made from. */
export const MARGIN_MEASURES = [
  'eve.value',
  'capital.cet1Ratio',
  'runThreshold.liquidity.1d',
] as const;

export function marginTable(
  name: string,
  margins: readonly PlanMargin[],
  origin: ComputedOrigin,
): Table {
  return table(
    `plan-margin-${name}`,
    `What the swaps of the plan of ${name} do to cash and to reported CET1`,
    columns(
      'scenario | Scenario |',
      'gain | Gain of the new swaps | USD million',
      'cet1 | Reported CET1, gain before tax | % of RWA',
      'cet1AfterTax | Reported CET1, gain after tax | % of RWA',
      'run | Run threshold, liquidity 1d, margin paid | %',
    ),
    margins.map((each) =>
      tell(origin, [
        scenarioName(each.scenario),
        each.swapGainUsdMillion,
        inPercent(each.cet1RatioBeforeTax),
        inPercent(each.cet1RatioAfterTax),
        100 * each.runThresholdAfterMargin,
      ]),
    ),
    [
      'New swaps are undesignated: gains and losses are income, while those of HTM stay out of ' +
        'the accounts. No limit of the plan covers this; the run limits count no margin call and ' +
        'no change of haircuts.',
    ],
  );
}
