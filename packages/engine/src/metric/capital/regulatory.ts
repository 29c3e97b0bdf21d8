import { type Issue, issue } from '../../foundation/index.js';
import {
  isRefused,
  type MeasureResult,
  type MeasureValue,
  type RefusedMeasure,
  refusedWithout,
} from '../measure.js';
import type { MeasureInput } from '../view.js';
import type { CapitalRegime } from './capital-regime.js';
import type { Capital } from './input.js';
import { capitalRatioMeasures, cet1After } from './ratios.js';
import {
  type CapitalLimit,
  type LimitedRatio,
  REGIMES,
  type RegimeRule,
  WELL_CAPITALISED,
} from './regime.js';
import { weightedAssets } from './weighted-assets.js';

const RATIO_IDS: Readonly<Record<LimitedRatio, string>> = {
  cet1: 'capital.cet1Ratio',
  tier1: 'capital.tier1Ratio',
  total: 'capital.totalRatio',
  leverage: 'capital.leverageRatio',
  supplementaryLeverage: 'capital.supplementaryLeverageRatio',
};

const LIMITED = ['cet1', 'tier1', 'total', 'leverage', 'supplementaryLeverage'] as const;

/** Ids that need the regime of the bank. */
const REGIME_IDS = [
  'capital.supplementaryLeverageRatio',
  'capital.cet1Ratio.phaseIn',
  'capital.riskWeightedAssets.recomputed',
  'capital.riskWeightedAssets.difference',
  ...LIMITED.map((ratio) => `capital.headroom.${ratio}`),
  ...WELL_CAPITALISED.map(({ ratio }) => `capital.headroom.wellCapitalised.${ratio}`),
] as const;

const RISK_BASED = ['cet1Ratio', 'cet1Ratio.noOptOut', 'tier1Ratio', 'totalRatio'].map(
  (id) => `capital.${id}`,
);

/** Ratios of the date, their phase-in, recomputed weights and headroom (CAP-1 to 3, 7 to 11). */
export function regulatoryCapitalMeasures(input: MeasureInput): MeasureResult[] {
  const ratios = capitalRatioMeasures(input.capital);
  const { capitalRegime } = input.blocks;
  if (capitalRegime === undefined) {
    return [...ratios, ...refusedWithout('/capitalRegime', REGIME_IDS)];
  }
  const rule: RegimeRule = REGIMES[capitalRegime.regime];
  const known = ratios.map((each) =>
    !rule.riskBased && RISK_BASED.includes(each.id) ? refuse(each.id, noRiskBased(rule)) : each,
  );
  const reported = [
    ...known,
    supplementaryLeverage(input.capital, capitalRegime),
    phaseIn(input.capital, capitalRegime, rule),
  ];
  return [
    ...reported,
    ...recomputed(input, capitalRegime),
    ...LIMITED.map((ratio) => headroom(`capital.headroom.${ratio}`, ratio, rule.minimum, reported)),
    ...wellCapitalised(capitalRegime, rule, reported),
  ];
}

const refuse = (id: string, reason: Issue): RefusedMeasure => ({ id, scenario: '', issue: reason });

function noRiskBased({ title }: RegimeRule): Issue {
  return issue('measure.not-applicable', '/capitalRegime/regime', 'a risk-based regime', title);
}

const ratioOf = (id: string, value: number): MeasureValue => ({
  id,
  scenario: '',
  unit: 'ratio',
  value,
});

function tier1Of(capital: Capital): number {
  return cet1After(capital, capital.taxRate) + capital.additionalTier1UsdMillion;
}

function supplementaryLeverage(capital: Capital, regime: CapitalRegime): MeasureResult {
  const id = RATIO_IDS.supplementaryLeverage;
  const exposure = regime.totalLeverageExposureUsdMillion;
  if (exposure !== null) return ratioOf(id, tier1Of(capital) / exposure.value);
  const path = '/capitalRegime/totalLeverageExposureUsdMillion';
  return refuse(id, issue('measure.no-input', path, 'total leverage exposure', 'nothing'));
}

/** CET1 with the share of AOCI that the first year of the phase-in takes (rule CAP-10). */
function phaseIn(capital: Capital, regime: CapitalRegime, rule: RegimeRule): MeasureResult {
  const id = 'capital.cet1Ratio.phaseIn';
  if (!rule.riskBased) return refuse(id, noRiskBased(rule));
  const share = regime.aociPhaseIn[0];
  if (share === undefined) {
    const path = '/capitalRegime/aociPhaseIn';
    return refuse(id, issue('measure.no-input', path, 'the share of each year', 'none'));
  }
  const filtered = capital.aociOptOut ? capital.aociAddBackUsdMillion : 0;
  const cet1 = cet1After(capital, capital.taxRate) - share.value * filtered;
  return ratioOf(id, cet1 / capital.riskWeightedAssetsUsdMillion);
}

/** The recomputed amount and its difference to the reported one, which is never plugged. */
function recomputed(input: MeasureInput, regime: CapitalRegime): MeasureResult[] {
  const { capital, program } = input;
  const found = weightedAssets(program.book, regime, capital.aociOptOut);
  const ids = ['recomputed', 'difference'].map((name) => `capital.riskWeightedAssets.${name}`);
  if (typeof found !== 'number') return ids.map((id) => refuse(id, found));
  const values = [found, found - capital.riskWeightedAssetsUsdMillion];
  return ids.map((id, index) => ({
    id,
    scenario: '',
    unit: 'USD million',
    value: values[index] ?? Number.NaN,
  }));
}

/** Ratio minus its limit: what may be lost before the limit is met (rule CAP-11). */
function headroom(
  id: string,
  ratio: LimitedRatio,
  limits: readonly CapitalLimit[],
  reported: readonly MeasureResult[],
): MeasureResult {
  const limit = limits.find((each) => each.ratio === ratio);
  const known = reported.find((each) => each.id === RATIO_IDS[ratio]);
  if (known !== undefined && isRefused(known)) return refuse(id, known.issue);
  if (limit === undefined || known === undefined) {
    const path = '/capitalRegime/regime';
    return refuse(id, issue('measure.not-applicable', path, `a limit on ${ratio}`, 'none'));
  }
  return ratioOf(id, known.value - limit.least);
}

function wellCapitalised(
  regime: CapitalRegime,
  rule: RegimeRule,
  reported: readonly MeasureResult[],
): MeasureResult[] {
  return WELL_CAPITALISED.map(({ ratio }) => {
    const id = `capital.headroom.wellCapitalised.${ratio}`;
    if (regime.level === 'holding-company') {
      const path = '/capitalRegime/level';
      const reason = issue('measure.not-applicable', path, 'an insured bank', 'holding-company');
      return refuse(id, reason);
    }
    const limits = rule.riskBased ? WELL_CAPITALISED : rule.minimum;
    return headroom(id, ratio, limits, reported);
  });
}
