import { hedgesOf, positionsFromBook, type Study } from '../../study/index.js';
import type { LeverTemplate } from '../lever-template.js';
import type { SizeRule } from '../problem.js';

type HedgedGroup = Extract<LeverTemplate, { readonly kind: 'swaps' }>['hedgedGroup'];

/** Carrying amount of a book that no fair value hedge covers yet, USD million (CHANGE-5). */
export function fairValueRoom(study: Study, group: HedgedGroup): number {
  const hedged = hedgesOf(study)
    .filter((hedge) => hedge.model === 'fair-value' && hedge.hedgedGroup === group)
    .reduce((sum, hedge) => sum + Math.abs(hedge.notionalUsdMillion), 0);
  return Math.max(0, carryingOf(study, group) - hedged);
}

function carryingOf(study: Study, group: string): number {
  return positionsFromBook(study.book)
    .filter((position) => position.group === group)
    .reduce((sum, { carryingUsdMillion }) => sum + carryingUsdMillion, 0);
}

/**
 * Accounting eligibility between levers (PLAN-11): fair value hedges of a book, and what is sold of
 * it, stay together within its carrying amount. HTM is no hedged book: its levers do not exist.
 */
export function eligibilityRules(
  study: Study,
  templates: readonly LeverTemplate[],
  unitUsdMillion: number,
): readonly SizeRule[] {
  const groups = new Set(
    templates.flatMap((each) =>
      each.kind === 'swaps' && each.model === 'fair-value' ? [each.hedgedGroup] : [],
    ),
  );
  return [...groups].map((group): SizeRule => {
    const weights = templates.flatMap((each): [string, number][] => {
      const hedges =
        each.kind === 'swaps' && each.model === 'fair-value' && each.hedgedGroup === group;
      const sells = each.kind === 'sell' && each.group === group;
      return hedges || sells ? [[each.id, unitUsdMillion]] : [];
    });
    return {
      kind: 'total',
      id: `fair-value-${group}`,
      title: `Fair value hedges and sales of ${group} within its carrying amount`,
      weights: Object.fromEntries(weights),
      low: null,
      high: fairValueRoom(study, group),
    };
  });
}
