import { ok, type Result } from '../../foundation/index.js';
import type { OptionalPart } from '../change.js';
import type { Study } from '../study.js';
import type { ChangeOf } from './context.js';

/** Sets parts of a Study whole, and takes away the optional ones named absent (CHANGE-18). */
export function replaceParts(
  study: Study,
  { parts: { rollovers, ...parts }, absent }: ChangeOf<'replace-parts'>,
): Result<Study> {
  const set = { ...without(study, absent), ...parts };
  if (rollovers === undefined) return ok(set);
  return ok({ ...set, behaviour: { ...set.behaviour, rollovers } });
}

function without(study: Study, names: readonly OptionalPart[]): Study {
  let kept = study;
  for (const name of names) {
    if (name === 'rollovers') {
      const { rollovers: _gone, ...behaviour } = kept.behaviour;
      kept = { ...kept, behaviour };
    } else {
      const { [name]: _gone, ...rest } = kept;
      kept = rest;
    }
  }
  return kept;
}
