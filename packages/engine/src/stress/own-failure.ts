import { fail, type Issue, issue, ok, type Result } from '../foundation/index.js';
import type { Change, ParameterEdit, Study } from '../study/index.js';
import { type AssumptionRule, ruleEdits } from './assumption-rule.js';
import {
  FAILURE_PARAMETERS,
  type FailureKind,
  type FailureParameters,
  type Severity,
} from './failure-parameters.js';
import { type Failure, namedFailure } from './failures.js';

interface OwnHeader {
  readonly id: string;
  readonly title: string;
  readonly rationale: string;
  /** What the severity rests on: observations, documents, or a judgement called one. */
  readonly anchors: readonly string[];
}

/** A failure of one's own, by rules on the Study's models (FAIL-10). */
export interface RuledFailure extends OwnHeader {
  readonly kind: 'rules';
  readonly rules: readonly AssumptionRule[];
  /** Absent: the same rules whatever rates do. */
  readonly rulesWhenFalling?: readonly AssumptionRule[];
}

/** One of the four named failures with parameters of one's own (FAIL-12). */
export interface ReweightedFailure extends OwnHeader {
  readonly kind: 'named';
  readonly failure: FailureKind;
  /** Parameters that are not stated are those of this severity. */
  readonly from: Severity;
  readonly parameters: Partial<FailureParameters>;
}

export type OwnFailure = RuledFailure | ReweightedFailure;

/**
 * A user's failure as Changes on this Study (FAIL-10 to FAIL-12). Issues: those of the rules with
 * the rule in the path, `duplicate-edit` when two rules edit the same parameter of a model, and
 * those of `namedFailure`.
 */
export function ownFailure(study: Study, own: OwnFailure): Result<Failure> {
  return own.kind === 'rules' ? fromRules(study, own) : reweighted(study, own);
}

function fromRules(study: Study, own: RuledFailure): Result<Failure> {
  const rising = changeOf(study, own, own.rules, 'rules');
  if (!rising.ok) return rising;
  const falling =
    own.rulesWhenFalling === undefined
      ? rising
      : changeOf(study, own, own.rulesWhenFalling, 'rulesWhenFalling');
  if (!falling.ok) return falling;
  const { id, title, anchors } = own;
  return ok({
    ...{ id, title, anchors, severity: 'own' },
    changes: rising.value,
    changesWhenFalling: falling.value,
  });
}

/** No rules, no Change: a failure may leave the assumptions as they are where rates fall. */
function changeOf(
  study: Study,
  { id, title, rationale, anchors }: OwnHeader,
  rules: readonly AssumptionRule[],
  path: string,
): Result<Change[]> {
  const edits: ParameterEdit[] = [];
  const issues: Issue[] = [];
  rules.forEach((rule, index) => {
    const at = `failure ${id}: ${path}/${index}`;
    const found = ruleEdits(study, rule);
    if (!found.ok) {
      issues.push(...found.issues.map((each) => ({ ...each, path: `${at}/${each.path}` })));
      return;
    }
    for (const edit of found.value) {
      const { model, parameter } = edit;
      const twice = edits.some((each) => each.model === model && each.parameter === parameter);
      if (twice) {
        const expected = `one rule for ${parameter} of ${model}`;
        issues.push(issue('duplicate-edit', at, expected, 'a second one'));
      }
      edits.push(edit);
    }
  });
  if (issues.length > 0) return fail(...issues);
  if (edits.length === 0) return ok([]);
  const sources = [...anchors];
  return ok([
    { kind: 'break-assumption', id: `fail-${id}`, title, rationale, sources, size: 1, edits },
  ]);
}

function reweighted(study: Study, own: ReweightedFailure): Result<Failure> {
  const parameters = { ...FAILURE_PARAMETERS[own.from], ...own.parameters };
  const built = namedFailure(study, own.failure, own.from, parameters);
  if (!built.ok) return built;
  const { id, title, rationale, anchors } = own;
  const renamed = (changes: readonly Change[]): Change[] =>
    changes.map((change) => ({
      ...change,
      ...{ id: `fail-${id}`, title, rationale, sources: anchors },
    }));
  return ok({
    ...{ id, title, anchors, severity: 'own' },
    changes: renamed(built.value.changes),
    changesWhenFalling: renamed(built.value.changesWhenFalling),
  });
}
