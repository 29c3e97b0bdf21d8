import { describe, expect, it } from 'vitest';
import { withChanges } from '../../packages/engine/src/framework/engine.js';
import { protectionIn, stepHedge } from '../../packages/engine/src/framework/step-hedge.js';
import { baseDiscount, evaluate, measureOf, type Result } from '../../packages/engine/src/index.js';
import { libraryCase } from './library-case.js';

function value<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.issues.map(({ message }) => message).join('\n'));
}

describe.each(['svb-2021', 'svb-2022'])('step 2 of %s', (slug) => {
  const input = libraryCase(slug);
  const { hedge, baseline } = input;
  if (hedge === null || baseline === null) throw new Error(`${slug} has no step 2`);
  const { step, comparisons } = value(stepHedge(input, hedge, baseline));
  const compared = step.tables.find(({ id }) => id === 'hedge-comparison');
  const column = compared?.columns.findIndex(({ id }) => id === 'value') ?? -1;

  it('CASE-7: the kept swaps are worth what a floating leg is worth over the fixed one', () => {
    const [change] = hedge.keptSwaps;
    if (change?.kind !== 'add-hedge') throw new Error('no kept swap');
    const { notionalUsdMillion, fixedRate, maturityMonth } = change.swap;
    const discount = baseDiscount(input.study);
    let annuity = 0;
    for (let month = 1; month <= maturityMonth; month += 1) annuity += (discount[month] ?? 0) / 12;
    const floating = 1 - (discount[maturityMonth] ?? 0);
    const expected = notionalUsdMillion * (floating - fixedRate * annuity);
    expect(Number(compared?.rows[0]?.[column])).toBeCloseTo(expected, 4);
    // and it is what base EVE gains by them
    const bare = { ...input.study, hedges: [] };
    const kept = value(withChanges(bare, hedge.keptSwaps));
    const gain =
      measureOf(evaluate(kept), 'eve.value', '0') - measureOf(evaluate(bare), 'eve.value', '0');
    expect(gain).toBeCloseTo(expected, 4);
  });

  it('CASE-7: every new hedge is struck at market: worth nothing on the day', () => {
    const values = compared?.rows.slice(1).map((row) => row[column]) ?? [];
    expect(values.length).toBe(comparisons.length - 1);
    for (const each of values) expect(each).toBe(0);
  });

  it('CASE-7: a scenario that was not compared throws; it is never shown as no protection', () => {
    const [first] = comparisons;
    if (first === undefined) throw new Error('no hedge');
    expect(() => protectionIn(first, '+999')).toThrow('+999');
    expect(protectionIn(first, '+100')).toBeGreaterThan(0);
  });
});
