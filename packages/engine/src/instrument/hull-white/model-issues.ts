import { type Issue, issue } from '../../foundation/index.js';
import type { EuropeanClaim } from './european-claim.js';
import { type HullWhite, reach, stateVariance } from './hull-white.js';

/** A flow that moves by more than e to this power a deviation leaves no digit of a sum. */
const MOST_TILT = 30;

/**
 * What keeps a model from valuing claims: parameters so large that a deviation of the state moves
 * a bond by more than e^30 (rule HW-10). Issue `hull-white.parameters`.
 */
export function modelIssues(model: HullWhite, claims: readonly EuropeanClaim[]): Issue[] {
  const { reversion, volatility } = model;
  const times = claims.flatMap(({ years, flows }) => [years, ...flows.map((flow) => flow.years)]);
  const last = reach(reversion, Math.max(0, ...times));
  const isWide = claims.some(({ years, flows }) => {
    const deviation = Math.sqrt(stateVariance(model, years));
    return flows.some(
      (flow) => !(Math.abs(reach(reversion, flow.years) - last) * deviation <= MOST_TILT),
    );
  });
  if (!isWide && volatility >= 0) return [];
  const got = `reversion ${reversion}, volatility ${volatility}`;
  const expected = 'parameters under which bond prices stay within e^30 a deviation';
  return [issue('hull-white.parameters', 'volatility', expected, got)];
}
