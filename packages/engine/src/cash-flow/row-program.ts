import type { Program } from './program.js';

/** What principal and rates of a row are made from. */
export type RowProgram = Pick<
  Program,
  | 'book'
  | 'depositOf'
  | 'migrationOf'
  | 'prepaymentOf'
  | 'redemptionOf'
  | 'drawdownOf'
  | 'floatingMargin'
  | 'oneMonthRateNow'
>;
