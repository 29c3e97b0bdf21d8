import { type Issue, issue, type Read, type Result, read } from '../foundation/index.js';
import { PARAMETER_FAMILIES } from '../study/index.js';
import {
  type AssumptionRule,
  RULE_OPERATIONS,
  type RuleOperation,
  SEGMENTS,
  type Segment,
} from './assumption-rule.js';
import type { FailureParameters } from './failure-parameters.js';
import { FAILURE_KINDS, SEVERITIES } from './failures.js';
import type { OwnFailure, ReweightedFailure, RuledFailure } from './own-failure.js';

const {
  identifier,
  list,
  members,
  modelId,
  number,
  object,
  objectWith,
  oneOf,
  prose,
  text,
  title,
} = read;

const MOST_FAILURES = 100;
const MOST_RULES = 100;

const readModels = list(modelId, 1000, 1);
const readSegment: Read<Segment> = oneOf(SEGMENTS);

/** A segment in a word, or a list of model ids. */
const readOn: Read<AssumptionRule['on']> = (value, path, issues) =>
  Array.isArray(value) ? readModels(value, path, issues) : readSegment(value, path, issues);

const OPERATIONS = Object.keys(RULE_OPERATIONS) as readonly RuleOperation[];
const value = number({ min: -1e6, max: 1e6, what: 'a number' });

const readRule: Read<AssumptionRule> = (found, path, issues) => {
  const rule = objectWith(
    {
      on: readOn,
      parameter: oneOf(PARAMETER_FAMILIES.flatMap(({ names }) => names)),
      operation: oneOf(OPERATIONS),
      value,
    },
    { notBelow: value, notAbove: value },
  )(found, path, issues);
  if (rule === undefined) return undefined;
  const { notBelow, notAbove, operation, parameter } = rule;
  if (notBelow !== undefined && notAbove !== undefined && notBelow > notAbove) {
    issues.push(issue('range', `${path}/notBelow`, `at most ${notAbove}`, String(notBelow)));
  }
  if (operation === 'add-hazard' && !parameter.endsWith('averageLifeYears')) {
    const expected = 'an average life, for a hazard to be added to';
    issues.push(issue('operation', `${path}/parameter`, expected, parameter));
  }
  return rule;
};

const HEADER = {
  id: identifier,
  title,
  rationale: prose,
  anchors: list(text({ min: 1, max: 1000 }), 100, 1),
} as const;

const readRuled: Read<RuledFailure> = objectWith<
  Omit<RuledFailure, 'rulesWhenFalling'>,
  { readonly rulesWhenFalling: readonly AssumptionRule[] }
>(
  { ...HEADER, kind: oneOf(['rules']), rules: list(readRule, MOST_RULES, 1) },
  { rulesWhenFalling: list(readRule, MOST_RULES) },
);

const share = number({ min: 0, max: 1, what: 'a share' });
const multiple = number({ min: 0, max: 100, what: 'a multiple' });
const readParameters: Read<Partial<FailureParameters>> = objectWith<object, FailureParameters>(
  {},
  {
    hazardFloorPerYear: number({ min: 0, max: 12, what: 'a hazard a year' }),
    hazardMultiple: number({ min: 0, aboveMin: true, max: 100, what: 'a multiple' }),
    freeShareFall: share,
    betaRise: share,
    betaFallingMultiple: multiple,
    lagMultiple: multiple,
    lagCapMonths: number({ min: 0, max: 120, what: 'months' }),
    uninsuredOutflowDayOne: share,
    uninsuredOutflowDayTwo: share,
  },
);

const readReweighted: Read<ReweightedFailure> = object({
  ...HEADER,
  kind: oneOf(['named']),
  failure: oneOf(FAILURE_KINDS),
  from: oneOf(SEVERITIES),
  parameters: readParameters,
});

/** One failure of one's own, by its kind (FAIL-10). */
export const readOwnFailure: Read<OwnFailure> = (found, path, issues) => {
  const kind = members(found, path, issues)?.kind;
  if (kind === 'rules') return readRuled(found, path, issues);
  if (kind === 'named') return readReweighted(found, path, issues);
  issues.push(issue('enum', `${path}/kind`, 'one of rules, named', read.describe(kind)));
  return undefined;
};

const readFile = object({
  schema: oneOf(['almfes/failures/1']),
  failures: list(readOwnFailure, MOST_FAILURES, 1),
});

/**
 * A user's failures from JSON of unknown shape (FAIL-10): `{ schema, failures }`. All issues are
 * collected, each with its JSON pointer; a second failure of an id is one. Whether they fit a
 * Study is for `ownFailure` to say. Never throws.
 */
export function parseFailures(found: unknown): Result<readonly OwnFailure[]> {
  const issues: Issue[] = [];
  const file = readFile(found, '', issues);
  const seen = new Set<string>();
  file?.failures.forEach(({ id }, index) => {
    const path = `/failures/${index}/id`;
    if (seen.has(id)) issues.push(issue('duplicate-id', path, 'a new id', id));
    seen.add(id);
  });
  return read.resultOf(file?.failures, issues);
}
