import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { studyToJson } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { recordingEffects } from './example-effects.test-fixture.js';
import { runProgram } from './program.js';
import { readStudy } from './study-source.js';

const libraryFolder = fileURLToPath(new URL('../../../library', import.meta.url));

const MODEL = fileURLToPath(
  new URL('../../../docs/example/simulation/two-factor.json', import.meta.url),
);

async function run(...words: string[]) {
  const { effects, out, err } = await recordingEffects({ libraryFolder });
  const code = await runProgram(['simulate', ...words], effects);
  return { code, out: out(), err: err() };
}

interface Answer {
  readonly spec: { readonly sampling: { readonly seed: number } };
  readonly measures: readonly { readonly id: string; readonly value: number }[];
  readonly positions: readonly { readonly id: string }[];
}

describe('almfes simulate', () => {
  it('prints percentiles, what is at risk, option cost, and whose the parameters are', async () => {
    const { code, out, err } = await run('svb-2022', '--paths', '32', '--volatility', '0.008');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('32 paths of rates, sobol, in mirrored pairs, seed 1');
    expect(out).toMatch(/^base, forwards come true +11,318\.\d\d +4,076\.\d\d +8,481\.\d\d$/m);
    expect(out).toMatch(/^at risk: base less percentile 1 +[\d,.]+ +[\d,.]+ +[\d,.]+$/m);
    expect(out).toMatch(/^htm-mbs-30y +htm +[\d,.]+ +[\d,.]+$/m);
    expect(out).toContain('reversion 0.03 a year (judgement');
    expect(out).toContain('volatility 0.008 rate units a root year (given on the command line)');
    expect(out.split('\n').every((line) => line.length <= 100)).toBe(true);
  });

  it('--json gives all digits and positions, the same for the same seed', async () => {
    const words = ['svb-2022', '--paths', '32', '--model', 'two-factor', '--seed', '9', '--json'];
    const { code, out } = await run(...words);
    expect(code).toBe(0);
    const answer: Answer = JSON.parse(out);
    expect(answer.spec.sampling.seed).toBe(9);
    expect(answer.measures.some(({ id }) => id === 'nii.24m.atRisk')).toBe(true);
    expect(answer.positions.length).toBeGreaterThan(50);
    expect((await run(...words)).out).toBe(out);
  });

  it('takes a Study in a JSON file, with the same numbers as its case', async () => {
    const recording = await recordingEffects({ libraryFolder });
    const source = await readStudy('svb-2022', {}, recording.effects);
    if (source === null) throw new Error('no such Study');
    const json = JSON.stringify(studyToJson(source.study));
    await writeFile(join(recording.effects.workingFolder, 'study.json'), json);
    const words = ['simulate', 'study.json', '--paths', '32', '--volatility', '0.008'];
    expect(await runProgram(words, recording.effects)).toBe(0);
    const ofCase = await run('svb-2022', '--paths', '32', '--volatility', '0.008');
    expect(recording.out()).toBe(ofCase.out);
  });

  it('no sentence is wider than a screen of 80', async () => {
    const { effects, out } = await recordingEffects({ libraryFolder, width: 80 });
    expect(await runProgram(['simulate', 'svb-2022', '--paths', '32'], effects)).toBe(0);
    expect(
      Math.max(
        ...out()
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(80);
  });

  it('--parameters takes the model of a file, with its sources', async () => {
    const { code, out, err } = await run('svb-2022', '--paths', '32', '--parameters', MODEL);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('first volatility 0.012 rate units a root year (example)');
    expect(out).toContain('correlation -0.6 (example)');
  });

  it('says in one line why it could not, and ends with 2', async () => {
    const refusals = [
      [['svb-2022', '--paths', '50'], 'path.count at paths: expected a multiple of 32'],
      [['svb-2022', '--correlation', '0.5'], 'expected --model two-factor beside it'],
      [['svb-2022', '--parameters', MODEL, '--reversion', '0.1'], 'contradiction at --reversion'],
      [['svb-2022', '--parameters', 'none.json'], 'none.json'],
      [['svb-2022', '--volatility', '1'], 'path.parameter at model/factors'],
      [['svb-2022', '--volatility', 'high'], 'A number is needed'],
      [['svb-2022', '--model', 'three-factor'], 'Allowed choices are one-factor, two-factor'],
      [['svb-2032'], "there is no case 'svb-2032' in the library"],
    ] as const;
    for (const [words, text] of refusals) {
      const { code, out, err } = await run(...words);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(text);
      expect(err.split('\n')).toHaveLength(2);
    }
  });

  it('--help ends with examples', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    expect(out).toContain('almfes simulate ./my-case --model two-factor --paths 2048 --json');
  });
});
