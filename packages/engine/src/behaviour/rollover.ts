import type { Parameter } from '../foundation/index.js';

/** Which part of what matures in a product is renewed with the bank (rule ROLL-1). */
export interface RolloverModel {
  readonly id: string;
  /** The product whose rows it is about. */
  readonly product: string;
  readonly rolloverShare: Parameter;
}

/** The share of a product, or undefined where no model says it: it is never taken as zero. */
export function rolloverShareOf(
  models: readonly RolloverModel[] | undefined,
  product: string,
): number | undefined {
  return models?.find((model) => model.product === product)?.rolloverShare.value;
}
