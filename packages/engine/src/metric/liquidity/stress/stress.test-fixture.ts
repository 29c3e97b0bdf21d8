import { assumed } from '../../../study/example-study.test-fixture.js';
import type { DepositSegment, LiquidityStress } from './input.js';

const usd = (value: number) => assumed(value, 'USD million');

export function segment(
  id: string,
  terms: {
    readonly insured: boolean;
    readonly balance: number;
    readonly points: readonly (readonly [byDay: number, share: number])[];
  },
): DepositSegment {
  return {
    id,
    title: id,
    insured: terms.insured,
    balanceUsdMillion: usd(terms.balance),
    outflow: terms.points.map(([byDay, share]) => ({ byDay, share: assumed(share) })),
  };
}

/** Uninsured 200: 25% on day 1, 85% by day 2. Insured 100: 10% evenly over 30 days. */
export function stress(edit: Partial<LiquidityStress> = {}): LiquidityStress {
  return {
    segments: [
      segment('uninsured', {
        insured: false,
        balance: 200,
        points: [
          [1, 0.25],
          [2, 0.85],
        ],
      }),
      segment('insured', { insured: true, balance: 100, points: [[30, 0.1]] }),
    ],
    loanInflowShare: assumed(0.5),
    rolloverShare: assumed(0.75),
    horizonDays: assumed(90, 'days'),
    hourlyRequests: [10, 20, 30, 0].map((requested) => usd(requested)),
    ...edit,
  };
}
