import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { caseResultSchema } from '@almfes/report';
import { describe, expect, it } from 'vitest';
import {
  EXAMPLE_CURVES,
  exampleResult,
  type Recording,
  recordingEffects,
  refusing,
  writeCase,
} from './example-effects.test-fixture.js';
import { runProgram } from './program.js';

async function run(words: string, recording?: Recording) {
  const used = recording ?? (await recordingEffects());
  const code = await runProgram(words.split(' ').filter(Boolean), used.effects);
  return { code, out: used.out(), err: used.err(), recording: used };
}

const written = (recording: Recording, path: string): Promise<string> =>
  readFile(join(recording.effects.workingFolder, path), 'utf8');

describe('almfes start', () => {
  it('prints the five steps, writes the page and, without a terminal, ends with 0', async () => {
    const { code, out, err, recording } = await run('start');
    expect(code).toBe(0);
    for (const step of [0, 1, 2, 3, 4]) expect(out).toContain(`STEP ${step}: MADE-UP STEP ${step}`);
    expect(err).toBe('Report written to out/svb-2022.html\n');
    expect(await written(recording, 'out/svb-2022.html')).toMatch(/^<!doctype html>/);
    expect(await readdir(join(recording.effects.workingFolder, 'out'))).toEqual(['svb-2022.html']);
    expect(recording.served).toEqual([]);
  });

  it('serves the very page it wrote to a person on a terminal', async () => {
    const recording = await recordingEffects({ isTerminal: true });
    const { code, err } = await run('start --port 8123 --out made/here', recording);
    expect(code).toBe(0);
    expect(err).toContain('Read it at http://127.0.0.1:1234/ (Ctrl-C ends)');
    const html = await written(recording, 'made/here/svb-2022.html');
    expect(recording.served).toEqual([{ html, siteFolder: null, port: 8123 }]);
  });

  it('SITE-7: a site that stands in its folder is served beside the report', async () => {
    const recording = await recordingEffects({ isTerminal: true });
    const folder = join(recording.effects.workingFolder, 'out', 'site');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'index.html'), 'the site');
    const { err } = await run('start', recording);
    expect(recording.served.map(({ siteFolder }) => siteFolder)).toEqual([folder]);
    expect(err).toContain('The site stands at http://127.0.0.1:1234/site/\n');
  });

  it('does not serve with --no-serve', async () => {
    const { code, recording } = await run(
      'start --no-serve',
      await recordingEffects({ isTerminal: true }),
    );
    expect(code).toBe(0);
    expect(recording.served).toEqual([]);
  });

  it('says that a folder cannot be written before it runs anything', async () => {
    const recording = await recordingEffects();
    await writeFile(join(recording.effects.workingFolder, 'file'), 'not a folder');
    const { code, out, err } = await run('start --out file/below', recording);
    expect({ code, out, ran: recording.ran }).toEqual({ code: 2, out: '', ran: [] });
    expect(err).toBe('almfes: cannot write to file/below: a file where a folder should be\n');
  });
});

describe('almfes case', () => {
  it('passes the files of the library case on, parsed', async () => {
    const { code, recording } = await run('case svb-2021');
    expect(code).toBe(0);
    expect(recording.ran).toEqual([
      {
        slug: 'svb-2021',
        figures: {},
        changes: {},
        study: {
          title: 'A made-up Study',
          valuationDate: '2001-12-31',
          decisionDate: '2002-02-28',
        },
        curves: EXAMPLE_CURVES,
        sisters: [],
      },
    ]);
  });

  it('reads the cases that a case names beside it, and nothing outside the library', async () => {
    const recording = await recordingEffects();
    const home = join(recording.effects.libraryFolder, 'case', 'svb-2022');
    const sisters = ['svb-2021', '../../secret', 7];
    await writeFile(join(home, 'changes.json'), JSON.stringify({ sisters }));
    const { code } = await run('case svb-2022', recording);
    expect(code).toBe(0);
    expect(recording.ran[0]?.sisters.map(({ slug }) => slug)).toEqual(['svb-2021']);
  });

  it('--json prints the whole result, byte-identical on repeat, and nothing else', async () => {
    const first = await run('case svb-2022 --json');
    const second = await run('case svb-2022 --json');
    expect(JSON.parse(first.out)).toEqual(exampleResult);
    expect(second.out).toBe(first.out);
    expect(first.err).toBe('');
    expect(first.out.endsWith('}\n')).toBe(true);
  });

  it('--json --step 3 prints the same object with that step alone', async () => {
    const { out } = await run('case svb-2022 --json --step 3');
    expect(JSON.parse(out)).toEqual({ ...exampleResult, steps: [exampleResult.steps[3]] });
  });

  it('--step 3 prints that step alone', async () => {
    const { out } = await run('case svb-2022 --step 3');
    expect(out).toContain('STEP 3');
    expect(out).not.toContain('STEP 2');
  });

  it('--json refuses a result with a number that JSON cannot say', async () => {
    const runCase: Recording['effects']['runCase'] = async () => {
      const [claim] = [{ claim: '', claimed: Number.NaN, ours: null, unit: '', explanation: '' }];
      return { ok: true, value: { ...exampleResult, claims: [claim] } };
    };
    const recording = await recordingEffects({ runCase });
    await expect(run('case svb-2022 --json', recording)).rejects.toThrow(TypeError);
    expect(recording.out()).toBe('');
  });

  it('--html also writes the page', async () => {
    const { code, err, recording } = await run('case svb-2022 --html page.html');
    expect({ code, err }).toEqual({ code: 0, err: 'Report written to page.html\n' });
    expect(await written(recording, 'page.html')).toContain('Made-up step 4');
  });

  it('--html onto a folder fails in one line and prints no half answer', async () => {
    const recording = await recordingEffects();
    await mkdir(join(recording.effects.workingFolder, 'taken'));
    const { code, out, err } = await run('case svb-2022 --html taken', recording);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe('almfes: cannot write to taken: a folder where a file should be\n');
    expect(await readdir(recording.effects.workingFolder)).toEqual(['library', 'taken']);
  });

  it('takes a path to a case folder elsewhere', async () => {
    const recording = await recordingEffects();
    await writeCase(join(recording.effects.workingFolder, 'my-bank'));
    const { code } = await run('case ./my-bank', recording);
    expect(code).toBe(0);
    expect(recording.ran[0]?.slug).toBe('my-bank');
  });

  it('--list names the cases', async () => {
    const { code, out } = await run('case --list');
    expect(code).toBe(0);
    expect(out.split('\n').slice(1)).toEqual([
      'svb-2021  2001-12-31     2002-02-28  A made-up Study',
      'svb-2022  2001-12-31     2002-02-28  A made-up Study',
      '',
    ]);
  });

  it('--list --json names them as data', async () => {
    const { out } = await run('case --list --json');
    expect(JSON.parse(out).cases.map((each: { case: string }) => each.case)).toEqual([
      'svb-2021',
      'svb-2022',
    ]);
  });

  it('--schema prints the schema of the output', async () => {
    expect(JSON.parse((await run('case --schema')).out)).toEqual(caseResultSchema);
  });
});

