import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issue } from '@almfes/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Effects } from './effect/effects.js';
import { recordingEffects } from './example-effects.test-fixture.js';
import { here, makeOneCaseLibrary } from './one-case-library.test-fixture.js';
import { runProgram } from './program.js';

const EXAMPLES = here('docs/example/contribution');
const FIGURE = 'crq.2020-12-31.rc.cash_interest_bearing';

/** A sentence on what moves and one on what does not. */
const PUBLISHED =
  `Cash at banks was [[figure ${FIGURE}]]. ` +
  'Premises were [[figure bs_as_first_reported.2020.premises]].';

let folder = '';
let library = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'almfes-contribute-'));
  library = join(folder, 'library');
  await makeOneCaseLibrary(library, PUBLISHED);
});

afterAll(() => rm(folder, { recursive: true }));

const run = (...words: string[]) => runWith({}, ...words);

async function runWith(replaced: Partial<Effects>, ...words: string[]) {
  const surroundings = { libraryFolder: library, workingFolder: folder };
  const recording = await recordingEffects({ ...surroundings, ...replaced });
  const code = await runProgram(['contribute', ...words], recording.effects);
  return { code, out: recording.out(), err: recording.err() };
}

const example = (name: string): string => join(EXAMPLES, name);

describe('almfes contribute check', () => {
  it.each([
    ['bad-known-after-decision', /known-after-decision at contribution\.json line \d+, \/passport/],
    ['bad-broken-identity', /identity at svb-2020\/figures\.json#\/figures\/\S+total_assets/],
    ['bad-private-source', /address at contribution\.json line \d+, \/sources\/0/],
    ['bad-private-source', /address at contribution\.json line \d+, \/passport\/url/],
    ['bad-script', /html at text\.md line \d+: .*\n? *.*<svg/],
    ['bad-script', /script-address at text\.md line \d+/],
  ])('CONTRIB-16: %s has 1, with file, line and reason: %s', async (name, line) => {
    const { code, out } = await run('check', example(name));
    expect(code).toBe(1);
    expect(out).toMatch(line);
    expect(out).toMatch(/\n\d checks, 1 failed\n$/);
  });

  it.each(['premises-page', 'what-a-desk-would-add', 'faster-deposit-beta'])(
    'CONTRIB-16: %s has 0',
    async (name) => {
      const { code, out } = await run('check', example(name), '--json');
      expect(JSON.parse(out)).toMatchObject({ slug: name, passed: true });
      expect(code).toBe(0);
    },
  );

  it('CONTRIB-3: an upload of 50 MB is not read', async () => {
    await mkdir(join(folder, 'large'));
    await writeFile(join(folder, 'large', 'contribution.json'), Buffer.alloc(50_000_000, 32));
    const { code, out } = await run('check', './large');
    expect(code).toBe(1);
    expect(out).toContain('FILE_TOO_LARGE at contribution.json: expected at most 10 MB, got 50 MB');
    await rm(join(folder, 'large'), { recursive: true });
  });

  it('CONTRIB-16: no such contribution has 2', async () => {
    const { code, err } = await run('check', 'no-such');
    expect({ code, err }).toEqual({
      code: 2,
      err: "almfes: there is no contribution 'no-such'; almfes contribute list names them\n",
    });
  });
});

describe('almfes contribute new', () => {
  it('CONTRIB-16: a template carries the passport, and passes once filled in', async () => {
    const words = ['new', 'correction', 'my-fix', '--case', 'svb-2020', '--figure', FIGURE];
    const made = await run(...words);
    expect(made.code).toBe(0);
    expect(made.out).toContain('almfes contribute check ./my-fix');
    const before = await run('check', './my-fix');
    expect(before.code).toBe(1);
    expect(before.out.match(/fill-in at contribution\.json line \d+/g)).toHaveLength(5);
    expect((await run(...words)).code).toBe(2);
    const file = join(folder, 'my-fix', 'contribution.json');
    const json = JSON.parse(await readFile(file, 'utf8'));
    const filled = {
      ...json,
      title: 'A page',
      contributor: { name: 'Example Contributor' },
      interest: 'none',
      sources: ['https://cdr.ffiec.gov/public/'],
      passport: { ...json.passport, locator: 'MDRM RCFD0071, Schedule RC' },
      reason: 'It says the schedule too.',
    };
    await writeFile(file, JSON.stringify(filled));
    expect((await run('check', './my-fix')).code).toBe(0);
  });

  it('CONTRIB-16: a figure without its case is asked for it', async () => {
    const { code, err } = await run('new', 'correction', 'a-fix', '--figure', FIGURE);
    expect({ code, err }).toEqual({
      code: 2,
      err: `almfes: --figure ${FIGURE} needs --case: the place that holds it\n`,
    });
  });
});

describe('almfes contribute new, of what is not there', () => {
  const CASE = ['--case', 'svb-2020'];

  it.each([
    ['perspective', ['--case', 'nope'], "there is no case 'nope'"],
    ['perspective', ['--case', '../x'], "there is no case '../x'"],
    ['correction', ['--case', 'nope'], "there is no case, article/SLUG or data/FILE 'nope'"],
    [
      'correction',
      ['--case', 'data/nope'],
      "there is no case, article/SLUG or data/FILE 'data/nope'",
    ],
    ['challenge', ['--case', '../x'], "there is no case '../x'"],
    ['case', ['--case', '../x'], '--case is the name of the new case'],
    ['case', CASE, "the library has a case 'svb-2020' already"],
    ['challenge', [...CASE, '--figure', FIGURE], '--figure belongs to a correction'],
  ])('CONTRIB-16: %s %j: exit code 2, %s, and nothing written', async (kind, words, told) => {
    const { code, err, out } = await run('new', kind, 'not-made', ...words, '--json');
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(told) });
    expect(JSON.parse(out).issues[0].message).toContain(told);
    expect(await readdir(folder)).not.toContain('not-made');
  });

  it('CONTRIB-16: a perspective on a case fails on what is to be written alone', async () => {
    const made = await run('new', 'perspective', 'a-view', ...CASE, '--json');
    expect(made.code).toBe(0);
    expect(JSON.parse(made.out).files).toHaveLength(2);
    const { out } = await run('check', './a-view', '--json');
    const issues = JSON.parse(out).checks.flatMap((each: { issues: object[] }) => each.issues);
    const codes = issues.map(({ code }: { code: string }) => code);
    expect([...new Set(codes)].toSorted()).toEqual(['fill-in']);
    await rm(join(folder, 'a-view'), { recursive: true });
  });
});

