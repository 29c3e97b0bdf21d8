import { describe, expect, it } from 'vitest';
import type { FutureHedge, OptionHedge, Swap } from '../../balance-sheet/index.js';
import { applyChange } from '../apply-change.js';
import type { Change } from '../change.js';
import {
  exampleStudy,
  exampleValues,
  issueLines,
  valueOrThrow,
} from '../example-study.test-fixture.js';
import { hedgeFuture, hedgeOption } from '../hedge-part.test-fixture.js';
import { evaluate, measureOf, type Study } from '../index.js';

const header = { id: 'h', title: 'Hedge', rationale: '', sources: [], size: 1 };
const swap: Swap = {
  id: 'swap-new',
  notionalUsdMillion: 80,
  fixedRate: 0.012,
  floatSpread: 0,
  startMonth: 0,
  maturityMonth: 84,
  model: 'fair-value',
  hedgedGroup: 'afs',
};
const add = (edit: Partial<Swap> = {}, size = 1): Change => ({
  ...header,
  size,
  kind: 'add-hedge',
  swap: { ...swap, ...edit },
});
const remove = (hedgeId: string, size = 1): Change => ({
  ...header,
  size,
  kind: 'remove-hedge',
  hedgeId,
});
const apply = (change: Change) => applyChange(exampleStudy(), change, exampleValues);

describe('adding a hedge', () => {
  it('CHANGE-4: size scales the notional and nothing else', () => {
    const study = exampleStudy();
    const after = valueOrThrow(apply(add({}, 0.25)));
    expect(after.hedges).toEqual([study.hedges[0], { ...swap, notionalUsdMillion: 20 }]);
    expect({ ...after, hedges: study.hedges }).toEqual(study);
  });

  const accepted: readonly [what: string, edit: Partial<Swap>][] = [
    ['a fair value hedge of loans', { hedgedGroup: 'loans' }],
    ['a cash flow hedge of borrowings', { model: 'cash-flow', hedgedGroup: 'borrowings' }],
    ['an undesignated swap', { model: 'undesignated', hedgedGroup: 'none' }],
    [
      'an undesignated swap of any size',
      {
        model: 'undesignated',
        hedgedGroup: 'none',
        notionalUsdMillion: 10_000,
      },
    ],
    ['a receive-fixed swap', { notionalUsdMillion: -80 }],
  ];
  it.each(accepted)('CHANGE-4: %s is accepted', (_what, edit) => {
    expect(issueLines(apply(add(edit)))).toEqual([]);
  });

  const refused: readonly [what: string, edit: Partial<Swap>, issues: string[]][] = [
    ['an id that exists', { id: 'swap-afs' }, ['duplicate-id /swap/id']],
    ['a fair value hedge of nothing', { hedgedGroup: 'none' }, ['designation /swap/hedgedGroup']],
    [
      'a cash flow hedge of nothing',
      { model: 'cash-flow', hedgedGroup: 'none' },
      ['designation /swap/hedgedGroup'],
    ],
    ['an undesignated hedge of AFS', { model: 'undesignated' }, ['designation /swap/hedgedGroup']],
    ['an end before the start', { startMonth: 84 }, ['order /swap/startMonth']],
    ['no notional', { notionalUsdMillion: Number.NaN }, ['not-finite /swap/notionalUsdMillion']],
  ];
  it.each(refused)('CHANGE-4: a swap with %s is refused', (_what, edit, issues) => {
    expect(issueLines(apply(add(edit)))).toEqual(issues);
  });

  it('CHANGE-4: HTM is refused at run time too, where a caller went around the type', () => {
    const untyped: { hedgedGroup: never } = JSON.parse('{"hedgedGroup":"htm"}');
    const result = apply(add(untyped));
    expect(issueLines(result)).toEqual(['ineligible-hedged-item /swap/hedgedGroup']);
    if (result.ok) return;
    expect(result.issues[0]?.message).toContain('ASC 815-20-25');
  });

  it('CHANGE-5: fair value hedges of AFS fill its 180, and not one dollar more', () => {
    // The example has a swap of 100 on AFS already.
    expect(issueLines(apply(add({ notionalUsdMillion: 80 })))).toEqual([]);
    expect(issueLines(apply(add({ notionalUsdMillion: 80.01 })))).toEqual([
      'over-hedged /swap/notionalUsdMillion',
    ]);
    expect(issueLines(apply(add({ notionalUsdMillion: 160 }, 0.5)))).toEqual([]);
    expect(issueLines(apply(add({ notionalUsdMillion: 80.01, model: 'cash-flow' })))).toEqual([]);
  });
});

