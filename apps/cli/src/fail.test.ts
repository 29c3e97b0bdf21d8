import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { recordingEffects } from './example-effects.test-fixture.js';
import { runProgram } from './program.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const libraryFolder = join(root, 'library');
const example = join(root, 'docs/example/failure/own-failures.json');
const study = join(root, 'docs/example/study/every-part.json');

async function fail(...words: readonly string[]) {
  const recording = await recordingEffects({ libraryFolder });
  const code = await runProgram(['fail', ...words], recording.effects);
  return { code, out: recording.out(), err: recording.err() };
}

describe('almfes fail on Silicon Valley Bank', () => {
  let told: Awaited<ReturnType<typeof fail>>;
  beforeAll(async () => {
    told = await fail('svb-2022', '--limit', 'economic-cet1', '--reverse', '--json');
  });

  it('FAIL-13: 1 because economic CET1 is below zero already', () => {
    expect(told.err).toBe('');
    expect(told.code).toBe(1);
  });

  it('FLIP-8: the reverse stress starts from E0, below zero, and names the way back', () => {
    const { reverse } = JSON.parse(told.out);
    expect(reverse[0].limit.id).toBe('economic-cet1');
    // METHOD: 13,697 - 2,533 - 15,158 = -3,994
    expect(reverse[0].slackNow).toBeCloseTo(13697 - 2533 - 15158, 0);
    expect(reverse[0].direction).toBe('return');
  });

  it('FLIP-5, FLIP-7: certified on both sides, no nearer breach at 256 points, 128 beside', () => {
    const { flips, reverse } = JSON.parse(told.out);
    expect(reverse.length).toBe(3);
    for (const { flip } of [...flips, ...reverse]) {
      expect(flip.joint.certificate.holdsSlack).toBeGreaterThan(0);
      expect(flip.joint.certificate.breachedSlack).toBeLessThanOrEqual(0);
      expect(flip).toMatchObject({ confirmed: true, pointsChecked: 256 + 128 });
    }
  });

  it('FLIP-4: what is used was known on the decision date', () => {
    const { dispersion } = JSON.parse(told.out);
    expect(dispersion.curve.until <= '2023-02-24').toBe(true);
    expect(dispersion.peers.knownFrom <= '2023-02-24').toBe(true);
  });
});

describe('almfes fail on a Study in a file', () => {
  it("FAIL-10: with failures of one's own, as text and as a page", async () => {
    const page = join(await mkdtemp(join(tmpdir(), 'almfes-fail-')), 'fail.html');
    const { code, out } = await fail(study, '--failures', example, '--html', page);
    expect(code).toBe(0);
    expect(out).toContain('Interest-bearing betas 0.10 higher');
    expect(out).not.toContain('Flip point');
    expect(await readFile(page, 'utf8')).toContain('Interest-bearing betas 0.10 higher');
  });

  it("FAIL-13: with hedges of one's own", async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'almfes-fail-')), 'hedges.json');
    const variants = [{ id: 'same', title: 'The same again', changes: [] }];
    await writeFile(file, JSON.stringify({ schema: 'almfes/hedge-variants/1', variants }));
    const { code, out } = await fail(study, '--hedges', file);
    expect(code).toBe(0);
    expect(out).toContain('EVE change: the same again');
  });

  it('FLIP-10: with the limits of a policy in a file, of which one is chosen', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'almfes-fail-')), 'limits.json');
    const limit = {
      ...{ id: 'income', title: 'Income', measure: 'nii.12m', scenarios: ['0', '+200'] },
      ...{ worlds: ['as-assumed'], floor: { times: 0.5, of: 'base-nii-12m' }, cap: null },
      ...{ standing: 'judgement', authority: 'the board', mayRelax: true },
    };
    const policy = { schema: 'almfes/decision-policy/1', title: 'Own', limits: [limit] };
    await writeFile(file, JSON.stringify(policy));
    const { code, out } = await fail(study, '--limits', file, '--limit', 'income', '--json');
    expect(code).toBe(0);
    const [flip] = JSON.parse(out).flips;
    expect(flip.limit.source).toBe('the board');
    expect(flip.slackNow).toBeGreaterThan(0);
  });

  it.each([
    [['nowhere-1999'], 'nowhere-1999'],
    [[study, '--limit', 'evee'], "there is no limit 'evee'"],
    [[study, '--failures', 'absent.json'], 'absent.json cannot be read'],
    [[study, '--hedges', example], 'cannot be read'],
    [[study, '--limits', example], 'states no limits'],
  ])('FAIL-13: %s ends with 2 and says why', async (words, complaint) => {
    const { code, err } = await fail(...words);
    expect(code).toBe(2);
    expect(err).toContain(complaint);
  });
});
