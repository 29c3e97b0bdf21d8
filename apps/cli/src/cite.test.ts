import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundleFiles, bundleZip, unzipBundle } from '@almfes/laboratory';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { citedBy } from './cited.js';
import { runCaseHere } from './effect/run-case.js';
import { sha256 } from './effect/sha256.js';
import { recordingEffects } from './example-effects.test-fixture.js';
import { here, makeOneCaseLibrary } from './one-case-library.test-fixture.js';
import { runProgram } from './program.js';

let folder = '';
let library = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'almfes-cite-'));
  library = join(folder, 'library');
  await makeOneCaseLibrary(library);
});

afterAll(() => rm(folder, { recursive: true }));

async function run(words: string, libraryFolder = library) {
  const given = { libraryFolder, workingFolder: folder, runCase: runCaseHere };
  const recording = await recordingEffects(given);
  const code = await runProgram(words.split(' '), recording.effects);
  return { code, out: recording.out(), err: recording.err() };
}

describe('almfes cite', () => {
  it('CITE-10: a case in its four forms', async () => {
    const apa = await run('cite case/svb-2020');
    expect(apa.out).toMatch(
      /^ALMFES laboratory\. \(n\.d\.\)\. .* almfes:case\/svb-2020@1\.0\.0 sha256:[0-9a-f]{64}\n$/,
    );
    expect((await run('cite case/svb-2020 --format bibtex')).out).toMatch(/^@misc\{almfes-case-/);
    expect((await run('cite case/svb-2020 --format cff')).out).toMatch(/^cff-version: 1\.2\.0\n/);
    expect(JSON.parse((await run('cite case/svb-2020 --format json')).out).slug).toBe('svb-2020');
  });

  it('CITE-10: an article with its version, day, permanent id and hash', async () => {
    const { code, out } = await run('cite article/baas-exit-blue-ridge', here('library'));
    expect(code).toBe(0);
    const { versions } = JSON.parse(
      await readFile(here('library/article/baas-exit-blue-ridge/history.json'), 'utf8'),
    );
    const { version, date } = versions.at(-1);
    expect(out).toContain(`(Version ${version}) [Article].`);
    expect(out).toContain(`almfes:article/baas-exit-blue-ridge@${version} sha256:`);
    expect(out).toContain(`(${date.slice(0, 4)}, `);
  });

  it.each(['article/no-such', 'article/..', 'case/no-such', 'svb-2020', 'weekly/2026-W01'])(
    'CITE-10: %s has 2',
    async (what) => {
      const { code, out, err } = await run(`cite ${what}`);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(`${what} cannot be cited`);
    },
  );
});

describe('the library as it is cited', () => {
  it('CITE-5: each version of a case and of an issue has its day', async () => {
    const cases = await readdir(here('library/case'));
    const articles = await readdir(here('library/article'));
    const weeks = (await readdir(here('library/weekly'))).filter((each) => each.startsWith('20'));
    const { effects } = await recordingEffects({ libraryFolder: here('library') });
    const undated: string[] = [];
    for (const each of [
      ...cases.map((slug) => `case/${slug}`),
      ...articles.map((slug) => `article/${slug}`),
      ...weeks.map((week) => `weekly/${week}`),
    ]) {
      const found = await citedBy(each, effects);
      // a case without a page yet has no version
      const hasPage = found.ok || found.issues.every(({ got }) => got !== 'none');
      if (hasPage && !(found.ok && found.value.date !== null)) undated.push(each);
    }
    expect(undated).toEqual([]);
  });
});

describe('a bundle, from the library to another machine', () => {
  const zip = () => join(folder, 'svb-2020.zip');

  it('CITE-7: is written, twice the same bytes', async () => {
    const none = await run('case bundle svb-2020 --out none.zip');
    expect(none.err).toContain('--date');
    const made = await run('case bundle svb-2020 --out svb-2020.zip --date 2026-11-28');
    expect(made).toMatchObject({ code: 0, out: 'svb-2020.zip: 14 files\n' });
    const first = await readFile(zip());
    await run('case bundle svb-2020 --out svb-2020.zip --date 2026-11-28');
    expect(Buffer.compare(first, await readFile(zip()))).toBe(0);
  });

  it('CITE-9: runs to the same outcome with one command, without any library', async () => {
    const nowhere = join(folder, 'nowhere');
    const again = await run('case run-bundle svb-2020.zip --json', nowhere);
    const direct = await run('case svb-2020 --json');
    expect(again.code).toBe(0);
    expect(again.out).toBe(direct.out);
    expect(again.err).toMatch(/almfes:case\/svb-2020@1\.0\.0 .*\n(\d+) of \1 as expected\n$/);
  });

  it('CITE-9: runs from where it was unzipped; a changed figure is refused by name', async () => {
    const files = unzipBundle(await readFile(zip()));
    if (!files.ok) throw new Error('no zip');
    const home = join(folder, 'unzipped');
    for (const { name, text } of files.value) {
      await mkdir(dirname(join(home, name)), { recursive: true });
      await writeFile(join(home, name), text);
    }
    expect((await run('case run-bundle ./unzipped --json')).code).toBe(0);
    const path = join(home, 'case/svb-2020/figures.json');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('"value":17675', '"value":17676'));
    const refused = await run('case run-bundle ./unzipped');
    expect({ code: refused.code, out: refused.out }).toEqual({ code: 2, out: '' });
    expect(refused.err).toContain('BUNDLE_CHANGED at case/svb-2020/figures.json');
  });

  it('CITE-9: a changed figure under a new manifest is not what its id names', async () => {
    const files = unzipBundle(await readFile(zip()));
    if (!files.ok) throw new Error('no zip');
    const cited = JSON.parse((await run('cite case/svb-2020 --format json')).out);
    const changed = files.value.map(({ name, text }) => ({
      name,
      text: name.endsWith('figures.json') ? text.replace('"value":17675', '"value":17676') : text,
    }));
    const forged = bundleFiles(
      {
        ...{ citable: cited, date: '2026-11-28', programVersion: '1' },
        caseFiles: changed.filter(({ name }) => name.startsWith('case/')),
        dataFiles: changed.filter(({ name }) => name.startsWith('data/')),
      },
      sha256,
    );
    await writeFile(join(folder, 'forged.zip'), bundleZip(forged));
    const { code, err } = await run('case run-bundle forged.zip');
    expect(code).toBe(2);
    expect(err).toContain('its content is not that of its id');
  });

  it('CITE-9: a folder that is a bundle is told from a case folder', async () => {
    const { code, err } = await run('case ./unzipped');
    expect({ code, err }).toEqual({
      code: 2,
      err:
        "almfes: './unzipped' is a bundle, not a case folder: " +
        'almfes case run-bundle ./unzipped\n',
    });
  });

  it('CITE-9: a disclosure study is held against its manifest and has no steps', async () => {
    const made = await run('case bundle credit-suisse-2023 --out b.zip', here('library'));
    expect(made.code).toBe(0);
    const { code, out } = await run('case run-bundle b.zip', join(folder, 'nowhere'));
    expect(code).toBe(0);
    expect(out).toMatch(/^almfes:case\/credit-suisse-2023@.*\nevery file as cited; /);
  });

  it('CITE-9: a link in a folder is not followed', async () => {
    await mkdir(join(folder, 'linked'));
    await symlink('/etc/hostname', join(folder, 'linked', 'README.md'));
    const { code, err } = await run('case run-bundle ./linked');
    expect(code).toBe(2);
    expect(err).toContain('BUNDLE_NAME at README.md: expected a plain file');
  });
});
