import { fail, issue, ok, type Result } from '../../foundation/index.js';
import { applyChanges, positionsFromBook, type Study } from '../../study/index.js';
import type { ChangeGroup } from '../group.js';
import { alignedStudies } from './aligned-studies.js';
import { bare } from './bare.js';
import { type DifferenceGroup, groupsOf } from './difference-group.js';
import { hedgeDifference } from './hedge-difference.js';
import { modelDifference } from './model-difference.js';
import { partDifference } from './part-difference.js';
import { rowDifference } from './row-difference.js';

/** Two Studies aligned, and what leads from the one to the other. */
export interface StudyDifference {
  /** The first Study: every measure as it is there. Attribution starts from it. */
  readonly from: Study;
  /** The second Study: `from` with all groups. */
  readonly to: Study;
  /** At most 12; none when the Studies say the same. */
  readonly groups: readonly DifferenceGroup[];
}

/**
 * The groups of Changes that lead from Study `a` to Study `b` (ATTR-20 to ATTR-27). Each edits
 * cells of its own, so that the groups and their parts commute and every subset can be evaluated.
 * Issues: `attribution.difference` when they do not lead there, and those of a Change that does
 * not fit.
 */
export function studyDifference(a: Study, b: Study): Result<StudyDifference> {
  const aligned = alignedStudies(a, b);
  const groups = groupsOf([
    ...partDifference(aligned),
    ...rowDifference(aligned),
    ...modelDifference(aligned),
    ...hedgeDifference(aligned),
  ]);
  const closes = checkDifference({ ...aligned, groups });
  return closes.ok ? ok({ ...aligned, groups }) : closes;
}

/** All groups applied to `from` must give `to`, number for number (ATTR-26). */
export function checkDifference(
  difference: Pick<StudyDifference, 'from' | 'to'> & { readonly groups: readonly ChangeGroup[] },
): Result<null> {
  const { from, to, groups } = difference;
  const changes = groups.flatMap((group) => group.changes);
  const reached = applyChanges(from, changes, noValues);
  if (!reached.ok) return reached;
  const issues = Object.entries(contentOf(to)).flatMap(([part, content]) =>
    contentOf(reached.value)[part] === content
      ? []
      : [issue('attribution.difference', `/${part}`, 'what the second Study has', 'another')],
  );
  return issues.length === 0 ? ok(null) : fail(...issues);
}

/** Parts that carry a name or a paper and no number. */
const LABELS: ReadonlySet<string> = new Set(['title', 'institution', 'figures']);

function contentOf(study: Study): Readonly<Record<string, string>> {
  const parts = Object.entries({ ...study, book: positionsFromBook(study.book) });
  return Object.fromEntries(
    parts.filter(([name]) => !LABELS.has(name)).map(([name, part]) => [name, bare(part)]),
  );
}

/** A replacement prices nothing. */
function noValues(): Float64Array {
  throw new Error('a difference of two Studies asks for no prices');
}
