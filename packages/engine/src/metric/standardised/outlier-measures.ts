import type { Issue } from '../../foundation/index.js';
import { cet1After } from '../capital/ratios.js';
import { isRefused, type MeasureResult, quotient } from '../measure.js';
import type { MeasureInput } from '../view.js';
import { type OutlierMeasure, outlierTest } from './outlier-test.js';
import { outlierWorst } from './outlier-worst.js';

const KNOWN: Readonly<Record<OutlierMeasure, string>> = {
  eve: 'eve.change',
  nii: 'nii.12m.change',
};

/**
 * eve.tier1Share, outlier.eve and outlier.nii of every scenario, as if it were the worst (rule
 * STANDARD-12), and the worst of the prescribed (STANDARD-14), from measures already made.
 * @param known eve.change and nii.12m.change of every scenario
 */
export function outlierMeasures(
  input: MeasureInput,
  known: readonly MeasureResult[],
): MeasureResult[] {
  const { capital } = input;
  const tier1 = cet1After(capital, capital.taxRate) + capital.additionalTier1UsdMillion;
  const changes = (measure: OutlierMeasure): MeasureResult[] =>
    known.filter(({ id }) => id === KNOWN[measure]);
  const headrooms = [
    ...changes('eve').map((change) => headroom('eve', change, tier1)),
    ...changes('nii').map((change) => headroom('nii', change, tier1)),
  ];
  return [
    ...changes('eve').map((change) => tier1Share(change, tier1)),
    ...headrooms,
    ...outlierWorst(input, headrooms),
  ];
}

function tier1Share(change: MeasureResult, tier1: number): MeasureResult {
  const measure = { id: 'eve.tier1Share', scenario: change.scenario };
  if (isRefused(change)) return { ...measure, issue: change.issue };
  return quotient(measure, change.value, { value: tier1, what: 'Tier 1' });
}

/** Threshold less loss over Tier 1, with the two as parts; every US bank's is a benchmark. */
function headroom(measure: OutlierMeasure, change: MeasureResult, tier1: number): MeasureResult {
  const head = { id: `outlier.${measure}`, scenario: change.scenario };
  if (isRefused(change)) return { ...head, issue: change.issue };
  const test = outlierTest({
    measure,
    jurisdiction: 'us',
    worstChangeUsdMillion: change.value,
    tier1UsdMillion: tier1,
  });
  if (!test.ok) return refusal(head, test.issues);
  const { threshold, lossShare, headroom: value } = test.value;
  return { ...head, unit: 'ratio', value, parts: { threshold, loss: 0 - lossShare } };
}

function refusal(
  head: { readonly id: string; readonly scenario: string },
  [issue]: readonly Issue[],
): MeasureResult {
  if (issue === undefined) throw new Error(`${head.id} refused without an issue`);
  return { ...head, issue };
}
