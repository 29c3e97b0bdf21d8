import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exampleStudy, issueLines, valueOrThrow } from './example-study.test-fixture.js';
import {
  collateralIn,
  contingencyCurve,
  contingencyState,
  evaluate,
  measureOf,
  parseStudy,
  studyToJson,
} from './index.js';

const file = new URL('../../../../docs/example/study-part/liquidity.json', import.meta.url);
const parts = JSON.parse(readFileSync(file, 'utf8'));
const json = studyToJson(exampleStudy()) as Record<string, unknown>;
const parsed = parseStudy({ ...json, ...parts });

describe('the example of the liquidity parts', () => {
  it('LCR-7, COLL-5, CFP-5, SURV-6: is let in, and gives every liquidity measure a value', () => {
    expect(issueLines(parsed)).toEqual([]);
    const { refused } = evaluate(valueOrThrow(parsed));
    const families = /^(liquidity|collateral|contingency)\./;
    expect(refused.filter(({ id }) => families.test(id))).toEqual([]);
  });

  const study = valueOrThrow(parsed);
  const outcome = evaluate(study);

  it('LCR-3 to LCR-6: by hand', () => {
    // Level 1 130, level 2A 68. Unwound: 110 and 68 + 17.85 = 85.85; over 0.6667 x 110 by 12.513
    const hqla = 198 - 12.513;
    // 6 + 120 + 50 + 15 = 191 out, 20 back on day 20: peak 120 on day 1, 100 on day 30
    const net = 191 - 20 + 20;
    expect(measureOf(outcome, 'liquidity.hqla')).toBeCloseTo(hqla, 9);
    expect(measureOf(outcome, 'liquidity.addOn')).toBeCloseTo(20, 9);
    expect(measureOf(outcome, 'liquidity.netOutflow')).toBeCloseTo(net, 9);
    expect(measureOf(outcome, 'liquidity.lcr')).toBeCloseTo(hqla / net, 12);
    expect(measureOf(outcome, 'liquidity.lcr.reduced')).toBeCloseTo(hqla / (0.7 * net), 12);
  });

  it('NSFR-2: by hand', () => {
    // 100 + 190 + 150 + 100 = 540; 0 + 12 + 340 + 7.5 = 359.5
    expect(measureOf(outcome, 'liquidity.nsfr')).toBeCloseTo(540 / 359.5, 12);
  });

  it('COLL-2, COLL-3: borrowing capacity by collateral adds up to its measures', () => {
    for (const { id } of study.scenarios) {
      const promises = collateralIn(study, id);
      const [lien, , sale] = promises;
      expect(promises.map((promise) => promise.kind)).toEqual(['pledge', 'public-funds', 'sale']);
      const price = (lien?.marketValueUsdMillion ?? 0) / 40;
      expect(measureOf(outcome, 'collateral.capacity', id)).toBeCloseTo(40 * price * 0.92 - 10, 9);
      expect(sale?.lendableUsdMillion).toBeCloseTo(10 * price * 0.99, 9);
    }
    expect(collateralIn(exampleStudy(), '0')).toEqual([]);
  });

  it('CFP-2 to CFP-4: four steps of cash, two triggers, two overdue tests', () => {
    expect(contingencyCurve(study, '0').map(({ hours }) => hours)).toEqual([0, 4, 24, 48]);
    const state = contingencyState(study, outcome);
    expect(state.triggers).toHaveLength(2 * study.scenarios.length);
    expect(state.tests.filter(({ overdue }) => overdue).map(({ id }) => id)).toEqual([
      'advances',
      'pools-sold',
    ]);
  });

  it('SURV-5: 60 at once meet 5 + 10 + 20 + 20 and leave 5 of the fifth hour waiting', () => {
    expect(measureOf(outcome, 'liquidity.intraday.hours', '0')).toBe(4);
    expect(measureOf(outcome, 'liquidity.intraday.unmet', '0')).toBe(10); // 70 - 60
  });
});
