import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { recordingEffects } from './example-effects.test-fixture.js';
import { createHighsSolver } from './highs-solver.js';
import { runProgram } from './program.js';

const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const EVERY_PART = at('docs/example/study/every-part.json');
const LIMITS = at('docs/example/limits.json');

async function decide(...words: string[]) {
  const recording = await recordingEffects({
    libraryFolder: at('library'),
    createSolver: createHighsSolver,
  });
  const { effects, out, err } = recording;
  const run = async (...more: string[]) => runProgram(['decide', ...words, ...more], effects);
  return { code: await run(), out: out(), err: err(), folder: effects.workingFolder, run };
}

interface Printed {
  readonly stated: { readonly origin: string; readonly fromDefault: readonly string[] };
  readonly plan: {
    readonly costUsdMillion: number;
    readonly moves: readonly { readonly lever: string }[];
    readonly limits: readonly { readonly met: boolean }[];
  };
  readonly runnerUp: { readonly best: { readonly plan: { readonly costUsdMillion: number } } };
}

describe('almfes decide', () => {
  it('says what to do, what binds, what else lost, and prints the policy', async () => {
    const { code, out } = await decide(EVERY_PART, '--limits', LIMITS);
    expect(code).toBe(0);
    expect(out).toContain('- A plan meets every limit of the policy');
    expect(out).toMatch(/^- What to do: sell AFS/m);
    expect(out).toMatch(/^- What binds: Each point of relief on "Liquidity within one day/m);
    expect(out).toMatch(/^- Runner-up, without/m);
    expect(out).toMatch(/^- Do nothing: breaks "Liquidity within one day .* by 5\.0 points/m);
    expect(out).toContain('The policy of the file: Limits of an example bank');
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'taken from the default policy: levers, pricing, deposits, rules, objective, ' +
        'frontier, sources',
    );
    expect(out.split('\n').every((line) => line.length <= 100)).toBe(true);
  });

  it('--json: every cell is met and the runner-up is dearer', async () => {
    const { code, out } = await decide(EVERY_PART, '--limits', LIMITS, '--no-flip', '--json');
    expect(code).toBe(0);
    const { stated, plan, runnerUp }: Printed = JSON.parse(out);
    expect(stated.origin).toBe('file');
    expect(plan.limits.every(({ met }) => met)).toBe(true);
    expect(runnerUp.best.plan.costUsdMillion).toBeGreaterThan(plan.costUsdMillion);
  });

  it('--policy prints the default policy, which --limits takes back: same bytes', async () => {
    const { code, out, folder, run } = await decide(EVERY_PART, '--policy');
    expect(code).toBe(0);
    await writeFile(join(folder, 'mine.json'), out);
    const again = await recordingEffects({ libraryFolder: at('library'), workingFolder: folder });
    const words = ['decide', EVERY_PART, '--limits', 'mine.json', '--policy'];
    expect(await runProgram(words, again.effects)).toBe(0);
    expect(again.out()).toBe(out);
    expect(await run('--rules', 'eu')).toBe(0);
  });

  it('--policy makes no page: with --html it is refused, not silent', async () => {
    const { code, err } = await decide(EVERY_PART, '--policy', '--html', 'page.html');
    expect(code).toBe(2);
    expect(err).toContain("option '--policy' cannot be used with option '--html <file>'");
  });

  it('1 where limits cannot all hold: the smallest relaxation is named', async () => {
    const { folder, run } = await decide('no-such-case');
    const file = JSON.parse(await readFile(LIMITS, 'utf8'));
    const run20 = file.limits.find(({ id }: { id: string }) => id === 'run');
    run20.floor = 0.99;
    await writeFile(join(folder, 'hard.json'), JSON.stringify(file));
    const hard = await recordingEffects({
      ...{ libraryFolder: at('library'), createSolver: createHighsSolver },
      workingFolder: folder,
    });
    const words = ['decide', EVERY_PART, '--limits', 'hard.json', '--no-flip'];
    expect(await runProgram(words, hard.effects)).toBe(1);
    expect(hard.out()).toContain('No plan meets every limit with these levers');
    expect(hard.out().replaceAll(/\s+/g, ' ')).toContain(
      'smallest relaxation is of "Liquidity within one day covers 20% of uninsured deposits"',
    );
    expect(await run('--json')).toBe(2);
  });

  it('2 with the place where a file of limits is wrong, and as JSON', async () => {
    const { folder } = await decide('no-such-case');
    await writeFile(join(folder, 'bad.json'), '{"schema":"almfes/decision-policy/1","limits":[]}');
    const bad = await recordingEffects({ libraryFolder: at('library'), workingFolder: folder });
    const words = ['decide', EVERY_PART, '--limits', 'bad.json', '--json'];
    expect(await runProgram(words, bad.effects)).toBe(2);
    expect(bad.err()).toContain('bad.json:/title');
    expect(JSON.parse(bad.out())).toMatchObject({
      issues: [{ path: 'bad.json:/title' }, { path: 'bad.json:/limits' }],
    });
  });

  it('2 where the solver itself fails', async () => {
    const broken = await recordingEffects({
      libraryFolder: at('library'),
      createSolver: async () => async () => {
        throw new Error('out of memory');
      },
    });
    const words = ['decide', EVERY_PART, '--limits', LIMITS, '--no-flip'];
    expect(await runProgram(words, broken.effects)).toBe(2);
    expect(broken.err()).toContain('no plan could be made');
    expect(broken.err()).toContain('out of memory');
  });

  it('2 for a case that does not exist', async () => {
    const { code, err } = await decide('no-such-case');
    expect([code, err.includes("there is no case 'no-such-case'")]).toEqual([2, true]);
  });
});
