import { measureOf, type Outcome, type Study } from '@almfes/engine';
import { leverTemplate } from './lever-template.js';

const SCENARIOS = ['-200', '-100', '0', '+100', '+200', '+300'];
const WORLDS = [
  { kind: 'digital-disruption', severity: 'severe', title: 'digital disruption, severe' },
  { kind: 'combined-adverse', severity: 'severe', title: 'combined adverse, severe' },
];
const WORLD_IDS = ['digital-disruption-severe', 'combined-adverse-severe'];

/** The power of ten nearest to an amount, and a tenth of it as a step: 0.1 million for 3. */
function moneyScale(amount: number): { scale: number; step: number; stepWords: string } {
  const power = Math.round(Math.log10(Math.max(LEAST_SCALE, amount)));
  const step = Number((10 ** (power - 1)).toPrecision(1));
  return { scale: 10 * step, step, stepWords: `${step} million` };
}

/** A tenth of a million: limits of the smallest bank. */
const LEAST_SCALE = 0.1;

function limits(study: Study, outcome: Outcome): object[] {
  const tier1 = study.capital.cet1UsdMillion + study.capital.additionalTier1UsdMillion;
  const money = moneyScale(tier1 / 10);
  const income = moneyScale(measureOf(outcome, 'nii.12m', '0') / 20);
  const assumed = ['as-assumed'];
  const shocks = ['-200', '-100', '+100', '+200'];
  const weighted = study.capital.riskWeightedAssetsUsdMillion > 0;
  const hasRatio = weighted && !String(study.capitalRegime?.regime).startsWith('community-bank');
  return [
    {
      ...{ id: 'eve-broken', title: 'EVE itself above zero with behaviour broken' },
      ...{ measure: 'eve.value', scenarios: SCENARIOS, worlds: WORLD_IDS, floor: 0, ...money },
      source: 'judgement: solvent in economic value when an assumption fails',
    },
    {
      ...{ id: 'nii-broken', title: '12-month NII above zero with behaviour broken' },
      ...{ measure: 'nii.12m', scenarios: SCENARIOS, worlds: WORLD_IDS, floor: 0, ...income },
      source: 'judgement: income when an assumption fails',
    },
    {
      ...{ id: 'eve', title: 'EVE change no worse than 15% of Tier 1', measure: 'eve.change' },
      ...{ scenarios: shocks, worlds: assumed, floor: { times: -0.15, of: 'tier-1-capital' } },
      ...{ ...money, source: 'Basel SRP 31 outlier benchmark, a benchmark only for US banks' },
    },
    {
      ...{ id: 'nii', title: '12-month NII at least 80% of base', measure: 'nii.12m' },
      ...{ scenarios: SCENARIOS, worlds: assumed, floor: { times: 0.8, of: 'base-nii-12m' } },
      ...{ ...income, source: 'judgement: four fifths of base NII' },
    },
    ...(hasRatio ? [economicLimit(assumed)] : []),
    {
      ...{ id: 'run', title: 'Liquidity within one day covers 25% of uninsured deposits' },
      ...{ measure: 'runThreshold.liquidity.1d', scenarios: SCENARIOS, worlds: assumed },
      ...{ floor: 0.25, scale: 0.05, step: 0.01, stepWords: 'point of uninsured deposits' },
      source: 'judgement: a quarter of uninsured deposits in a day',
    },
  ];
}

function economicLimit(worlds: readonly string[]): object {
  return {
    ...{ id: 'economic-cet1', title: 'Economic CET1 (E0) at least 4.5% of RWA' },
    ...{ measure: 'capital.economicRatio.e0', scenarios: SCENARIOS, worlds },
    ...{ floor: 0.045, scale: 0.01, step: 0.01, stepWords: 'point of RWA' },
    source: 'minimum CET1 ratio, 12 CFR 217.10, applied to economic CET1',
  };
}

/** Step 4 of the bank's shape, and the rules that its levers follow (rules FORM-22, FORM-28). */
export function decisionTemplate(
  study: Study,
  outcome: Outcome,
  afterwards: { readonly curveDate: string; readonly title: string } | null,
): { readonly decision: object; readonly rules: readonly string[] } {
  const levers = leverTemplate(study, outcome);
  const stated = limits(study, outcome);
  const frontier = stated.some((limit) => 'id' in limit && limit.id === 'economic-cet1')
    ? { limit: 'economic-cet1', floors: [0, 0.03, 0.06] }
    : { limit: 'run', floors: [0.1, 0.25, 0.5] };
  return {
    decision: {
      ...{ levers: levers.map(({ lever }) => lever), worlds: WORLDS, limits: stated },
      ...{ realisedLossYears: 3, frontier, afterwards },
    },
    rules: [...new Set(levers.map(({ rule }) => rule))],
  };
}
