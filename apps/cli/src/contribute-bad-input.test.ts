import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordingEffects } from './example-effects.test-fixture.js';
import { here, makeOneCaseLibrary } from './one-case-library.test-fixture.js';
import { runProgram } from './program.js';

let folder = '';
let library = '';
let made = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'almfes-bad-input-'));
  library = join(folder, 'library');
  await makeOneCaseLibrary(library);
});

afterAll(() => rm(folder, { recursive: true }));

async function run(...words: string[]) {
  const recording = await recordingEffects({ libraryFolder: library, workingFolder: folder });
  const code = await runProgram(['contribute', ...words], recording.effects);
  return { code, out: recording.out().replaceAll(/\s+/g, ' '), err: recording.err() };
}

// biome-ignore lint/suspicious/noExplicitAny: the table breaks files term by term
type Loose = any;

/** A copy of a good example, with one thing made wrong in it. */
async function broken(example: string, edit: (path: string) => Promise<void>): Promise<string> {
  made += 1;
  const path = join(folder, `bad-${made}`);
  await cp(here(`docs/example/contribution/${example}`), path, { recursive: true });
  await edit(path);
  return `./bad-${made}`;
}

const inJson = (edit: (json: Loose) => void) => async (path: string) => {
  const file = join(path, 'contribution.json');
  const json = JSON.parse(await readFile(file, 'utf8'));
  edit(json);
  await writeFile(file, JSON.stringify(json, null, 2));
};
const inText = (edit: (text: string) => string) => async (path: string) => {
  const file = join(path, 'contribution.json');
  await writeFile(file, edit(await readFile(file, 'utf8')));
};
const inWords = (line: string) => async (path: string) => {
  const file = join(path, 'text.md');
  await writeFile(file, `${await readFile(file, 'utf8')}\n${line}\n`);
};
const zeroWidth = String.fromCodePoint(0x200b);
const turned = String.fromCodePoint(0x202e);

const FIX = 'premises-page';
const VIEW = 'what-a-desk-would-add';
const BETA = 'faster-deposit-beta';

