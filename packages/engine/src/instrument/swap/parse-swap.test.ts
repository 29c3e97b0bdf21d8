import { describe, expect, it } from 'vitest';
import type { Issue, Read } from '../../foundation/index.js';
import { readForwardRateAgreement } from './parse-forward-rate-agreement.js';
import { readInterestRateSwap, readOvernightIndexSwap, readSwap } from './parse-swap.js';
import { parsed } from './swap-vectors.test-fixture.js';

const OIS = {
  instrument: 'overnight-index-swap',
  side: 'pay-fixed',
  notional: 10000000,
  startDate: '2024-01-18',
  endDate: '2029-01-18',
  fixedRate: 0.03,
  index: 'USD-SOFR',
};
const LEG = {
  side: 'pay',
  notional: 100,
  startDate: '2024-01-18',
  endDate: '2026-01-18',
  accrualTenor: '6M',
  calendar: 'target',
  convention: 'ModifiedFollowing',
  dayCount: '30/360',
  rate: { kind: 'fixed', rate: 0.03 },
};

function issuesOf(door: Read<unknown>, json: unknown): string[] {
  const issues: Issue[] = [];
  door(json, '', issues);
  return issues.map(({ code, path }) => `${code} ${path}`);
}

describe('doors of swaps', () => {
  it('SWAP-17: the short forms say what they take from the market of the index', () => {
    const { legs } = parsed(readOvernightIndexSwap, OIS);
    expect(legs.map(({ side, dayCount }) => [side, dayCount])).toEqual([
      ['pay', 'ACT/360'],
      ['receive', 'ACT/360'],
    ]);
    expect(legs[0]?.schedule).toMatchObject({
      accrualTenor: { count: 1, unit: 'Y' },
      paymentLagDays: 2,
      stub: 'short-initial',
      convention: 'ModifiedFollowing',
    });
    expect(legs[0]?.schedule.calendar.id).toBe('us-sofr');
    const own = { kind: 'overnight', id: 'X', calendar: 'target', dayCount: 'ACT/360' };
    const index = { ...own, publicationLagDays: 0 };
    expect(issuesOf(readOvernightIndexSwap, { ...OIS, index })).toEqual([
      'missing /paymentLagDays',
    ]);
  });

  it.each([
    ['an unknown key', { ...OIS, notonal: 1 }, ['unknown-key /notonal']],
    ['a missing key', { ...OIS, notional: undefined }, ['type /notional']],
    ['per cent for decimals', { ...OIS, fixedRate: 3 }, ['range /fixedRate']],
    ['a negative notional', { ...OIS, notional: -5 }, ['range /notional']],
    ['a day that is none', { ...OIS, startDate: '2024-02-30' }, ['date.none /startDate']],
    ['an end before the start', { ...OIS, endDate: '2023-01-18' }, ['leg.dates /endDate']],
    ['an index by a wrong name', { ...OIS, index: 'SOFR' }, ['enum /index']],
    ['a tenor of nothing', { ...OIS, tenor: '0M' }, ['range /tenor']],
  ])('SWAP-17: %s is refused by name', (_, json, expected) => {
    expect(issuesOf(readOvernightIndexSwap, json)).toEqual(expected);
  });

  it('SWAP-17: contradictions of a full leg are refused', () => {
    const swap = (leg: object) => ({ instrument: 'swap', legs: [{ ...LEG, ...leg }] });
    const stub = { kind: 'fixed', rate: 0.01 };
    const rate = { kind: 'term', index: 'EUR-EURIBOR-6M', initialStub: stub };
    expect(issuesOf(readSwap, swap({}))).toEqual([]);
    expect(issuesOf(readSwap, swap({ rate }))).toEqual(['stub.rate /legs/0/rate/initialStub']);
    expect(issuesOf(readSwap, swap({ rate, stub: 'long-initial' }))).toEqual([]);
    expect(issuesOf(readSwap, swap({ rate: { kind: 'fixed' } }))).toEqual([
      'missing /legs/0/rate/rate',
    ]);
    expect(issuesOf(readSwap, swap({ notional: { initial: 5 } }))).toEqual([
      'type /legs/0/notional',
    ]);
    expect(issuesOf(readSwap, { instrument: 'swap', legs: [] })).toEqual(['length /legs']);
  });

  it('SWAP-17: the other doors refuse what is not theirs', () => {
    expect(issuesOf(readInterestRateSwap, OIS)).toContain('enum /instrument');
    expect(issuesOf(readInterestRateSwap, OIS)).toContain('missing /fixedTenor');
    const { fixedRate: _, ...fra } = { ...OIS, instrument: 'forward-rate-agreement' };
    expect(issuesOf(readForwardRateAgreement, { ...fra, index: 'EUR-EURIBOR-3M' })).toEqual([
      'missing /fixedRate',
    ]);
  });
});
