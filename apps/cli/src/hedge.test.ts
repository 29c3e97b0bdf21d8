import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { recordingEffects } from './example-effects.test-fixture.js';
import { createHighsSolver } from './highs-solver.js';
import { runProgram } from './program.js';

const fromRoot = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const libraryFolder = fromRoot('library');
const EVERY_PART = fromRoot('docs/example/study/every-part.json');
const STRUCTURES = fromRoot('docs/example/hedge/structures.json');

async function run(...words: string[]) {
  const found = { libraryFolder, createSolver: createHighsSolver };
  const { effects, out, err } = await recordingEffects(found);
  const code = await runProgram(['hedge', ...words], effects);
  return { code, out: out(), err: err() };
}

/** A file with a ladder, a bullet and a swap of the wrong side. */
const twoWays = () => fileWith('ladder-2-5-7', 'bullet-5', 'receive-5');
/** Only the wrong side: no size of it meets a limit in rising rates. */
const onlyReceive = () => fileWith('receive-5');

async function fileWith(...structures: readonly string[]): Promise<string> {
  const { effects } = await recordingEffects();
  const file = join(effects.workingFolder, 'structures.json');
  await writeFile(file, JSON.stringify({ schema: 'almfes/hedge-structures/1', structures }));
  return file;
}

interface Found {
  readonly hedges: readonly {
    readonly comparison: {
      readonly id: string;
      readonly effects: readonly { readonly scenario: string; readonly protection: number }[];
    };
  }[];
  readonly left: readonly { readonly id: string }[];
}

describe('almfes hedge', () => {
  it('HEDGE-24: compares the catalogue on a case, every break in words', async () => {
    const { code, out, err } = await run('svb-2022');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Sized to the risk of the whole bank: 100% of the EVE loss in the');
    expect(out).toContain('Hedges compared: cost, protection, capital kept, liquidity, and what');
    expect(out).toContain('"Combined adverse, severe" is the hardest failure with every hedge');
    // what breaks each differs by hedge: an option its premium, futures their roll
    const comparison = out.slice(out.indexOf('Hedges compared'), out.indexOf('What is dealt'));
    for (const own of ['premium', 'roll', 'swap', 'layer', 'loses']) {
      expect(comparison).toMatch(new RegExp(` ${own}\\b`));
    }
    expect(out).toMatch(/\d\d moves, [\d-]{10} to [\d-]{10} … 2022-12-30 to 2023-02-24/);
    expect(out.split('\n').every((line) => line.length <= 104)).toBe(true);
  });

  it('HEDGE-4: --json gives all digits: +200 offset to the dollar', async () => {
    const words = ['svb-2022', '--structures', await twoWays(), '--scenario=+200', '--json'];
    const { code, out } = await run(...words);
    expect(code).toBe(0);
    const found: Found = JSON.parse(out);
    const at = found.hedges.map(({ comparison }) =>
      comparison.effects.find(({ scenario }) => scenario === '+200'),
    );
    const [first] = at;
    for (const each of at) expect(each?.protection).toBeCloseTo(first?.protection ?? 0, 6);
    expect(found.left.map(({ id }) => id)).toContain('receive-5');
  });

  it('HEDGE-14: the cheapest mix, solved by the solver of the command', async () => {
    const { code, out } = await run('svb-2022', '--size-to', 'cheapest', '--target', '10');
    expect(code).toBe(0);
    expect(out).toContain('Mix of ');
    const words = ['svb-2022', '--size-to', 'cheapest', '--structures', await onlyReceive()];
    const hopeless = await run(...words);
    expect(hopeless.code).toBe(1);
    expect(hopeless.err).toContain('no mix keeps the limits');
    const { code: none, out: json } = await run(...words, '--json');
    expect(none).toBe(1);
    expect(JSON.parse(json)).toMatchObject({ issues: [{ code: 'hedge.cheapest' }] });
  });

  it('HEDGE-16: a Study in a file, with structures in a file and their terms', async () => {
    const { code, out } = await run(EVERY_PART, '--structures', STRUCTURES);
    expect(code).toBe(0);
    expect(out).toContain('0.5 bp of running rate');
    expect(out).toContain('Receive-fixed 3Y starting in half a year');
    // this bank loses when rates fall: structures that pay fixed are left out
    expect(out).toMatch(/expected a structure that gains there,\s+got one that loses/);
  });

  it('is 1 where no structure can meet the target, 0 where none is needed', async () => {
    const file = await onlyReceive();
    const none = await run('svb-2022', '--structures', file);
    expect(none.code).toBe(1);
    expect(none.out).toContain('None of 1 structures can be sized');
    const met = await run(
      'svb-2022',
      '--structures',
      file,
      '--size-to',
      'nii-limit',
      '--target',
      '90',
    );
    expect(met.code).toBe(0);
    expect(met.out).toContain('The target is met without a hedge.');
  });

  it('is 2 for what is not there, each said by name', async () => {
    const scenario = await run('svb-2022', '--scenario=+250');
    expect(scenario.code).toBe(2);
    expect(scenario.err).toContain('+250');
    expect((await run('no-such-case')).code).toBe(2);
    expect((await run('svb-2022', '--structures', 'missing.json')).code).toBe(2);
    expect((await run('svb-2022', '--size-to', 'luck')).code).toBe(2);
    expect((await run('svb-2022', '--target', 'much')).code).toBe(2);
    expect((await run('svb-2022', '--quarters', '13')).code).toBe(2);
    for (const sizeTo of ['eve-limit', 'nii-limit', 'cheapest']) {
      const negative = await run('svb-2022', '--size-to', sizeTo, '--target', '-50');
      expect(negative.code).toBe(2);
      expect(negative.err).toContain('expected a number from 0 to 100');
    }
    const path = await run('svb-2022', '--structures', await twoWays(), '--paths', 'nothing');
    expect(path.code).toBe(2);
    expect(path.err).toContain('expected one of all, ladder-2-5-7, bullet-5, got "nothing"');
  });
});
