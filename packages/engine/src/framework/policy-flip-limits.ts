import { AS_ASSUMED, type DecisionPolicy, type Limit, policyLimits } from '../decision/index.js';
import { ok, type Result } from '../foundation/index.js';
import type { FlipLimit } from '../stress/index.js';
import { evaluate, measureDefinition, type Study } from '../study/index.js';

/** Limits of a policy whose flip points can be sought, and those that cannot, with the reason. */
export interface PolicyFlipLimits {
  readonly limits: readonly FlipLimit[];
  readonly leftOut: readonly { readonly title: string; readonly reason: string }[];
}

/**
 * The limits of a policy as flip points read them (FLIP-10): as assumed, in the parallel scenarios
 * among theirs. Issues: those of the limits on this Study.
 */
export function policyFlipLimits(study: Study, policy: DecisionPolicy): Result<PolicyFlipLimits> {
  const base = evaluate(study, ['value', 'income', 'runOffIncome', 'plannedIncome']);
  const resolved = policyLimits(policy, study, base);
  if (!resolved.ok) return resolved;
  const limits: FlipLimit[] = [];
  const leftOut: { title: string; reason: string }[] = [];
  for (const [index, limit] of resolved.value.entries()) {
    const parallel = limit.scenarios.filter((id) => isParallel(study, id));
    const reason = whyLeftOut(limit, parallel);
    const source = policy.limits[index]?.authority ?? '';
    if (reason === null) limits.push(flipLimit(limit, parallel, source));
    else leftOut.push({ title: limit.title, reason });
  }
  return ok({ limits, leftOut });
}

function flipLimit(limit: Limit, scenarios: readonly string[], source: string): FlipLimit {
  const { id, title, measure, floor, cap } = limit;
  const { unit } = measureDefinition(measure);
  return { id, title, measure, scenarios, unit, floor, cap, source };
}

function whyLeftOut({ worlds, scenarios }: Limit, parallel: readonly string[]): string | null {
  if (!worlds.includes(AS_ASSUMED.id)) return 'it holds in failures alone';
  if (parallel.length === 0 && !scenarios.includes('')) {
    return 'none of its scenarios is a parallel shock';
  }
  return null;
}

function isParallel(study: Study, id: string): boolean {
  return study.scenarios.some((each) => each.id === id && each.kind === 'parallel');
}