/** What is wrong, in which good example, how, and the line that says where and why. */
const TABLE: readonly [string, string, (path: string) => Promise<void>, RegExp][] = [
  [
    'a figure without a source: no document',
    FIX,
    inJson((json) => (json.passport.document = '')),
    /length at contribution\.json line \d+, \/passport\/document: expected .+, got/,
  ],
  [
    'a figure without a source: no address',
    FIX,
    inJson((json) => delete json.passport.url),
    /missing at contribution\.json line \d+, \/passport\/url: expected/,
  ],
  [
    'a figure without a source: no page',
    FIX,
    inJson((json) => (json.passport.locator = ' ')),
    /locator at contribution\.json line \d+, \/passport\/locator: expected the page or table/,
  ],
  [
    'a contribution without a source',
    FIX,
    inJson((json) => (json.sources = [])),
    /length at contribution\.json line \d+, \/sources: expected/,
  ],
  [
    'a source that is not public: http',
    FIX,
    inJson((json) => (json.sources = ['http://www.sec.gov/a'])),
    /address at contribution\.json line \d+, \/sources\/0: expected a public https/,
  ],
  [
    'a source that is not public: a machine of the house, behind a perspective',
    VIEW,
    inJson((json) => (json.sources = ['https://wiki.bank.internal/a'])),
    /address at contribution\.json line \d+, \/sources\/0: expected a public https/,
  ],
  [
    'a source that is not public, in the words of a perspective',
    VIEW,
    inWords('See [the note](https://intranet/a).'),
    /address at text\.md line \d+: expected a public https/,
  ],
  [
    'a source that is not public, behind a challenge',
    BETA,
    inJson((json) => (json.sources = ['https://10.0.0.7/a'])),
    /address at contribution\.json line \d+, \/sources\/0: expected a public https/,
  ],
  [
    'a Change whose own source is an address that is not public',
    BETA,
    inJson((json) => (json.change.sources = ['https://10.0.0.7/a'])),
    /address at contribution\.json line \d+, \/change\/sources\/0: expected a public https/,
  ],
  [
    'known from after the decision date',
    FIX,
    inJson((json) => (json.passport.knownFrom = '2022-03-02')),
    /known-after-decision at contribution\.json line \d+, \/passport\/knownFrom: expected public/,
  ],
  [
    'received tomorrow',
    FIX,
    inJson((json) => (json.received = '2026-11-21')),
    /future-date at contribution\.json line \d+, \/received: expected 2026-11-20, which/,
  ],
  [
    'a broken identity',
    FIX,
    inJson((json) => (json.passport.value += 10)),
    /identity at svb-2020\/figures\.json#\/figures\/\S+total_assets: expected assets of/,
  ],
  [
    'a number that is none',
    FIX,
    inText((text) => text.replace(/"value": [\d.]+/, '"value": 1e999')),
    /at contribution\.json line \d+, \/passport\/value: expected/,
  ],
  [
    'a key that stands twice',
    FIX,
    inText((text) => text.replace('"reason"', '"case": "svb-2022", "reason"')),
    /key-twice at contribution\.json line \d+: expected each key of an object once, got case/,
  ],
  [
    'a key that would change every object',
    FIX,
    inText((text) => text.replace('{', '{"__proto__": {"kind": "case"},')),
    /unknown-key at contribution\.json line 1, \/__proto__: expected/,
  ],
  [
    'brackets without end',
    FIX,
    inText(() => '['.repeat(100_000)),
    /JSON_DEPTH at contribution\.json: expected at most 64 brackets in one another, got more/,
  ],
  [
    'a case that leads out of the library',
    FIX,
    inJson((json) => (json.case = '../../svb-2020')),
    /slug at contribution\.json line \d+, \/case: expected small letters/,
  ],
  [
    'a script behind an escape of JSON',
    FIX,
    inText((text) => text.replace('"reason": "', '"reason": "\\u003csvg onload=alert(1)\\u003e ')),
    /html at contribution\.json line \d+, \/reason: expected text without HTML, SVG or XML/,
  ],
  [
    'a drawing in the label of a figure',
    FIX,
    inJson((json) => (json.passport.label = '<svg><title><svg onload=alert(1)></title></svg>')),
    /html at contribution\.json line \d+: expected text without HTML, SVG or XML, got <svg>/,
  ],
  [
    'a script in the name of the contributor',
    FIX,
    inJson((json) => (json.contributor.name = 'A <img src=x onerror=alert(1)>')),
    /html at contribution\.json line \d+: expected text without HTML, SVG or XML, got <img/,
  ],
  [
    'an address that runs, behind a reference to a character',
    VIEW,
    inWords('[here](&#106;avascript:alert(1))'),
    /script-address at text\.md line \d+: expected no address that runs/,
  ],
  [
    'an address that holds a page',
    VIEW,
    inWords('[here](data:text/html;base64,PHNjcmlwdD4=)'),
    /script-address at text\.md line \d+: expected no address that runs/,
  ],
  ['a picture', VIEW, inWords('![x](https://www.sec.gov/a.png)'), /picture at text\.md line \d+:/],
  [
    'words that run the other way',
    VIEW,
    inWords(`gnp.${turned}exe`),
    /hidden-character at text\.md line \d+: expected no control.*U\+202E/,
  ],
  [
    'a name with a letter that is not seen',
    FIX,
    inJson((json) => (json.contributor.name = `Jo${zeroWidth} Reader`)),
    /hidden-character at contribution\.json line \d+.*U\+200B/,
  ],
  [
    'a drawing beside it',
    VIEW,
    (path) => writeFile(join(path, 'chart.svg'), '<svg onload="alert(1)"/>'),
    /unknown-file at chart\.svg: expected one of contribution\.json, history\.json, text\.md/,
  ],
  [
    'a name of two dots in another',
    VIEW,
    (path) => writeFile(join(path, '..text.md'), 'x'),
    /unknown-file at \.\.text\.md: expected one of/,
  ],
  [
    'a link in the place of a file',
    VIEW,
    async (path) => {
      await rm(join(path, 'text.md'));
      await symlink(join(library, 'case/svb-2020/case.md'), join(path, 'text.md'));
    },
    /plain-file at text\.md: expected a plain file, got a link or a device/,
  ],
  [
    'a link in the place of a folder',
    VIEW,
    (path) => symlink(join(library, 'case'), join(path, 'case')),
    /unknown-file at case: expected one of/,
  ],
  [
    'an upload of 50 MB',
    VIEW,
    (path) => writeFile(join(path, 'text.md'), Buffer.alloc(50_000_000, 32)),
    /FILE_TOO_LARGE at text\.md: expected at most 10 MB, got 50 MB/,
  ],
  [
    'bytes that are no text',
    VIEW,
    (path) => writeFile(join(path, 'text.md'), Buffer.from([0x41, 0xff, 0xfe, 0x42])),
    /at text\.md: expected UTF-8/,
  ],
];

