import { describe, expect, it } from 'vitest';
import type { HedgeBreak } from '../hedge/index.js';
import { ownBreak, sharedFailure } from './hedge-own-break.js';

const margin = (amountUsdMillion: number): HedgeBreak => ({
  ...{ kind: 'margin-call', scenario: '-200', shareOfLiquidity: null },
  amountUsdMillion,
});
const roll = (costAYearUsdMillion: number): HedgeBreak => ({ kind: 'roll', costAYearUsdMillion });
const failure = (world: string, coveredShare: number): HedgeBreak => ({
  ...{ kind: 'assumption-failure', scenario: '+200', lossUsdMillion: 500 },
  ...{ world, coveredShare },
});

describe('what sets a hedge apart', () => {
  it('HEDGE-24: the break furthest above the mean of those compared, whatever its size', () => {
    const swap = { breaks: [margin(900), failure('Reversion', 0.5)] };
    const future = { breaks: [margin(600), roll(2), failure('Reversion', 0.4)] };
    // margin: mean 750, swap 1.2 times, future 0.8; roll: mean (0 + 2) / 2 = 1, future twice
    expect(ownBreak(swap, [swap, future])?.kind).toBe('margin-call');
    expect(ownBreak(future, [swap, future])?.kind).toBe('roll');
    // alone every break is its own mean: the first stands
    expect(ownBreak(future, [future])?.kind).toBe('margin-call');
    expect(ownBreak({ breaks: [failure('Reversion', 0.4)] }, [swap])).toBeUndefined();
  });

  it('HEDGE-24: a failure is shared where it is the hardest for every hedge', () => {
    const one = { breaks: [failure('Reversion', 0.5)] };
    const other = { breaks: [failure('Pricing power', 0.5)] };
    expect(sharedFailure([one, one]).length).toBe(2);
    expect(sharedFailure([one, other])).toEqual([]);
    expect(sharedFailure([one])).toEqual([]);
    expect(sharedFailure([one, { breaks: [] }])).toEqual([]);
  });
});
