import type { CaseInput } from '@almfes/engine';
import { caseValues, DISCIPLINE_FIELDS } from '../case/index.js';

/** A number of the discipline that moves; null where it cannot be told. */
export interface MovedDiscipline {
  /** As prose names it: `cost`, `realised.efficiency`. */
  readonly field: string;
  readonly before: number | string | null;
  readonly after: number | string | null;
}

interface Pair {
  readonly was: CaseInput;
  readonly is: CaseInput;
}

/** Within either of these a number stays, as a measure does (FORM-24). */
const ROUNDING = 1e-9;

/** What moves in the discipline of a case; nothing where it has none (rule CONTRIB-12). */
export function movedDiscipline({ was, is }: Pair): readonly MovedDiscipline[] {
  if (was.discipline === null && is.discipline === null) return [];
  const valuesOf = { was: disciplineValues(was), is: disciplineValues(is) };
  return DISCIPLINE_FIELDS.flatMap((field) => {
    const before = valuesOf.was(field);
    const after = valuesOf.is(field);
    return isSame(before, after) ? [] : [{ field, before, after }];
  });
}

function disciplineValues(input: CaseInput): (field: string) => number | string | null {
  const numberOf = caseValues({ figures: {}, case: input });
  return (field) => {
    const found = numberOf({ kind: 'discipline', id: field });
    if (!found.ok) return null;
    return typeof found.value === 'string' ? found.value : found.value.value;
  };
}

function isSame(one: number | string | null, other: number | string | null): boolean {
  if (typeof one !== 'number' || typeof other !== 'number') return one === other;
  return Math.abs(other - one) <= ROUNDING * Math.max(1, Math.abs(one));
}