describe('almfes contribute list', () => {
  it('CONTRIB-16: what was received first stands first, whatever its name', async () => {
    const own = { libraryFolder: join(folder, 'queue-library') };
    const receive = (name: string, day: string) =>
      runWith({ ...own, today: () => day }, 'receive', example(name), '--by', 'Example Reader');
    expect((await receive('what-a-desk-would-add', '2027-01-01')).code).toBe(0);
    expect((await receive('faster-deposit-beta', '2027-01-02')).code).toBe(0);
    const { out } = await runWith(own, 'list', '--json');
    const slugs = JSON.parse(out).contributions.map(({ slug }: { slug: string }) => slug);
    expect(slugs).toEqual(['what-a-desk-would-add', 'faster-deposit-beta']);
  });
});

describe('a correction through the queue', () => {
  const SLUG = 'interest-bearing-cash';
  const move = (state: string, by: string) =>
    run('move', SLUG, state, '--by', by, '--reason', 'because it is so');
  const file = (name: string) => readFile(join(library, 'case/svb-2020', name), 'utf8');

  it('CONTRIB-12, CONTRIB-13: its effect, with the sentence, before it is received', async () => {
    const { code, out } = await run('effect', example(SLUG), '--json');
    expect(code).toBe(0);
    const { cases, sentences } = JSON.parse(out);
    expect(cases.map((each: { slug: string }) => each.slug)).toEqual(['svb-2020']);
    expect(cases[0].measures.length).toBeGreaterThan(20);
    expect(sentences).toEqual([
      {
        page: 'case/svb-2020/case.md',
        line: 19,
        sentence: `Cash at banks was [[figure ${FIGURE}]].`,
        because: [`figure ${FIGURE}`],
        sizes: [],
      },
    ]);
  });

  it('CONTRIB-6, CONTRIB-8, CONTRIB-15: checked, reviewed by another, accepted', async () => {
    const old = await file('figures.json');
    expect((await run('receive', example(SLUG), '--by', 'Example Reader')).code).toBe(0);
    expect((await run('receive', example(SLUG), '--by', 'Example Reader')).code).toBe(2);
    expect((await move('accepted', 'Example Reviewer')).err).toContain('checked or declined');
    expect((await move('checked', 'Example Reader')).code).toBe(0);
    const own = await move('in-review', 'Example Contributor');
    expect(own.code).toBe(2);
    expect(own.err).toContain('another person than the contributor');
    expect((await move('in-review', 'Example Reviewer')).code).toBe(0);
    expect(await file('figures.json')).toBe(old);
    expect((await move('accepted', 'Example Reviewer')).code).toBe(0);
    expect(JSON.parse(await file('figures.json')).figures[FIGURE].value).toBeCloseTo(16165.592, 9);
    expect(await file('case.md')).toContain(
      'version: 1.1.0\ncontributors: ["Example Contributor"]\n',
    );
    expect(JSON.parse(await file('history.json')).versions).toMatchObject([
      { version: '1.1.0', date: '2026-11-20', contribution: SLUG },
    ]);
    expect(await file('expected.json')).not.toBe(
      await readFile(here('library/case/svb-2020/expected.json'), 'utf8'),
    );
    expect((await move('declined', 'Example Reviewer')).err).toContain('nothing after accepted');
  });

  it('CONTRIB-7: list and show tell it; a changed past is refused', async () => {
    expect((await run('list')).out).toMatch(/^interest-bearing-cash +accepted +correction /);
    const shown = await run('show', SLUG, '--json');
    const states = JSON.parse(shown.out).history.map((each: { state: string }) => each.state);
    expect(states).toEqual(['received', 'checked', 'in-review', 'accepted']);
    const path = join(library, 'contribution', SLUG, 'history.json');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('Example Reviewer', 'Somebody Else'));
    const { code, err } = await run('show', SLUG);
    expect(code).toBe(2);
    expect(err).toContain('history-changed at history.json#/events/2/hash');
  });

  it('CONTRIB-16: files that change after the check go no further', async () => {
    const name = 'premises-page';
    const step = (state: string, by: string) =>
      run('move', name, state, '--by', by, '--reason', 'because');
    await run('receive', example(name), '--by', 'Example Reader');
    expect((await step('checked', 'Example Reader')).code).toBe(0);
    const path = join(library, 'contribution', name, 'contribution.json');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('Made up', 'Thought up'));
    const refused = await step('in-review', 'Example Reviewer');
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('content-changed');
    expect((await step('received', 'Example Contributor')).code).toBe(0);
    expect((await step('checked', 'Example Reader')).code).toBe(0);
  });

  it('CONTRIB-4: what could do harm is not received', async () => {
    const { code, err } = await run('receive', example('bad-script'), '--by', 'Example Reader');
    expect(code).toBe(2);
    expect(err).toContain('bad-script is not received');
    expect(await readdir(join(library, 'contribution'))).toEqual([
      'interest-bearing-cash',
      'premises-page',
    ]);
  });
});

