import { type Issue, ok, type Result } from '../foundation/index.js';
import type { Study } from '../study/index.js';
import {
  DISCIPLINE_SCENARIOS,
  type DisciplineRequest,
  type DisciplineResult,
  disciplineOf,
} from './discipline.js';
import { ENGINE } from './engine.js';
import { type LeagueRange, rangeOf } from './league-measure.js';

/** A bank and its discipline. */
type Disciplined = Pick<DisciplineRequest, 'study' | 'discipline'>;

/** The same with one assumption at an end of its range. */
export interface DisciplineEnd {
  /** Which assumption, at which end. */
  readonly title: string;
  /** Issues: why there is no such bank. */
  readonly at: Result<Disciplined>;
}

/** A discipline over the ends of assumptions, each moved alone (EFF-14). */
export interface DisciplineRange extends LeagueRange {
  /** Ends that were measured. */
  readonly measured: number;
  /** Titles of ends at which there is no ratio (EFF-5). */
  readonly open: readonly string[];
  /** Ends that could not be measured: in no range, and told. */
  readonly refused: readonly { readonly title: string; readonly issues: readonly Issue[] }[];
}

/**
 * Smallest and greatest of capital kept, cost and ratio over the bank's own assumptions and every
 * end (EFF-14). Issues: those of `disciplineOf` with the bank's own assumptions.
 */
export function disciplineRange(
  own: Disciplined,
  ends: Iterable<DisciplineEnd>,
): Result<DisciplineRange> {
  const first = resultOf(own);
  if (!first.ok) return first;
  const results: DisciplineResult[] = [first.value];
  const open: string[] = [];
  const refused: { title: string; issues: readonly Issue[] }[] = [];
  for (const { title, at } of ends) {
    const result = at.ok ? resultOf(at.value) : at;
    if (!result.ok) refused.push({ title, issues: result.issues });
    else results.push(result.value);
    if (result.ok && result.value.ratio === null) open.push(title);
  }
  const measured = results.length - 1;
  return ok({ ...rangeOf(results), measured, open, refused });
}

function resultOf({ study, discipline }: Disciplined): Result<DisciplineResult> {
  return disciplineOf({ study: measurable(study), discipline, engine: ENGINE });
}

const READ: readonly string[] = ['0', ...DISCIPLINE_SCENARIOS];

/** The scenarios that a discipline reads: a Study may have more. */
function measurable(study: Study): Study {
  return { ...study, scenarios: study.scenarios.filter(({ id }) => READ.includes(id)) };
}
