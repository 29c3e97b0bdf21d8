import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { recordingEffects } from './example-effects.test-fixture.js';
import { runProgram } from './program.js';

const EXAMPLE = fileURLToPath(
  new URL('../../../docs/example/disclosure/svb-2022.yaml', import.meta.url),
);

async function start() {
  const { effects, out, err } = await recordingEffects();
  const run = (...words: string[]) => runProgram(['disclosure', ...words], effects);
  const at = (name: string) => join(effects.workingFolder, name);
  return { run, at, out, err };
}

describe('almfes disclosure new', () => {
  it('DISC-14: writes a form that check refuses key by key, as YAML and as JSON', async () => {
    for (const [flag, name] of [
      ['--yaml', 'my-bank.yaml'],
      ['--json', 'my-bank.json'],
    ] as const) {
      const { run, at, err } = await start();
      expect(await run('new', 'my-bank', flag)).toBe(0);
      expect(await readFile(at(name), 'utf8')).toContain('balanceSheet');
      expect(await run('check', name)).toBe(2);
      expect(err()).toMatch(/keys are empty: fill-in at line \d+, \/institution: expected text/);
    }
  });

  it('DISC-14: never writes over what is there, a broken link too', async () => {
    const { run, at, err } = await start();
    await writeFile(at('mine.yaml'), 'mine');
    await symlink(at('nowhere'), at('link.yaml'));
    await mkdir(at('folder'));
    expect(await run('new', 'my-bank', '--out', 'mine.yaml')).toBe(2);
    expect(await run('new', 'my-bank', '--out', 'link.yaml')).toBe(2);
    expect(await run('new', 'my-bank', '--out', 'folder')).toBe(2);
    expect(await readFile(at('mine.yaml'), 'utf8')).toBe('mine');
    expect(err()).toContain('a file of that name is there');
  });

  it.each(['../x', 'My Bank', '', '-x'])('DISC-14: refuses the name "%s"', async (slug) => {
    const { run } = await start();
    expect(await run('new', '--', slug)).toBe(2);
  });
});

describe('almfes disclosure check', () => {
  it('DISC-14: writes neither page nor figures over the form, nor one over the other', async () => {
    const { run, at, err } = await start();
    const form = await readFile(EXAMPLE, 'utf8');
    await writeFile(at('mine.yaml'), form);
    for (const words of [
      ['--html', 'mine.yaml'],
      ['--figures', 'mine.yaml'],
      ['--figures', 'both', '--html', './both'],
    ]) {
      expect(await run('check', 'mine.yaml', ...words), words.join(' ')).toBe(2);
    }
    expect(await readFile(at('mine.yaml'), 'utf8')).toBe(form);
    expect(err()).toContain('a file that is not read or written by the same command');
    await expect(readFile(at('both'))).rejects.toThrow('ENOENT');
  });

  it('DISC-14: prints totals and identities of a form that is right: exit 0', async () => {
    const { run, at, out, err } = await start();
    expect(await run('check', EXAMPLE, '--figures', 'figures.json')).toBe(0);
    expect(err()).toBe('Figures written to figures.json\n');
    const text = out().replaceAll(/\s+/g, ' ');
    expect(text).toContain('590 facts of');
    expect(text).toMatch(/Balance sheet assets 211793 USD million/);
    expect(text).toMatch(/assets = liabilities \+ equity 1 none/);
    expect(
      Math.max(
        ...out()
          .split('\n')
          .map(({ length }) => length),
      ),
    ).toBeLessThanOrEqual(100);
    const { figures } = JSON.parse(await readFile(at('figures.json'), 'utf8'));
    expect(figures['bs.2022.total_assets'].value).toBe(211793); // FY2022 10-K, p.95
  });

  it.each([
    // 211,793 is what the lines make; 211,973 is 180 too much.
    ['value: 211793', 'value: 211973', 1, /identity at line \d+, \/balanceSheet\/\d+\/value/],
    ['decisionDate: 2023-02-24', 'decisionDate: 2023-02-23', 1, /known-after-decision at line/],
    ['currency: USD', 'curency: USD', 2, /unknown-key at line 8, \/curency/],
    ['currency: USD', '*x', 2, /almfes: /],
  ])('DISC-14: %s -> %s: exit %i, with the line', async (from, to, code, told) => {
    const { run, at, err } = await start();
    await writeFile(at('form.yaml'), (await readFile(EXAMPLE, 'utf8')).replace(from, to));
    expect(await run('check', 'form.yaml')).toBe(code);
    expect(err()).toMatch(told);
  });

  it('DISC-14: --json gives the issues as JSON', async () => {
    const { run, at, out } = await start();
    await writeFile(at('form.json'), '{"schema": 1}');
    expect(await run('check', 'form.json', '--json')).toBe(2);
    const { issues } = JSON.parse(out());
    expect(issues.some(({ path }: { path: string }) => path === 'line 1, /schema')).toBe(true);
  });

  it('DISC-11: a file of 50 MB is refused before it is read', async () => {
    const { run, at, err } = await start();
    await writeFile(at('large.yaml'), 'x'.repeat(50_000_000));
    expect(await run('check', 'large.yaml')).toBe(2);
    expect(err()).toContain('at most 5 MB');
  });

  it('DISC-14: a file that is not there is said so', async () => {
    const { run, err } = await start();
    expect(await run('check', 'none.yaml')).toBe(2);
    expect(err()).toContain('no such file');
  });
});
