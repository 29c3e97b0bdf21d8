import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTape } from './open-tape.js';
import { cellsIn, given, type TapeBench, tapeBench, told } from './open-tape.test-fixture.js';
import { writeParquet } from './write-parquet.js';

let bench: TapeBench;
beforeEach(() => {
  bench = tapeBench();
});
afterEach(() => bench.end());

describe('columns written as Parquet', () => {
  it('TAPE-15: what is written comes back, rows in order, NaN and null as nothing', async () => {
    const rows = 5000;
    const values = Float64Array.from({ length: rows }, (_, row) => row / 3);
    values[4321] = Number.NaN;
    const texts = Array.from({ length: rows }, (_, row) =>
      row % 7 === 0 ? null : `b "${row}", é`,
    );
    const file = join(bench.folder, 'out.parquet');
    const columns = [
      { name: 'eve.value "base"; --', as: 'number', values },
      { name: "the bank's name\n", as: 'text', values: texts },
    ] as const;
    given(await writeParquet({ file, columns }));
    expect(readFileSync(file).subarray(0, 4).toString()).toBe('PAR1');
    const tape = given(await openTape({ file, temporaryFolder: bench.folder }));
    const asked = [
      { name: 'eve.value "base"; --', as: 'number' },
      { name: "the bank's name\n", as: 'text' },
    ] as const;
    const read = given(await tape.read(asked));
    const expected = Array.from(values, (value) => (Number.isNaN(value) ? null : value));
    expect(read.columns.map(cellsIn)).toEqual([expected, texts]);
    await tape.close();
    const left = readdirSync(bench.folder).filter((name) => !name.startsWith('private-'));
    expect(left).toEqual(['out.parquet']);
  });

  it('TAPE-15: no other file is written over, and nothing is left where none can be', async () => {
    const columns = [{ name: 'a', as: 'number', values: new Float64Array(1) }] as const;
    const file = bench.write('mine.parquet', 'mine');
    expect(told(await writeParquet({ file, columns }))).toEqual([
      'mine.parquet | a new file | a file that is there already',
    ]);
    expect(readFileSync(file, 'utf8')).toBe('mine');
    given(await writeParquet({ file, columns, replace: true }));
    expect(readFileSync(file).subarray(0, 4).toString()).toBe('PAR1');
    expect(told(await writeParquet({ file: join(bench.folder, 'no/a.parquet'), columns }))).toEqual(
      ['a.parquet | a file that can be written | ENOENT'],
    );
    const twice = [...columns, { ...columns[0], name: 'A' }];
    expect(
      told(await writeParquet({ file: join(bench.folder, 'b.parquet'), columns: twice })),
    ).toEqual(['b.parquet | names of their own | "A"']);
    expect(
      told(await writeParquet({ file: join(bench.folder, 'b.parquet'), columns: [] })),
    ).toEqual(['b.parquet | at least one column | none']);
  });
});
