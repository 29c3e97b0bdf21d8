import { writeFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTape } from '../open-tape.js';
import { cellsIn, given, type TapeBench, tapeBench, told } from '../open-tape.test-fixture.js';
import { sqlText } from './sql-text.js';

let bench: TapeBench;
beforeEach(() => {
  bench = tapeBench();
});
afterEach(() => bench.end());

async function parquet(name: string, query: string): Promise<string> {
  const file = bench.write(name, '');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`copy (${query}) to ${sqlText(file)} (format parquet)`);
  connection.closeSync();
  instance.closeSync();
  return file;
}

describe('a Parquet file', () => {
  it('TAPE-2, TAPE-7: columns keep the types of the file, whatever their names', async () => {
    const file = await parquet(
      'loans [1]*.parquet',
      `select * from (values
        ('A', 1.25::decimal(12, 2), 0.5::double, 7::bigint, date '2000-02-29', true, [1]),
        ('B', null, 'nan'::double, 9007199254740993, null, null, [2])
       ) t("Loan ""ID""; drop table tape; --", "Rate", "rate", n, d, f, l)`,
    );
    const tape = given(await openTape({ file, temporaryFolder: bench.folder }));
    expect(tape.columns.map(({ name, type }) => `${name}: ${type}`)).toEqual([
      'Loan "ID"; drop table tape; --: text',
      ...['Rate: number', 'rate_1: number', 'n: number', 'd: date', 'f: boolean', 'l: other'],
    ]);
    const rows = given(
      await tape.read([
        { name: 'Loan "ID"; drop table tape; --', as: 'text' },
        { name: 'Rate', as: 'number', scale: 0.01 },
        { name: 'd', as: 'date' },
        { name: 'f', as: 'boolean' },
        { name: 'n', as: 'text' },
        { name: 'd', as: 'text' },
      ]),
    );
    expect(rows.columns.map(cellsIn)).toEqual([
      ['A', 'B'],
      [0.0125, null],
      [11016, null],
      [true, null],
      ['7', '9007199254740993'],
      ['2000-02-29', null],
    ]);
    expect([...rows.row]).toEqual([1, 2]);
    const unread = await tape.read([{ name: 'rate_1', as: 'number' }], { mostRefusedShare: 0.5 });
    expect(given(unread).refused.map(({ row, got }) => [row, got])).toEqual([[2, '"nan"']]);
    expect(told(await tape.read([{ name: 'l', as: 'text' }]))).toEqual([
      'loans [1]*.parquet column "l" | numbers, text, days or flags | INTEGER[]',
    ]);
    await tape.close();
  });

  it('TAPE-14: a truncated or foreign file is an issue, and nothing is left', async () => {
    const { readFileSync } = await import('node:fs');
    const whole = readFileSync(await parquet('a.parquet', 'select range as n from range(9999)'));
    const cut = await bench.open('cut.parquet', whole.subarray(0, 5000));
    expect(told(cut)[0]).toMatch(/^cut.parquet \| a whole Parquet file \| .*No magic bytes/);
    const text = await bench.open('text.parquet', 'a,b\n1,2\n');
    expect(told(text)[0]).toMatch(/^text.parquet \| a whole Parquet file \| /);
    const broken = Uint8Array.from(whole);
    broken.fill(255, 100, 4000);
    expect(told(await bench.open('broken.parquet', broken))[0]).toMatch(/^broken.parquet \| /);
    expect(bench.left()).toEqual([]);
  });

  it('TAPE-14: a file of another schema is refused by the names that are missing', async () => {
    const file = await parquet('other.parquet', `select 1 as "LOAN_AMT", 'x' as state`);
    const tape = given(await openTape({ file, temporaryFolder: bench.folder }));
    const asked = await tape.read([
      { name: 'Balance', as: 'number' },
      { name: 'LOAN_AMT', as: 'number' },
    ]);
    expect(told(asked)).toEqual([
      'other.parquet column "Balance" | one of LOAN_AMT, state | no such column',
    ]);
    await tape.close();
  });
});

