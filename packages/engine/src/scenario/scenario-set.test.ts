import { describe, expect, it } from 'vitest';
import { baselScenarios, euScenarios, scenarioShift, usScenarios } from './index.js';

describe('ready-made sets', () => {
  it('SCEN-10: a Basel set has the six shapes of a currency and the stated floor', () => {
    const set = baselScenarios({ rule: 'basel-d578', currency: 'GBP', floor: 'zero' });
    if (!set.ok) throw new Error('no set');
    expect(set.value.map(({ id }) => id)).toEqual([
      'basel-d578.GBP.parallel-up',
      'basel-d578.GBP.parallel-down',
      'basel-d578.GBP.steepener',
      'basel-d578.GBP.flattener',
      'basel-d578.GBP.short-up',
      'basel-d578.GBP.short-down',
    ]);
    expect(new Set(set.value.map(({ floor }) => floor))).toEqual(new Set(['zero']));
  });

  it('SCEN-10: the EU set carries the floor of Article 3(7) and lists the krona of Sweden', () => {
    const set = euScenarios('SEK');
    expect(set.ok && set.value.every(({ floor }) => floor === 'eu-2024-856')).toBe(true);
    expect(euScenarios('HRK').ok).toBe(false);
  });

  it('SCEN-10: the US set: eight parallel shocks at once and as two ramps, five twists', () => {
    const set = usScenarios(0);
    expect(set).toHaveLength(8 + 16 + 5);
    expect(new Set(set.map(({ id }) => id)).size).toBe(set.length);
    expect(set.every(({ floorRate }) => floorRate === 0)).toBe(true);
    const ramp = set.find(({ id }) => id === '-300.ramp24');
    expect(ramp).toMatchObject({ kind: 'parallel', shockBp: -300, rampMonths: 24 });
  });

  it.each([
    ['us.steepener', [-100, -100, 0, 50, 100]],
    ['us.flattener', [100, 100, 0, -50, -100]],
    ['us.short-up', [200, 200, 84.2105, 0, 0]], // 200 x (60 - 36) / (60 - 3)
    ['us.short-down', [-200, -200, -84.2105, 0, 0]],
    ['us.inversion', [200, 200, 0, -50, -100]],
  ])('SCEN-10: %s at 1, 3, 36, 78 and 360 months, bp', (id, expected) => {
    const twist = usScenarios(null).find((each) => each.id === id);
    if (twist === undefined) throw new Error(id);
    const shift = scenarioShift(twist);
    [1, 3, 36, 78, 360].forEach((months, at) => {
      expect(shift(months) * 10_000, `${months}`).toBeCloseTo(expected[at] ?? Number.NaN, 4);
    });
  });
});
