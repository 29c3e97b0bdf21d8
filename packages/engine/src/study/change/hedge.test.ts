import { describe, expect, it } from 'vitest';
import type { Swap } from '../../balance-sheet/index.js';
import { applyChange } from '../apply-change.js';
import type { Change } from '../change.js';
import {
  exampleStudy,
  exampleValues,
  issueLines,
  valueOrThrow,
} from '../example-study.test-fixture.js';

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
const remove = (swapId: string, size = 1): Change => ({
  ...header,
  size,
  kind: 'remove-hedge',
  swapId,
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
    expect(issueLines(apply(remove('x')))).toEqual(['unknown-hedge /swapId']);
    expect(issueLines(apply(remove('swap-afs', 1.01)))).toEqual(['size /size']);
  });

  it('CHANGE-6: adding a hedge and removing it gives the Study back', () => {
    const study = exampleStudy();
    const added = valueOrThrow(applyChange(study, add(), exampleValues));
    expect(valueOrThrow(applyChange(added, remove('swap-new'), exampleValues))).toEqual(study);
  });
});
