import { type Issue, issue } from '../../foundation/index.js';
import { integralVariance } from './factor-moments.js';
import type { ShortRateModel } from './short-rate-model.js';

/** Largest deviation of the logarithm of a discount factor at the horizon. */
const WIDEST_DEVIATION = 10;

/**
 * What keeps a model from being simulated over `months` (rule PATH-2): a parameter that is no
 * number, a negative volatility, a correlation outside -1 to 1, or parameters so wild that the
 * logarithm of a discount factor moves by more than 10 a deviation. Issues `path.parameter`.
 */
export function shortRateModelIssues(model: ShortRateModel, months: number): Issue[] {
  const issues: Issue[] = [];
  const refuse = (path: string, expected: string, got: number): void => {
    issues.push(issue('path.parameter', path, expected, String(got)));
  };
  model.factors.forEach(({ reversion, volatility }, index) => {
    const path = `model/factors/${index}`;
    if (!Number.isFinite(reversion)) refuse(`${path}/reversion`, 'a number', reversion);
    if (!(volatility >= 0 && volatility < Number.POSITIVE_INFINITY)) {
      refuse(`${path}/volatility`, 'a number of at least 0', volatility);
    }
  });
  const { correlation } = model;
  if (!(correlation >= -1 && correlation <= 1)) {
    refuse('model/correlation', 'a number from -1 to 1', correlation);
  }
  if (issues.length > 0) return issues;
  const deviation = Math.sqrt(integralVariance(model, months)[months] ?? Number.NaN);
  if (!(deviation <= WIDEST_DEVIATION)) {
    const expected = `discount factors that move by at most e^${WIDEST_DEVIATION} a deviation`;
    refuse('model/factors', `${expected} in ${months} months`, deviation);
  }
  return issues;
}
