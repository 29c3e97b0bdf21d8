import { describe, expect, it } from 'vitest';
import { applyChange } from '../apply-change.js';
import type { Change } from '../change.js';
import { assumed, exampleStudy, issueLines, valueOrThrow } from '../example-study.test-fixture.js';
import { parseChange } from '../parse-change.js';
import type { Study } from '../study.js';

const HEADER = { id: 'c', title: 'A change', rationale: 'because', sources: [], size: 1 } as const;
const HTM = { id: 'htm-cmo', terms: { notionalUsdMillion: 60, carryingUsdMillion: 60 } };
const FIRMER = { ...exampleStudy().behaviour.deposits[1], id: 'ib', beta: assumed(0.9) };

function noValues(): Float64Array {
  throw new Error('a replacement asks for no prices');
}
const apply = (change: Change, study: Study = exampleStudy()) =>
  applyChange(study, change, noValues);

const WHOLE: readonly Change[] = [
  { ...HEADER, kind: 'replace-market', terms: { mortgageRate: assumed(0.07) } },
  { ...HEADER, kind: 'replace-rows', rows: [HTM] },
  { ...HEADER, kind: 'replace-models', models: { prepayments: [] } },
  { ...HEADER, kind: 'replace-hedges', swaps: [{ id: 'swap-afs', terms: { maturityMonth: 48 } }] },
  { ...HEADER, kind: 'replace-parts', parts: { valuationDate: '2022-01-31' }, absent: [] },
];

describe('terms of another Study', () => {
  it.each(WHOLE.map((change) => [change.kind, change] as const))(
    'CHANGE-18: %s has no half, and is read as it was written',
    (_kind, change) => {
      expect(issueLines(apply({ ...change, size: 0.5 }))).toEqual(['size /size']);
      expect(valueOrThrow(parseChange(JSON.parse(JSON.stringify(change))))).toEqual(change);
    },
  );

  it('CHANGE-18: a row takes what is written and keeps the rest; other columns are shared', () => {
    const study = exampleStudy();
    const { book } = valueOrThrow(apply({ ...HEADER, kind: 'replace-rows', rows: [HTM] }, study));
    const row = book.id.indexOf('htm-cmo');
    expect(book.notionalUsdMillion[row]).toBe(60); // 100 before
    expect(book.rate).toBe(study.book.rate);
    expect(study.book.notionalUsdMillion[row]).toBe(100);
  });

  it('CHANGE-18: text, side and flag of a row: a floating loan becomes a fixed borrowing', () => {
    const terms = { side: 'liability', group: 'borrowings', floats: false, rateIndex: 'none' };
    const change = { ...HEADER, kind: 'replace-rows', rows: [{ id: 'loans', terms }] };
    const { book } = valueOrThrow(apply(valueOrThrow(parseChange(change))));
    const row = book.id.indexOf('loans');
    expect([book.side[row], book.floats[row]]).toEqual([-1, 0]);
    expect(book.group.names[book.group.codes[row] ?? -1]).toBe('borrowings');
  });

  it('CHANGE-18: an optional part comes and goes', () => {
    const plan = { products: [], fundingSpread: assumed(0.01) };
    const head = { ...HEADER, kind: 'replace-parts' } as const;
    const planned = valueOrThrow(apply({ ...head, parts: { plan }, absent: [] }));
    expect(planned.plan).toEqual(plan);
    const gone = valueOrThrow(
      apply({ ...head, parts: {}, absent: ['plan', 'rollovers'] }, planned),
    );
    expect(Object.hasOwn(gone, 'plan')).toBe(false);
    expect(gone).toEqual(exampleStudy());
  });

  it('CHANGE-18: a model stands in the place of the one with its id', () => {
    const change = valueOrThrow(
      parseChange({ ...HEADER, kind: 'replace-models', models: { deposits: [FIRMER] } }),
    );
    const { deposits } = valueOrThrow(apply(change)).behaviour;
    expect(deposits.map(({ id, beta }) => [id, beta.value])).toEqual([
      ['nib', 0.4],
      ['ib', 0.9],
    ]);
  });

  const refused: readonly [what: string, change: unknown, issues: string[]][] = [
    [
      'a row that is not there',
      { kind: 'replace-rows', rows: [{ ...HTM, id: 'x' }] },
      ['unknown-position /rows/0/id'],
    ],
    [
      'a row whose first month is after its last',
      { kind: 'replace-rows', rows: [{ id: 'htm-cmo', terms: { maturityMonth: 3 } }] },
      ['order /rows/0/terms/firstPrincipalMonth'],
    ],
    [
      'a model that is not there',
      { kind: 'replace-models', models: { deposits: [{ ...FIRMER, id: 'x' }] } },
      ['unknown-model /models/deposits/0/id'],
    ],
    [
      'a swap that is not there',
      { kind: 'replace-hedges', swaps: [{ id: 'x', terms: {} }] },
      ['unknown-hedge /swaps/0/id'],
    ],
    [
      'a swap that would start after its end',
      { kind: 'replace-hedges', swaps: [{ id: 'swap-afs', terms: { startMonth: 90 } }] },
      ['order /swaps/swap-afs/startMonth'],
    ],
  ];
  it.each(refused)('CHANGE-18: %s is refused', (_what, change, issues) => {
    const read = valueOrThrow(parseChange({ ...HEADER, ...(change as object) }));
    expect(issueLines(apply(read))).toEqual(issues);
  });

  it('CHANGE-19: half of a sale: the bonds are gone, the hedge of 100 on them is not', () => {
    const gone = { notionalUsdMillion: 0, carryingUsdMillion: 0 };
    const rows = ['afs-bonds', 'afs-bills'].map((id) => ({ id, terms: gone }));
    const mixture = apply({ ...HEADER, kind: 'replace-rows', rows });
    expect(mixture.ok).toBe(true);
    const more: Change = {
      ...HEADER,
      kind: 'capital',
      amountUsdMillion: 1,
      cashPositionId: 'cash',
    };
    // any Change of a bank is refused there: 100 of hedges on a book of 0
    expect(issueLines(apply(more, valueOrThrow(mixture)))).toEqual(['over-hedged ']);
  });
});
