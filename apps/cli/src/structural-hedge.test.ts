import { cp, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { recordingEffects } from './example-effects.test-fixture.js';
import { runProgram } from './program.js';

const LIBRARY = fileURLToPath(new URL('../../../library/', import.meta.url));
const SLUG = 'barclays-structural-hedge';

async function run(words: string) {
  const { effects, out, err } = await recordingEffects({ libraryFolder: LIBRARY });
  const folder = await mkdtemp(join(tmpdir(), 'almfes-hedge-'));
  await cp(join(LIBRARY, 'case', SLUG), join(folder, 'my-hedge'), { recursive: true });
  const code = await runProgram(words.split(' '), { ...effects, workingFolder: folder });
  return { code, out: out(), err: err(), folder };
}

describe('almfes case of a disclosure study with a structural hedge', () => {
  it('STRUCT-14: prints published beside ours, the day, values and income', async () => {
    const { code, out } = await run(`case ${SLUG}`);
    expect(code).toBe(0);
    const heads = [
      'Contribution of the hedge: published beside the ladder',
      'The hedge on the day',
      'What the hedge is worth, and when rates move',
      'Income to come, with the hedge and without',
      'What each assumption moves',
    ];
    for (const head of heads) expect(out).toContain(head);
    // 501 was published; the ladder gives 457.3 (tools/vectors/structural.json): 43.7 less, 8.7%.
    expect(out).toMatch(/2022Q2 +501 +457 +373 +537 +−43\.7 +−8\.7/);
  });

  it('STRUCT-14: --json has every measure with its range', async () => {
    const { code, out } = await run(`case ${SLUG} --json`);
    const { schema, measures, effects } = JSON.parse(out);
    expect({ code, schema }).toEqual({ code: 0, schema: 'almfes/structural-hedge-result/1' });
    const own = measures.find(
      (each: { id: string; scenario: string }) =>
        `${each.id}[${each.scenario}]` === 'structural.contribution[2022Q2]',
    );
    expect(own.unit).toBe('GBP million');
    expect(own.value).toBeCloseTo(457.29988705, 6);
    expect(effects.length).toBeGreaterThan(3);
  });

  it('STRUCT-14: a folder of one\u2019s own, as a page', async () => {
    const { code, folder } = await run('case ./my-hedge --html hedge.html');
    expect(code).toBe(0);
    const page = await readFile(join(folder, 'hedge.html'), 'utf8');
    expect(page).toContain('Structural hedge at the end of 2022-06');
    expect(page).not.toContain('<script');
  });

  it('STRUCT-13: it has no steps', async () => {
    const { code, err } = await run(`case ${SLUG} --step 2`);
    expect(code).toBe(2);
    expect(err).toContain('it has no steps');
  });

  it('STRUCT-14: it is listed with the cases that run', async () => {
    const { code, out } = await run('case --list');
    expect(code).toBe(0);
    expect(out).toMatch(/natwest-structural-hedge +2016-12-31 +2017-02-24 +NatWest/);
  });

  it('CITE-9: its bundle runs to what was expected, with the curve in it', async () => {
    const made = await recordingEffects({ libraryFolder: LIBRARY });
    const folder = await mkdtemp(join(tmpdir(), 'almfes-hedge-'));
    const effects = { ...made.effects, workingFolder: folder };
    const bundle = ['case', 'bundle', SLUG, '--out', 'b.zip'];
    expect(await runProgram(bundle, effects)).toBe(0);
    expect(await runProgram(['case', 'run-bundle', 'b.zip'], effects)).toBe(0);
    expect(made.err()).toContain('279 of 279 as expected');
  });
});
