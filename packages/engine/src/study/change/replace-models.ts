import { fail, type Issue, issue, ok, type Result } from '../../foundation/index.js';
import type { ModelReplacement } from '../change.js';
import type { Study } from '../study.js';
import type { ChangeOf } from './context.js';

interface Named {
  readonly id: string;
}

/**
 * Puts behaviour models in the place of those of the same id (CHANGE-18). Issues:
 * `unknown-model` for an id that the Study has not in that family.
 */
export function replaceModels(study: Study, { models }: ChangeOf<'replace-models'>): Result<Study> {
  const { behaviour } = study;
  const issues = unknownModels(behaviour, models);
  if (issues.length > 0) return fail(...issues);
  const { redemptions, drawdowns } = behaviour;
  return ok({
    ...study,
    behaviour: {
      ...behaviour,
      deposits: replaced(behaviour.deposits, models.deposits),
      prepayments: replaced(behaviour.prepayments, models.prepayments),
      ...(redemptions && { redemptions: replaced(redemptions, models.redemptions) }),
      ...(drawdowns && { drawdowns: replaced(drawdowns, models.drawdowns) }),
    },
  });
}

function replaced<M extends Named>(models: readonly M[], by: readonly M[] = []): readonly M[] {
  if (by.length === 0) return models;
  const byId = new Map(by.map((model) => [model.id, model]));
  return models.map((model) => byId.get(model.id) ?? model);
}

function unknownModels(have: ModelReplacement, models: ModelReplacement): Issue[] {
  return (['deposits', 'prepayments', 'redemptions', 'drawdowns'] as const).flatMap((family) => {
    const known = new Set((have[family] ?? []).map(({ id }) => id));
    return (models[family] ?? []).flatMap(({ id }, index) => {
      if (known.has(id)) return [];
      const path = `/models/${family}/${index}/id`;
      return [issue('unknown-model', path, 'a model of the study', id)];
    });
  });
}
