import { describe, expect, it } from 'vitest';
import { row } from '../../study/example-study.test-fixture.js';
import { handMade, pick } from '../hand-made.test-fixture.js';
import { isRefused } from '../measure.js';
import { durationGapMeasures } from './duration-gap.js';

/** Assets 200 that lose 5 and gain 6, liabilities 160 that fall by 2 and rise by 2. */
const bank = handMade({
  positions: [row('bond', 'afs'), row('loan', 'loans'), row('free', 'deposits')],
  scenarios: [{ id: '0', values: { bond: 100, loan: 100, free: 160 } }],
  up: { id: 'up', values: { bond: 96, loan: 99, free: 158 } },
  down: { id: 'down', values: { bond: 105, loan: 101, free: 162 } },
});

describe('duration gap and convexity', () => {
  const found = durationGapMeasures(bank);
  const value = (id: string) => pick(found, id).value;

  it('DUR-4: assets (206 - 195) / (0.01 x 200) = 5.5, liabilities 4 / 1.6 = 2.5', () => {
    expect(value('duration.assets')).toBeCloseTo(5.5, 12);
    expect(value('duration.liabilities')).toBeCloseTo(2.5, 12);
  });

  it('DUR-4: the gap 5.5 - 2.5 x 160 / 200 = 3.5 tells what equity loses', () => {
    expect(value('duration.gap')).toBeCloseTo(3.5, 12);
    // equity falls from 40 to 37 and rises to 44: (44 - 37) / 2 = 3.5 x 200 x 0.5 %
    expect((44 - 37) / 2).toBeCloseTo(value('duration.gap') * 200 * 0.005, 12);
  });

  it('DUR-5: convexity of AFS (96 + 105 - 200) / (0.005^2 x 100) = 400', () => {
    expect(value('convexity.afs')).toBeCloseTo(400, 6);
    expect(value('convexity.loans')).toBeCloseTo(0, 6);
    // EVE: 37 + 44 - 80 = 1 on 40
    expect(value('convexity.eve')).toBeCloseTo(1 / (0.000025 * 40), 6);
  });

  it('DUR-5, EVAL-6: a book that is worth nothing has no convexity, and says so', () => {
    const deposits = handMade({
      positions: [row('free', 'deposits')],
      scenarios: [{ id: '0', values: { free: 160 } }],
    });
    const eve = durationGapMeasures(deposits).find(({ id }) => id === 'convexity.eve');
    expect(eve !== undefined && isRefused(eve) ? eve.issue.got : '').toBe('-160');
    const htm = found.find(({ id }) => id === 'convexity.htm');
    expect(htm !== undefined && isRefused(htm) ? htm.issue.expected : '').toBe(
      'value of htm above zero',
    );
  });
});
