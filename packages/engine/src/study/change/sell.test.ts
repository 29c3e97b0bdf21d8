import { describe, expect, it } from 'vitest';
import { positionAt, rowOf } from '../../balance-sheet/index.js';
import { applyChange } from '../apply-change.js';
import type { Change } from '../change.js';
import {
  carrying,
  exampleStudy,
  exampleValues,
  issueLines,
  valueOrThrow,
} from '../example-study.test-fixture.js';
import type { Study } from '../study.js';

const header = { id: 'sale', title: 'Sale', rationale: '', sources: [], size: 1 };

function sale(group: 'afs' | 'htm' | 'loans', carryingUsdMillion: number, size = 1): Change {
  return { ...header, size, kind: 'sell', group, carryingUsdMillion, cashPositionId: 'cash' };
}

const sold = (change: Change, study: Study = exampleStudy()): Study =>
  valueOrThrow(applyChange(study, change, exampleValues));

/** Tax 25 %, CET1 = 95 + 0.75 x realised loss + raised; without the opt-out less the add-back. */
function cet1(study: Study): { optOut: number; noOptOut: number } {
  const { capital } = study;
  const optOut = capital.cet1UsdMillion + 0.75 * capital.realisedLossUsdMillion;
  return { optOut, noOptOut: optOut - capital.aociAddBackUsdMillion };
}

function position(study: Study, id: string) {
  const row = rowOf(study.book, id);
  if (row === undefined) throw new Error(`no position ${id}`);
  return positionAt(study.book, row);
}

