import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, issue } from '@almfes/engine';
import { CONTRIBUTION_STATES, extendedHistory, folderHash } from '@almfes/laboratory';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../effect/sha256.js';
import { recordingEffects } from '../example-effects.test-fixture.js';
import { here, makeOneCaseLibrary } from '../one-case-library.test-fixture.js';
import { contributionSections } from './contribution-sections.js';
import { contributionsPage } from './contributions-page.js';
import { readContributions } from './read-contributions.js';

const CHALLENGE = 'faster-deposit-beta';
const PERSPECTIVE = 'what-a-desk-would-add';

let folder = '';
const library = (...names: string[]): string => join(folder, 'library', ...names);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'almfes-test-'));
  await makeOneCaseLibrary(library());
});

afterAll(() => rm(folder, { recursive: true }));

/** An example in the library with all states of the queue but the last, declined. */
async function accepted(slug: string): Promise<void> {
  const home = library('contribution', slug);
  await cp(here(`docs/example/contribution/${slug}`), home, { recursive: true });
  const names = await readdir(home);
  const files = await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(join(home, name), 'utf8') })),
  );
  const content = folderHash(files, sha256);
  let text = '{"events":[]}';
  for (const state of CONTRIBUTION_STATES.slice(0, -1)) {
    const told = { state, date: '2026-11-20', by: 'Example Reviewer', reason: `why ${state}` };
    const longer = extendedHistory(JSON.parse(text).events, { ...told, content }, sha256);
    if (!longer.ok) throw new Error(JSON.stringify(longer.issues));
    text = longer.value;
  }
  await writeFile(join(home, 'history.json'), text);
}

async function found() {
  const { effects } = await recordingEffects({ libraryFolder: library() });
  return readContributions([{ slug: 'svb-2020', path: library('case/svb-2020') }], effects);
}

const noPage = () => fail(issue('unknown-page', '', 'a page', 'none'));

describe('contributions of a library', () => {
  it('SITE-10: where none was received there is no page and no section', async () => {
    expect(await found()).toEqual({ ok: true, value: [] });
    expect(contributionsPage([], noPage)).toEqual([]);
    expect(contributionSections('svb-2020', [], noPage)).toEqual([]);
  });

  it('SITE-10: an accepted challenge has its effect, a perspective its words', async () => {
    await accepted(CHALLENGE);
    await accepted(PERSPECTIVE);
    const all = await found();
    if (!all.ok) throw new Error(JSON.stringify(all.issues));
    const sections = contributionSections('svb-2020', all.value, noPage);
    expect(sections.map(({ id, level }) => `${level} ${id}`)).toEqual([
      '2 contributions',
      `3 contribution-${CHALLENGE}`,
      `3 contribution-${PERSPECTIVE}`,
    ]);
    const [, challenge, perspective] = sections.map((each) => JSON.stringify(each));
    expect(challenge).toContain('Made up for instruction: that deposits which bear interest');
    expect(challenge).toContain('Effect on headline measures');
    expect(perspective).toContain('It needs no number: it leads');
    // Its own heading is that of the section, and stands once.
    expect(perspective).not.toContain('**Example: what a practitioner may add**');
    expect(perspective).toContain('Example Contributor');
    expect(contributionSections('svb-2022', all.value, noPage)).toEqual([]);
    const [page] = contributionsPage(all.value, noPage);
    const text = JSON.stringify(page);
    for (const state of CONTRIBUTION_STATES.slice(0, -1)) expect(text).toContain(`why ${state}`);
  });

  it('SITE-10: the effect starts at the result of the case; a faster beta earns less', async () => {
    const all = await found();
    const moved = all.ok ? (all.value[0]?.effects[0]?.measures ?? []) : [];
    const expected = JSON.parse(await readFile(library('case/svb-2020/expected.json'), 'utf8'));
    // the case's own beta is 0.6, disclosed; 0.8 costs more at +200
    const income = moved.find(({ id, scenario }) => id === 'nii.12m' && scenario === '+200');
    const row = expected.rows.find(
      (each: { measure: string; scenario: string }) =>
        each.measure === 'nii.12m' && each.scenario === '+200',
    );
    expect(income?.before).toBeCloseTo(row.value, 6);
    expect(income?.after).toBeLessThan(row.value);
  });

  it('SITE-10: words that changed since they were accepted are not published', async () => {
    await writeFile(library('contribution', PERSPECTIVE, 'text.md'), 'Something else.');
    const all = await found();
    const told = all.ok ? [] : all.issues.map(({ code, path }) => `${code} ${path}`);
    expect(told).toEqual([`content-changed ${PERSPECTIVE}/history.json`]);
  });
});