describe('a contribution that is refused, with file, line and reason', () => {
  it.each(TABLE)(
    'CONTRIB-3, CONTRIB-4, CONTRIB-5, CONTRIB-9: %s',
    async (_, example, edit, line) => {
      const { code, out } = await run('check', await broken(example, edit));
      expect(out).toMatch(line);
      expect(code).toBe(1);
    },
  );

  it('CONTRIB-3: a link in the place of the whole folder', async () => {
    await symlink(here(`docs/example/contribution/${FIX}`), join(folder, 'linked'));
    for (const words of [['check'], ['effect'], ['receive', '--by', 'Jo Reader']]) {
      const { code, err } = await run(...words, './linked');
      expect(err).toBe("almfes: './linked' is a link to a folder; name the folder itself\n");
      expect(code).toBe(2);
    }
  });

  it('CONTRIB-3: a folder whose name is none', async () => {
    await cp(here(`docs/example/contribution/${FIX}`), join(folder, 'My Fix'), { recursive: true });
    const { code, err } = await run('receive', './My Fix', '--by', 'Jo Reader');
    expect(code).toBe(2);
    expect(err).toContain('small letters, digits and hyphens name a contribution; the folder is');
  });

  it('CONTRIB-3: more files than a folder may have', async () => {
    const path = join(folder, 'many');
    await mkdir(path);
    for (let at = 0; at <= 1000; at += 1) await writeFile(join(path, `${at}.txt`), '');
    const { code, err } = await run('check', './many');
    expect(code).toBe(2);
    expect(err).toContain('at most 1000 files');
  });
});

const COMMERCE = 'commerce-2021';

/** A proposed case with one thing made wrong in a file. */
async function brokenCase(file: string, edit: (text: string) => string): Promise<string> {
  made += 1;
  const path = join(folder, `bad-${made}`);
  await mkdir(path);
  const header = JSON.parse(
    await readFile(here(`docs/example/contribution/${VIEW}/contribution.json`), 'utf8'),
  );
  const { about: _about, ...rest } = header;
  const json = { ...rest, kind: 'case', case: COMMERCE };
  await writeFile(join(path, 'contribution.json'), JSON.stringify(json, null, 2));
  await cp(here(`library/case/${COMMERCE}`), join(path, 'case'), { recursive: true });
  await rm(join(path, 'case', 'history.json'));
  const target = join(path, file);
  await writeFile(target, edit(await readFile(target, 'utf8')));
  return `./bad-${made}`;
}

const front = (line: string) => (text: string) => text.replace('---\n', `---\n${line}\n`);

describe('a proposed case that is refused, with file, line and reason', () => {
  it.each<[string, string, (text: string) => string, RegExp]>([
    [
      'a name that is taken',
      'contribution.json',
      (text) => text.replace(`"${COMMERCE}"`, '"svb-2020"'),
      /duplicate-slug at contribution\.json line \d+, \/case: expected a name that no case has/,
    ],
    [
      'a figure without a document',
      'case/figures.json',
      (text) => text.replace(/"document": "[^"]+"/, '"document": ""'),
      /length at case\/figures\.json line \d+, \/figures\/\S+\/document: expected/,
    ],
    [
      'a source that is not public',
      'case/figures.json',
      (text) => text.replace(/"url": "[^"]+"/, '"url": "https://localhost/a"'),
      /address at case\/figures\.json line \d+, \/figures\/\S+\/url: expected a public https/,
    ],
    [
      'a figure of after the decision',
      'case/figures.json',
      (text) => text.replace(/"knownFrom": "2022-[^"]+"/, '"knownFrom": "2022-12-01"'),
      /at case\/\S+ line \d+\S* .*2022-12-01/,
    ],
    [
      'total assets that are not the sum of the other side',
      'case/figures.json',
      (text) => text.replace(/("cr\.totalAssets": \{"label": "[^"]*", "value": )/, '$19'),
      /at case\/(?:study|figures)\.json line \d+/,
    ],
    [
      'a key that stands twice',
      'case/study.json',
      (text) => text.replace('"title"', '"title": "x", "title"'),
      /key-twice at case\/study\.json line 3: expected each key of an object once, got title/,
    ],
    [
      'front matter that repeats itself without end',
      'case/case.md',
      front('a: &a [x, x]\nb: [*a, *a]'),
      /alias at case\/case\.md line \d+/,
    ],
    [
      'front matter that makes an object of a kind',
      'case/case.md',
      front('a: !!js/function "x"'),
      /syntax at case\/case\.md line \d+/,
    ],
    [
      'a key of the front matter that would change every object',
      'case/case.md',
      front('__proto__: {a: 1}'),
      /unknown-key at case\/case\.md line \d+, \/__proto__/,
    ],
    [
      'a drawing in a title of the plan',
      'case/changes.json',
      (text) => text.replace(/"title": "/, '"title": "<svg><title><svg onload=alert(1)> '),
      /html at case\/changes\.json line \d+: expected text without HTML, SVG or XML/,
    ],
  ])('CONTRIB-4, CONTRIB-10: %s', async (_, file, edit, line) => {
    const { code, out } = await run('check', await brokenCase(file, edit));
    expect(out).toMatch(line);
    expect(code).toBe(1);
  });
});
