import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseStudy } from '@almfes/engine';
import { beforeAll, describe, expect, it } from 'vitest';
import { bulkZip, type FiledBank, SMALL_BANK } from './call-report-zip.test-fixture.js';
import { recordingEffects } from './example-effects.test-fixture.js';
import { createHighsSolver } from './highs-solver.js';
import { runProgram } from './program.js';

const libraryFolder = fileURLToPath(new URL('../../../library', import.meta.url));

const bank = (idrssd: number, name: string, city: string, factor = 1): FiledBank => ({
  ...{ idrssd, name, city },
  amounts: Object.fromEntries(
    Object.entries(SMALL_BANK).map(([field, value]) => [
      field,
      field === 'cet1Ratio' || field === 'aociOptOut' ? value : factor * value,
    ]),
  ),
});

const BANKS = [
  bank(11, 'FIRST STATE BANK', 'AUSTIN'),
  bank(12, 'FIRST STATE BANK', 'WACO', 2),
  bank(13, 'SECOND NATIONAL BANK', 'DALLAS'),
];

let zip: Uint8Array;
beforeAll(() => {
  zip = bulkZip(BANKS);
});

/** Runs `almfes baseline` in a folder that holds the made zip as q.zip. */
async function run(...words: string[]) {
  const { effects, out, err } = await recordingEffects({
    ...{ libraryFolder, createSolver: createHighsSolver },
  });
  const file = join(effects.workingFolder, 'q.zip');
  await writeFile(file, zip);
  const code = await runProgram(['baseline', '--call-report', 'q.zip', ...words], effects);
  return { code, out: out(), err: err(), effects, words: out };
}

