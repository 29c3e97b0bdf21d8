import { describe, expect, it } from 'vitest';
import { evaluate, measureOf } from '../../packages/engine/src/index.js';
import { libraryCase } from './library-case.js';

/**
 * Numbers of 2022-12-31 that are arithmetic on published figures: no assumption on behaviour may
 * move them. Sources: FY2022 10-K (capital p. 85, securities pp. 65-66, liquidity p. 81).
 */
const { study } = libraryCase('svb-2022');
const outcome = evaluate(study);

describe('svb-2022: arithmetic on published figures', () => {
  it.each([
    // 13,697 / 113,628
    ['CET1 ratio as reported', 'capital.cet1Ratio', '', 0.1205],
    // (13,697 - 1,880) / 113,628: the opt-out keeps 1,880 of AOCI losses out
    ['CET1 ratio without the opt-out', 'capital.cet1Ratio.noOptOut', '', 0.104],
    // (13,697 - 2,533 - 15,158) / 113,628
    ['economic CET1 to RWA, no tax', 'capital.economicRatio.e0', '0', -0.0351],
    // (13,803 + 25,900 + 5,300) / (151,500 + 13,900): cash and what can be drawn in a day
    ['run threshold in one day', 'runThreshold.liquidity.1d', '0', 0.2721],
  ])('CASE-1: %s', (_, measure, scenario, expected) => {
    expect(measureOf(outcome, measure, scenario)).toBeCloseTo(expected, 4);
  });

  it.each([
    // fair value 26,069 less cost 28,602
    ['AFS', 'unrealised.afs', -2533],
    // fair value 76,169 less cost 91,327
    ['HTM', 'unrealised.htm', -15158],
    // 13,697 - 2,533 - 15,158
    ['economic CET1 E0, no tax', 'capital.economic.e0', -3994],
  ])('CASE-1: %s within 1 million', (_, measure, expected) => {
    expect(Math.abs(measureOf(outcome, measure, '0') - expected)).toBeLessThan(1);
  });

  it('CASE-1: run threshold in one day, were the FHLB to take two', () => {
    const sources = study.liquidity.sources.map((source) =>
      source.id === 'fhlb' ? { ...source, daysToCash: 2 } : source,
    );
    const slower = evaluate({ ...study, liquidity: { ...study.liquidity, sources } });
    // (13,803 + 5,300) / (151,500 + 13,900)
    expect(measureOf(slower, 'runThreshold.liquidity.1d', '0')).toBeCloseTo(0.1155, 4);
  });

  it('CASE-1, CAP-4: E0 after tax at 21%: the reported AOCI loss, and 79% of the HTM loss', () => {
    // 13,697 - 1,880 - 0.79 x 15,158 = -157.8
    const found = measureOf(outcome, 'capital.economic.e0.afterTax', '0');
    expect(Math.abs(found - -157.8)).toBeLessThan(1);
  });
});
