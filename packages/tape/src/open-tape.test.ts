import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cellsIn, given, type TapeBench, tapeBench, told } from './open-tape.test-fixture.js';

let bench: TapeBench;
beforeEach(() => {
  bench = tapeBench();
});
afterEach(() => bench.end());

const LOANS = [
  'Loan ID,Balance,Rate,Maturity,Note',
  'A-1,1000.50,5.25,2030-01-31,"first, with comma"',
  'A-2,-20,,1969-12-31,',
  'A-3,1e3,0.1,2000-02-29,"two',
  'lines and ""quotes"""',
  'A-4,.5,7,2022-12-31, blanks ',
  '',
].join('\n');

describe('a CSV file becomes typed columns', () => {
  it('TAPE-7: cells are read as asked; the empty cell is nothing', async () => {
    const tape = given(await bench.open('loans.csv', LOANS));
    expect(tape.columns).toEqual(
      ['Loan ID', 'Balance', 'Rate', 'Maturity', 'Note'].map((name) => ({ name, type: 'text' })),
    );
    const rows = given(
      await tape.read([
        { name: 'Loan ID', as: 'text' },
        { name: 'Balance', as: 'number', scale: 1e-6 },
        { name: 'Rate', as: 'number', scale: 0.01 },
        { name: 'Maturity', as: 'date' },
        { name: 'Note', as: 'text' },
      ]),
    );
    // Days by hand: 60 years of 365 with 15 leap days are 21,915 to 2030-01-01; 30 with 7 are
    // 10,957 to 2000-01-01, and 59 to 29 February; 53 with 13 are 19,358 to 2023-01-01, less one.
    expect(rows.columns.map(cellsIn)).toEqual([
      ['A-1', 'A-2', 'A-3', 'A-4'],
      [0.0010005, -0.00002, 0.001, 0.0000005],
      [0.0525, null, 0.001, 0.07],
      [21945, -1, 11016, 19357],
      ['first, with comma', null, 'two\nlines and "quotes"', 'blanks'],
    ]);
    // The third row fills lines 4 and 5.
    expect([...rows.row]).toEqual([2, 3, 4, 6]);
  });

  it('TAPE-4: the delimiter cuts most rows like the header, or is stated', async () => {
    for (const delimiter of [',', ';', '\t', '|']) {
      const text = `id${delimiter}rate\nA${delimiter}1\nB${delimiter}2\n`;
      const tape = given(await bench.open('a.csv', text));
      expect(tape.columns.map(({ name }) => name)).toEqual(['id', 'rate']);
    }
    const decimals = given(await bench.open('b.csv', 'id;rate\nA;1,5\nB;2,5\n'));
    const rate = { name: 'rate', as: 'number', decimalMark: ',' } as const;
    const read = given(await decimals.read([rate]));
    expect(read.columns.map(cellsIn)).toEqual([[1.5, 2.5]]);
    const both = 'a,b;c\n1,2;3\n';
    expect(told(await bench.open('c.csv', both))).toEqual([
      "c.csv | a stated delimiter | ',' and ';' both fit",
    ]);
    const stated = given(await bench.open('c.csv', both, { delimiter: ';' }));
    expect(stated.columns.map(({ name }) => name)).toEqual(['a,b', 'c']);
  });

  it('TAPE-4: the header names every column, once, in one row', async () => {
    expect(told(await bench.open('a.csv', 'id,rate,id\n1,2,3\n'))).toEqual([
      'a.csv row 1 column 3 | a name of its own | "id", as column 1',
    ]);
    expect(told(await bench.open('a.csv', '\n\nid,,\n1,2,3\n'))).toEqual([
      'a.csv row 3 column 2 | a name | nothing',
      'a.csv row 3 column 3 | a name | nothing',
    ]);
    expect(told(await bench.open('a.csv', '1,2.5,$3\n1,2,3\n'))).toEqual([
      'a.csv row 1 | a row of column names | "1, 2.5, $3"',
    ]);
    expect(told(await bench.open('a.csv', 'id,"rate\n1,2\n'))).toEqual([
      'a.csv row 1 | a row of column names | a quote that is not closed',
    ]);
    const cased = given(await bench.open('a.csv', 'Rate,rate\n1,2\n'));
    expect(cased.columns.map(({ name }) => name)).toEqual(['Rate', 'rate']);
    const read = given(await cased.read([{ name: 'rate', as: 'number' }]));
    expect(read.columns.map(cellsIn)).toEqual([[2]]);
  });

  it('TAPE-5: a row that cannot be cut has its line, its text and the reason', async () => {
    const text = [
      'id,rate,note',
      'A,1,x',
      'B,2',
      'C,3,x,extra',
      'D,4,"x"y',
      'E,5,a\0b',
      'F,6,"never closed',
      'G,7,x',
      '',
      'H,8,"5"" pipe"',
      'I,9,5" pipe',
      `J,10,${'x'.repeat(1_100_000)}`,
      'K,11,last',
    ].join('\r\n');
    const tape = given(await bench.open('bad.csv', text, { mostRefusedShare: 0.6 }));
    expect(tape.refused.map(({ row, expected, got }) => `${row}: ${expected}, ${got}`)).toEqual([
      '3: 3 cells, 2 cells',
      '4: 3 cells, 4 cells',
      '5: a row of cells, text after a closing quote',
      '6: a row of cells, a zero byte',
      '7: a row of cells, a quote that is not closed',
      '12: at most 1048576 bytes, 1100005 bytes or more',
    ]);
    expect(tape.refused[0]?.rawText).toBe('B,2');
    expect(tape.refused[4]?.rawText?.trimEnd()).toBe('F,6,"never closed');
    expect(tape.refused[5]?.rawText).toBe(`J,10,${'x'.repeat(9995)}`);
    const read = given(await tape.read([{ name: 'note', as: 'text' }], { mostRefusedShare: 0.6 }));
    expect(read.columns.map(cellsIn)).toEqual([['x', 'x', '5" pipe', '5" pipe', 'last']]);
    expect([...read.row]).toEqual([2, 8, 10, 11, 13]);
  });

  it('TAPE-12: more than the stated share of such rows refuses the load', async () => {
    const good = Array.from({ length: 99 }, (_, row) => `A${row},1`).join('\n');
    const one = given(await bench.open('a.csv', `id,rate\nbad\n${good}\n`));
    expect([one.rowCount, one.refused.length]).toEqual([99, 1]);
    expect(told(await bench.open('a.csv', `id,rate\nbad\n${good}\nworse\n`))).toEqual([
      'a.csv | at most 1.00% of the rows that cannot be cut into cells | 2 of 101',
      'a.csv row 2 | 2 cells | 1 cells',
      'a.csv row 102 | 2 cells | 1 cells',
    ]);
    expect(bench.left()).toHaveLength(1);
  });
});

