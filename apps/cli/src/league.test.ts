import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { recordingEffects } from './example-effects.test-fixture.js';
import { runProgram } from './program.js';

const libraryFolder = fileURLToPath(new URL('../../../library', import.meta.url));

async function run(...words: string[]) {
  const { effects, out, err } = await recordingEffects({ libraryFolder });
  const code = await runProgram(['league', ...words], effects);
  return { code, out: out(), err: err() };
}

describe('almfes league', () => {
  it('EFF-12: one bank in one cycle, as tables and as a file of every row', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'league-'));
    const csv = join(folder, 'league.csv');
    const words = ['--bank', 'hingham', '--cycle', 'up-2022-23', '--csv', csv];
    const { code, out } = await run(...words);
    expect(code).toBe(0);
    expect(out).toContain('Five-year swaps that halve the loss of the securities');
    expect(out.replaceAll(/\s+/g, ' ')).toContain('1 of 2 measured');
    expect(out).toContain('Not measured');
    const lines = (await readFile(csv, 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength(3);
  });

  it('EFF-12: as JSON: the rows with their ranges', async () => {
    const { code, out } = await run('--bank', 'frost', '--cycle', 'down-2019-20', '--json');
    expect(code).toBe(0);
    const { schema, rows } = JSON.parse(out);
    expect(schema).toBe('almfes/league/1');
    expect(rows.map((row: { programme: string }) => row.programme)).toEqual([
      ...['half-swapped', 'short'],
    ]);
    expect(rows[1].measured.range.capitalKept).toHaveLength(2);
  });

  it.each([
    [['--bank', 'first'], 'a bank of library/data/call-report-quarters'],
    [['--bank', 'evans'], 'any other with --call-report ZIP'],
    [['--cycle', 'up-2008'], 'one of up-2018-19, down-2019-20, up-2022-23'],
    [['--call-report', 'none.zip'], 'none.zip'],
    [['--call-report', 'a.zip', '--csv', './a.zip'], '--csv'],
    [['--bank', 'frost', '--csv', 'a', '--html', 'a'], '--html'],
    [['--bank', 'none', '--csv', join(libraryFolder, 'none.csv')], 'outside the library'],
    [['--call-report', 'a.zip', '--cycle', 'up-2022-23'], '--cycle'],
    [['--bank', 'frost', '--assets-from', '10000'], '--assets-from'],
  ])('EFF-12: %j is refused: 2, and why', async (words, why) => {
    const { code, out, err } = await run(...words);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(why);
  });
});
