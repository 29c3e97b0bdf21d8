import { fail, issue, ok, type Result } from '../foundation/index.js';
import {
  type BehaviourParameter,
  PARAMETER_FAMILIES,
  type ParameterEdit,
  parameterAt,
  type Study,
} from '../study/index.js';
import { depositBase } from './deposit-base.js';

/** Groups of models that a rule may name in place of their ids; all but `every` are deposits. */
export const SEGMENTS = [
  'every',
  'interest-bearing',
  'non-interest-bearing',
  'insured',
  'uninsured',
  'retail-transactional',
  'retail-non-transactional',
  'wholesale',
] as const;
export type Segment = (typeof SEGMENTS)[number];

/** What a rule makes of the present value x with its own value v (FAIL-11). */
export const RULE_OPERATIONS = {
  set: (_: number, v: number) => v,
  add: (x: number, v: number) => x + v,
  multiply: (x: number, v: number) => x * v,
  'at-least': (x: number, v: number) => Math.max(x, v),
  'at-most': (x: number, v: number) => Math.min(x, v),
  /** Of a life in years: v more of the balance leaves a year. */
  'add-hazard': (x: number, v: number) => 1 / (1 / x + v),
} as const;
export type RuleOperation = keyof typeof RULE_OPERATIONS;

/** One edit of a parameter on many models at once, as data. */
export interface AssumptionRule {
  /** A segment, or ids of models of the Study. */
  readonly on: Segment | readonly string[];
  readonly parameter: BehaviourParameter;
  readonly operation: RuleOperation;
  readonly value: number;
  /** Bounds of what comes out; absent: those of the parameter alone. */
  readonly notBelow?: number;
  readonly notAbove?: number;
}

interface Model {
  readonly id: string;
  readonly category?: string;
  readonly insurance?: string;
}

/**
 * The edits that a rule stands for on this Study. A segment means its models that have the
 * parameter. Issues: `rule.model` (an id the Study lacks, or a model without the parameter),
 * `rule.segment` (a segment of deposits for a parameter of other models), `rule.nothing` (the
 * segment holds no such model), and `failure.deposits`.
 */
export function ruleEdits(study: Study, rule: AssumptionRule): Result<ParameterEdit[]> {
  const models = modelsOf(study, rule);
  if (!models.ok) return models;
  const edits = models.value.flatMap((model) => {
    const present = parameterAt(model, rule.parameter);
    if (present === undefined) return [];
    const { operation, notBelow, notAbove, parameter } = rule;
    const made = RULE_OPERATIONS[operation](present.value, rule.value);
    const value = Math.min(
      notAbove ?? Number.POSITIVE_INFINITY,
      Math.max(notBelow ?? Number.NEGATIVE_INFINITY, made),
    );
    return [{ model: model.id, parameter, value }];
  });
  const named = typeof rule.on === 'string' ? undefined : rule.on;
  const without = named?.find((id) => edits.every(({ model }) => model !== id));
  if (without !== undefined) {
    return fail(issue('rule.model', 'on', `a model that has ${rule.parameter}`, without));
  }
  if (edits.length > 0) return ok(edits);
  const expected = `a model that has ${rule.parameter}`;
  return fail(issue('rule.nothing', 'on', expected, `none is ${String(rule.on)}`));
}

function modelsOf(study: Study, { on, parameter }: AssumptionRule): Result<readonly Model[]> {
  const family = PARAMETER_FAMILIES.find(({ names }) => names.includes(parameter));
  if (family === undefined) throw new RangeError(`no model has a parameter ${parameter}`);
  const models: readonly Model[] = family.modelsOf(study.behaviour);
  if (typeof on !== 'string') {
    const unknown = on.find((id) => models.every((model) => model.id !== id));
    if (unknown === undefined) return ok(models.filter(({ id }) => on.includes(id)));
    const known = `one of ${models.map(({ id }) => id).join(', ')}`;
    return fail(issue('rule.model', 'on', known, unknown));
  }
  if (on === 'every') return ok(models);
  if (family.kind !== 'deposit') {
    const expected = `every, or ids of ${family.kind} models, for ${parameter}`;
    return fail(issue('rule.segment', 'on', expected, on));
  }
  if (on === 'insured' || on === 'uninsured') {
    return ok(models.filter(({ insurance }) => insurance === on));
  }
  if (on !== 'interest-bearing' && on !== 'non-interest-bearing') {
    return ok(models.filter(({ category }) => category === on));
  }
  const base = depositBase(study);
  if (!base.ok) return base;
  const isFree = on === 'non-interest-bearing';
  return ok(models.filter(({ id }) => base.value.freeModelIds.has(id) === isFree));
}