describe('text is read in its own encoding or not at all', () => {
  const TEXT = 'naïve,straße\nÅ,1\n';
  const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

  it.each([
    ['UTF-8', Buffer.from(TEXT), {}],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`), {}],
    ['UTF-16 with a mark', utf16(`\uFEFF${TEXT}`), {}],
    ['UTF-16 of the other order', utf16(`\uFEFF${TEXT}`).swap16(), {}],
    ['UTF-16 without a mark', utf16(TEXT), {}],
    ['Latin-1, stated', Buffer.from(TEXT, 'latin1'), { encoding: 'latin-1' }],
    ['Windows-1252, stated', Buffer.from(TEXT, 'latin1'), { encoding: 'windows-1252' }],
  ] as const)('TAPE-3: %s', async (_, bytes, request) => {
    const tape = given(await bench.open('a.csv', bytes, request));
    expect(tape.columns.map(({ name }) => name)).toEqual(['naïve', 'straße']);
    const read = given(await tape.read([{ name: 'naïve', as: 'text' }]));
    expect(read.columns.map(cellsIn)).toEqual([['Å']]);
  });

  it('TAPE-3: a wrong encoding is an issue, never other letters', async () => {
    const latin = Buffer.from('id,name\n1,x\n2,caf\u00E9\n', 'latin1');
    expect(told(await bench.open('a.csv', latin))).toEqual([
      'a.csv row 3 | UTF-8; state the encoding when it is latin-1 or windows-1252 | ' +
        'the byte 0xe9 at byte 6 of the line',
    ]);
    const text = Buffer.from('id,name\n1,café\n');
    const asLatin = { encoding: 'latin-1' } as const;
    expect(told(await bench.open('a.csv', text, asLatin))).toEqual([
      'a.csv | text in latin-1, as stated | letters that are whole in UTF-8',
    ]);
    const euro = Buffer.from([...Buffer.from('id,name\n1,'), 0x80, 10]);
    expect(told(await bench.open('a.csv', euro, asLatin))).toEqual([
      'a.csv | text in latin-1, as stated | the byte 0x80, which is no letter of it',
    ]);
    const windows = given(await bench.open('a.csv', euro, { encoding: 'windows-1252' }));
    const read = given(await windows.read([{ name: 'name', as: 'text' }]));
    expect(read.columns.map(cellsIn)).toEqual([['€']]);
    expect(told(await bench.open('a.csv', utf16(`\uFEFF${TEXT}`), asLatin))).toEqual([
      'a.csv | latin-1, as stated | utf-16le',
    ]);
    const half = utf16(`\uFEFF${TEXT}`).subarray(0, -1);
    expect(told(await bench.open('a.csv', half))).toEqual([
      'a.csv | text in utf-16le | half a character',
    ]);
  });
});
