import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from './change.js';
import { assumed, issueLines, row, SEED, valueOrThrow } from './example-study.test-fixture.js';
import { parseChange, parseChanges } from './parse-change.js';

const header = { id: 'c1', title: 'A change', rationale: 'because', sources: [], size: 1 };
const swap = {
  id: 'swap-5y',
  notionalUsdMillion: 50,
  fixedRate: 0.012,
  floatSpread: 0,
  startMonth: 0,
  maturityMonth: 60,
  model: 'cash-flow',
  hedgedGroup: 'borrowings',
} as const;
const option = {
  id: 'collar',
  kind: 'collar',
  position: 'bought',
  notionalUsdMillion: 50,
  strikeRate: 0.03,
  floorRate: 0.01,
  startMonth: 0,
  maturityMonth: 60,
  paymentMonths: 3,
  normalVolatility: assumed(0.009),
  premiumUsdMillion: 0.5,
  model: 'cash-flow',
  hedgedGroup: 'borrowings',
} as const;
const future = {
  id: 'notes',
  contract: 'treasury',
  notionalUsdMillion: -50,
  couponRate: 0.06,
  startMonth: 3,
  maturityMonth: 63,
  initialMarginShare: assumed(0.01),
  roll: { everyMonths: 3, untilMonth: 24, costBp: assumed(2) },
  model: 'undesignated',
  hedgedGroup: 'none',
} as const;
const edits = [{ model: 'ib', parameter: 'beta', value: 0.6 }] as const;
const scenario = { id: '+1', title: 'Up', kind: 'parallel', shockBp: 1, floorRate: null } as const;
const note = row('note', 'borrowings');
const bond = row('bond', 'loans');

const CHANGES: readonly Change[] = [
  { ...header, kind: 'replace-assumption', edits },
  { ...header, kind: 'break-assumption', edits },
  { ...header, kind: 'add-hedge', swap },
  { ...header, kind: 'remove-hedge', hedgeId: 'swap-afs' },
  { ...header, kind: 'sell', group: 'afs', carryingUsdMillion: 10, cashPositionId: 'cash' },
  { ...header, kind: 'buy', position: bond, cashPositionId: 'cash' },
  { ...header, kind: 'reclassify', positionId: 'afs-bills', toGroup: 'htm' },
  { ...header, kind: 'fund', position: note, useOfProceedsId: 'cash' },
  { ...header, kind: 'move-funding', fromId: 'free', toId: 'paid', amountUsdMillion: 10 },
  {
    ...header,
    kind: 'reprice-deposits',
    positionId: 'paid',
    rateChange: 0.005,
    lifeChangeYears: 1,
  },
  { ...header, kind: 'capital', amountUsdMillion: -5, cashPositionId: 'cash' },
  { ...header, kind: 'shock', scenario },
  { ...header, kind: 'add-option', option, cashPositionId: 'cash' },
  { ...header, kind: 'add-future', future },
  {
    ...header,
    kind: 'terminate-hedge',
    hedgeId: 'swap-afs',
    settlementUsdMillion: -3,
    cashPositionId: 'cash',
  },
  { ...header, kind: 'dedesignate-hedge', hedgeId: 'swap-afs', accumulatedUsdMillion: 4 },
  { ...header, kind: 'release-deferral', deferralId: 'c0.deferral' },
];

