import type { DepositModel, PrepaymentModel } from '../../behaviour/index.js';
import { type Issue, issue, type Parameter, type Result } from '../../foundation/index.js';
import {
  type Change,
  DEPOSIT_PARAMETERS,
  type ParameterEdit,
  PREPAYMENT_PARAMETERS,
} from '../change.js';
import { PARAMETER_BOUNDS, withinBounds } from '../parameter-bounds.js';
import type { Study } from '../study.js';

/** A Change made of parameter edits, whatever its kind says about why. */
type EditingChange = Extract<Change, { readonly edits: readonly ParameterEdit[] }>;

/**
 * The Study with each edited parameter moved `size` of the way from its value to the edit
 * (CHANGE-2). Issues: `unknown-model`, `unknown-parameter`, `duplicate-edit`, `range`, `order`.
 */
export function withEdits(study: Study, change: EditingChange): Result<Study> {
  const issues: Issue[] = [
    ...change.edits.flatMap((edit, index) => editIssues(study, change, edit, index)),
  ];
  if (issues.length > 0) return { ok: false, issues };
  const { deposits, prepayments } = study.behaviour;
  const behaviour = {
    deposits: deposits.map((model) => editedDeposit(model, change)),
    prepayments: prepayments.map((model) => editedPrepayment(model, change)),
  };
  const crossed = behaviour.prepayments.filter(({ minCpr, maxCpr }) => minCpr.value > maxCpr.value);
  for (const { id, minCpr, maxCpr } of crossed) {
    const got = `${minCpr.value} above ${maxCpr.value}`;
    issues.push(issue('order', '/edits', `minCpr not above maxCpr in ${id}`, got));
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: { ...study, behaviour } };
}

function editIssues(
  study: Study,
  change: EditingChange,
  edit: ParameterEdit,
  index: number,
): Issue[] {
  const path = `/edits/${index}`;
  const names: readonly string[] = DEPOSIT_PARAMETERS;
  const ofDeposits = names.includes(edit.parameter);
  const { deposits, prepayments } = study.behaviour;
  const models: readonly { readonly id: string }[] = ofDeposits ? deposits : prepayments;
  const kind = ofDeposits ? 'deposit' : 'prepayment';
  if (!models.some((model) => model.id === edit.model)) {
    const expected = `a ${kind} model of the study (it has ${edit.parameter})`;
    return [issue('unknown-model', `${path}/model`, expected, edit.model)];
  }
  const first = change.edits.findIndex(
    (other) => other.model === edit.model && other.parameter === edit.parameter,
  );
  if (first === index) return valueIssues(study, change, edit, path);
  const expected = `one edit of ${edit.parameter} of ${edit.model}`;
  return [issue('duplicate-edit', path, expected, `a second one after /edits/${first}`)];
}

function valueIssues(
  study: Study,
  change: EditingChange,
  edit: ParameterEdit,
  path: string,
): Issue[] {
  const present = presentParameter(study, edit);
  if (present === undefined) return [];
  const value = moved(present.value, edit.value, change.size);
  const bounds = PARAMETER_BOUNDS[edit.parameter];
  if (withinBounds(bounds, value)) return [];
  const low = bounds.aboveMin === true ? 'above' : 'at least';
  const expected = `${bounds.what} ${low} ${bounds.min} and at most ${bounds.max}`;
  return [issue('range', `${path}/value`, expected, String(value))];
}

function presentParameter(study: Study, edit: ParameterEdit): Parameter | undefined {
  for (const model of study.behaviour.deposits) {
    const name = DEPOSIT_PARAMETERS.find((each) => each === edit.parameter);
    if (model.id === edit.model && name !== undefined) return model[name];
  }
  for (const model of study.behaviour.prepayments) {
    const name = PREPAYMENT_PARAMETERS.find((each) => each === edit.parameter);
    if (model.id === edit.model && name !== undefined) return model[name];
  }
  return undefined;
}

function editedDeposit(model: DepositModel, change: EditingChange): DepositModel {
  let edited = model;
  for (const edit of change.edits) {
    const name = DEPOSIT_PARAMETERS.find((each) => each === edit.parameter);
    if (edit.model !== model.id || name === undefined) continue;
    edited = { ...edited, [name]: editedParameter(edited[name], edit.value, change) };
  }
  return edited;
}

function editedPrepayment(model: PrepaymentModel, change: EditingChange): PrepaymentModel {
  let edited = model;
  for (const edit of change.edits) {
    const name = PREPAYMENT_PARAMETERS.find((each) => each === edit.parameter);
    if (edit.model !== model.id || name === undefined) continue;
    edited = { ...edited, [name]: editedParameter(edited[name], edit.value, change) };
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
