import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, applyChanges } from './apply-change.js';
import type { Change } from './change.js';
import {
  bookEquity,
  carrying,
  exampleStudy,
  exampleValues,
  issueLines,
  row,
  SEED,
  valueOrThrow,
} from './example-study.test-fixture.js';
import { hedgeFuture, hedgeOption } from './hedge-part.test-fixture.js';
import { parseStudy } from './parse-study.js';
import { studyToJson } from './study-to-json.js';

const swap = {
  id: 'swap-new',
  notionalUsdMillion: 50,
  fixedRate: 0.012,
  floatSpread: 0,
  startMonth: 0,
  maturityMonth: 60,
  model: 'cash-flow',
  hedgedGroup: 'borrowings',
} as const;
const header = (size: number, id = 'c') => ({
  id,
  title: 'A change',
  rationale: 'because',
  sources: ['a document'],
  size,
});
const position = row('new', 'borrowings', { notionalUsdMillion: 80, carryingUsdMillion: 80 });
const bond = row('bond', 'loans', { notionalUsdMillion: 40, carryingUsdMillion: 40 });
const up = { id: '+200', title: 'Up', kind: 'parallel', shockBp: 201, floorRate: 0 } as const;

/** Every kind of Change at a size; those without a scale know only 0 and 1. */
function changesOf(size: number): Change[] {
  const head = header(size);
  const whole = header(size === 0 ? 0 : 1);
  const cashPositionId = 'cash';
  const edits = [
    { model: 'ib', parameter: 'beta', value: 0.9 },
    { model: 'mbs', parameter: 'multiplier', value: 0.5 },
  ] as const;
  return [
    { ...head, kind: 'replace-assumption', edits },
    { ...head, kind: 'break-assumption', edits },
    { ...head, kind: 'add-hedge', swap },
    { ...head, kind: 'remove-hedge', hedgeId: 'swap-afs' },
    { ...head, kind: 'sell', group: 'afs', carryingUsdMillion: 60, cashPositionId },
    { ...head, kind: 'sell', group: 'htm', carryingUsdMillion: 200, cashPositionId },
    { ...head, kind: 'sell', group: 'loans', carryingUsdMillion: 200, cashPositionId },
    { ...head, kind: 'buy', position: bond, cashPositionId },
    { ...whole, kind: 'reclassify', positionId: 'afs-bills', toGroup: 'htm' },
    { ...whole, kind: 'reclassify', positionId: 'htm-mbs', toGroup: 'afs' },
    { ...head, kind: 'fund', position, useOfProceedsId: 'cash' },
    { ...head, kind: 'fund', position, useOfProceedsId: 'paid' },
    { ...head, kind: 'move-funding', fromId: 'free', toId: 'paid', amountUsdMillion: 300 },
    {
      ...head,
      kind: 'reprice-deposits',
      positionId: 'paid',
      rateChange: 0.01,
      lifeChangeYears: 2,
    },
    { ...head, kind: 'capital', amountUsdMillion: -30, cashPositionId },
    { ...whole, kind: 'shock', scenario: up },
    { ...head, kind: 'add-option', option: hedgeOption({ premiumUsdMillion: 4 }), cashPositionId },
    { ...head, kind: 'add-future', future: hedgeFuture() },
    {
      ...whole,
      kind: 'terminate-hedge',
      hedgeId: 'swap-afs',
      settlementUsdMillion: 5,
      cashPositionId,
    },
    { ...whole, kind: 'dedesignate-hedge', hedgeId: 'swap-afs', accumulatedUsdMillion: 5 },
  ];
}

/** Freezes plain objects and arrays; typed arrays cannot be frozen and are compared instead. */
function deepFreeze(value: unknown): void {
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return;
  Object.freeze(value);
  for (const member of Object.values(value)) deepFreeze(member);
}

const size = fc.double({ min: 0.01, max: 1, noNaN: true });
const kindAt = fc.nat({ max: changesOf(1).length - 1 });