describe('JSON Lines', () => {
  it('TAPE-6: one object a line; values as written, absent keys are nothing', async () => {
    const lines = [
      '{"id": "A/~1", "n": 12345678901234567890123, "x": 0.10, "f": true}',
      '',
      '{"x": 5e-1, "id": "B", "late \\"key\\"": "é", "n": null}',
    ].join('\r\n');
    const tape = given(await bench.open('a.jsonl', lines));
    expect(tape.columns.map(({ name }) => name)).toEqual(['id', 'n', 'x', 'f', 'late "key"']);
    const rows = given(
      await tape.read([
        { name: 'id', as: 'text' },
        { name: 'n', as: 'text' },
        { name: 'x', as: 'number' },
        { name: 'f', as: 'boolean' },
        { name: 'late "key"', as: 'text' },
      ]),
    );
    expect(rows.columns.map(cellsIn)).toEqual([
      ['A/~1', 'B'],
      ['12345678901234567890123', null],
      [0.1, 0.5],
      [true, null],
      [null, 'é'],
    ]);
    expect([...rows.row]).toEqual([1, 3]);
  });

  it('TAPE-6: a broken line, no object or a key twice is quarantined with its line', async () => {
    const lines = ['{"a": 1}', '{"a": 2', '[3]', '{"a": 4, "a": 5}', '7', '{"a": 6}', '\u0001'];
    const tape = given(await bench.open('a.jsonl', lines.join('\n'), { mostRefusedShare: 1 }));
    expect(tape.refused.map(({ row, got, rawText }) => [row, got, rawText])).toEqual([
      [2, 'broken JSON', '{"a": 2'],
      [3, 'no object', '[3]'],
      [4, 'a key twice', '{"a": 4, "a": 5}'],
      [5, 'no object', '7'],
      [7, 'a control character', '\u0001'],
    ]);
    const rows = given(await tape.read([{ name: 'a', as: 'number' }], { mostRefusedShare: 1 }));
    expect([...rows.row]).toEqual([1, 6]);
    expect(rows.columns.map(cellsIn)).toEqual([[1, 6]]);
    expect(told(await bench.open('b.jsonl', lines.join('\n')))[1]).toBe(
      'b.jsonl row 2 | one JSON object | broken JSON',
    );
  });
});

describe('files that are no tape', () => {
  it('TAPE-14: a folder, a missing file, an empty one, another kind of file', async () => {
    const open = async (file: string) =>
      told(await openTape({ file, temporaryFolder: bench.folder }));
    expect(await open(`${bench.folder}/none.csv`)).toEqual(['none.csv | a file | nothing there']);
    expect((await open(bench.folder))[0]).toMatch(/a stated format .* or an ending that tells it/);
    const folder = await openTape({ file: bench.folder, format: 'csv' });
    expect(told(folder)[0]).toMatch(/ \| a file \| a folder$/);
    expect(await open(bench.write('a.csv', ''))).toEqual([
      'a.csv | a file with rows | an empty file',
    ]);
    expect(await open(bench.write('a.csv', 'id,rate\n'))).toEqual([
      'a.csv | at least one row | none',
    ]);
    expect(await open(bench.write('a.csv', '\n\n'))).toEqual([
      'a.csv | a header and rows | an empty file',
    ]);
    writeFileSync(`${bench.folder}/b.csv`, Buffer.from('1f8b0800', 'hex'));
    expect(await open(`${bench.folder}/b.csv`)).toEqual([
      'b.csv | text in UTF-8, UTF-16 or a stated encoding | a gzip archive',
    ]);
    expect(await open(bench.write('a.doc', 'x'))).toEqual([
      'a.doc | a stated format (csv, parquet, xlsx, jsonl) or an ending that tells it | ".doc"',
    ]);
    expect(bench.left()).toEqual([]);
    const nowhere = { temporaryFolder: `${bench.folder}/none` };
    expect(told(await bench.open('a.csv', 'id\nA\n', nowhere))).toEqual([
      'a.csv | a folder and room for a private copy | ENOENT',
    ]);
  });
});
