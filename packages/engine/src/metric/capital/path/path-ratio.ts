import type { Capital } from '../input.js';
import type { LimitedRatio } from '../regime.js';
import type { CapitalPoint } from './capital-path.js';

/** A ratio of the path: its numerator (null where there is none) over its denominator. */
export interface PathRatio {
  readonly id: string;
  readonly title: string;
  /** Refused for a filer of the community bank leverage ratio. */
  readonly riskBased: boolean;
  readonly limited: LimitedRatio | null;
  readonly numerator: (point: CapitalPoint, capital: Capital) => number | null;
  readonly denominator: (point: CapitalPoint) => number | null;
  /** Part of the Study without which there is no such ratio; empty where there always is. */
  readonly needs: string;
}

const weighted = (point: CapitalPoint): number => point.riskWeightedAssets;
const tier1 = (point: CapitalPoint, capital: Capital): number =>
  point.cet1 + capital.additionalTier1UsdMillion;

/** Ratios followed along the path (rule CPATH-10). */
export const PATH_RATIOS: readonly PathRatio[] = [
  {
    id: 'cet1Ratio',
    title: 'CET1 ratio',
    riskBased: true,
    limited: 'cet1',
    numerator: ({ cet1 }) => cet1,
    denominator: weighted,
    needs: '',
  },
  {
    id: 'cet1Ratio.noOptOut',
    title: 'CET1 ratio without the AOCI opt-out',
    riskBased: true,
    limited: null,
    numerator: ({ cet1NoOptOut }) => cet1NoOptOut,
    denominator: ({ riskWeightedAssetsNoOptOut }) => riskWeightedAssetsNoOptOut,
    needs: '',
  },
  {
    id: 'cet1Ratio.phaseIn',
    title: 'CET1 ratio with the phase-in of AOCI',
    riskBased: true,
    limited: null,
    numerator: ({ cet1PhaseIn }) => cet1PhaseIn,
    denominator: weighted,
    needs: '/capitalRegime/aociPhaseIn',
  },
  {
    id: 'tier1Ratio',
    title: 'Tier 1 ratio',
    riskBased: true,
    limited: 'tier1',
    numerator: tier1,
    denominator: weighted,
    needs: '',
  },
  {
    id: 'totalRatio',
    title: 'Total capital ratio',
    riskBased: true,
    limited: 'total',
    numerator: (point, capital) => tier1(point, capital) + capital.tier2UsdMillion,
    denominator: weighted,
    needs: '',
  },
  {
    id: 'leverageRatio',
    title: 'Leverage ratio',
    riskBased: false,
    limited: 'leverage',
    numerator: tier1,
    denominator: ({ leverageAssets }) => leverageAssets,
    needs: '',
  },
  {
    id: 'supplementaryLeverageRatio',
    title: 'Supplementary leverage ratio',
    riskBased: false,
    limited: 'supplementaryLeverage',
    numerator: tier1,
    denominator: ({ totalLeverageExposure }) => totalLeverageExposure,
    needs: '/capitalRegime/totalLeverageExposureUsdMillion',
  },
  {
    id: 'tceRatio',
    title: 'Tangible common equity ratio',
    riskBased: false,
    limited: null,
    numerator: ({ tangibleCommonEquity }) => tangibleCommonEquity,
    denominator: ({ tangibleAssets }) => tangibleAssets,
    needs: '',
  },
  {
    id: 'economicRatio.e0',
    title: 'Economic CET1 ratio, securities marked',
    riskBased: false,
    limited: null,
    numerator: ({ economicCet1 }) => economicCet1,
    denominator: weighted,
    needs: '',
  },
];

/** What is told of each ratio: least, when (years from the date), and at the end. */
export const PATH_SUMMARIES = ['min', 'minYears', 'end'] as const;
