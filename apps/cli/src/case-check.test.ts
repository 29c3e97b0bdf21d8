import { cp, mkdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkStepsOnThreads } from './check-steps-on-threads.js';
import { recordingEffects } from './example-effects.test-fixture.js';
import { runProgram } from './program.js';

const LIBRARY = fileURLToPath(new URL('../../../library/', import.meta.url));
const SLUG = 'svb-2020';

/** Runs `case check` on a copy of svb-2020 after an edit; `my-case` unless the test names it. */
async function check(edit: (folder: string) => Promise<void>, name = 'my-case', words = '') {
  return checkCopy({ slug: SLUG, name, words, edit });
}

interface Copy {
  readonly slug: string;
  readonly name: string;
  readonly words: string;
  readonly edit: (folder: string) => Promise<void>;
}

async function checkCopy({ slug, name, words, edit }: Copy) {
  const { effects, out, err } = await recordingEffects({
    ...{ libraryFolder: LIBRARY, checkSteps: checkStepsOnThreads },
  });
  const folder = join(effects.workingFolder, name);
  await cp(join(LIBRARY, 'case', slug), folder, { recursive: true });
  await replaced('figures.json', `"case": "${slug}"`, `"case": "${name}"`)(folder);
  await edit(folder);
  const all = ['case', 'check', `./${name}`, ...words.split(' ').filter(Boolean)];
  const code = await runProgram(all, effects);
  const lines = out()
    .split('\n')
    .filter((line) => line.startsWith('  '));
  return { code, out: out(), err: err(), lines: lines.map((line) => line.trim()) };
}

function replaced(file: string, from: string | RegExp, to: string) {
  return async (folder: string): Promise<void> => {
    const text = await readFile(join(folder, file), 'utf8');
    const changed = text.replace(from, to);
    expect(changed, 'the copy is changed').not.toBe(text);
    await writeFile(join(folder, file), changed);
  };
}

const nothing = async (): Promise<void> => {};
const GOODWILL = '"bs_as_first_reported.2020.goodwill": {"label":"';

