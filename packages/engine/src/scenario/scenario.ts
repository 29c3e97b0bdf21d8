/** Par yields of another date, used as they stand (a replay). */
export interface ReplayCurve {
  readonly dateIso: string;
  readonly quotes: readonly { readonly tenorMonths: number; readonly rate: number }[];
}

/**
 * A scenario for the curve at the valuation date. `parallel` adds `shockBp` to every continuous
 * zero rate and then floors the shocked rate at `floorRate` (null = no floor); `replay` puts the
 * curve of another date in its place, at once.
 */
export type Scenario =
  | {
      readonly id: string;
      readonly title: string;
      readonly kind: 'parallel';
      readonly shockBp: number;
      readonly floorRate: number | null;
    }
  | {
      readonly id: string;
      readonly title: string;
      readonly kind: 'replay';
      readonly curve: ReplayCurve;
    };
