import type { StudyFrame } from '@almfes/engine';

/** Ids of the behaviour models of a frame. */
export interface FrameModels {
  readonly deposits: ReadonlySet<string>;
  readonly prepayments: ReadonlySet<string>;
  readonly redemptions: ReadonlySet<string>;
}

export function frameModels({ behaviour }: StudyFrame): FrameModels {
  const ids = (models: readonly { readonly id: string }[] = []) =>
    new Set(models.map(({ id }) => id));
  return {
    deposits: ids(behaviour.deposits),
    prepayments: ids(behaviour.prepayments),
    redemptions: ids(behaviour.redemptions),
  };
}
