import { describe, expect, it } from 'vitest';
import { type Position, positionAt, rowOf } from '../../balance-sheet/index.js';
import type { Scenario } from '../../scenario/index.js';
import { applyChange } from '../apply-change.js';
import type { Change } from '../change.js';
import {
  assumed,
  carrying,
  exampleStudy,
  exampleValues,
  issueLines,
  row,
  valueOrThrow,
} from '../example-study.test-fixture.js';
import type { Study } from '../study.js';

const header = { id: 'f', title: 'Funding', rationale: '', sources: [], size: 1 };
const amounts = (amount: number) => ({ notionalUsdMillion: amount, carryingUsdMillion: amount });
const term = row('term', 'borrowings', amounts(80));
const bond = row('bond', 'loans', amounts(40));

const fund = (useOfProceedsId: string, position: Position = term, size = 1): Change => ({
  ...header,
  size,
  kind: 'fund',
  position,
  useOfProceedsId,
});
const buy = (position: Position = bond, size = 1, cashPositionId = 'cash'): Change => ({
  ...header,
  size,
  kind: 'buy',
  position,
  cashPositionId,
});
const move = (fromId: string, toId: string, amountUsdMillion: number, size = 1): Change => ({
  ...header,
  size,
  kind: 'move-funding',
  fromId,
  toId,
  amountUsdMillion,
});
const reprice = (
  positionId: string,
  rateChange: number,
  lifeChangeYears = 0,
  size = 1,
): Change => ({
  ...header,
  size,
  kind: 'reprice-deposits',
  positionId,
  rateChange,
  lifeChangeYears,
});
const capital = (amountUsdMillion: number, size = 1): Change => ({
  ...header,
  size,
  kind: 'capital',
  amountUsdMillion,
  cashPositionId: 'cash',
});
const apply = (change: Change, study: Study = exampleStudy()) =>
  applyChange(study, change, exampleValues);
const after = (change: Change, study: Study = exampleStudy()) => valueOrThrow(apply(change, study));

function position(study: Study, id: string): Position {
  const at = rowOf(study.book, id);
  if (at === undefined) throw new Error(`no position ${id}`);
  return positionAt(study.book, at);
}

describe('buying', () => {
  it('CHANGE-11: half of a bond of 40 costs 20 of cash, total assets stay', () => {
    const study = after(buy(bond, 0.5));
    expect(position(study, 'bond')).toEqual({ ...bond, ...amounts(20) });
    expect(carrying(study, 'cash')).toBe(80);
    expect(study.liquidity.sources[0]).toMatchObject({ amountUsdMillion: 70 });
    expect(study.capital).toEqual(exampleStudy().capital);
  });

  it('CHANGE-11: at a risk weight of 0.5 the half of 40 adds 10 of risk-weighted assets', () => {
    const half = { ...header, kind: 'buy', position: bond, cashPositionId: 'cash' } as const;
    const weighed = after({ ...half, size: 0.5, riskWeight: 0.5 });
    const { riskWeightedAssetsUsdMillion, ...rest } = weighed.capital;
    const { riskWeightedAssetsUsdMillion: before, ...same } = exampleStudy().capital;
    expect(riskWeightedAssetsUsdMillion).toBe(before + 10);
    expect(rest).toEqual(same);
  });

  const refused: readonly [what: string, change: Change, issues: string[]][] = [
    [
      'more than the cash',
      buy(row('b', 'loans', amounts(101))),
      ['not-enough-cash /cashPositionId'],
    ],
    ['a liability', buy(term), ['side /position/side']],
    ['an id that exists', buy(row('loans', 'loans')), ['duplicate-id /position/id']],
    ['for an unknown row', buy(bond, 1, 'till'), ['unknown-position /cashPositionId']],
    ['out of a loan', buy(bond, 1, 'loans'), ['not-cash /cashPositionId']],
    [
      'on an unknown model',
      buy(row('b', 'loans', { principal: 'level', behaviour: 'x' })),
      ['unknown-model /position/behaviour'],
    ],
    [
      'a negative amount',
      buy(row('b', 'loans', amounts(-1))),
      ['range /position/notionalUsdMillion', 'range /position/carryingUsdMillion'],
    ],
  ];
  it.each(refused)('CHANGE-11: buying %s is refused', (_what, change, issues) => {
    expect(issueLines(apply(change))).toEqual(issues);
  });
});