describe('a sale', () => {
  it('CHANGE-8: a third of AFS, cost 200, at its market value of 180', () => {
    const after = sold(sale('afs', 60));
    expect(carrying(after, 'cash')).toBeCloseTo(160, 9); // 100 + 180 / 3
    expect(carrying(after, 'afs-bonds')).toBeCloseTo((110 * 2) / 3, 9);
    expect(position(after, 'afs-bonds').notionalUsdMillion).toBeCloseTo(80, 9);
    expect(after.capital.realisedLossUsdMillion).toBeCloseTo(-20 / 3, 9);
    // The loss moves from AOCI to earnings: an opt-out bank loses 0.75 x 6.67 of CET1 ...
    expect(cet1(after).optOut).toBeCloseTo(95 - 5, 9);
    expect(after.capital.aociAddBackUsdMillion).toBeCloseTo(15 - 5, 9);
    // ... and without the opt-out nothing is new, nor to tangible equity.
    expect(cet1(after).noOptOut).toBeCloseTo(80, 9);
    expect(after.capital.tangibleCommonEquityUsdMillion).toBeCloseTo(80, 9);
    expect(after.capital.tangibleAssetsUsdMillion).toBeCloseTo(980, 9);
  });

  it('CHANGE-8: size scales the amount sold', () => {
    expect(sold(sale('afs', 120, 0.5)).book).toEqual(sold(sale('afs', 60)).book);
  });

  it('CHANGE-8: a bank without the opt-out loses no CET1 by selling AFS at market', () => {
    const { capital } = exampleStudy();
    const without = { ...capital, aociOptOut: false, aociAddBackUsdMillion: 0, cet1UsdMillion: 80 };
    const after = sold(sale('afs', 60), exampleStudy({ capital: without }));
    expect(after.capital).toEqual(without);
  });

  it('CHANGE-8: AFS carried above what it fetches: only the difference is new in equity', () => {
    const lower = (study: Study) => exampleValues(study).map((value) => value * 0.9);
    const after = valueOrThrow(applyChange(exampleStudy({ hedges: [] }), sale('afs', 90), lower));
    // Half of 180 fetches 81: 9 less than carried, 19 less than its cost of 100.
    expect(carrying(after, 'cash')).toBeCloseTo(181, 9);
    expect(after.capital.realisedLossUsdMillion).toBeCloseTo(-19, 9);
    expect(after.capital.tangibleCommonEquityUsdMillion).toBeCloseTo(80 - 6.75, 9);
    expect(cet1(after).noOptOut).toBeCloseTo(80 - 6.75, 9);
  });

  it('CHANGE-8: loans are sold below their carrying amount, and nothing is tainted', () => {
    const after = sold(sale('loans', 100));
    expect(carrying(after, 'cash')).toBeCloseTo(195, 9); // 380 / 4
    expect(carrying(after, 'loans')).toBeCloseTo(300, 9);
    expect(after.capital.realisedLossUsdMillion).toBeCloseTo(-5, 9);
    expect(after.capital.tangibleCommonEquityUsdMillion).toBeCloseTo(80 - 3.75, 9);
    expect(after.capital.leverageAssetsUsdMillion).toBeCloseTo(1000 - 3.75, 9);
    expect(after.capital.aociAddBackUsdMillion).toBe(15);
    expect(position(after, 'loans').group).toBe('loans');
  });

  it('CHANGE-9: selling 30 of HTM taints the other 270, which are marked to market in AFS', () => {
    const after = sold(sale('htm', 30));
    // 10 % sold: 27 in cash, 3 lost; 90 % of 176 and of 94 remain.
    expect(carrying(after, 'cash')).toBeCloseTo(127, 9);
    expect(carrying(after, 'htm-mbs')).toBeCloseTo(158.4, 9);
    expect(carrying(after, 'htm-cmo')).toBeCloseTo(84.6, 9);
    expect(position(after, 'htm-mbs').notionalUsdMillion).toBeCloseTo(180, 9);
    expect(position(after, 'htm-mbs')).toMatchObject({
      group: 'afs',
      accountingClass: 'available-for-sale',
    });
    expect(after.capital.realisedLossUsdMillion).toBeCloseTo(-3, 9);
    // The mark of 27 is new in AOCI: 20.25 after tax, added back by the opt-out.
    expect(after.capital.aociAddBackUsdMillion).toBeCloseTo(15 + 20.25, 9);
    expect(after.capital.tangibleCommonEquityUsdMillion).toBeCloseTo(80 - 22.5, 9);
    expect(cet1(after).optOut).toBeCloseTo(95 - 2.25, 9);
    expect(cet1(after).noOptOut).toBeCloseTo(80 - 22.5, 9);
  });

  it('CAP-16, CHANGE-8: HTM sold realises its share of what AOCI keeps, then AFS does', () => {
    const { capital } = exampleStudy();
    const moved = { ...capital, aociOnTransferredHtmUsdMillion: -8, aociAddBackUsdMillion: 21 };
    const after = sold(sale('htm', 30), exampleStudy({ capital: moved }));
    // a tenth sold: 3 of mark and 0.8 of AOCI; the taint's 27 less tax join the add-back
    expect(after.capital.realisedLossUsdMillion).toBeCloseTo(-3.8, 9);
    expect(after.capital.aociOnTransferredHtmUsdMillion).toBeCloseTo(-7.2, 9);
    expect(after.capital.aociAddBackUsdMillion).toBeCloseTo(21 - 0.6 + 20.25, 9);
    expect(after.capital.tangibleCommonEquityUsdMillion).toBeCloseTo(80 - 22.5, 9); // as without
    // 30 of one row of 200 are a tenth of the book of 300 all the same
    const named = { ...sale('htm', 30), positionIds: ['htm-mbs'] } as Change;
    const ofRow = sold(named, exampleStudy({ capital: moved }));
    expect(ofRow.capital.aociOnTransferredHtmUsdMillion).toBeCloseTo(-7.2, 9);
    // AFS 180 and what was HTM, 243: a third of it sold takes a third of the 7.2
    const then = sold(sale('afs', 141), after);
    expect(then.capital.aociOnTransferredHtmUsdMillion).toBeCloseTo(-4.8, 9);
    expect(then.capital.realisedLossUsdMillion).toBeCloseTo(-3.8 - 20 / 3 - 9 - 2.4, 9);
  });

  it('CHANGE-9: without the opt-out the whole mark of a taint enters CET1', () => {
    const { capital } = exampleStudy();
    const without = { ...capital, aociOptOut: false, aociAddBackUsdMillion: 0, cet1UsdMillion: 80 };
    const after = sold(sale('htm', 30), exampleStudy({ capital: without }));
    expect(cet1(after).optOut).toBeCloseTo(80 - 22.5, 9);
    expect(after.capital.aociAddBackUsdMillion).toBe(0);
  });

  it('CHANGE-9: what was pledged of HTM stays pledged after the taint', () => {
    const sales = (study: Study) =>
      study.liquidity.sources.flatMap((source) =>
        source.kind === 'sale' ? [[source.group, source.pledgedUsdMillion]] : [],
      );
    expect(sales(sold(sale('htm', 30)))).toEqual([['afs', 110]]); // 50 + 60
    const { liquidity } = exampleStudy();
    const sources = liquidity.sources.filter(({ id }) => id !== 'sale-afs');
    const study = exampleStudy({ liquidity: { ...liquidity, sources } });
    expect(sales(sold(sale('htm', 30), study))).toEqual([['afs', 60]]);
  });

  it('CHANGE-3: the proceeds are cash in the liquidity sources as well', () => {
    const after = sold(sale('afs', 60));
    expect(after.liquidity.sources[0]).toMatchObject({ id: 'cash', amountUsdMillion: 150 });
  });

  const refused: readonly [what: string, change: Change, issues: string[]][] = [
    ['more than the holding', sale('afs', 181), ['oversold /carryingUsdMillion']],
    ['the pledged part', sale('htm', 250), ['pledged /carryingUsdMillion']],
    ['a negative amount', sale('loans', -1), ['oversold /carryingUsdMillion']],
    [
      'for the cash of an unknown row',
      { ...sale('loans', 1), cashPositionId: 'till' } as Change,
      ['unknown-position /cashPositionId'],
    ],
    [
      'for cash into a loan',
      { ...sale('afs', 1), cashPositionId: 'loans' } as Change,
      ['not-cash /cashPositionId'],
    ],
    ['what a fair value hedge needs', sale('afs', 81), ['over-hedged ']],
  ];
  it.each(refused)('CHANGE-8: selling %s is refused', (_what, change, issues) => {
    expect(issueLines(applyChange(exampleStudy(), change, exampleValues))).toEqual(issues);
  });

  it('CHANGE-8: of named rows alone, the rest of the book stands', () => {
    const after = sold({ ...sale('htm', 40), positionIds: ['htm-cmo'] } as Change);
    // 40 of 100 at 94: 37.6 in cash; the rest of HTM is tainted and moves to AFS at its value
    expect(carrying(after, 'cash')).toBeCloseTo(137.6, 9);
    expect(carrying(after, 'htm-cmo')).toBeCloseTo(0.6 * 94, 9);
    expect(carrying(after, 'htm-mbs')).toBeCloseTo(176, 9);
    expect(after.capital.realisedLossUsdMillion).toBeCloseTo(-2.4, 9);
  });

  it.each([
    ['more than they hold', 101, ['htm-cmo'], 'oversold /carryingUsdMillion'],
    ['of another book', 1, ['htm-cmo', 'loans'], 'unknown-position /positionIds'],
  ])('CHANGE-8: named rows, %s: refused', (_what, amount, positionIds, line) => {
    const change = { ...sale('htm', amount), positionIds } as Change;
    expect(issueLines(applyChange(exampleStudy(), change, exampleValues))).toEqual([line]);
  });

  it('CHANGE-8: nothing can be sold of an empty book', () => {
    const gone = sold(sale('loans', 400));
    expect(carrying(gone, 'loans')).toBe(0);
    expect(issueLines(applyChange(gone, sale('loans', 1), exampleValues))).toEqual([
      'oversold /carryingUsdMillion',
    ]);
  });
});