describe('a proposed case through the queue', () => {
  const SLUG = 'commerce-again';
  const CASE = 'commerce-2021';
  const move = (state: string, by: string, reason = 'because it is so') =>
    run('move', SLUG, state, '--by', by, '--reason', reason);

  beforeAll(async () => {
    expect((await run('new', 'case', SLUG, '--case', CASE)).code).toBe(0);
    const path = join(folder, SLUG, 'contribution.json');
    const json = JSON.parse(await readFile(path, 'utf8'));
    const filled = {
      ...json,
      title: 'Commerce Bancshares 2021',
      contributor: { name: 'Example Contributor' },
      interest: 'none',
      sources: ['https://cdr.ffiec.gov/public/'],
    };
    await writeFile(path, JSON.stringify(filled, null, 2));
    const copied = join(folder, SLUG, 'case');
    await cp(here(`library/case/${CASE}`), copied, { recursive: true });
    // the library of this test has one case: references to others lead to it
    const page = await readFile(join(copied, 'case.md'), 'utf8');
    const own = page.replaceAll(/\[\[case [\w-]+\]\]/g, '[[case svb-2020]]');
    await writeFile(join(copied, 'case.md'), own);
  });

  it('CONTRIB-16: the next command says what a case is started from', async () => {
    const { out } = await run('new', 'case', 'another', '--case', CASE);
    expect(out).toContain(`almfes case new ${CASE} --out ./another/case --call-report FILE.zip`);
    await rm(join(folder, 'another'), { recursive: true });
  });

  it('CONTRIB-3: a history of its own making is no file of a proposal', async () => {
    const { code, out } = await run('check', `./${SLUG}`);
    expect(code).toBe(1);
    expect(out).toContain('unknown-file at case/history.json');
    await rm(join(folder, SLUG, 'case', 'history.json'));
  });

  it('CONTRIB-10: its five steps are run, and one that cannot be made is told', async () => {
    const ran: string[] = [];
    const stopped = issue('step', 'changes.json, step 3', 'a step that can be made', 'no limit');
    const checkSteps: Effects['checkSteps'] = async (cases) => {
      ran.push(...cases.map(({ slug }) => slug));
      return cases.map(() => [stopped]);
    };
    const { code, out } = await runWith({ checkSteps }, 'check', `./${SLUG}`);
    expect(ran).toEqual([CASE]);
    expect(code).toBe(1);
    expect(out).toContain('FAIL steps');
    expect(out).toContain('step at case/changes.json, step 3');
  });

  it('CONTRIB-6, CONTRIB-15: it stands in the library once another has accepted it', async () => {
    expect((await run('receive', `./${SLUG}`, '--by', 'Example Reader')).code).toBe(0);
    expect((await move('checked', 'Example Reader')).code).toBe(0);
    expect((await move('in-review', 'Contributor, EXAMPLE')).err).toContain('another person');
    const silent = await move('in-review', 'Example Reviewer', '');
    expect(silent.code).toBe(2);
    expect(silent.err).toContain('length at /events/2/reason');
    expect((await move('in-review', 'Example Reviewer')).code).toBe(0);
    const home = join(library, 'case', CASE);
    expect(await readdir(join(library, 'case'))).toEqual(['svb-2020']);
    expect((await move('accepted', 'Example Reviewer')).code).toBe(0);
    for (const name of ['case.md', 'figures.json', 'study.json', 'changes.json', 'expected.json']) {
      const original = await readFile(join(folder, SLUG, 'case', name), 'utf8');
      expect(await readFile(join(home, name), 'utf8')).toBe(original);
    }
    const page = await readFile(join(home, 'case.md'), 'utf8');
    const version = /^version: "?([\d.]+)/m.exec(page)?.[1];
    expect(JSON.parse(await readFile(join(home, 'history.json'), 'utf8')).versions).toEqual([
      {
        ...{ version, date: '2026-11-20', what: 'First version.' },
        ...{ contributors: ['Example Contributor'], contribution: SLUG },
      },
    ]);
  });

  it('CONTRIB-10: a second of the same name is refused', async () => {
    await cp(join(folder, SLUG), join(folder, 'again'), { recursive: true });
    const { code, out } = await run('check', './again');
    expect(code).toBe(1);
    expect(out).toMatch(/duplicate-slug at contribution\.json line \d+, \/case/);
    // and its page is found to be a copy of the first
    expect(out).toMatch(
      /copy at case\/case\.md line 17: .*stands\s+in case\/commerce-2021\/case\.md/,
    );
  });
});

