import { type Issue, issue, itemAt } from '../../../foundation/index.js';
import {
  type MeasureResult,
  type MeasureValue,
  type RefusedMeasure,
  refusedWithout,
} from '../../measure.js';
import type { MeasureInput } from '../../view.js';
import type { Capital } from '../input.js';
import { REGIMES, type RegimeRule } from '../regime.js';
import type { CapitalPoint } from './capital-path.js';
import { PATH_RATIOS, PATH_SUMMARIES, type PathRatio } from './path-ratio.js';
import { scenarioPath } from './scenario-path.js';

const HEADROOM_ID = 'capital.path.headroom';
const RETAINED_ID = 'capital.path.retainedIncome';

const RATIO_IDS = PATH_RATIOS.flatMap(({ id }) =>
  PATH_SUMMARIES.map((summary) => `capital.path.${id}.${summary}`),
);

/** capital.path.* of every scenario (rules CPATH-1 to CPATH-11). */
export function capitalPathMeasures(input: MeasureInput): MeasureResult[] {
  const ids = [...RATIO_IDS, HEADROOM_ID, RETAINED_ID];
  const { capitalPlan, capitalRegime } = input.blocks;
  if (capitalPlan === undefined) return refusedWithout('/capitalPlan', ids);
  if (capitalRegime === undefined) return refusedWithout('/capitalRegime', ids);
  const rule = REGIMES[capitalRegime.regime];
  return input.scenarios.flatMap((view): MeasureResult[] => {
    const points = scenarioPath(input, view);
    if (!Array.isArray(points)) return ids.map((id) => refuse(id, view.id, points));
    return [
      ...PATH_RATIOS.flatMap((ratio) => summaries(ratio, points, input.capital, rule, view.id)),
      headroom(points, input.capital, rule, view.id),
      retained(points, view.id),
    ];
  });
}

const refuse = (id: string, scenario: string, reason: Issue): RefusedMeasure => ({
  id,
  scenario,
  issue: reason,
});

/** The ratio at each point, or why it has none. */
function ratiosAlong(
  ratio: PathRatio,
  points: readonly CapitalPoint[],
  capital: Capital,
  rule: RegimeRule,
): number[] | Issue {
  if (ratio.riskBased && !rule.riskBased) {
    const path = '/capitalRegime/regime';
    return issue('measure.not-applicable', path, 'a risk-based regime', rule.title);
  }
  const ratios: number[] = [];
  for (const point of points) {
    const numerator = ratio.numerator(point, capital);
    const denominator = ratio.denominator(point);
    if (numerator === null || denominator === null) {
      return issue('measure.no-input', ratio.needs, 'this part of the regime', 'nothing');
    }
    if (!(denominator > 0)) {
      const path = `/measures/capital.path.${ratio.id}`;
      const what = `assets above zero in quarter ${point.quarter}`;
      return issue('measure.no-ratio', path, what, String(denominator));
    }
    ratios.push(numerator / denominator);
  }
  return ratios;
}

function summaries(
  ratio: PathRatio,
  points: readonly CapitalPoint[],
  capital: Capital,
  rule: RegimeRule,
  scenario: string,
): MeasureResult[] {
  const ids = PATH_SUMMARIES.map((summary) => `capital.path.${ratio.id}.${summary}`);
  const ratios = ratiosAlong(ratio, points, capital, rule);
  if (!Array.isArray(ratios)) return ids.map((id) => refuse(id, scenario, ratios));
  const least = Math.min(...ratios);
  const values = [least, ratios.indexOf(least) / 4, itemAt(ratios, ratios.length - 1)];
  return ids.map((id, at) => ({
    id,
    scenario,
    unit: PATH_SUMMARIES[at] === 'minYears' ? 'years' : 'ratio',
    value: itemAt(values, at),
  }));
}

/** The least headroom over all quarters and all limits of the regime that the path follows. */
function headroom(
  points: readonly CapitalPoint[],
  capital: Capital,
  rule: RegimeRule,
  scenario: string,
): MeasureResult {
  let least = Number.POSITIVE_INFINITY;
  for (const limit of rule.minimum) {
    const ratio = PATH_RATIOS.find(({ limited }) => limited === limit.ratio);
    if (ratio === undefined) continue;
    const ratios = ratiosAlong(ratio, points, capital, rule);
    if (!Array.isArray(ratios)) return refuse(HEADROOM_ID, scenario, ratios);
    for (const value of ratios) least = Math.min(least, value - limit.least);
  }
  return { id: HEADROOM_ID, scenario, unit: 'ratio', value: least };
}

/** Net income less what owners are paid, over the path: negative where they are paid more. */
function retained(points: readonly CapitalPoint[], scenario: string): MeasureValue {
  let kept = 0;
  for (const { netIncome, bridge } of points) {
    kept += netIncome + bridge.taxDistribution + bridge.dividend + bridge.buyback;
  }
  return { id: RETAINED_ID, scenario, unit: 'USD million', value: kept };
}
