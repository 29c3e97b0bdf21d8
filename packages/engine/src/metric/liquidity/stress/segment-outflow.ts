import type { DepositSegment, LiquidityStress } from './input.js';

/** What a segment has lost by a day. */
export interface SegmentOutflow {
  readonly id: string;
  readonly insured: boolean;
  readonly outflowUsdMillion: number;
}

/** Outflow of every segment by the end of a day (SURV-1). */
export function segmentOutflows(stress: LiquidityStress, day: number): SegmentOutflow[] {
  return stress.segments.map((segment) => ({
    id: segment.id,
    insured: segment.insured,
    outflowUsdMillion: segment.balanceUsdMillion.value * shareBy(segment, day),
  }));
}

function shareBy({ outflow }: DepositSegment, day: number): number {
  let from = { byDay: 0, share: 0 };
  for (const point of outflow) {
    const to = { byDay: point.byDay, share: point.share.value };
    if (day < to.byDay) {
      const part = (day - from.byDay) / (to.byDay - from.byDay);
      return from.share + part * (to.share - from.share);
    }
    from = to;
  }
  return from.share;
}
