import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bookFromPositions,
  bookWithRowsScaled,
  NUMBER_COLUMNS,
  type Position,
  positionsFromBook,
} from '../balance-sheet/index.js';
import { itemAt } from '../foundation/index.js';
import { assumed, EXAMPLE_POSITIONS, exampleStudy, SEED } from './example-study.test-fixture.js';
import { evaluate } from './index.js';
import { randomStudy, randomSwap } from './random-study.test-fixture.js';
import { viewer } from './scenario-view.js';
import type { Study } from './study.js';

const study = exampleStudy();
const AT = EXAMPLE_POSITIONS.findIndex(({ group, principal }) => {
  return group === 'loans' && principal === 'even';
});
const loan = itemAt(EXAMPLE_POSITIONS, AT);

/** The list of rows of the example with its loan edited, and with another rollover. */
function listOf(edit: Partial<Position> = {}, rolloverShare?: number) {
  const positions = EXAMPLE_POSITIONS.with(AT, { ...loan, ...edit });
  const rollovers = [
    { id: 'renewed', product: loan.product, rolloverShare: assumed(rolloverShare ?? 0) },
  ];
  const behaviour =
    rolloverShare === undefined ? study.behaviour : { ...study.behaviour, rollovers };
  const { program } = viewer({ ...study, behaviour, book: bookFromPositions(positions) });
  return { list: program.rows, codeOf: (name: string) => program.book.group.names.indexOf(name) };
}

/** One edit for every column that a Book has. */
const EDITS: readonly Partial<Position>[] = [
  { id: `${loan.id}-2` },
  { side: 'liability' },
  { group: 'other' },
  { product: 'another' },
  { accountingClass: 'not-remeasured' },
  { principal: 'level' },
  { behaviour: 'no such model' },
  { rateIndex: 'prime' },
  { floats: !loan.floats },
  ...NUMBER_COLUMNS.map((column) => ({ [column]: loan[column] + 1 })),
];

describe('a list of rows', () => {
  it('EVAL-10: is one where every column of every row says the same, and else another', () => {
    const { list, codeOf } = listOf();
    expect(listOf().list).toBe(list);
    for (const edit of EDITS) {
      const edited = listOf(edit).list;
      expect([edit, edited === list]).toEqual([edit, false]);
      const group = codeOf('loans');
      expect([edit, edited.byGroup[group] === list.byGroup[group]]).toEqual([edit, false]);
      if ('group' in edit) continue;
      const others = list.byGroup.filter((_, code) => code !== group);
      expect(edited.byGroup.filter((_, code) => code !== group)).toEqual(others);
      expect(edited.byGroup[codeOf('deposits')]).toBe(list.byGroup[codeOf('deposits')]);
    }
    expect(EDITS).toHaveLength(22);
  });

  it('EVAL-10: renewal is read of the program, and tells lists apart', () => {
    expect(listOf({}, 0.5).list).toBe(listOf({}, 0.5).list);
    expect(listOf({}, 0.5).list).not.toBe(listOf({}, 0.6).list);
    expect(listOf({}, 0.5).list).not.toBe(listOf().list);
  });
});

/** Edits that each touch one part and leave the others as the very same objects. */
type Edit = (before: Study) => Study;

const share = fc.constantFrom(0.5, 0.9, 1.1);

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.nat(), share).map(([at, scale]): Edit => {
    return (before) => {
      const row = at % before.book.id.length;
      return { ...before, book: bookWithRowsScaled(before.book, [row], scale) };
    };
  }),
  fc
    .tuple(fc.nat(), fc.constantFrom('loans' as const, 'other' as const))
    .map(([at, group]): Edit => {
      return (before) => {
        const positions = positionsFromBook(before.book);
        const row = at % positions.length;
        const of = itemAt(positions, row);
        if (of.side === 'liability') return before;
        return { ...before, book: bookFromPositions(positions.with(row, { ...of, group })) };
      };
    }),
  randomSwap.map(
    (swap): Edit =>
      (before) => ({ ...before, hedges: [swap] }),
  ),
  fc.constant((before: Study) => ({ ...before, hedges: [] })),
  share.map((scale): Edit => {
    return ({ capital, ...before }) => {
      const tangible = capital.tangibleCommonEquityUsdMillion * scale;
      return { ...before, capital: { ...capital, tangibleCommonEquityUsdMillion: tangible } };
    };
  }),
  share.map((scale): Edit => {
    return ({ liquidity, ...before }) => {
      const uninsured = liquidity.uninsuredUsdMillion * scale;
      return { ...before, liquidity: { ...liquidity, uninsuredUsdMillion: uninsured } };
    };
  }),
);

/** The same Study on a market that nothing was kept for. */
function afresh(given: Study): Study {
  return { ...given, book: { ...given.book }, market: { ...given.market } };
}

describe(`what is kept between Studies, after any edits (seed ${SEED})`, () => {
  it('EVAL-10: gives every measure as afresh, to the last bit', () => {
    const property = fc.property(
      randomStudy(),
      fc.array(anyEdit, { minLength: 2, maxLength: 6 }),
      (start, edits) => {
        evaluate(start);
        let edited = start;
        for (const edit of edits) {
          edited = edit(edited);
          expect(evaluate(edited)).toEqual(evaluate(afresh(edited)));
        }
        expect(evaluate(start)).toEqual(evaluate(afresh(start)));
      },
    );
    fc.assert(property, { seed: SEED, numRuns: 8 });
  });
});

describe('what a Change to capital or liquidity moves', () => {
  const thresholds = (of: Study) =>
    evaluate(of).measures.filter(({ id }) => id.startsWith('runThreshold.'));
  const { capital, liquidity } = study;
  const cases: readonly (readonly [string, Study])[] = [
    ['five times the risk-weighted assets', { ...study, capital: heavier(capital) }],
    ['half the uninsured deposits', { ...study, liquidity: halfUninsured(liquidity) }],
  ];
  it.each(cases)('EVAL-10: %s move run thresholds on the very same rows', (_, edited) => {
    const before = thresholds(study);
    expect(thresholds(edited)).not.toEqual(before);
    expect(thresholds(edited)).toEqual(thresholds(afresh(edited)));
  });
});

/** CET1 of 95 over 3,000 is below 4.5% before anything is paid: the threshold of CET1 is 0. */
function heavier(capital: Study['capital']): Study['capital'] {
  return {
    ...capital,
    riskWeightedAssetsUsdMillion: 5 * capital.riskWeightedAssetsUsdMillion,
  };
}

function halfUninsured(liquidity: Study['liquidity']): Study['liquidity'] {
  return { ...liquidity, uninsuredUsdMillion: liquidity.uninsuredUsdMillion / 2 };
}