describe('what cannot be done: one clear line, exit code 2, nothing on stdout', () => {
  it.each([
    ['case', 'almfes: which case? Name one, or see almfes case --list'],
    [
      'case svb-2202',
      "almfes: there is no case 'svb-2202' in the library; did you mean svb-2021 or svb-2022?",
    ],
    ['case svb', "almfes: there is no case 'svb' in the library; almfes case --list names them"],
    ['case new', "almfes: missing required argument 'slug'"],
    [
      'case run',
      "almfes: 'run' is a reserved word, not a case; almfes case --list names the cases",
    ],
    ['case ./nowhere', "almfes: './nowhere' is not a case folder: there is no such folder"],
    ['case ./library', "almfes: './library' is not a case folder: it holds no study.json"],
    ['case svb-2022 --jsn', "almfes: unknown option '--jsn' (Did you mean --json?)"],
    [
      'case svb-2022 --step 5',
      "almfes: option '--step <number>' argument '5' is invalid. A step is 0, 1, 2, 3 or 4.",
    ],
    [
      'start --port 65536',
      "almfes: option '--port <number>' argument '65536' is invalid. " +
        'A port is a whole number from 0 to 65535.',
    ],
    ['strat', "almfes: unknown command 'strat' (Did you mean start?)"],
    [
      'case svb-2022 svb-2021',
      "almfes: too many arguments for 'case'. Expected 1 argument but got 2.",
    ],
  ])('almfes %s', async (words, line) => {
    const { code, out, err } = await run(words);
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: `${line}\n` });
  });

  it('a broken Study: the first issue on the line, ten more beneath it and a count', async () => {
    const recording = await recordingEffects({ runCase: refusing(13) });
    const { code, out, err } = await run('case svb-2022 --html page.html', recording);
    const lines = err.split('\n');
    expect({ code, out, count: lines.length }).toEqual({ code: 2, out: '', count: 13 });
    expect(lines[0]).toBe(
      'almfes: the case svb-2022 cannot be run: ' +
        'STUDY_FIELD at /positions/0: expected a number, got "nonsense 0" (and 12 more)',
    );
    expect(lines[1]).toBe('  STUDY_FIELD at /positions/1: expected a number, got "nonsense 1"');
    expect(lines[11]).toBe('  and 2 more');
    expect(await readdir(recording.effects.workingFolder)).toEqual(['library']);
  });

  it('a broken Study with one issue: one line', async () => {
    const { code, out, err } = await run(
      'case svb-2022',
      await recordingEffects({ runCase: refusing(1) }),
    );
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(
      'almfes: the case svb-2022 cannot be run: ' +
        'STUDY_FIELD at /positions/0: expected a number, got "nonsense 0"\n',
    );
  });

  it('a file that is not JSON, not UTF-8, missing or above 10 MB is named', async () => {
    for (const [content, reason] of [
      [
        '{"title": ',
        'JSON_SYNTAX at study.json, line 1, column 11: expected JSON, got Unexpected end',
      ],
      [new Uint8Array([0x7b, 0xff]), 'study.json: expected UTF-8 text, got other bytes'],
      [`"${'x'.repeat(10_000_000)}"`, 'study.json: expected at most 10 MB, got a larger file'],
    ] as const) {
      const recording = await recordingEffects();
      const path = join(recording.effects.libraryFolder, 'case', 'svb-2022', 'study.json');
      await writeFile(path, content);
      const { code, err } = await run('case svb-2022', recording);
      expect(code).toBe(2);
      expect(err).toContain(reason);
      expect(recording.ran).toEqual([]);
    }
  });
});

describe('help', () => {
  it.each([
    ['--help', 'almfes case svb-2022 --json'],
    ['start --help', 'almfes start --out reports --no-serve'],
    ['case --help', 'almfes case ./my-case --html my-case.html'],
  ])('almfes %s shows examples and ends with 0', async (words, example) => {
    const { code, out, err } = await run(words);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Examples:');
    expect(out).toContain(example);
  });

  it('--version prints the version', async () => {
    expect((await run('--version')).out).toBe('9.9.9\n');
  });

  it('no command at all shows the help on stderr and ends with 2', async () => {
    const { code, out, err } = await run('');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Usage: almfes');
  });
});
