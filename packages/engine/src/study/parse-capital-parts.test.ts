import { describe, expect, it } from 'vitest';
import { assumed, exampleStudy, issueLines, valueOrThrow } from './example-study.test-fixture.js';
import { evaluate } from './index.js';
import { parseStudy } from './parse-study.js';
import type { Study } from './study.js';
import { studyToJson } from './study-to-json.js';

const PARTS: Pick<Study, 'capitalRegime' | 'interestRateCapital'> = {
  capitalRegime: {
    regime: 'other',
    level: 'bank',
    totalLeverageExposureUsdMillion: null,
    riskWeights: [{ product: 'example', exposure: 'stated', statedWeight: assumed(0.6) }],
    otherRiskWeightedAssetsUsdMillion: assumed(12),
    aociPhaseIn: [assumed(0.2), assumed(1)],
  },
  interestRateCapital: {
    scenarios: ['+200'],
    correlation: assumed(0.5),
    stochasticValueLossUsdMillion: null,
    stochasticIncomeLossUsdMillion: null,
  },
};

const json = (edit: unknown) => ({
  ...(studyToJson(exampleStudy(PARTS)) as object),
  ...(edit as object),
});

const regime = (edit: object) => json({ capitalRegime: { ...PARTS.capitalRegime, ...edit } });

describe('parts of capital at the door', () => {
  it('CAP-13: the parts survive the round trip, and their measures have values', () => {
    const study = exampleStudy(PARTS);
    expect(valueOrThrow(parseStudy(studyToJson(study)))).toEqual(study);
    const { measures } = evaluate(study);
    const value = (id: string) => measures.find((each) => each.id === id)?.value;
    // assets at carrying amounts 980, AFS at cost 200 in place of 180: 1,000 x 60 % + 12
    expect(value('capital.riskWeightedAssets.recomputed')).toBeCloseTo(612, 9);
    expect(value('capital.riskWeightedAssets.difference')).toBeCloseTo(12, 9);
    const change = measures.find((each) => each.id === 'eve.change' && each.scenario === '+200');
    expect(value('capital.interestRate.value')).toBe(Math.max(0, -(change?.value ?? Number.NaN)));
  });

  it.each([
    ['a weight above 1,250 %', { statedWeight: assumed(12.6) }, 'range', 'statedWeight/value'],
    ['a negative weight', { statedWeight: assumed(-0.1) }, 'range', 'statedWeight/value'],
    ['no weight', { statedWeight: null }, 'stated-weight', 'statedWeight'],
    ['a weight beside a class', { exposure: 'cash' }, 'stated-weight', 'statedWeight'],
    ['an unknown class', { exposure: 'gold' }, 'enum', 'exposure'],
    ['an unknown product', { product: 'gold' }, 'unknown-product', 'product'],
  ])('CAP-13: %s is refused', (_, edit, code, term) => {
    const weight = { ...PARTS.capitalRegime?.riskWeights[0], ...edit };
    expect(issueLines(parseStudy(regime({ riskWeights: [weight] })))).toEqual([
      `${code} /capitalRegime/riskWeights/0/${term}`,
    ]);
  });

  it('CAP-13: a share of the phase-in outside 0 to 1 is refused with its source', () => {
    const cited = { ...assumed(1.2), note: 'proposal of March 2026' };
    const found = parseStudy(regime({ aociPhaseIn: [assumed(0.2), cited] }));
    expect(issueLines(found)).toEqual(['range /capitalRegime/aociPhaseIn/1/value']);
    expect(found.ok ? '' : found.issues[0]?.got).toBe('1.2 (source: proposal of March 2026)');
  });

  it('CAP-13: a scenario that the Study does not have is refused', () => {
    const interestRateCapital = { ...PARTS.interestRateCapital, scenarios: ['+200', '+900'] };
    expect(issueLines(parseStudy(json({ interestRateCapital })))).toEqual([
      'unknown-scenario /interestRateCapital/scenarios/1',
    ]);
  });
});
