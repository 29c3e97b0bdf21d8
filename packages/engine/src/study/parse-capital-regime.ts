import { type Read, read } from '../foundation/index.js';
import {
  type CapitalRegime,
  type InterestRateCapital,
  LARGEST_RISK_WEIGHT,
  type ProductRiskWeight,
  REGIMES,
  type RegimeId,
  RISK_WEIGHTS,
  type RiskWeightId,
} from '../metric/index.js';
import { sourced } from './parse-sourced.js';

const { identifier, list, nullable, object, oneOf, title } = read;

const REGIME_IDS = Object.keys(REGIMES) as RegimeId[];
const EXPOSURES = Object.keys(RISK_WEIGHTS) as RiskWeightId[];

const amount = sourced({ min: 0, max: 1e12, what: 'USD million' });
const total = sourced({ min: 0, max: 1e12, aboveMin: true, what: 'USD million' });
const share = sourced({ min: 0, max: 1, what: 'a share' });
const weight = sourced({ min: 0, max: LARGEST_RISK_WEIGHT, what: 'a risk weight, 1 for 100%' });

const readWeight: Read<ProductRiskWeight> = object<ProductRiskWeight>({
  product: title,
  exposure: oneOf([...EXPOSURES, 'stated']),
  statedWeight: nullable(weight),
});

/** The bank's regime (rules CAP-7 to CAP-11). */
export const readCapitalRegime: Read<CapitalRegime> = object<CapitalRegime>({
  regime: oneOf(REGIME_IDS),
  level: oneOf(['bank', 'holding-company']),
  totalLeverageExposureUsdMillion: nullable(total),
  riskWeights: list(readWeight, 1000),
  otherRiskWeightedAssetsUsdMillion: amount,
  aociPhaseIn: list(share, 20),
});

/** Economic capital for interest rate risk (rule CAP-12). */
export const readInterestRateCapital: Read<InterestRateCapital> = object<InterestRateCapital>({
  scenarios: list(identifier, 1000, 1),
  correlation: share,
  stochasticValueLossUsdMillion: nullable(amount),
  stochasticIncomeLossUsdMillion: nullable(amount),
});
