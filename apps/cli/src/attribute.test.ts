import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { recordingEffects } from './example-effects.test-fixture.js';
import { runProgram } from './program.js';

const example = (path: string): string =>
  fileURLToPath(new URL(`../../../docs/example/${path}`, import.meta.url));
const STUDY = example('study/every-part.json');
const GROUPS = example('attribution/every-part-nested.json');
const FEW = ['--measure', 'eve.change', '--scenario=+200', '--threads', '1'];

async function run(...words: string[]) {
  const recording = await recordingEffects();
  const code = await runProgram(['attribute', ...words], recording.effects);
  return { code, out: recording.out(), err: recording.err(), recording };
}

describe('almfes attribute', () => {
  it('ATTR-10, ATTR-11: groups of a file: sentences, contributions, parts', async () => {
    const { code, out, err } = await run(STUDY, GROUPS, ...FEW);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('(eve.change[+200])');
    expect(out).toContain('Parts of groups:');
    expect(out).toMatch(/Residual −?\d\.\de[+-]\d+ of the Shapley values/);
  });

  it('REPORT-16: JSON is what the room found, and the page is written beside it', async () => {
    const words = [STUDY, '--groups', GROUPS, ...FEW, '--json', '--html', 'a.html'];
    const { code, out, recording } = await run(...words);
    expect(code).toBe(0);
    const found = JSON.parse(out);
    expect(found.method).toBe('exact');
    expect(found.measures).toHaveLength(1);
    expect(Math.abs(found.measures[0].residual)).toBeLessThan(1e-9);
    const page = await readFile(join(recording.effects.workingFolder, 'a.html'), 'utf8');
    expect(page).toContain('eve.change[+200]');
  });

  it('ATTR-33: --capital tells deposits, hedges, and the two together', async () => {
    const { code, out } = await run(STUDY, GROUPS, ...FEW, '--no-parts', '--capital');
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, ' ')).toMatch(
      /\(capital\.economic\.e2\[\+200\]\): .* Of it deposit assumption alone −\d+\.\d/,
    );
    expect(out.replace(/\s+/g, ' ')).toContain('Deposit assumption and Hedges only together');
    const json = await run(
      STUDY,
      GROUPS,
      ...FEW,
      '--no-parts',
      '--capital',
      '--json',
      '--html',
      'c.html',
    );
    const { capital, measures } = JSON.parse(json.out);
    expect([capital.scenario, measures.length]).toEqual(['+200', 1]);
    const e2 = capital.paths.find((each: { line: { id: string } }) => each.line.id.endsWith('.e2'));
    const sum = e2.groups.reduce((all: number, { value }: { value: number }) => all + value, 0);
    expect(Math.abs(sum - (e2.to - e2.from))).toBeLessThan(1e-9);
    const page = join(json.recording.effects.workingFolder, 'c.html');
    expect(await readFile(page, 'utf8')).toContain('Economic CET1 with loans, debt');
  });

  /** The example without what remembers a past, and the same a year on with dearer swaps. */
  async function twoDates(folder: string): Promise<[string, string]> {
    const study = JSON.parse(await readFile(STUDY, 'utf8'));
    const dated = ['hedgeOptions', 'hedgeFutures', 'hedgeDeferrals', 'automaticOptions'];
    for (const part of [...dated, 'mortgageBanking']) delete study[part];
    for (const model of study.behaviour.deposits) {
      delete model.core;
      model.lagMonths.value = 0;
    }
    for (const swap of study.hedges) delete swap.amortisation;
    const later = { ...study, valuationDate: '2022-12-31', decisionDate: '2023-02-01' };
    const files: [string, string] = [join(folder, 'first.json'), join(folder, 'later.json')];
    await writeFile(files[0], JSON.stringify(study));
    await writeFile(files[1], JSON.stringify(later));
    return files;
  }

  it('ATTR-34: --roll: start + time + groups is the end', async () => {
    const { recording } = await run(STUDY, STUDY, ...FEW);
    const [first, later] = await twoDates(recording.effects.workingFolder);
    const roll = ['--roll', '--shortfall', 'fhlb', '--no-parts', '--threads', '1', '--json'];
    const words = [first, later, ...roll, '--measure', 'eve.value', '--scenario=+200'];
    const rolled = await run(...words, '--html', 'r.html');
    expect(rolled.code).toBe(0);
    const page = join(rolled.recording.effects.workingFolder, 'r.html');
    const text = await readFile(page, 'utf8');
    expect(text).toContain('Time first: 12 months on');
    expect(text).toContain('is rolled 12 months along its forwards');
    const { time, measures } = JSON.parse(rolled.out);
    const [{ from, to, shapley }] = measures;
    expect(time.months).toBe(12);
    expect(time.moves).toHaveLength(1);
    const [move] = time.moves;
    const plain = await run(first, later, ...words.slice(2).filter((word) => word !== '--roll'));
    const [ends] = JSON.parse(plain.out).measures;
    expect([move.from, move.to, to]).toEqual([ends.from, from, ends.to]);
    const groups = shapley.reduce((sum: number, { value }: { value: number }) => sum + value, 0);
    expect(Math.abs(ends.from + move.value + groups - ends.to)).toBeLessThan(1e-9);
  });

  it('ATTR-34: time first is refused with the reason', async () => {
    const { recording } = await run(STUDY, STUDY, ...FEW);
    const [first, later] = await twoDates(recording.effects.workingFolder);
    for (const [words, said] of [
      [[STUDY, later], 'expected model nib without lagMonths, got lagMonths'],
      [[later, first], 'expected a date after 2022-12-31, got 2021-12-31'],
      [[first, GROUPS], 'expected two Studies of different dates'],
    ] as const) {
      const { code, out, err } = await run(...words, '--roll', ...FEW);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('time cannot come first');
      expect(err).toContain(said);
    }
  });

  it('ATTR-12: a sample says its standard errors, the same for the same seed', async () => {
    const words = [STUDY, GROUPS, ...FEW, '--sample', '8', '--seed', '3'];
    const first = await run(...words);
    expect(first.out).toContain('Standard error');
    expect((await run(...words)).out).toBe(first.out);
  });

  it('ATTR-20: between two Studies that say the same there is nothing to attribute', async () => {
    const { code, err } = await run(STUDY, STUDY, ...FEW);
    expect(code).toBe(1);
    expect(err).toBe('almfes: nothing to attribute: the two Studies say the same\n');
  });

  it('ATTR-21: between two Studies the groups are those of their difference', async () => {
    const { recording } = await run(STUDY, STUDY, ...FEW);
    const file = join(recording.effects.workingFolder, 'other.json');
    const text = await readFile(STUDY, 'utf8');
    await writeFile(file, text.replace('"fixedRate": 0.01,', '"fixedRate": 0.02,'));
    const { code, out } = await run(STUDY, file, ...FEW);
    expect(code).toBe(0);
    expect(out).toContain('Hedges');
    expect(out.replace(/\s+/g, ' ')).toContain('unfunded; read the three together (ATTR-27)');
  });

  it.each([
    ['no second Study', [STUDY], 'name one of a second Study'],
    ['both', [STUDY, STUDY, '--groups', GROUPS], 'name one of a second Study'],
    ['no thread', [STUDY, GROUPS, '--threads', '0'], '--threads takes 1 to 64'],
    ['an unknown measure', [STUDY, GROUPS, '--measure', 'eve.chang'], 'perhaps eve.change'],
    ['an unknown scenario', [STUDY, GROUPS, '--scenario', '7'], 'expected one of 0, +200'],
    ['an odd sample', [STUDY, GROUPS, '--sample', '5'], 'an even number of permutations'],
    [
      'capital of a sample',
      [STUDY, GROUPS, '--capital', '--sample', '8'],
      'a sample does not hold',
    ],
    ['no file', [STUDY, 'nowhere.json'], 'leads nowhere'],
  ])('ATTR-13: refused: %s', async (_, words, said) => {
    const { code, out, err } = await run(...words);
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(out).toBe('');
  });

  it('ATTR-9: a named measure without a value ends with 1 and the reason', async () => {
    const { recording } = await run(STUDY, STUDY, ...FEW);
    const file = join(recording.effects.workingFolder, 'bare.json');
    const study = JSON.parse(await readFile(STUDY, 'utf8'));
    const { transferPricing, ...bare } = study;
    expect(transferPricing).toBeDefined();
    await writeFile(file, JSON.stringify(bare));
    const words = ['--measure', 'ftp.margin.12m', '--scenario', '0', '--threads', '1'];
    const { code, err } = await run(file, GROUPS, ...words);
    expect(err).toContain('/transferPricing');
    expect(code).toBe(1);
  });
});