describe('a reclassification', () => {
  const move = (positionId: string, toGroup: 'afs' | 'htm', size = 1): Change => ({
    ...header,
    size,
    kind: 'reclassify',
    positionId,
    toGroup,
  });

  it('CHANGE-10: AFS moves to HTM at fair value, and no capital moves', () => {
    const before = exampleStudy();
    const after = sold(move('afs-bills', 'htm'));
    expect(after.capital).toEqual(before.capital);
    expect(position(after, 'afs-bills')).toEqual({
      ...position(before, 'afs-bills'),
      group: 'htm',
      accountingClass: 'held-to-maturity',
    });
  });

  it('CHANGE-10: HTM moves to AFS at market value, through AOCI', () => {
    const after = sold(move('htm-mbs', 'afs'));
    expect(carrying(after, 'htm-mbs')).toBe(176);
    expect(position(after, 'htm-cmo').group).toBe('htm');
    // 24 lost, 18 after tax: equity falls, the opt-out keeps CET1 where it was.
    expect(after.capital.tangibleCommonEquityUsdMillion).toBeCloseTo(62, 9);
    expect(after.capital.aociAddBackUsdMillion).toBeCloseTo(33, 9);
    expect(cet1(after)).toEqual({ optOut: 95, noOptOut: 62 });
  });

  const refused: readonly [what: string, change: Change, issues: string[]][] = [
    ['an unknown row', move('x', 'afs'), ['unknown-position /positionId']],
    ['AFS to AFS', move('afs-bills', 'afs'), ['not-a-security /positionId']],
    ['a loan', move('loans', 'htm'), ['not-a-security /positionId']],
    ['half a row', move('htm-mbs', 'afs', 0.5), ['size /size']],
    ['AFS that a fair value hedge needs', move('afs-bonds', 'htm'), ['over-hedged ']],
  ];
  it.each(refused)('CHANGE-10: reclassifying %s is refused', (_what, change, issues) => {
    expect(issueLines(applyChange(exampleStudy(), change, exampleValues))).toEqual(issues);
  });
});
