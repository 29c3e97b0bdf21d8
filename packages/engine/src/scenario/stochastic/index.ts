export {
  checkSampling,
  independentGroup,
  type PathDraws,
  type PathSampling,
  pathDraws,
  SOBOL_SETS,
} from './path-draws.js';
export { type RateGrid, type RateGridTerms, rateGrid } from './rate-grid.js';
export { type PathRates, ratePath } from './rate-path.js';
export type { RateFactor, ShortRateModel } from './short-rate-model.js';
export { shortRateModelIssues } from './short-rate-model-issues.js';
