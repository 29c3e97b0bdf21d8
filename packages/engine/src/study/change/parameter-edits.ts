import { type Behaviour, parameterAt, withParameterAt } from '../../behaviour/index.js';
import { type Issue, issue, type Parameter, type Result } from '../../foundation/index.js';
import type { Change, ParameterEdit } from '../change.js';
import { modelIssues, sourceWords } from '../model-rules.js';
import { PARAMETER_BOUNDS, withinBounds } from '../parameter-bounds.js';
import { PARAMETER_FAMILIES, type ParameterFamily } from '../parameter-families.js';
import type { Study } from '../study.js';

/** A Change made of parameter edits, whatever its kind says about why. */
type EditingChange = Extract<Change, { readonly edits: readonly ParameterEdit[] }>;

/**
 * The Study with each edited parameter moved `size` of the way from its value to the edit
 * (CHANGE-2). Issues: `unknown-model`, `unknown-parameter`, `duplicate-edit`, `range`, and those
 * of the rules of a model, with the path `/edits`.
 */
export function withEdits(study: Study, change: EditingChange): Result<Study> {
  const issues = change.edits.flatMap((edit, index) => editIssues(study, change, edit, index));
  if (issues.length > 0) return { ok: false, issues };
  const behaviour = editedBehaviour(study.behaviour, change);
  const crossed = modelIssues(behaviour).map((each) => ({ ...each, path: '/edits' }));
  return crossed.length > 0
    ? { ok: false, issues: crossed }
    : { ok: true, value: { ...study, behaviour } };
}

function editedBehaviour(behaviour: Behaviour, change: EditingChange): Behaviour {
  const edited = <M extends { readonly id: string }>(models: readonly M[]): readonly M[] =>
    models.map((model) => editedModel(model, change));
  const { deposits, prepayments, redemptions, drawdowns, rollovers } = behaviour;
  return {
    deposits: edited(deposits),
    prepayments: edited(prepayments),
    ...(redemptions === undefined ? {} : { redemptions: edited(redemptions) }),
    ...(drawdowns === undefined ? {} : { drawdowns: edited(drawdowns) }),
    ...(rollovers === undefined ? {} : { rollovers: edited(rollovers) }),
  };
}

function editIssues(
  study: Study,
  change: EditingChange,
  edit: ParameterEdit,
  index: number,
): Issue[] {
  const path = `/edits/${index}`;
  const { kind, modelsOf } = familyOf(edit);
  const model = modelsOf(study.behaviour).find(({ id }) => id === edit.model);
  if (model === undefined) {
    const expected = `a ${kind} model of the study (it has ${edit.parameter})`;
    return [issue('unknown-model', `${path}/model`, expected, edit.model)];
  }
  const present = parameterAt(model, edit.parameter);
  if (present === undefined) {
    const expected = `a parameter that ${kind} model "${model.id}" has`;
    return [issue('unknown-parameter', `${path}/parameter`, expected, edit.parameter)];
  }
  const first = change.edits.findIndex(
    (other) => other.model === edit.model && other.parameter === edit.parameter,
  );
  if (first === index) return valueIssues(present, change, edit, path);
  const expected = `one edit of ${edit.parameter} of ${edit.model}`;
  return [issue('duplicate-edit', path, expected, `a second one after /edits/${first}`)];
}

function familyOf({ parameter }: ParameterEdit): ParameterFamily {
  const family = PARAMETER_FAMILIES.find(({ names }) => names.includes(parameter));
  if (family === undefined) throw new RangeError(`no model has a parameter ${parameter}`);
  return family;
}

function valueIssues(
  present: Parameter,
  change: EditingChange,
  edit: ParameterEdit,
  path: string,
): Issue[] {
  const value = moved(present.value, edit.value, change.size);
  const bounds = PARAMETER_BOUNDS[edit.parameter];
  if (withinBounds(bounds, value)) return [];
  const low = bounds.aboveMin === true ? 'above' : 'at least';
  const expected = `${bounds.what} ${low} ${bounds.min} and at most ${bounds.max}`;
  const rests = `it was ${present.value}, source: ${sourceWords(present)}`;
  const what = `${edit.parameter} of model "${edit.model}" (${rests})`;
  const message = `${path}/value: ${what}: expected ${expected}, got ${value}`;
  return [issue('range', `${path}/value`, expected, String(value), message)];
}

function editedModel<M extends { readonly id: string }>(model: M, change: EditingChange): M {
  let edited = model;
  for (const edit of change.edits) {
    const present = edit.model === model.id ? parameterAt(edited, edit.parameter) : undefined;
    if (present === undefined) continue;
    const parameter = editedParameter(present, edit.value, change);
    edited = withParameterAt(edited, edit.parameter, parameter);
  }
  return edited;
}

/** The unit stays; what the number rests on is now the Change, and the note says so. */
export function editedParameter(
  parameter: Parameter,
  target: number,
  change: Pick<Change, 'id' | 'title' | 'sources' | 'size'>,
): Parameter {
  const sources = change.sources.length === 0 ? 'none named' : change.sources.join('; ');
  return {
    value: moved(parameter.value, target, change.size),
    unit: parameter.unit,
    basis: 'assumed',
    source: [],
    note: `${change.title} (change ${change.id}); sources: ${sources}; was ${parameter.value}`,
  };
}

/** Exact at both ends: size 1 gives `to` itself, not a rounding of it. */
function moved(from: number, to: number, size: number): number {
  return size === 1 ? to : from + size * (to - from);
}
