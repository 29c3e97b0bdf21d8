import type { Lever, LeverTemplate, SwapPricing } from '../decision/index.js';
import { fail, issue, ok, type Result } from '../foundation/index.js';
import type { Study } from '../study/index.js';
import { leverOf } from './levers.js';

/** A lever of a policy over a Study; sizes in the units of `leverOf`. Issue: `plan.lever`. */
export function templateLever(
  study: Study,
  template: LeverTemplate,
  pricing: SwapPricing,
): Result<Lever> {
  const { id } = template;
  if (template.kind === 'swaps') {
    const leg = template.structure.legs[0];
    if (leg !== undefined && template.structure.legs.length === 1 && !template.receive) {
      const { mostUsdMillion } = template;
      const { maturityMonth: maturityMonths } = leg;
      return ok(leverOf(study, { kind: 'pay-fixed', id, maturityMonths, mostUsdMillion }, pricing));
    }
  }
  if (template.kind === 'sell' && template.group === 'afs') {
    const { mostUsdMillion, cashPositionId } = template;
    return ok(leverOf(study, { kind: 'sell-afs', id, mostUsdMillion, cashPositionId }, pricing));
  }
  if (template.kind === 'fund' && template.source === 'term') {
    return ok(leverOf(study, { ...template, kind: 'term-funding' }, pricing));
  }
  if (template.kind === 'deposit-price') {
    return ok(leverOf(study, { ...template, mostUnits: template.mostSteps }, pricing));
  }
  if (template.kind === 'raise-capital') return ok(leverOf(study, template, pricing));
  return fail(issue('plan.lever', id, 'a lever that can be made', template.kind));
}
