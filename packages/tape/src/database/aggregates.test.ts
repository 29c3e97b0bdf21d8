import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { given, type TapeBench, tapeBench, told } from '../open-tape.test-fixture.js';
import type { RowCondition } from '../row-condition.js';
import type { Tape } from '../tape.js';

let bench: TapeBench;
let tape: Tape;
beforeEach(async () => {
  bench = tapeBench();
  tape = given(await bench.open('loans.csv', LOANS));
});
afterEach(() => bench.end());

const LOANS = [
  'id,product,balance,paid,left,opened,closes',
  'A,card,100,40,60,2020-01-01,2025-01-01',
  'B,"it\'s; a ""home""",200,50,150.4,2021-01-01,2020-01-01',
  'A,card,-50,0,-50,2020-06-01,',
  'C,,x,1,1,2020-01-01,2020-01-01',
  'D,auto,,0,0,2019-12-31,2031-12-31',
  '',
].join('\n');

const number = (name: string) => ({ name, as: 'number' }) as const;
const text = (name: string) => ({ name, as: 'text' }) as const;
const date = (name: string) => ({ name, as: 'date' }) as const;

describe('counts and sums inside the reader', () => {
  it('TAPE-13: a column in short', async () => {
    // Balances that fit: 100, 200, -50; the middle one is 100. A hundredth of the way through two
    // steps is 0.02 of the first, -50 + 0.02 x 150; from above 200 - 0.02 x 100.
    expect(given(await tape.summary(number('balance')))).toEqual({
      ...{
        rows: 5,
        absent: 1,
        unfit: 1,
        distinct: 3,
        least: -50,
        most: 200,
        sum: 250,
        median: 100,
        p01: expect.closeTo(-47, 9),
        p99: expect.closeTo(198, 9),
      },
    });
    expect(given(await tape.summary(text('product')))).toEqual({
      ...{ rows: 5, absent: 1, unfit: 0, distinct: 3 },
    });
    // 2019-12-31 is day 18,261 (50 years with 12 leap days, less one), 2021-01-01 day 18,628.
    expect(given(await tape.summary(date('opened')))).toMatchObject({
      ...{ least: 18261, most: 18628, unfit: 0, absent: 0, distinct: 4 },
    });
    expect(given(await tape.summary(date('product')))).toEqual({
      ...{ rows: 5, absent: 1, unfit: 4, distinct: 0 },
    });
  });

  it('TAPE-13: frequent cells, then by text', async () => {
    expect(given(await tape.frequent({ columns: ['product'], most: 3 }))).toEqual([
      { cells: ['card'], rows: 2 },
      { cells: ['auto'], rows: 1 },
      { cells: ['it\'s; a "home"'], rows: 1 },
    ]);
  });

  it('TAPE-13: keys that stand twice, with their rows; an empty key is none', async () => {
    expect(given(await tape.duplicates({ columns: ['id'], most: 5 }))).toEqual({
      ...{ keys: 1, rows: 2, examples: [{ cells: ['A'], rows: [2, 4] }] },
    });
    const both = given(await tape.duplicates({ columns: ['product', 'id'], most: 0 }));
    expect(both).toEqual({ keys: 1, rows: 2, examples: [] });
  });

  it('TAPE-13: totals by group, with what is in no sum', async () => {
    const request = { amounts: [number('balance')], by: [text('product')], mostGroups: 4 };
    expect(given(await tape.totals(request))).toEqual([
      { by: ['auto'], rows: 1, sums: [0], unread: [1] },
      { by: ['card'], rows: 2, sums: [50], unread: [0] },
      { by: ['it\'s; a "home"'], rows: 1, sums: [200], unread: [0] },
      { by: [null], rows: 1, sums: [0], unread: [1] },
    ]);
    expect(given(await tape.totals({ ...request, by: [] }))).toEqual([
      { by: [], rows: 5, sums: [250], unread: [2] },
    ]);
    expect(told(await tape.totals({ ...request, mostGroups: 3 }))).toEqual([
      'loans.csv | at most 3 groups | more',
    ]);
  });

  it.each<[string, RowCondition, number[]]>([
    ['nothing there', { test: 'absent', column: number('balance') }, [6]],
    ['does not fit', { test: 'unfit', column: number('balance') }, [5]],
    ['below', { test: 'outside', column: number('balance'), least: 0 }, [4]],
    ['above', { test: 'outside', column: number('balance'), most: 100 }, [3]],
    ['out of order', { test: 'out-of-order', earlier: date('opened'), later: date('closes') }, [3]],
    ['a name', { test: 'in', column: text('product'), names: ['it\'s; a "home"'] }, [3]],
    ['no name', { test: 'not-in', column: text('product'), names: ['card'] }, [3, 6]],
    [
      'parts that do not add up',
      {
        ...{ test: 'sum-differs', total: number('balance'), tolerance: 0.1 },
        parts: [number('paid'), number('left')],
      },
      [3],
    ],
    [
      'all of and any of',
      {
        test: 'any',
        of: [
          { test: 'absent', column: text('closes') },
          {
            test: 'all',
            of: [
              { test: 'in', column: text('id'), names: ['A', 'B'] },
              { test: 'outside', column: number('balance'), most: 150 },
            ],
          },
        ],
      },
      [3, 4],
    ],
  ])('TAPE-13: rows where %s', async (_, where, rows) => {
    const found = given(await tape.find(where, 10));
    expect([found.count, found.examples.map(({ row }) => row)]).toEqual([rows.length, rows]);
  });

  it('TAPE-13: found rows show the cells that were looked at, as written', async () => {
    const where = { test: 'out-of-order', earlier: date('opened'), later: date('closes') } as const;
    expect(given(await tape.find(where, 1)).examples[0]?.cells).toEqual([
      { column: 'opened', value: '2021-01-01' },
      { column: 'closes', value: '2020-01-01' },
    ]);
    expect([...given(await tape.rowTexts([6, 3, 99]))]).toEqual([
      [3, 'B,"it\'s; a ""home""",200,50,150.4,2021-01-01,2020-01-01'],
      [6, 'D,auto,,0,0,2019-12-31,2031-12-31'],
    ]);
  });

  it('TAPE-2: hostile texts stay texts', async () => {
    const hostile = `x' or 1=1; drop table tape; --"\n\\`;
    const rows = given(await bench.open('h.csv', `"na""me"\n"${hostile.replace('"', '""')}"\n`));
    const column = text('na"me');
    const found = await rows.find({ test: 'in', column, names: [hostile, "'"] }, 5);
    expect(given(found).count).toBe(1);
    expect(given(await rows.frequent({ columns: ['na"me'], most: 5 }))).toEqual([
      { cells: [hostile], rows: 1 },
    ]);
    const nothing = { ...column, nothing: [hostile] };
    expect(given(await rows.summary(nothing)).absent).toBe(1);
  });

  it('TAPE-12: refused rows are held to the threshold by number and by balance', async () => {
    const columns = [number('balance'), number('paid')] as const;
    expect(told(await tape.read(columns))).toEqual([
      'loans.csv | at most 1.00% of the rows and of the balance that do not fit | ' +
        '1 of the first 5 rows',
      'loans.csv row 5 column "balance" | a number like 1234.5 | "x"',
    ]);
    const rows = Array.from({ length: 300 }, (_, row) => `${row === 7 ? 1000 : 1},1`);
    rows[7] = '1000,y';
    const big = given(await bench.open('b.csv', ['balance,paid', ...rows, ''].join('\n')));
    expect(given(await big.read(columns)).rowCount).toBe(299);
    const told2 = told(await big.read(columns, { balance: 'balance' }));
    expect(told2[0]).toContain('1 of the first 300 rows, 1000 of 1299 of balance');
    const visit = () => undefined;
    const options = { balance: 'balance', mostRefusedShare: 0.8, without: new Set([2, 3]) };
    expect(given(await big.scan(columns, visit, options))).toEqual({
      ...{ readRows: 297, refusedRows: 1, withoutRows: 2 },
      ...{ readBalance: 297, refusedBalance: 1000 },
    });
    expect(told(await big.read(columns, { balance: 'none' }))).toEqual([
      'b.csv | one of the numbers that are read | "none"',
    ]);
  });
});

