import { bookWithPosition, type Position, rowOf } from '../../balance-sheet/index.js';
import { type Issue, issue, type Result } from '../../foundation/index.js';
import { modelIds, positionIssues } from '../position-rules.js';
import type { Study } from '../study.js';

/**
 * The Study with a new row of `size` times the position. Issues: `duplicate-id`, `side`, and what
 * the rules of a position say.
 */
export function withNewPosition(
  study: Study,
  position: Position,
  side: Position['side'],
  size: number,
): Result<Study> {
  const at = (term: string): string => `/position/${term}`;
  const issues: Issue[] = positionIssues(position, modelIds(study.behaviour), at);
  if (rowOf(study.book, position.id) !== undefined) {
    issues.push(issue('duplicate-id', at('id'), 'a new id', position.id));
  }
  if (position.side !== side) issues.push(issue('side', at('side'), side, position.side));
  for (const term of ['notionalUsdMillion', 'carryingUsdMillion'] as const) {
    if (Number.isFinite(position[term]) && position[term] >= 0) continue;
    issues.push(issue('range', at(term), 'at least 0', String(position[term])));
  }
  if (issues.length > 0) return { ok: false, issues };
  const sized = {
    ...position,
    notionalUsdMillion: position.notionalUsdMillion * size,
    carryingUsdMillion: position.carryingUsdMillion * size,
  };
  return { ok: true, value: { ...study, book: bookWithPosition(study.book, sized) } };
}