describe('the door of a Change', () => {
  it.each(CHANGES.map((change) => [change.kind, change] as const))(
    'CHANGE-17: a Change of kind %s is read as it was written',
    (_kind, change) => {
      const json: unknown = JSON.parse(JSON.stringify(change));
      expect(valueOrThrow(parseChange(json))).toEqual(change);
    },
  );

  it('CHANGE-17: an unknown kind is refused with the list of the known ones', () => {
    const parsed = parseChange({ ...header, kind: 'hope' });
    expect(issueLines(parsed)).toEqual(['unknown-kind /kind']);
    if (parsed.ok) return;
    for (const { kind } of CHANGES) expect(parsed.issues[0]?.expected).toContain(kind);
    expect(issueLines(parseChange({ ...header, kind: 'toString' }))).toEqual([
      'unknown-kind /kind',
    ]);
  });

  const table: readonly [what: string, json: unknown, issues: string[]][] = [
    ['a list', [], ['type ']],
    ['no kind', header, ['unknown-kind /kind']],
    ['a negative size', { ...CHANGES[4], size: -1 }, ['range /size']],
    ['a size that is no number', { ...CHANGES[4], size: Number.NaN }, ['not-finite /size']],
    ['an unknown term', { ...CHANGES[4], bidOffer: 0 }, ['unknown-key /bidOffer']],
    ['a term of another kind', { ...CHANGES[3], edits }, ['unknown-key /edits']],
    ['no edits', { ...CHANGES[0], edits: [] }, ['length /edits']],
    [
      'an unknown parameter',
      { ...CHANGES[0], edits: [{ ...edits[0], parameter: 'mood' }] },
      ['enum /edits/0/parameter'],
    ],
    ['cash to sell', { ...CHANGES[4], group: 'cash' }, ['enum /group']],
    [
      'a designated hedge of nothing',
      { ...CHANGES[2], swap: { ...swap, hedgedGroup: 'none' } },
      ['designation /swap/hedgedGroup'],
    ],
    [
      'two problems',
      { ...CHANGES[8], fromId: '', amountUsdMillion: -1 },
      ['length /fromId', 'range /amountUsdMillion'],
    ],
  ];
  it('CHANGE-17: a purchase may carry a risk weight', () => {
    const buy = { ...header, kind: 'buy', position: bond, cashPositionId: 'cash' };
    const weighed = parseChange({ ...buy, riskWeight: 0.2 });
    expect(weighed.ok && weighed.value).toMatchObject({ riskWeight: 0.2 });
    expect(issueLines(parseChange({ ...buy, riskWeight: -1 }))).toEqual(['range /riskWeight']);
  });

  it.each(table)('CHANGE-17: %s is refused', (_what, json, issues) => {
    expect(issueLines(parseChange(json))).toEqual(issues);
  });

  it('CHANGE-4: a hedge of HTM is refused with the rule that forbids it', () => {
    const parsed = parseChange({ ...CHANGES[2], swap: { ...swap, hedgedGroup: 'htm' } });
    expect(issueLines(parsed)).toEqual(['ineligible-hedged-item /swap/hedgedGroup']);
    if (parsed.ok) return;
    expect(parsed.issues[0]?.message).toContain('not eligible for interest rate hedging under US');
    expect(parsed.issues[0]?.message).toContain('ASC 815-20-25');
  });

  it('CHANGE-17: a list of Changes has unique ids, and every issue names its place', () => {
    const two = [CHANGES[0], { ...CHANGES[1], id: 'c2' }];
    expect(valueOrThrow(parseChanges(two))).toEqual(two);
    expect(issueLines(parseChanges([CHANGES[0], CHANGES[1]]))).toEqual(['duplicate-id /1/id']);
    expect(issueLines(parseChanges([CHANGES[0], { ...CHANGES[3], hedgeId: 7 }]))).toEqual([
      'type /1/hedgeId',
    ]);
    expect(issueLines(parseChanges({}))).toEqual(['type ']);
  });

  it('CHANGE-17: no JSON value makes the parser throw', () => {
    const anyValue = fc.anything({ withNullPrototype: true, withSparseArray: true });
    const change = fc.constantFrom(...CHANGES);
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), anyValue), (value) => {
        expect(parseChange(value).ok).toBe(false);
      }),
      { seed: SEED, numRuns: 500 },
    );
    fc.assert(
      fc.property(change, fc.nat(), anyValue, (valid, pick, value) => {
        const keys = Object.keys(valid);
        const key = keys[pick % keys.length] ?? 'id';
        const parsed = parseChange({ ...valid, [key]: value });
        if (!parsed.ok) expect(parsed.issues.length).toBeGreaterThan(0);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });
});
