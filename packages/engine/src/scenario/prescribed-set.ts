import { ok, type Result } from '../foundation/index.js';
import type { FloorRule } from './floor-rule.js';
import { PRESCRIBED_SHAPES } from './prescribed-shift.js';
import type { PrescribedScenario } from './scenario.js';
import { type ShockRule, shockSize } from './shock-size/shock-size.js';

/** What a set of prescribed scenarios is made for. */
export interface PrescribedSetTerms {
  readonly rule: ShockRule;
  readonly currency: string;
  readonly floor: FloorRule;
}

/**
 * The six scenarios of a Basel calibration (rule SCEN-10), ids `<rule>.<currency>.<shape>`. The
 * floor is the supervisor's to set and so is stated. Issue `scenario.no-shock-size`.
 */
export function baselScenarios(
  terms: PrescribedSetTerms & { readonly rule: 'basel-d368' | 'basel-d578' },
): Result<PrescribedScenario[]> {
  return prescribedScenarios(terms);
}

/** The six scenarios of (EU) 2024/856 with its floor (SCEN-10). Issue `scenario.no-shock-size`. */
export function euScenarios(currency: string): Result<PrescribedScenario[]> {
  return prescribedScenarios({ rule: 'eu-2024-856', currency, floor: 'eu-2024-856' });
}

function prescribedScenarios(terms: PrescribedSetTerms): Result<PrescribedScenario[]> {
  const size = shockSize(terms);
  if (!size.ok) return size;
  const { rule, currency, floor } = terms;
  return ok(
    PRESCRIBED_SHAPES.map((shape) => ({
      id: `${rule}.${currency}.${shape}`,
      title: `${currency} ${shape.replace('-', ' ')}, ${rule}`,
      kind: 'prescribed',
      rule,
      currency,
      shape,
      floor,
    })),
  );
}
