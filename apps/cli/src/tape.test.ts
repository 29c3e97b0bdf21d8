import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { namedFailures, parseStudy } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { recordingEffects } from './example-effects.test-fixture.js';
import { createHighsSolver } from './highs-solver.js';
import { runProgram } from './program.js';

const libraryFolder = fileURLToPath(new URL('../../../library', import.meta.url));
const example = fileURLToPath(new URL('../../../docs/example/tape', import.meta.url));
const CSV = readFileSync(join(example, 'contracts.csv'), 'utf8');

/** Runs `almfes tape …` in a folder with the files of the example; `tape` replaces its rows. */
const run = (tape: string, ...words: readonly string[]) =>
  runPrepared(tape, words, () => undefined);

async function runPrepared(
  tape: string,
  words: readonly string[],
  prepare: (folder: string) => void,
) {
  const { effects, out, err } = await recordingEffects({
    ...{ libraryFolder, createSolver: createHighsSolver },
  });
  const folder = join(effects.workingFolder, 'tape');
  mkdirSync(folder);
  const input = ['mapping.yaml', 'frame.json', 'ledger.yaml'];
  for (const name of input) copyFileSync(join(example, name), join(folder, name));
  writeFileSync(join(folder, 'contracts.csv'), tape);
  prepare(folder);
  const code = await runProgram(['tape', ...words], { ...effects, workingFolder: folder });
  const made = readdirSync(folder).filter((name) => ![...input, 'contracts.csv'].includes(name));
  return { code, out: out(), err: err(), folder, made };
}

const LOAD = [
  ...['load', 'contracts.csv', '--mapping', 'mapping.yaml', '--frame', 'frame.json'],
  ...['--out', 'study.json'],
];

/** The example with a cell of one row replaced. */
const withCell = (id: string, from: string, to: string): string =>
  CSV.split('\n')
    .map((line) => (line.includes(`,${id},`) ? line.replace(from, to) : line))
    .join('\n');