describe('almfes baseline', () => {
  it('CALL-88: a bank of the file by its name: balance sheet, measures, ranges', async () => {
    const { code, out, err } = await run('--bank', 'Second National Bank');
    expect([code, err]).toEqual([0, '']);
    // CALL-75: shown as a reader knows it; JSON and the Study keep what was filed
    expect(out).toContain('Second National Bank, Dallas TX (IDRSSD 13), 2021-12-31');
    expect(out).toContain('Balance sheet: as reported and as built');
    expect(out).toContain('Range: EVE change');
    expect(out).toContain('Not in the file: schedule RC-');
    expect(out.split('\n').every((line) => line.length <= 104)).toBe(true);
  });

  it('CALL-88: a name that several bear exits 2 with each, largest first', async () => {
    const { code, out, err } = await run('--bank', 'first state bank');
    expect([code, out]).toEqual([2, '']);
    expect(err.split('\n')).toEqual([
      "almfes: 2 banks may be meant by 'first state bank': name one by its IDRSSD",
      '  12  First State Bank, Waco TX',
      '  11  First State Bank, Austin TX',
      '',
    ]);
  });

  it('CALL-88: a name that nobody bears exits 2 with names a slip away', async () => {
    const { code, err } = await run('--bank', 'Secund National Bank');
    expect(code).toBe(2);
    expect(err).toContain("no bank of the file is 'Secund National Bank'; near it are\n");
    expect(err).toContain('  13  Second National Bank, Dallas TX');
    const none = await run('--bank', 'zzz', '--json');
    expect([none.code, JSON.parse(none.out).institutions]).toEqual([2, []]);
  });

  it('CALL-88: writes nothing over the file it reads, nor one file over another', async () => {
    for (const words of [
      ['--study', 'q.zip'],
      ['--html', './q.zip'],
      ['--study', 'same', '--html', 'same'],
    ]) {
      const { code, err, effects } = await run('--bank', '13', ...words);
      expect(code, words.join(' ')).toBe(2);
      expect(err).toContain('a file that is not read or written by the same command');
      const kept = await readFile(join(effects.workingFolder, 'q.zip'));
      expect(Buffer.compare(kept, Buffer.from(zip))).toBe(0);
    }
  });

  it('CALL-88: no file, a file that is no zip, a quarter without a market: exit 2', async () => {
    const missing = await runProgramWith('none.zip');
    expect(missing.code).toBe(2);
    expect(missing.err).toContain('no such file');
    const text = await runProgramWith('text.zip', new TextEncoder().encode('no zip'));
    expect(text.code).toBe(2);
    expect(text.err).toContain('text.zip');
    const early = await runProgramWith('early.zip', bulkZip(BANKS, '12311999'));
    expect(early.code).toBe(2);
    expect(early.err).toContain('a quarter end from 2015-12-31');
  });

  it('CALL-88: --json holds every range with the choices that gave its ends', async () => {
    const { code, out } = await run('--bank', '13', '--json', '--peer');
    expect(code).toBe(0);
    const found = JSON.parse(out);
    expect(found.schema).toBe('almfes/bank-baseline/1');
    expect(found.scenarios).toHaveLength(12);
    expect(found.peers.banks).toBe(3);
    for (const { low, central, high } of found.ranges) {
      expect(low).toBeLessThanOrEqual(central);
      expect(high).toBeGreaterThanOrEqual(central);
    }
    const total = found.lines.find(({ title }: { title: string }) => title === 'Total assets');
    expect([total.reported, total.difference]).toEqual([1000, 0]);
  });

  it('CALL-89: --study writes the central Study, and every other command works on it', async () => {
    const { code, err, effects } = await run('--bank', '13', '--study', 'bank.json');
    expect([code, err]).toEqual([0, 'Study written to bank.json\n']);
    const text = await readFile(join(effects.workingFolder, 'bank.json'), 'utf8');
    const json = JSON.parse(text);
    const parsed = parseStudy(json);
    expect(parsed.ok && parsed.value.institution).toBe('SECOND NATIONAL BANK');
    // two of the twelve scenarios, to be quick
    const scenarios = json.scenarios.filter(({ id }: { id: string }) => ['0', '+200'].includes(id));
    const few = JSON.stringify({ ...json, scenarios });
    await writeFile(join(effects.workingFolder, 'bank.json'), few);
    for (const words of [
      ['hedge', 'bank.json', '--size-to', 'notional', '--target', '10'],
      ['fail', 'bank.json'],
      ['decide', 'bank.json'],
      ['measures', 'bank.json'],
      ['attribute', 'bank.json', 'bank.json'],
    ]) {
      const exit = await runProgram(words, effects);
      expect(exit, words.join(' ')).toBeLessThan(2);
    }
  }, 60_000);

  it('CALL-88: what a later decision date knew is assumed, none is before the filing', async () => {
    const words = ['--bank', '13', '--json', '--decision-date'];
    const later = await run(...words, '2024-03-01');
    const { assumptions, decisionDate } = JSON.parse(later.out);
    const beta = assumptions.find(({ name }: { name: string }) => name === 'savingsBeta');
    expect(decisionDate).toBe('2024-03-01');
    expect(beta.source).toContain('2021 Q4 to 2023 Q4'); // known from 2024-02-04
    const early = await run(...words, '2022-01-29');
    expect([early.code, JSON.parse(early.out).issues[0].expected]).toEqual([
      ...[2, 'not before 2022-01-30, when the report was due'],
    ]);
    expect((await run(...words, 'tomorrow')).code).toBe(2);
  });

  it('CALL-89: a folder in the place of the Study is told before anything is read', async () => {
    const { code, err } = await run('--bank', '13', '--study', '.');
    expect(code).toBe(2);
    expect(err).toContain('a folder where a file should be');
  });
});

async function runProgramWith(name: string, bytes?: Uint8Array) {
  const { effects, err } = await recordingEffects({ libraryFolder });
  if (bytes !== undefined) await writeFile(join(effects.workingFolder, name), bytes);
  const words = ['baseline', '--call-report', name, '--bank', '13'];
  return { code: await runProgram(words, effects), err: err() };
}