describe('almfes case check', () => {
  it.each([
    ['case check', ['case', 'check', 'nope', '--json']],
    ['case', ['case', 'nope', '--json']],
  ])('FORM-23: a case that is not there is told as JSON too by %s', async (_command, words) => {
    const { effects, out, err } = await recordingEffects({ libraryFolder: LIBRARY });
    expect(await runProgram(words, effects)).toBe(2);
    const told: { issues: { message: string }[] } = JSON.parse(out());
    expect(told.issues).toHaveLength(1);
    expect(told.issues[0]?.message).toContain('nope');
    expect(err()).toContain('nope');
  });

  it('FORM-23: the case of a proposal bears the name that its contribution gives it', async () => {
    const { code, out } = await check(async (folder) => {
      await replaced('figures.json', '"case": "case"', '"case": "my-bank"')(folder);
      await writeFile(join(folder, '..', 'contribution.json'), '{ "case": "my-bank" }');
    }, 'case');
    expect(code, out).toBe(0);
    expect(out).toContain('my-bank: ok');
  });

  it('FORM-23: a whole case ends with 0 and one line that counts', async () => {
    const { code, out } = await check(nothing);
    expect(code, out).toBe(0);
    expect(out).toMatch(/^my-case: ok\n1 case, \d+ figures, \d+ measures, 0 failures\n$/);
  });

  it.each<[string, (folder: string) => Promise<void>, RegExp]>([
    [
      'figures of another case',
      replaced('figures.json', '"case": "my-case"', '"case": "other"'),
      /^figures\.json line \d+, \/case: slug: expected the name of the folder, my-case, got other$/,
    ],
    [
      'a heading that is misspelt',
      replaced('case.md', '## What we fitted', '## What we fit'),
      /^case\.md: section-missing: expected a section '## What we fitted', got none$/,
    ],
    [
      'a number typed in prose',
      replaced('case.md', 'None is stated', 'Some 12.5 is stated'),
      /^case\.md line \d+: typed-number: .* got 12\.5$/,
    ],
    [
      'a script in prose',
      replaced('case.md', 'None is stated', '<script>x()</script> is stated'),
      /^case\.md line \d+: raw-html: /,
    ],
    [
      'a page that is not there',
      replaced('case.md', '[[case svb-2022]]', '[[case svb-2032]]'),
      /^case\.md line \d+: unknown-case: .* got svb-2032$/,
    ],
    [
      'a script in a label',
      replaced('figures.json', GOODWILL, `${GOODWILL}<svg onload=x>`),
      /^figures\.json line \d+, \/figures\/\S+goodwill\/label: markup: /,
    ],
    [
      'a source on one machine',
      replaced('figures.json', /"url":"https:[^"]*"/, '"url":"https://localhost/x"'),
      /^figures\.json line \d+, \/figures\/\S+\/url: address: expected a public https:/,
    ],
    [
      'a figure without a document',
      replaced('figures.json', /"document":"[^"]*"/, '"document":""'),
      /^figures\.json line \d+, \/figures\/\S+\/document: length: /,
    ],
    [
      'a measure that moved',
      replaced('expected.json', /"value":(\d)/, '"value":9$1'),
      /^expected\.json line \d+, \/rows\/\d+: expected-moved: /,
    ],
    [
      'a tolerance that hides',
      replaced('expected.json', '"relative":1e-9', '"relative":0.1'),
      /^expected\.json line \d+, \/columns\/value: tolerance: /,
    ],
    [
      'a miss that is not told',
      replaced('case.md', '[[figure irr.2020.eve_pct.+200]]', 'a fall'),
      /^changes\.json line \d+, \/published\/\d+: reproduction: .*irr\.2020\.eve_pct\.\+200$/,
    ],
    [
      'a decision before the figures were known',
      replaced('study.json', '"decisionDate": "2022-03-01"', '"decisionDate": "2021-03-01"'),
      /^study\.json line \d+, \S+: known-after-decision: /,
    ],
    [
      'a picture drawn by hand',
      (folder) => writeFile(join(folder, 'chart.svg'), '<svg/>'),
      /^chart\.svg: file-unknown: /,
    ],
    [
      'a file that leads elsewhere',
      async (folder) => {
        await rm(join(folder, 'expected.json'));
        await symlink(join(LIBRARY, 'case', SLUG, 'expected.json'), join(folder, 'expected.json'));
      },
      /^expected\.json: plain-file: expected a plain file, got a link or a device$/,
    ],
    [
      'a page of 11 MB',
      (folder) => truncate(join(folder, 'case.md'), 11_000_000),
      /case\.md: FILE_TOO_LARGE: expected at most 10 MB/,
    ],
    [
      'an upload of 50 MB',
      (folder) => truncate(join(folder, 'case.md'), 50_000_000),
      /^the folder: FOLDER_TOO_LARGE: expected at most 50 MB in all, got 51 MB$/,
    ],
    [
      'a value given twice',
      replaced('study.json', '"decisionDate":', '"decisionDate": "2022-03-01", "decisionDate":'),
      /^study\.json line \d+: key-twice: .* got decisionDate$/,
    ],
  ])('FORM-23, FORM-24: %s: exit code 1, with file, line and reason', async (_, edit, line) => {
    const { code, lines, out } = await check(edit);
    expect(code).toBe(1);
    expect(
      lines.some((each) => line.test(each)),
      out,
    ).toBe(true);
  });

  it('FORM-23: failures stand by file, then by line', async () => {
    const { lines } = await check(async (folder) => {
      await replaced('figures.json', GOODWILL, `${GOODWILL}<b>`)(folder);
      await replaced('case.md', /$/, '\nThere were 12.5 of it.\n')(folder);
      await replaced('case.md', /\n## /, '\nSee [[case svb-2032]].\n\n## ')(folder);
    });
    const told = lines.map((line) => /^(\S+) line \d+.*: ([\w-]+): expected/.exec(line)?.slice(1));
    expect(told).toEqual([
      ['case.md', 'unknown-case'],
      ['case.md', 'typed-number'],
      ['figures.json', 'markup'],
    ]);
  });

  it('FORM-23: a folder of the name of a case of the library is refused', async () => {
    const { effects, out } = await recordingEffects({ libraryFolder: LIBRARY });
    const folder = join(effects.workingFolder, SLUG);
    await mkdir(folder);
    await cp(join(LIBRARY, 'case', SLUG), folder, { recursive: true });
    expect(await runProgram(['case', 'check', `./${SLUG}`], effects)).toBe(1);
    expect(out()).toContain('duplicate-slug: expected a name no case of the library has');
  });

  it('FORM-23: as JSON, one object', async () => {
    const { code, out } = await check(nothing, 'my-case', '--json');
    const { schema, cases, failures, checks } = JSON.parse(out);
    expect([code, schema, cases, failures, checks[0].slug]).toEqual([
      ...[0, 'almfes/case-check/1', 1, 0, 'my-case'],
    ]);
  });

  it.each([['case check'], ['case check svb-2022 --all'], ['case check ./none']])(
    'FORM-23: %s ends with 2',
    async (words) => {
      const { effects } = await recordingEffects({ libraryFolder: LIBRARY });
      expect(await runProgram(words.split(' '), effects)).toBe(2);
    },
  );
});

describe('the five steps in the check', () => {
  const inPlan = (edit: (plan: ReturnType<typeof JSON.parse>) => void) => async (at: string) => {
    const file = join(at, 'changes.json');
    const plan = JSON.parse(await readFile(file, 'utf8'));
    edit(plan);
    await writeFile(file, JSON.stringify(plan, null, 2));
  };
  const copy = (edit: Copy['edit']) =>
    checkCopy({ slug: 'svb-2021', name: 'my-case', words: '', edit });

  it.each<[string, Copy['edit'], RegExp]>([
    [
      'groups of which each undoes the other',
      inPlan(({ attribution: { groups } }) => {
        const [{ edits }] = groups[0].changes;
        for (const each of edits) each.value = 3;
        groups[1].changes = [{ ...groups[0].changes[0], id: 'again' }];
        groups[0].changes[0].edits = edits.map((each: object) => ({ ...each, value: 2 }));
      }),
      /^changes\.json, attribution, .*: attribution\.order: /,
    ],
  ])('FORM-25: %s: the step and its reason', async (_, edit, line) => {
    const { code, lines, out } = await copy(edit);
    expect(code, out).toBe(1);
    expect(
      lines.some((each) => line.test(each)),
      out,
    ).toBe(true);
  });

  it('FORM-25: a plan that makes all five has no failure', async () => {
    const { code, out } = await copy(nothing);
    expect(code, out).toBe(0);
  });
});

describe('every case of the library', () => {
  it('FORM-23: adding a folder adds a test: nothing is missing in any', async () => {
    const { effects, out } = await recordingEffects({ libraryFolder: LIBRARY });
    const code = await runProgram(['case', 'check', '--all'], effects);
    expect(code, out()).toBe(0);
    expect(out()).toMatch(/\n\d+ cases, [\d,]+ figures, [\d,]+ measures, 0 failures\n$/);
  }, 120_000);
});
