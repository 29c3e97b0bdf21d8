import type { ColumnRequest, DateRequest, NumberRequest, TextRequest } from './column-request.js';

/** A test of one row, as data. A cell that is absent or does not fit meets no comparison. */
export type RowCondition =
  | CellCondition<'absent'>
  | CellCondition<'unfit'>
  | OutsideCondition
  | OrderCondition
  | NamesCondition<'in'>
  | NamesCondition<'not-in'>
  | SumCondition
  | GroupCondition<'all'>
  | GroupCondition<'any'>;

interface CellCondition<Test extends string> {
  readonly test: Test;
  readonly column: ColumnRequest;
}

/** The cell is, or is something else than, one of the names. */
interface NamesCondition<Test extends string> {
  readonly test: Test;
  readonly column: TextRequest;
  readonly names: readonly string[];
}

interface GroupCondition<Test extends string> {
  readonly test: Test;
  readonly of: readonly RowCondition[];
}

/** A number (as scaled) or a day below `least` or above `most`. */
export interface OutsideCondition {
  readonly test: 'outside';
  readonly column: NumberRequest | DateRequest;
  readonly least?: number;
  readonly most?: number;
}

/** `earlier` is greater than `later`: dates out of order, a balance above its limit. */
export interface OrderCondition {
  readonly test: 'out-of-order';
  readonly earlier: NumberRequest | DateRequest;
  readonly later: NumberRequest | DateRequest;
}

/** The parts of a row do not add up to its total within a tolerance. */
export interface SumCondition {
  readonly test: 'sum-differs';
  readonly total: NumberRequest;
  readonly parts: readonly NumberRequest[];
  readonly tolerance: number;
}
