import { applyChange, baseRowValues, parseChange, type Study } from '@almfes/engine';

/** An assumption of a Study that a challenge may edit, with the value it has. */
export interface OfferedEdit {
  readonly model: string;
  readonly parameter: string;
  readonly value: number;
  readonly unit: string;
}

/**
 * Every assumption of behaviour that a Change may replace in this Study, in its order (rule
 * CONTRIB-16): of models that a position has or that its deposits move to; each was put to the
 * Study as a Change, at the value it has, and fitted.
 */
export function offeredEdits(study: Study): readonly OfferedEdit[] {
  const { names } = study.book.behaviour;
  const targets = study.behaviour.deposits
    .filter(({ id }) => names.includes(id))
    .map(({ migrationTo }) => migrationTo);
  const models: readonly Readonly<Record<string, unknown>>[] = Object.values(
    study.behaviour,
  ).flat();
  return models
    .filter(({ id }) => [...names, ...targets].includes(String(id)))
    .flatMap((model) =>
      Object.entries(model).flatMap(([parameter, held]) => editOf(model.id, parameter, held)),
    )
    .filter((edit) => fits(edit, study));
}

function editOf(model: unknown, parameter: string, held: unknown): OfferedEdit[] {
  if (typeof held !== 'object' || held === null || !('value' in held)) return [];
  const { value } = held;
  const unit = 'unit' in held ? String(held.unit) : '';
  return typeof value === 'number' ? [{ model: String(model), parameter, value, unit }] : [];
}

function fits({ model, parameter, value }: OfferedEdit, study: Study): boolean {
  const change = parseChange({
    ...{ kind: 'replace-assumption', id: 'as-it-is', title: 'As it is', rationale: 'none' },
    ...{ sources: ['none'], size: 1, edits: [{ model, parameter, value }] },
  });
  return change.ok && applyChange(study, change.value, baseRowValues).ok;
}

/** The one a template begins with: the beta of the first deposits that follow rates. */
export function firstOffered(edits: readonly OfferedEdit[]): OfferedEdit | undefined {
  return edits.find(({ parameter, value }) => parameter === 'beta' && value > 0) ?? edits[0];
}