describe('funding', () => {
  it('CHANGE-12: 80 borrowed into cash lengthens the balance sheet', () => {
    const study = after(fund('cash'));
    expect(position(study, 'term')).toEqual(term);
    expect(carrying(study, 'cash')).toBe(180);
    expect(study.capital.tangibleAssetsUsdMillion).toBe(1060);
    expect(study.capital.leverageAssetsUsdMillion).toBe(1080);
    expect(study.capital.tangibleCommonEquityUsdMillion).toBe(80);
  });

  it('CHANGE-12: 80 borrowed to repay 80 of 100 leaves capital alone', () => {
    const study = after(fund('fhlb'));
    expect(carrying(study, 'fhlb')).toBeCloseTo(20, 12);
    expect(carrying(study, 'cash')).toBe(100);
    expect(study.capital).toEqual(exampleStudy().capital);
  });

  const refused: readonly [what: string, change: Change, issues: string[]][] = [
    ['an asset', fund('cash', bond), ['side /position/side']],
    ['more than the row it repays', fund('fhlb', term, 1.5), ['balance /useOfProceedsId']],
    ['for an unknown row', fund('x'), ['unknown-position /useOfProceedsId']],
    ['into loans', fund('loans'), ['not-cash /cashPositionId']],
    ['an id that exists', fund('cash', row('fhlb', 'borrowings')), ['duplicate-id /position/id']],
  ];
  it.each(refused)('CHANGE-12: funding %s is refused', (_what, change, issues) => {
    expect(issueLines(apply(change))).toEqual(issues);
  });

  it('CHANGE-13: 300 move from free to interest-bearing deposits', () => {
    const study = after(move('free', 'paid', 600, 0.5));
    expect(position(study, 'free')).toMatchObject(amounts(200));
    expect(position(study, 'paid')).toMatchObject(amounts(500));
    expect(study.capital).toEqual(exampleStudy().capital);
  });

  const immovable: readonly [what: string, change: Change, issues: string[]][] = [
    ['more than the balance', move('free', 'paid', 501), ['balance /fromId']],
    ['less than nothing', move('free', 'paid', -1), ['balance /fromId']],
    ['to itself', move('free', 'free', 1), ['same-position /toId']],
    ['from an asset', move('loans', 'paid', 1), ['side /fromId']],
    ['to an asset', move('free', 'loans', 1), ['side /toId']],
    ['from nowhere', move('x', 'paid', 1), ['unknown-position /fromId']],
  ];
  it.each(immovable)('CHANGE-13: moving %s is refused', (_what, change, issues) => {
    expect(issueLines(apply(change))).toEqual(issues);
  });
});

describe('repricing deposits', () => {
  it('CHANGE-14: size scales the rate paid; without a longer life no model moves', () => {
    const study = after(reprice('paid', 0.01, 0, 0.5));
    expect(position(study, 'paid').rate).toBeCloseTo(0.015, 15);
    expect(position(study, 'paid').couponRate).toBeCloseTo(0.015, 15);
    expect(position(study, 'sweep').rate).toBe(0.02);
    expect(study.behaviour).toEqual(exampleStudy().behaviour);
  });

  it('CHANGE-14: a model that others follow is copied, so that only this row lives longer', () => {
    const study = after(reprice('paid', 0.01, 2));
    expect(position(study, 'paid').behaviour).toBe('ib@f');
    expect(position(study, 'sweep').behaviour).toBe('ib');
    const lives = study.behaviour.deposits.map(({ id, averageLifeYears }) => [
      id,
      averageLifeYears.value,
    ]);
    expect(lives).toEqual([
      ['nib', 5],
      ['ib', 5],
      ['ib@f', 7],
    ]);
    expect(study.behaviour.deposits[2]?.averageLifeYears.note).toContain('change f');
  });

  it('CHANGE-14: a model of this row alone is edited where it stands', () => {
    const study = after(reprice('free', 0.001, -1));
    expect(position(study, 'free').behaviour).toBe('nib');
    expect(study.behaviour.deposits.map(({ averageLifeYears }) => averageLifeYears.value)).toEqual([
      4, 5,
    ]);
  });

  it('CHANGE-14, NMD-8: the core stays longer with the rest, a surge leaves as before', () => {
    const part = (years: number) => ({ share: assumed(0.3), averageLifeYears: assumed(years) });
    const base = exampleStudy();
    const deposits = base.behaviour.deposits.map((model) =>
      model.id === 'nib' ? { ...model, core: part(8), surge: part(0.25) } : model,
    );
    const study = exampleStudy({ behaviour: { ...base.behaviour, deposits } });
    const [nib] = after(reprice('free', 0, 1), study).behaviour.deposits;
    expect(nib?.averageLifeYears.value).toBe(6);
    expect(nib?.core?.averageLifeYears.value).toBe(9);
    expect(nib?.surge?.averageLifeYears.value).toBe(0.25);
    expect(issueLines(apply(reprice('free', 0, 93), study))).toEqual(['range /lifeChangeYears']);
  });

  const refused: readonly [what: string, change: Change, issues: string[]][] = [
    ['a borrowing', reprice('fhlb', 0.01), ['not-a-deposit /positionId']],
    ['an unknown row', reprice('x', 0.01), ['unknown-position /positionId']],
    ['below a rate of 0', reprice('paid', -0.011), ['range /rateChange']],
    ['to no life at all', reprice('paid', 0, -5), ['range /lifeChangeYears']],
  ];
  it.each(refused)('CHANGE-14: repricing %s is refused', (_what, change, issues) => {
    expect(issueLines(apply(change))).toEqual(issues);
  });

  it('CHANGE-14: a time deposit has no model whose life could change', () => {
    const study = after(fund('cash', row('time', 'deposits', amounts(10))));
    expect(issueLines(apply(reprice('time', 0.01, 1), study))).toEqual([
      'unknown-model /lifeChangeYears',
    ]);
    expect(position(after(reprice('time', 0.01), study), 'time').rate).toBeCloseTo(0.03, 15);
  });
});

