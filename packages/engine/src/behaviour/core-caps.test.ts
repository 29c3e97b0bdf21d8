import { describe, expect, it } from 'vitest';
import { checkAverageLife, checkCoreCaps } from './core-caps.js';
import { assumed, part, plainDeposit } from './deposit-model.test-fixture.js';

describe('core deposits against caps', () => {
  it.each([
    // core share, life, caps (share, years), share passes with headroom, life passes with headroom
    [0.9, 5, { coreShare: 0.9, coreAverageLifeYears: 5 }, true, 0, true, 0],
    [0.8, 5.5, { coreShare: 0.7, coreAverageLifeYears: 4.5 }, false, -0.1, false, -1],
    [0.4, 4.25, { coreShare: 0.5, coreAverageLifeYears: 4 }, true, 0.1, false, -0.25],
  ])(
    'NMD-14: core of %d for %d years',
    (share, life, caps, sharePasses, ofShare, lifePasses, ofLife) => {
      const checked = checkCoreCaps(plainDeposit({ core: part(share, life) }), caps);
      if (!checked.ok) throw new Error(checked.issues[0]?.message);
      const { coreShare, coreAverageLifeYears } = checked.value;
      expect(coreShare).toMatchObject({ value: share, cap: caps.coreShare, passes: sharePasses });
      expect(coreShare.headroom).toBeCloseTo(ofShare, 12);
      expect(coreAverageLifeYears.passes).toBe(lifePasses);
      expect(coreAverageLifeYears.headroom).toBeCloseTo(ofLife, 12);
    },
  );

  it('NMD-14: without a core part there is nothing to compare', () => {
    const caps = { coreShare: 0.9, coreAverageLifeYears: 5 };
    const checked = checkCoreCaps(plainDeposit(), caps);
    expect(checked.ok ? [] : checked.issues.map(({ code }) => code)).toEqual(['core.none']);
  });

  it('NMD-15: five years cover core and non-core together', () => {
    // 0.9 x 6 + 0.1 x 0.5 = 5.45; the core alone would be a year over a cap of five
    const model = plainDeposit({ averageLifeYears: assumed(0.5), core: part(0.9, 6) });
    const check = checkAverageLife(model, 5);
    expect(check.value).toBeCloseTo(5.45, 12);
    expect(check.headroom).toBeCloseTo(-0.45, 12);
    expect(check.passes).toBe(false);
    expect(checkAverageLife(plainDeposit({ core: part(0.5, 6) }), 5.5).passes).toBe(true);
  });
});
