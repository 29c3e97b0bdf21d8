import { chmodSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cellsIn, given, type TapeBench, tapeBench, told } from '../open-tape.test-fixture.js';

let bench: TapeBench;
beforeEach(() => {
  bench = tapeBench();
});
afterEach(() => bench.end());

const SEED = 20_261_128;

describe('cutting rows', () => {
  it(`TAPE-4: what is written with quotes comes back, cell by cell (seed ${SEED})`, async () => {
    const letters = ['a', '"', ',', ';', '\n', '\r\n', '\r', ' ', 'é', '€', '1', '\t', '\u{1F600}'];
    const cell = fc.array(fc.constantFrom(...letters), { maxLength: 6 }).map((all) => all.join(''));
    const table = fc.integer({ min: 1, max: 4 }).chain((columns) => {
      return fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
        ...{ minLength: 1, maxLength: 12 },
      });
    });
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom('\n', '\r\n'), async (rows, lineEnd) => {
        const names = rows[0]?.map((_, column) => `column ${column}`) ?? [];
        const text = [names, ...rows]
          .map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
          .join(lineEnd);
        const tape = given(await bench.open('a.csv', text, { delimiter: ',' }));
        const read = given(await tape.read(names.map((name) => ({ name, as: 'text' }))));
        const back = read.columns.map(cellsIn);
        const expected = names.map((_, column) => {
          return rows.map((cells) => cells[column]?.trim() || null);
        });
        await tape.close();
        expect(back).toEqual(expected);
        // Each row begins one line after the last, and one more for each line end inside a cell.
        let line = 2;
        const lines = rows.map((cells) => {
          const begins = line;
          line += 1 + cells.join('').split('\n').length - 1;
          return begins;
        });
        expect([...read.row]).toEqual(lines);
      }),
      { seed: SEED, numRuns: 40 },
    );
  });

  it('TAPE-5: rows that cross the pieces in which a file is read stay whole', async () => {
    const rows = 300_000;
    const lines = Array.from({ length: rows }, (_, row) => `${row},"a\r\nb",é${row % 7}`);
    lines[250_000] = '250000,"a\r\nb"';
    const tape = given(await bench.open('long.csv', `n,q,p\r\n${lines.join('\r\n')}\r\n`));
    expect(tape.refused.map(({ row, got, rawText }) => [row, got, rawText])).toEqual([
      [500_002, '2 cells', '250000,"a\r\nb"'],
    ]);
    // The sum of 0 to 299,999 less 250,000.
    const summary = given(await tape.summary({ name: 'n', as: 'number' }));
    expect([summary.rows, summary.sum]).toEqual([rows - 1, (rows * (rows - 1)) / 2 - 250_000]);
    expect(given(await tape.frequent({ columns: ['q'], most: 5 }))).toEqual([
      { cells: ['a\r\nb'], rows: rows - 1 },
    ]);
    const last = given(await tape.find({ test: 'outside', column: N, most: rows - 2 }, 1));
    expect(last.examples[0]?.row).toBe(2 * rows);
  });

  it('TAPE-5: a file full of open quotes is refused, not searched for ever', async () => {
    const text = `id,note\n${Array.from({ length: 2000 }, (_, row) => `${row},"x`).join('\n')}\n`;
    const odd = text.replace('0,"x', '0,x');
    const path = /^a.csv \| rows of cells \| 1001 quotes that are not closed by line \d+$/;
    expect(told(await bench.open('a.csv', odd, { mostRefusedShare: 1 }))[0]).toMatch(path);
  });

  it.skipIf(process.getuid?.() === 0)(
    'TAPE-14: a file that may not be read is an issue (skips for the superuser, who may)',
    async () => {
      const file = bench.write('a.csv', 'id\n1\n');
      chmodSync(file, 0);
      const { openTape } = await import('../open-tape.js');
      expect(told(await openTape({ file }))).toEqual([
        'a.csv | a file that may be read | no permission',
      ]);
    },
  );
});

const N = { name: 'n', as: 'number' } as const;
