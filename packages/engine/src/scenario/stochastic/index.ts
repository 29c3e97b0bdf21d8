export {
  checkSampling,
  independentGroup,
  type PathDraws,
  type PathSampling,
  pathDraws,
  SOBOL_SETS,
} from './path-draws.js';
export { type RateGrid, type RateGridTerms, rateGrid } from './rate-grid.js';
export type { RateFactor, RateModel } from './rate-model.js';
export { rateModelIssues } from './rate-model-issues.js';
export { type PathRates, ratePath } from './rate-path.js';