describe('a long tape', () => {
  it('TAPE-7: pieces come in the order of the file, whatever the threads do', async () => {
    const count = 300_000;
    const lines = Array.from({ length: count }, (_, row) => `L${row},${row},P${row % 3}`);
    lines[200_000] = 'L200000,broken,P2';
    const long = given(await bench.open('long.csv', `id,n,p\n${lines.join('\n')}\n`));
    const rows = given(await long.read([text('id'), number('n'), text('p')]));
    expect(rows.rowCount).toBe(count - 1);
    expect(rows.refused.map(({ row }) => row)).toEqual([200_002]);
    const [id, n, p] = rows.columns;
    if (id?.as !== 'text' || n?.as !== 'number' || p?.as !== 'text') throw new Error('types');
    let wrong = 0;
    for (let at = 0; at < rows.rowCount; at += 1) {
      const row = at < 200_000 ? at : at + 1;
      const same =
        n.values[at] === row &&
        id.names[id.codes[at] ?? -1] === `L${row}` &&
        p.names[p.codes[at] ?? -1] === `P${row % 3}` &&
        rows.row[at] === row + 2;
      if (!same) wrong += 1;
    }
    expect(wrong).toBe(0);
    expect(p.names).toEqual(['P0', 'P1', 'P2']);
  });
});