describe('a correction of a data set through the queue', () => {
  const STANDS = /What may stand on the old value[\s\S]*docs\/method\/reproduction\.md/;
  const later = (...words: string[]) => runWith({ today: () => '2027-01-05' }, ...words);

  it('CONTRIB-18: what is not made again is named before and at the acceptance', async () => {
    const place = ['--case', 'data/us-treasury-par', '--figure', '2022-12-30.10Y'];
    expect((await run('new', 'correction', 'a-yield', ...place)).code).toBe(0);
    const path = join(folder, 'a-yield', 'contribution.json');
    const json = JSON.parse(await readFile(path, 'utf8'));
    const filled = {
      ...json,
      title: 'A yield',
      contributor: { name: 'Example Contributor' },
      interest: 'none',
      sources: ['https://home.treasury.gov/rates'],
      passport: { ...json.passport, value: 3.89 },
      reason: 'The table of the Treasury says so.',
    };
    await writeFile(path, JSON.stringify(filled));
    const effect = await later('effect', './a-yield');
    expect(effect.out).toMatch(/^data\/us-treasury-par 2022-12-30\.10Y: 3\.88 percent -> 3\.89/);
    expect(effect.out).toMatch(STANDS);
    const { standsOn } = JSON.parse((await later('effect', './a-yield', '--json')).out);
    expect(standsOn).toContainEqual({
      what: 'docs/method/reproduction.md',
      how: 'npx tsx --tsconfig tsconfig.test.json tools/expected/write-expected.ts',
    });
    expect((await later('receive', './a-yield', '--by', 'Example Reader')).code).toBe(0);
    const move = (state: string, by: string) =>
      later('move', 'a-yield', state, '--by', by, '--reason', 'because it is so');
    expect((await move('checked', 'Example Reader')).err).not.toMatch(STANDS);
    expect((await move('in-review', 'Example Reviewer')).code).toBe(0);
    const accepted = await move('accepted', 'Example Reviewer');
    expect(accepted.code, accepted.err).toBe(0);
    expect(accepted.err).toMatch(STANDS);
    expect(await readdir(join(library, 'data/us-treasury-par'))).toContain('2027-01-05');
  });
});
