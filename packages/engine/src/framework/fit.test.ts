import { describe, expect, it } from 'vitest';
import { bookFromPositions } from '../balance-sheet/index.js';
import { assumed, exampleStudy, row } from '../study/example-study.test-fixture.js';
import { evaluate, measureOf, type Study } from '../study/index.js';
import { readTarget } from './fit.js';

const study = exampleStudy();

/** Two loans at par: 100 at 2% and 300 at 4%, and something else. */
function lender(): Study {
  const positions = [
    row('small', 'loans', { product: 'lent', rate: 0.02, couponRate: 0.02 }),
    row('large', 'loans', {
      product: 'lent',
      rate: 0.04,
      couponRate: 0.04,
      notionalUsdMillion: 300,
      carryingUsdMillion: 300,
    }),
    row('other', 'loans', { product: 'apart', rate: 0.5, couponRate: 0.5 }),
  ];
  return exampleStudy({ book: bookFromPositions(positions), hedges: [] });
}

describe('what a fit is solved to', () => {
  it.each([
    ['eve.value', '0'],
    ['eve.changeShare', '+200'],
    ['duration.modified.htm', ''],
  ])('CASE-3: %s at "%s" is read as the whole Study gives it', (measure, scenario) => {
    const read = readTarget(study, { kind: 'measure', measure, scenario });
    expect(read).toBe(measureOf(evaluate(study), measure, scenario));
  });

  it('CASE-3: the yield of two loans at par is weighted by what they cost', () => {
    // (100 x 2% + 300 x 4%) / 400 = 3.5%
    const read = readTarget(lender(), { kind: 'book-yield', products: ['lent'] });
    expect(read).toBeCloseTo(0.035, 6);
  });

  it('CASE-3, DRAW-3: an undrawn line of the product does not dilute its yield', () => {
    const line = { product: 'lent', principal: 'line', behaviour: 'draw' } as const;
    const positions = [
      row('drawn', 'loans', { product: 'lent', rate: 0.04, couponRate: 0.04 }),
      row('undrawn', 'loans', { ...line, notionalUsdMillion: 900, carryingUsdMillion: 0 }),
    ];
    const behaviour = { ...study.behaviour, drawdowns: [{ id: 'draw', drawRate: assumed(0.1) }] };
    const bank = { ...study, behaviour, book: bookFromPositions(positions), hedges: [] };
    const read = readTarget(bank, { kind: 'book-yield', products: ['lent'] });
    expect(read).toBeCloseTo(0.04, 6);
  });

  it('CASE-3: the fair value of a product is what EVE loses without it', () => {
    const whole = lender();
    const rest = bookFromPositions([row('other', 'loans', { rate: 0.5, couponRate: 0.5 })]);
    const without = { ...whole, book: rest };
    const eve = (each: Study) => measureOf(evaluate(each), 'eve.value', '0');
    const read = readTarget(whole, { kind: 'fair-value', products: ['lent'] });
    expect(read).toBeCloseTo(eve(whole) - eve(without), 6);
  });

  it('CASE-3: the value of the swaps is what EVE loses without them', () => {
    expect(study.hedges.length).toBeGreaterThan(0);
    const eve = (each: Study) => measureOf(evaluate(each), 'eve.value', '0');
    const read = readTarget(study, { kind: 'hedge-value' });
    expect(read).not.toBe(0);
    expect(read).toBeCloseTo(eve(study) - eve({ ...study, hedges: [] }), 9);
  });

  it('CASE-3: without swaps their value is zero', () => {
    expect(readTarget({ ...study, hedges: [] }, { kind: 'hedge-value' })).toBe(0);
  });
});