describe('a Change of a Study', () => {
  it('CHANGE-1: no kind of Change touches the Study it is applied to', () => {
    for (const change of changesOf(1)) {
      const study = exampleStudy();
      const before = structuredClone(study);
      deepFreeze(study);
      deepFreeze(change);
      const after = valueOrThrow(applyChange(study, change, exampleValues));
      expect(study).toEqual(before);
      expect(after).not.toEqual(before);
    }
  });

  it('CHANGE-1: size 0 of any kind gives the Study itself', () => {
    const study = exampleStudy();
    for (const change of changesOf(0)) {
      expect(valueOrThrow(applyChange(study, change, exampleValues))).toBe(study);
    }
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -0.5])('CHANGE-1: size %d is refused', (bad) => {
    for (const change of changesOf(1)) {
      const result = applyChange(exampleStudy(), { ...change, size: bad }, exampleValues);
      expect(issueLines(result)).toEqual(['size /size']);
    }
  });

  it('CHANGE-1: a Study after any Change of any size is one the door lets in', () => {
    fc.assert(
      fc.property(size, kindAt, (share, at) => {
        const change = changesOf(share)[at];
        if (change === undefined) throw new Error('no such change');
        const after = valueOrThrow(applyChange(exampleStudy(), change, exampleValues));
        expect(valueOrThrow(parseStudy(studyToJson(after)))).toEqual(after);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  /** What a Change of size 1 realises before tax: everything else leaves equity where it was. */
  const realised: readonly (readonly [at: number, equityUsdMillion: number])[] = [
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 0],
    [4, 0], // AFS stands at market already
    [5, -30], // HTM sold and tainted: 176 + 94 - 300
    [6, -10], // half of loans of 400 worth 380
    [7, 0],
    [8, 0],
    [9, -24], // 176 - 200
    [10, 0],
    [11, 0],
    [12, 0],
    [13, 0],
    [14, -30], // returned to shareholders
    [15, 0],
    [16, -4], // the premium, which stands with the option
    [17, 0],
    [18, 5], // a derivative is no row of the book, its cash is
    [19, 0],
  ];
  it.each(realised)('CHANGE-7: change %i moves equity of the book by %d', (at, moved) => {
    const change = changesOf(1)[at];
    if (change === undefined) throw new Error('no such change');
    const after = valueOrThrow(applyChange(exampleStudy(), change, exampleValues));
    expect(bookEquity(after) - 80).toBeCloseTo(moved, 9);
    expect(realised).toHaveLength(changesOf(1).length);
  });

  it('CHANGE-1: Changes apply in order, the first that does not fit is named by its place', () => {
    const [, , add, remove] = changesOf(1).map((change, at) => ({ ...change, id: `c${at}` }));
    if (add === undefined || remove === undefined) throw new Error('no such change');
    const study = exampleStudy();
    const both = valueOrThrow(applyChanges(study, [add, remove], exampleValues));
    expect(both.hedges.map(({ id }) => id)).toEqual(['swap-new']);
    const again = { ...add, id: 'again' };
    const refused = applyChanges(study, [remove, add, again], exampleValues);
    expect(issueLines(refused)).toEqual(['duplicate-id /2/swap/id']);
    expect(issueLines(applyChanges(study, [add, add], exampleValues))).toEqual([
      'duplicate-id /1/id',
    ]);
    expect(valueOrThrow(applyChanges(study, [], exampleValues))).toBe(study);
  });

  it('CHANGE-8: two sales of a part come to the same as one sale of both parts', () => {
    const sale = (id: string, amount: number): Change => ({
      ...header(1, id),
      kind: 'sell',
      group: 'afs',
      carryingUsdMillion: amount,
      cashPositionId: 'cash',
    });
    // No hedge and no pledge, so that the whole book of 180 may go.
    const study = exampleStudy({
      hedges: [],
      liquidity: { ...exampleStudy().liquidity, sources: [] },
    });
    const part = fc.double({ min: 0, max: 90, noNaN: true });
    fc.assert(
      fc.property(part, part, (a, b) => {
        const parts = applyChanges(study, [sale('a', a), sale('b', b)], exampleValues);
        const whole = applyChange(study, sale('ab', a + b), exampleValues);
        const [inParts, atOnce] = [valueOrThrow(parts), valueOrThrow(whole)];
        for (const id of ['cash', 'afs-bonds', 'afs-bills']) {
          expect(carrying(inParts, id)).toBeCloseTo(carrying(atOnce, id), 9);
        }
        expect(inParts.capital.realisedLossUsdMillion).toBeCloseTo(
          atOnce.capital.realisedLossUsdMillion,
          9,
        );
        expect(carrying(atOnce, 'afs-bonds') + carrying(atOnce, 'afs-bills')).toBeCloseTo(
          180 - a - b,
          9,
        );
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});
