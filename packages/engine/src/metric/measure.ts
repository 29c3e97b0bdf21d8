import type { Group } from '../balance-sheet/index.js';

export type MeasureUnit = 'USD million' | 'ratio' | 'years' | 'USD million per bp';

/** The registry's entry: one id links engine, report, screen and evidence. */
export interface MeasureDefinition {
  readonly id: string;
  readonly title: string;
  readonly unit: MeasureUnit;
  /** What a positive value means. */
  readonly sign: string;
  readonly definition: string;
  /** Method rule, and paragraph of the outside source where there is one. */
  readonly source: string;
  readonly limits: string;
}

/** One value of a measure. `scenario` is empty for measures of the valuation date alone. */
export interface MeasureValue {
  readonly id: string;
  readonly scenario: string;
  readonly unit: MeasureUnit;
  readonly value: number;
  /** The same value split by book; sums to `value`. Absent where a split has no meaning. */
  readonly by?: Readonly<Partial<Record<Group | 'hedges', number>>>;
}