describe('almfes tape', () => {
  it('TAPE-40, TAPE-47: the example is a Study that every other command reads', async () => {
    const { code, out, folder, made } = await run(CSV, ...LOAD, '--ledger', 'ledger.yaml');
    expect([code, made]).toEqual([0, ['study.json']]);
    expect(out).toContain('29 contracts are a Study of 28 rows and 1 hedge.');
    expect(out).toContain('Assets 889.100 less liabilities 787.000 leave equity of 102.100');
    expect(out).not.toContain('does not add up');
    const study = parseStudy(JSON.parse(readFileSync(join(folder, 'study.json'), 'utf8')));
    expect(study.ok && study.value.book.id.length).toBe(28);
    expect(study.ok && namedFailures(study.value).ok).toBe(true);
  });

  it('TAPE-10: a disk that is full of bad rows leaves neither them nor a Study', async () => {
    const tape = withCell('L002', '2.875', 'low');
    const bad = 'study.json.quarantine.csv.partial';
    const { code, err, made } = await runPrepared(tape, LOAD, (folder) =>
      symlinkSync('/dev/full', join(folder, bad)),
    );
    expect([code, made]).toEqual([2, []]);
    expect(err).toContain('study.json.quarantine.csv: expected a file that can be written');
    expect(err).toContain('ENOSPC');
  });

  const defects: readonly (readonly [string, string, string, string, string])[] = [
    ['a row with a cell too many', 'L001', 'residential', 'x,residential', 'tape.ragged'],
    ['a rate that is text', 'L002', '2.875', 'low', 'unreadable'],
    ['a day that is none', 'L003', '11/01/2052', '02/30/2052', 'unreadable'],
    ['an id that stands twice', 'L004', 'L004', 'L005', 'duplicate-id'],
    ['another currency', 'L006', 'USD', 'EUR', 'currency'],
    ['a balance below zero', 'L007', '30,000', '-30,000', 'negative-balance'],
    ['an unknown code', 'L008', 'LEVEL', 'BALLOON', 'unknown-code'],
    ['a loan that matured', 'L009', '05/01/2027', '11/30/2022', 'matured'],
    ['a floating rate without index', 'L010', 'PRIME', '', 'index-missing'],
    ['a loan of more than 40 years', 'L003', '11/01/2052', '11/01/2072', 'no-position'],
  ];
  it.each(defects)('TAPE-41: %s ends in the quarantine file', async (_, id, from, to, rule) => {
    const { code, folder, made } = await run(withCell(id, from, to), ...LOAD, '--max-bad', '100%');
    expect([code, made]).toEqual([0, ['study.json', 'study.json.quarantine.csv']]);
    const [header, ...lines] = readFileSync(join(folder, 'study.json.quarantine.csv'), 'utf8')
      .trim()
      .split(/\r?\n/);
    expect(header).toBe('row,column,code,expected,got,text');
    expect(lines.some((line) => line.includes(`,${rule},`))).toBe(true);
  });

  const places: readonly (readonly [string, readonly string[]])[] = [
    ['--out', ['--out', 'contracts.csv']],
    ['--out', ['--out', 'mapping.yaml']],
    ['--quarantine', ['--quarantine', 'study.json']],
    ['--html', ['--html', './frame.json']],
  ];
  it.each(places)(
    'TAPE-10: %s is not written over a file of the load (%s)',
    async (option, words) => {
      const { code, err, folder, made } = await run(CSV, ...LOAD, ...words);
      expect([code, made]).toEqual([2, []]);
      expect(err).toContain(`option at ${option}: expected a file that is not read or written`);
      expect(readFileSync(join(folder, 'contracts.csv'), 'utf8')).toBe(CSV);
      const mapped = await run(CSV, 'map', 'contracts.csv', '--out', 'contracts.csv');
      expect([mapped.code, mapped.made]).toEqual([2, []]);
    },
  );

  it('TAPE-48: too many bad rows exit 1 with their file and without a Study', async () => {
    const tape = withCell('L002', '2.875', 'low');
    const { code, out, made } = await run(tape, ...LOAD, '--max-bad', '1%', '--json');
    // One row of the 29 that are not left out is 3.4%.
    expect([code, made]).toEqual([1, ['study.json.quarantine.csv']]);
    expect(JSON.parse(out)).toMatchObject({ status: 'refused', contracts: 28 });
  });

  it('TAPE-48: a ledger that does not add up exits 1 and leaves nothing', async () => {
    const tape = withCell('D003', '120,000', '121,000');
    const { code, out, made } = await run(tape, ...LOAD, '--ledger', 'ledger.yaml');
    expect([code, made]).toEqual([1, []]);
    expect(out).toContain('contracts.csv');
    expect(out).toContain('deposits: expected 690 USD million, within 1 USD thousand, got 691');
  });

  it('what cannot be read exits 2 with the file and leaves nothing', async () => {
    const at = (option: string, value: string): readonly string[] => [...LOAD, option, value];
    for (const [words, told] of [
      [['load', 'gone.csv', ...LOAD.slice(2)], 'gone.csv: expected a file, got nothing there'],
      [LOAD.map((word) => (word === 'frame.json' ? 'ledger.yaml' : word)), 'JSON_SYNTAX'],
      [at('--ledger', 'mapping.yaml'), 'mapping.yaml'],
      [at('--max-bad', '1'), 'A share is written 1%'],
      [at('--format', 'pdf'), 'one of csv, parquet, xlsx, jsonl, got pdf'],
    ] as const) {
      const { code, err, made } = await run(CSV, ...words);
      expect([code, made]).toEqual([2, []]);
      expect(err).toContain(told);
    }
  });

  it('TAPE-27: a profile tells what each column holds', async () => {
    const { code, out } = await run(CSV, 'profile', 'contracts.csv', '--json');
    const { rows, columns } = JSON.parse(out);
    expect([code, rows, columns.length]).toEqual([0, 30, 21]);
  });

  it('TAPE-25: a proposal is printed, or written and counted', async () => {
    const printed = await run(CSV, 'map', 'contracts.csv');
    expect(printed.code).toBe(0);
    expect(printed.out).toContain('# A proposal: check every line');
    const { code, out, err, folder } = await run(CSV, 'map', 'contracts.csv', '--out', 'm.yaml');
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain('questions open');
    expect(existsSync(join(folder, 'm.yaml'))).toBe(true);
  });
});
