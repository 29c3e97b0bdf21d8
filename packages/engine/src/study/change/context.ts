import type { Change, ChangeKind } from '../change.js';
import type { Study } from '../study.js';

/** The Changes of one kind. */
export type ChangeOf<K extends ChangeKind> = Extract<Change, { readonly kind: K }>;

/**
 * Market value of every row in the base scenario, USD million, positive for both sides, in row
 * order: passed in, because a Change knows no prices.
 */
export type ValuesOf = (study: Study) => Float64Array;