describe('capital', () => {
  it('CHANGE-15: 50 raised is cash, tangible equity and total assets', () => {
    const study = after(capital(100, 0.5));
    expect(carrying(study, 'cash')).toBe(150);
    expect(study.capital).toEqual({
      ...exampleStudy().capital,
      raisedUsdMillion: 50,
      tangibleCommonEquityUsdMillion: 130,
      tangibleAssetsUsdMillion: 1030,
      leverageAssetsUsdMillion: 1050,
    });
  });

  it('CHANGE-15: 30 returned leaves through cash, and never more than there is', () => {
    const study = after(capital(-30));
    expect(carrying(study, 'cash')).toBe(70);
    expect(study.capital.raisedUsdMillion).toBe(-30);
    expect(study.liquidity.sources[0]).toMatchObject({ amountUsdMillion: 60 });
    expect(issueLines(apply(capital(-101)))).toEqual(['not-enough-cash /cashPositionId']);
  });

  it('CHANGE-3: a liquidity source counts less than the cash row: it stops at zero', () => {
    // 95 paid out of 100 in the row; the source counted 90 of them.
    const [source] = after(capital(-95)).liquidity.sources;
    expect(source).toMatchObject({ id: 'cash', amountUsdMillion: 0 });
  });
});

describe('a shock', () => {
  const shock = (id: string, shockBp: number, size = 1): Change => ({
    ...header,
    size,
    kind: 'shock',
    scenario: { id, title: id, kind: 'parallel', shockBp, floorRate: null },
  });

  it('CHANGE-16: a new id is added at the end, a known one replaced where it stands', () => {
    const shocks = (study: Study) =>
      study.scenarios.map((each) => [each.id, each.kind === 'parallel' ? each.shockBp : each.kind]);
    expect(shocks(after(shock('+300', 300)))).toEqual([
      ['0', 0],
      ['+200', 200],
      ['+300', 300],
    ]);
    expect(shocks(after(shock('+200', 210)))).toEqual([
      ['0', 0],
      ['+200', 210],
    ]);
  });

  it('CHANGE-16: the base stays the base, and half a scenario has no meaning', () => {
    expect(issueLines(apply(shock('0', 25)))).toEqual(['no-base /scenario']);
    expect(issueLines(apply(shock('0', 0)))).toEqual([]);
    expect(issueLines(apply(shock('+300', 300, 0.5)))).toEqual(['size /size']);
  });

  it('CHANGE-16, CHANGE-1: what the door refuses does not come in by a shock', () => {
    const add = (scenario: Scenario): Change => ({ ...header, kind: 'shock', scenario });
    const named = { id: 'x', title: 'x' } as const;
    const curve = (dateIso: string) => ({ dateIso, quotes: [{ tenorMonths: 12, rate: 0.01 }] });
    const history = (dateIso: string): Scenario => ({
      ...named,
      kind: 'historic',
      from: curve('2022-01-03'),
      to: curve(dateIso),
      floorRate: null,
    });
    const euro: Scenario = {
      ...named,
      kind: 'prescribed',
      rule: 'basel-d368',
      currency: 'EUR',
      shape: 'steepener',
      floor: 'none',
    };
    // decided on 2022-03-01
    expect(issueLines(apply(add(history('2022-03-01'))))).toEqual([]);
    expect(issueLines(apply(add(history('2022-03-02'))))).toEqual([
      'date-order /scenario/to/dateIso',
    ]);
    expect(issueLines(apply(add(euro)))).toEqual(['scenario.currency /scenario/currency']);
    const later: Scenario = { ...named, kind: 'replay', curve: curve('2023-03-10') };
    expect(issueLines(apply(add(later)))).toEqual([]);
  });
});
