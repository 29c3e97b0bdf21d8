import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTape } from '../open-tape.js';
import { given, issuesOf, type TapeBench, tapeBench } from '../open-tape.test-fixture.js';
import { writeParquet } from '../write-parquet.js';
import { withinMemory } from './within-memory.js';

let bench: TapeBench;
beforeEach(() => {
  bench = tapeBench();
});
afterEach(() => bench.end());

it('TAPE-13: one repeated id among many is found within a small memory', async () => {
  const rows = 200_000;
  const ids = Array.from({ length: rows }, (_, row) => `CONTRACT-${String(row).padStart(40, '0')}`);
  const file = join(bench.folder, 'ids.parquet');
  const values = [...ids, ids[77] ?? ''];
  given(await writeParquet({ file, columns: [{ name: 'id', as: 'text', values }] }));
  const { temporaryFolder } = bench;
  const limits = { memoryMegabytes: 32, threads: 1 };
  const tape = given(await openTape({ file, temporaryFolder, limits }));
  const found = await tape.duplicates({ columns: ['id'], most: 5 });
  await tape.close();
  expect(given(found)).toEqual({
    ...{ keys: 1, rows: 2 },
    examples: [{ cells: [ids[77]], rows: [78, rows + 1] }],
  });
});

it('TAPE-1: what exceeds the memory is an issue, another failure is thrown', async () => {
  const failed = (problem: string) => () => Promise.reject(new Error(problem));
  const spent = 'Out of Memory Error: failed to allocate data of size 16.0 MiB';
  const issues = issuesOf(await withinMemory('loans.csv', failed(`${spent}\n\nhints`)));
  expect(issues.map(({ code, path, got }) => [code, path, got])).toEqual([
    ['tape.memory', 'loans.csv', spent],
  ]);
  await expect(withinMemory('loans.csv', failed('ours'))).rejects.toThrow('ours');
});
