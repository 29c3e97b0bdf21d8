import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { given, type TapeBench, tapeBench } from '../open-tape.test-fixture.js';
import { privateFolder } from '../private-folder.js';
import { chunkFloats, chunkItems, chunkText } from './chunk-items.js';
import { type Database, DEFAULT_LIMITS, openDatabase } from './open-database.js';
import { sqlName, sqlNumber, sqlText } from './sql-text.js';

let bench: TapeBench;
let database: Database;
beforeEach(async () => {
  bench = tapeBench();
  const folder = await privateFolder(bench.folder);
  const files = [bench.write('mine.csv', 'a\n1\n')];
  database = await openDatabase({ folder, limits: DEFAULT_LIMITS, files });
});
afterEach(async () => {
  database.close();
  await bench.end();
});

describe('the reader is locked before it reads', () => {
  it('TAPE-1: it opens the named file and no other', async () => {
    const mine = sqlText(join(bench.folder, 'mine.csv'));
    const other = sqlText(bench.write('other.csv', 'a\n2\n'));
    expect(await database.rows(`select * from read_csv(${mine})`)).toHaveLength(1);
    const tried = [
      `select * from read_csv(${other})`,
      `select * from read_text(${other})`,
      `select * from glob(${sqlText(`${bench.folder}/*`)})`,
      "select * from read_parquet('http://127.0.0.1:9/a.parquet')",
      "select * from read_csv('s3://bucket/a.csv')",
      `copy (select 1) to ${other}`,
      `attach ${sqlText(join(bench.folder, 'b.db'))}`,
      ...['install httpfs', 'load httpfs', 'install excel', 'load spatial'],
      ...[
        'set enable_external_access = true',
        "set allowed_paths = ['/']",
        "set memory_limit = '9GB'",
      ],
      ...['set lock_configuration = false', 'reset enable_external_access'],
    ];
    const passed: string[] = [];
    for (const query of tried) {
      await database.run(query).then(
        () => passed.push(query),
        () => undefined,
      );
    }
    expect(passed).toEqual([]);
  });

  it('TAPE-1: the private copy is for this user alone and goes with the tape', async () => {
    const tape = given(await bench.open('a.csv', 'id,rate\nA,1\n'));
    const [left = ''] = bench.left();
    const folder = join(bench.temporaryFolder, left);
    expect((statSync(folder).mode & 0o777).toString(8)).toBe('700');
    await tape.close();
    await tape.close();
    expect(existsSync(folder)).toBe(false);
    await expect(tape.summary({ name: 'rate', as: 'number' })).rejects.toThrow();
  });

  it('TAPE-2: names and texts are quoted so that nothing ends them early', async () => {
    const hostile = [`"`, `""; drop table x; --`, `'`, `a\nb`, `\\`, `é`, `a.b`, `select`];
    for (const text of hostile) {
      const row = await database.rows(`select ${sqlText(text)} as ${sqlName(text)}`);
      expect(row).toEqual([{ [text]: text }]);
    }
    for (const value of [0.1, -1e-300, 2 ** 53, 1 / 3]) {
      expect(await database.rows(`select ${sqlNumber(value)} as x`)).toEqual([{ x: value }]);
    }
    expect(() => sqlNumber(Number.NaN)).toThrow('no number');
  });

  it('TAPE-7: the library keeps numbers where they are read from without a copy', async () => {
    const answer = await database.answer(
      `select 0.5::double, 7::integer, 200::utinyint, 'b'::enum('a', 'b'), 'text', 1::bigint`,
    );
    const chunk = await answer.fetchChunk();
    if (chunk === null) throw new Error('no chunk');
    expect(chunkFloats(chunk, 0)[0]).toBe(0.5);
    expect([1, 2, 3].map((column) => chunkItems(chunk, column)[0])).toEqual([7, 200, 1]);
    expect(chunkText(chunk, 4, 0)).toBe('text');
    expect(() => chunkItems(chunk, 5)).toThrow('no plain numbers');
    expect(() => chunkFloats(chunk, 1)).toThrow('no doubles');
    expect(() => chunkText(chunk, 1, 0)).toThrow('no text');
  });
});
