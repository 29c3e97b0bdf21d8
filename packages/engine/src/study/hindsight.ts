import { type Issue, issue, ok, type Result } from '../foundation/index.js';
import { parametersOf } from './parameters.js';
import type { Study } from './study.js';

/**
 * No hindsight (STUDY-7): every figure that a parameter cites exists, was public on the decision
 * date, was seen in its document (not recalled), and is an input or a target. Figures that
 * nothing cites may be evidence or outcome. Issues: `unknown-figure`, `known-after-decision`,
 * `recalled-figure`, `figure-role`.
 */
export function checkHindsight(study: Study): Result<Study> {
  const issues = parametersOf(study).flatMap(({ path, parameter }) =>
    parameter.source.flatMap((id, index) => citationIssues(study, id, `${path}/source/${index}`)),
  );
  return issues.length === 0 ? ok(study) : { ok: false, issues };
}

/** Issues of one citation of a figure at `path`. */
export function citationIssues(
  study: Pick<Study, 'figures' | 'decisionDate'>,
  id: string,
  path: string,
): Issue[] {
  const figure = Object.hasOwn(study.figures, id) ? study.figures[id] : undefined;
  if (figure === undefined) {
    return [issue('unknown-figure', path, 'the id of a figure of the study', id)];
  }
  const issues: Issue[] = [];
  if (figure.knownFrom > study.decisionDate) {
    const expected = `a figure public on the decision date ${study.decisionDate}`;
    issues.push(issue('known-after-decision', path, expected, `${id}, of ${figure.knownFrom}`));
  }
  if (figure.confidence === 'recalled') {
    issues.push(issue('recalled-figure', path, 'a figure seen in its document', id));
  }
  if (figure.role !== 'input' && figure.role !== 'target') {
    const expected = 'a figure with role input or target';
    issues.push(issue('figure-role', path, expected, `${id}, role ${figure.role}`));
  }
  return issues;
}
