import {
  applyChange,
  baseRowValues,
  type Change,
  evaluate,
  type Issue,
  type Study,
} from '@almfes/engine';
import { type LostMeasure, type MovedMeasure, movedMeasures } from './moved-measures.js';

/** A case of the library and its Study. */
export interface StudiedCase {
  readonly slug: string;
  readonly study: Study;
}

/** What a challenge does to one case (rule CONTRIB-14). */
export interface ChallengeEffect {
  readonly slug: string;
  readonly measures: readonly MovedMeasure[];
  readonly lost: readonly LostMeasure[];
  /** Why the Change does not fit the Study; then there is no effect. */
  readonly issues: readonly Issue[];
}

/** Measures that are shown first, in this order. */
export const HEADLINE_MEASURES = [
  'eve.value',
  'eve.change',
  'nii.12m',
  'nii.12m.change',
  'capital.economic.e0',
  'runThreshold.liquidity.1d',
] as const;

/** The Change put to each case: what it moves, or why it does not fit. */
export function challengeEffect(
  change: Change,
  cases: readonly StudiedCase[],
): readonly ChallengeEffect[] {
  return cases.map(({ slug, study }) => {
    const changed = applyChange(study, change, baseRowValues);
    if (!changed.ok) return { slug, measures: [], lost: [], issues: changed.issues };
    const { moved, lost } = movedMeasures(evaluate(study), evaluate(changed.value));
    return { slug, measures: moved, lost, issues: [] };
  });
}

/** The headline measures of those that move, in the order they are told. */
export function headlines(measures: readonly MovedMeasure[]): readonly MovedMeasure[] {
  return HEADLINE_MEASURES.flatMap((id) => measures.filter((each) => each.id === id));
}
