import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_POSITIONS, row, SEED } from '../study/example-study.test-fixture.js';
import {
  ACCOUNTING_CLASSES,
  GROUPS,
  type Position,
  PRINCIPAL_KINDS,
  RATE_INDICES,
} from './book.js';
import {
  bookFromPositions,
  bookInIdOrder,
  bookOfRows,
  bookWithPosition,
  positionsFromBook,
  rowOf,
  textAt,
} from './columns.js';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const position: fc.Arbitrary<Position> = fc.record({
  id: fc.string({ minLength: 1 }),
  side: fc.constantFrom('asset' as const, 'liability' as const),
  group: fc.constantFrom(...GROUPS),
  product: fc.string(),
  accountingClass: fc.constantFrom(...ACCOUNTING_CLASSES),
  principal: fc.constantFrom(...PRINCIPAL_KINDS),
  behaviour: fc.string(),
  rateIndex: fc.constantFrom(...RATE_INDICES),
  notionalUsdMillion: finite,
  carryingUsdMillion: finite,
  rate: finite,
  couponRate: finite,
  premium: finite,
  floats: fc.boolean(),
  resetMonth: finite,
  firstPrincipalMonth: finite,
  maturityMonth: finite,
  noteRate: finite,
  discountSpread: finite,
  reinvestTenorMonths: finite,
  reinvestSpread: finite,
  ageMonths: finite,
});
const positions = fc.uniqueArray(position, { selector: ({ id }) => id, maxLength: 20 });
const byId = (list: readonly Position[]): Position[] =>
  [...list].sort((a, b) => (a.id < b.id ? -1 : 1));

describe('positions in columns', () => {
  it('BOOK-1: positions to columns and back gives the same positions, in id order', () => {
    fc.assert(
      fc.property(positions, (list) => {
        expect(positionsFromBook(bookFromPositions(list))).toEqual(byId(list));
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('BOOK-2: every order of the same positions gives the same columns', () => {
    fc.assert(
      fc.property(positions, fc.integer({ min: 0, max: 20 }), (list, turn) => {
        const turned = [...list.slice(turn), ...list.slice(0, turn)].reverse();
        expect(bookFromPositions(turned)).toEqual(bookFromPositions(list));
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('BOOK-2: id order is by code unit, so B stands before a', () => {
    const book = bookFromPositions([row('a', 'cash'), row('B', 'afs'), row('a1', 'loans')]);
    expect(book.id).toEqual(['B', 'a', 'a1']);
    expect([0, 1, 2].map((at) => textAt(book.group, at))).toEqual(['afs', 'cash', 'loans']);
    expect(rowOf(book, 'a1')).toBe(2);
    expect(rowOf(book, 'A')).toBeUndefined();
  });

  it('BOOK-1: a position added later stands where it would have stood from the start', () => {
    fc.assert(
      fc.property(positions, position, (list, added) => {
        const others = list.filter(({ id }) => id !== added.id);
        const book = bookWithPosition(bookFromPositions(others), added);
        expect(book).toEqual(bookFromPositions([...others, added]));
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('BOOK-2: rows taken in another order are put back in id order', () => {
    const book = bookFromPositions(EXAMPLE_POSITIONS);
    expect(bookOfRows(book, [...book.id.keys()].reverse())).toEqual(book);
    const unordered = { ...book, id: [...book.id].reverse() };
    expect(bookInIdOrder(unordered).id).toEqual(book.id);
    expect(bookInIdOrder(book)).toBe(book);
  });
});
