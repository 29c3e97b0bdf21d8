import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const unbuilt = !existsSync(here('../dist/main.js'));
const why = unbuilt ? ' (skipped: not built, run npm run build first)' : '';

async function emptyFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'almfes-bin-'));
}

interface Answer {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function almfes(words: string, cwd: string): Answer {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [here('../bin/almfes.js'), ...words.split(' ')],
    { cwd, encoding: 'utf8', maxBuffer: 100_000_000 },
  );
  return { code: status, out: stdout, err: stderr };
}

describe(`the almfes command as installed${why}`, () => {
  it.skipIf(unbuilt)('finds its library from any folder', async () => {
    const { code, out, err } = almfes('case --list', await emptyFolder());
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('svb-2022');
  });

  it.skipIf(unbuilt)('shows the flows of the example of a loan: five years of months', async () => {
    const file = here('../../../docs/example/contract/annuity-loan.json');
    const { code, out, err } = almfes(`cashflows ${file} --json`, await emptyFolder());
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const events: { readonly eventType: string }[] = JSON.parse(out);
    expect(events.filter(({ eventType }) => eventType === 'IP').length).toBe(60);
  });

  it.skipIf(unbuilt)('a wrong name is one line on stderr and exit code 2', async () => {
    const { code, out, err } = almfes('case svb-2222', await emptyFolder());
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^almfes: there is no case 'svb-2222' .*svb-2022.*\n$/);
  });
});

/** Three runs of the whole case, each in a process of its own, shared by all that is proved. */
describe(`the whole case by the installed command${why}`, () => {
  let json: Answer;
  let again: Answer;
  let start: Answer;
  let folder = '';

  beforeAll(async () => {
    if (unbuilt) return;
    folder = await emptyFolder();
    json = almfes('case svb-2022 --json', folder);
    again = almfes('case svb-2022 --json', folder);
    start = almfes('start', folder);
  }, 300_000);

  it.skipIf(unbuilt)('--json twice is byte-identical and meets the printed schema', () => {
    expect(json.code, json.err).toBe(0);
    expect(again.out).toBe(json.out);
    const schema = JSON.parse(almfes('case --schema', folder).out);
    const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(schema);
    expect(validate(JSON.parse(json.out)), JSON.stringify(validate.errors)).toBe(true);
  });

  it.skipIf(unbuilt)('start writes one page and ends with 0 where no terminal is', async () => {
    expect(start.code, start.err).toBe(0);
    expect(start.out).toContain('PUBLISHED AND REPRODUCED');
    expect(start.err.split('\n').at(-2)).toBe('Report written to out/svb-2022.html');
    expect(await readdir(join(folder, 'out'))).toEqual(['svb-2022.html']);
  });

  it.skipIf(unbuilt)('README.md shows the very head and brief that start prints', async () => {
    const head = start.out.slice(0, start.out.indexOf('\n\n\nSTEP 0'));
    expect(head).toContain('IN BRIEF');
    const readme = await readFile(here('../../../README.md'), 'utf8');
    const [, block] = /The output begins:\n\n```\n([\s\S]*?)\n```/.exec(readme) ?? [];
    expect(block, `the block in README.md must read:\n\n${head}\n`).toBe(head);
  });

  it.skipIf(unbuilt)('README.md shows the very tree that explain prints', async () => {
    const words = 'explain svb-2022 eve.change --scenario=+200 --most 1';
    const { code, out, err } = almfes(words, await emptyFolder());
    expect(code).toBe(0);
    // a machine that is busy for a second is told so, and nothing else
    expect(err).toMatch(/^( +\d+ s {2}evaluation\n)*$/);
    const [, , tree = ''] = out.split('\n\n');
    const readme = await readFile(here('../../../README.md'), 'utf8');
    const [, block] = /beneath the tree:\n\n```\n([\s\S]*?)\n```/.exec(readme) ?? [];
    expect(block, `the block in README.md must read:\n\n${tree}\n`).toBe(tree);
  });
});
