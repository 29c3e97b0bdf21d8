import { itemAt } from '../../foundation/index.js';
import type { ModelReplacement } from '../../study/index.js';
import type { AlignedStudies } from './aligned-studies.js';
import { bare, formOf } from './bare.js';
import type { Piece } from './difference-group.js';

/** Families of models in words, and the one model they hold by id. */
const FAMILIES = {
  deposits: 'deposits',
  prepayments: 'prepayment',
  redemptions: 'redemption',
  drawdowns: 'drawdown',
} as const satisfies Record<keyof ModelReplacement, string>;

/**
 * Models whose parameters have other values are an assumption that changed; models of another form
 * (other parameters, another migration) are a model that changed (ATTR-24).
 */
export function modelDifference({ from, to }: AlignedStudies): readonly Piece[] {
  const before = from.behaviour;
  const after = to.behaviour;
  return [
    ...pieces('deposits', before.deposits, after.deposits),
    ...pieces('prepayments', before.prepayments, after.prepayments),
    ...pieces('redemptions', before.redemptions, after.redemptions),
    ...pieces('drawdowns', before.drawdowns, after.drawdowns),
  ];
}

function pieces<F extends keyof ModelReplacement, M>(
  family: F,
  before: readonly M[] = [],
  after: readonly M[] = [],
): readonly Piece[] {
  const changed = after.filter((model, index) => bare(model) !== bare(itemAt(before, index)));
  const sameForm = (model: M) => formOf(model) === formOf(itemAt(before, after.indexOf(model)));
  const piece = (group: 'assumption' | 'model', models: readonly M[]): readonly Piece[] =>
    models.length === 0
      ? []
      : [
          {
            group,
            part: FAMILIES[family],
            patch: { kind: 'replace-models', models: { [family]: models } },
          },
        ];
  return [
    ...piece('assumption', changed.filter(sameForm)),
    ...piece(
      'model',
      changed.filter((model) => !sameForm(model)),
    ),
  ];
}