describe('removing a hedge', () => {
  it('CHANGE-6: size is the share removed, at no settlement', () => {
    const study = exampleStudy();
    const half = valueOrThrow(apply(remove('swap-afs', 0.4)));
    expect(half.hedges).toEqual([{ ...study.hedges[0], notionalUsdMillion: 60 }]);
    const gone = valueOrThrow(apply(remove('swap-afs')));
    expect(gone).toEqual({ ...study, hedges: [] });
  });

  it('CHANGE-6: an unknown swap and more than the whole are refused', () => {
    expect(issueLines(apply(remove('x')))).toEqual(['unknown-hedge /hedgeId']);
    expect(issueLines(apply(remove('swap-afs', 1.01)))).toEqual(['size /size']);
  });

  it('CHANGE-6: adding a hedge and removing it gives the Study back', () => {
    const study = exampleStudy();
    const added = valueOrThrow(applyChange(study, add(), exampleValues));
    expect(valueOrThrow(applyChange(added, remove('swap-new'), exampleValues))).toEqual(study);
  });
});

describe('adding an option or a future', () => {
  const addOption = (
    edit: Partial<OptionHedge> = {},
    size = 1,
    cashPositionId = 'cash',
  ): Change => ({
    ...header,
    size,
    kind: 'add-option',
    option: hedgeOption(edit),
    cashPositionId,
  });
  const addFuture = (edit: Partial<FutureHedge> = {}, size = 1): Change => ({
    ...header,
    size,
    kind: 'add-future',
    future: hedgeFuture(edit),
  });
  const cashOf = (study: Study) => study.book.carryingUsdMillion[study.book.id.indexOf('cash')];

  it('CHANGE-20: twice a cap of 100 for a premium of 4: cash 100 falls by 8, capital stays', () => {
    const study = exampleStudy();
    const after = valueOrThrow(apply(addOption({ premiumUsdMillion: 4 }, 2)));
    expect(cashOf(after)).toBe(92);
    expect(after.hedgeOptions?.options).toEqual([
      hedgeOption({ notionalUsdMillion: 200, premiumUsdMillion: 8 }),
    ]);
    expect(after.capital).toEqual(study.capital);
    const sold = valueOrThrow(apply(addOption({ position: 'sold', premiumUsdMillion: -4 })));
    expect(cashOf(sold)).toBe(104);
  });

  it('CHANGE-20: bought at its value, an option does not move EVE on the day', () => {
    const study = exampleStudy();
    const free = valueOrThrow(applyChange(study, addOption(), exampleValues));
    const eve = (of: Study) => measureOf(evaluate(of), 'eve.value', '0');
    const worth = eve(free) - eve(study);
    expect(worth).toBeGreaterThan(1);
    expect(eve(valueOrThrow(apply(addOption({ premiumUsdMillion: worth }))))).toBeCloseTo(
      eve(study),
      9,
    );
  });

  it('CHANGE-21: half a strip of 100 sold, at no cost', () => {
    const study = exampleStudy();
    const after = valueOrThrow(apply(addFuture({}, 0.5)));
    expect(after).toEqual({
      ...study,
      hedgeFutures: { futures: [hedgeFuture({ notionalUsdMillion: -50 })] },
    });
  });

  it('CHANGE-6: an option and a future are removed by id, in part or whole', () => {
    const study = exampleStudy();
    const bought = valueOrThrow(apply(addOption({ premiumUsdMillion: 4 })));
    const both = valueOrThrow(applyChange(bought, addFuture(), exampleValues));
    const after = (change: Change) => valueOrThrow(applyChange(both, change, exampleValues));
    expect(after(remove('cap', 0.25)).hedgeOptions?.options).toEqual([
      hedgeOption({ notionalUsdMillion: 75, premiumUsdMillion: 3 }),
    ]);
    expect(after(remove('strip')).hedgeFutures).toBeUndefined();
    expect(after(remove('cap')).hedgeOptions).toBeUndefined();
    expect(after(remove('swap-afs')).hedges).toEqual([]);
    expect(study.hedgeOptions).toBeUndefined();
  });

  const fairValue = { model: 'fair-value', hedgedGroup: 'afs' } as const;
  const refused: readonly [what: string, change: Change, issues: string[]][] = [
    ['an id of a swap', addOption({ id: 'swap-afs' }), ['duplicate-id /option/id']],
    [
      'more premium than cash',
      addOption({ premiumUsdMillion: 101 }),
      ['not-enough-cash /cashPositionId'],
    ],
    [
      'cash that is none',
      addOption({ premiumUsdMillion: 1 }, 1, 'loans'),
      ['not-cash /cashPositionId'],
    ],
    [
      'a hedge of HTM',
      addFuture(JSON.parse('{"model":"fair-value","hedgedGroup":"htm"}')),
      ['ineligible-hedged-item /future/hedgedGroup'],
    ],
    [
      'more than the 180 of AFS',
      addFuture({ ...fairValue, notionalUsdMillion: -81 }),
      ['over-hedged /future/notionalUsdMillion'],
    ],
    [
      'a written cap that is designated',
      addOption({ ...fairValue, position: 'sold' }),
      ['designation /option/model'],
    ],
    [
      'a collar without its floor',
      addOption({ kind: 'collar' }),
      ['option.terms /option/floorRate'],
    ],
    [
      'a collar whose floor lies above its cap',
      addOption({ kind: 'collar', strikeRate: 0.03, floorRate: 0.04 }),
      ['option.terms /option/floorRate'],
    ],
    ['a cap with a floor', addOption({ floorRate: 0 }), ['option.terms /option/floorRate']],
    [
      'periods of two months',
      addOption({ paymentMonths: 2 }),
      ['option.terms /option/paymentMonths'],
    ],
    [
      'a broken period',
      addOption({ paymentMonths: 3, maturityMonth: 60 }),
      ['option.terms /option/maturityMonth'],
    ],
    [
      'an exercise today',
      addOption({ kind: 'payer-swaption', startMonth: 0 }),
      ['option.terms /option/startMonth'],
    ],
    ['an end before the start', addOption({ startMonth: 61 }), ['order /option/startMonth']],
    ['a broken quarter', addFuture({ maturityMonth: 28 }), ['future.terms /future/maturityMonth']],
    ['a coupon on SOFR', addFuture({ couponRate: 0.02 }), ['future.terms /future/couponRate']],
    [
      'a note without one',
      addFuture({ contract: 'treasury' }),
      ['future.terms /future/couponRate'],
    ],
    [
      'no face',
      addFuture({ notionalUsdMillion: Number.NaN }),
      ['not-finite /future/notionalUsdMillion'],
    ],
  ];
  it.each(refused)('INSTRUMENT-2, CHANGE-20, CHANGE-21: %s is refused', (_what, change, issues) => {
    expect(issueLines(apply(change))).toEqual(issues);
  });

  const steps = (...shares: number[]) => ({
    kind: 'schedule' as const,
    steps: shares.map((remainingShare, at) => ({ fromMonth: 12 * at, remainingShare })),
  });
  it('INSTRUMENT-1: a notional that rises again, or steps out of order, are refused', () => {
    expect(issueLines(apply(add({ amortisation: steps(0.9, 0.5) })))).toEqual([]);
    expect(issueLines(apply(add({ amortisation: steps(0.5, 0.9) })))).toEqual([
      'order /swap/amortisation/steps/1/remainingShare',
    ]);
    const twice = { ...steps(0.9, 0.5), steps: [...steps(0.9).steps, ...steps(0.5).steps] };
    expect(issueLines(apply(add({ amortisation: twice })))).toEqual([
      'order /swap/amortisation/steps/1/fromMonth',
    ]);
  });
});
