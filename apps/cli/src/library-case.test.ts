import { chmod, cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CaseResult, MEASURES } from '@almfes/engine';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCaseHere } from './effect/run-case.js';
import { recordingEffects } from './example-effects.test-fixture.js';
import { runProgram } from './program.js';

const LIBRARY = fileURLToPath(new URL('../../../library/', import.meta.url));

/** The command on the real library with the real engine and solver; only the screen is recorded. */
async function run(words: string, prepare?: (folder: string) => Promise<void>) {
  const { effects, out, err } = await recordingEffects({
    libraryFolder: LIBRARY,
    runCase: runCaseHere,
  });
  const folder = await mkdtemp(join(tmpdir(), 'almfes-library-'));
  await prepare?.(folder);
  const before = await readdir(folder, { recursive: true });
  const code = await runProgram(words.split(' '), { ...effects, workingFolder: folder });
  const after = await readdir(folder, { recursive: true });
  const written = after.filter((path) => !before.includes(path));
  return { code, out: out(), err: err(), written, folder };
}

describe('almfes case svb-2022 --json on the real library', () => {
  let first: Awaited<ReturnType<typeof run>>;
  let result: CaseResult;

  beforeAll(async () => {
    first = await run('case svb-2022 --json');
    result = JSON.parse(first.out);
  });

  it('ends with 0 and writes no file', () => {
    expect({ code: first.code, written: first.written }).toEqual({ code: 0, written: [] });
  });

  it('meets the schema that case --schema prints', async () => {
    const schema = JSON.parse((await run('case --schema')).out);
    const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(schema);
    expect(validate(result), JSON.stringify(validate.errors)).toBe(true);
  });

  it('has the steps 0 to 4, each with findings and tables', () => {
    expect(result.steps.map(({ step }) => step)).toEqual([0, 1, 2, 3, 4]);
    for (const { findings, tables, step } of result.steps) {
      expect(findings.length, `findings of step ${step}`).toBeGreaterThan(0);
      expect(tables.length, `tables of step ${step}`).toBeGreaterThan(0);
    }
  });

  it('sets every published figure of the bank and its sisters beside our own', async () => {
    expect(result.publishedVsReproduced.map(({ id }) => id)).toEqual(
      await publishedIds(['svb-2022', 'svb-2021', 'svb-2020']),
    );
    for (const each of result.publishedVsReproduced) {
      expect(Object.keys(each).toSorted()).toEqual([
        'aim',
        'difference',
        'id',
        'origin',
        'published',
        'reproduced',
        'role',
        'source',
        'title',
        'unit',
      ]);
      expect(each.difference).toBeCloseTo(each.reproduced - each.published, 9);
    }
  });

  it('SITE-8: every number of its tables has an origin: a rule, and measures that exist', () => {
    const tables = result.steps.flatMap((step) => step.tables);
    const without = tables.flatMap(({ id, rows, origins }) =>
      rows.flatMap((row, at) =>
        row.flatMap((cell, column) => {
          const told = typeof origins?.cells[at]?.[column] === 'number';
          return typeof cell === 'number' && !told ? [`${id}, row ${at}, column ${column}`] : [];
        }),
      ),
    );
    expect(without).toEqual([]);
    const known = new Set(MEASURES.map(({ id }) => id));
    const listed = [
      ...tables.flatMap(({ origins }) => origins?.list ?? []),
      ...result.steps.flatMap(({ pictures }) => pictures.flatMap((each) => each.origins?.list)),
    ];
    for (const origin of listed) {
      if (origin === undefined) throw new Error('an origin is missing');
      // What was published, or stands in a data set, leads there.
      if ('figure' in origin || 'data' in origin) continue;
      expect(origin.rule, origin.title).toMatch(/^[A-Z]+-\d+$/);
      expect(origin.measures.filter((id) => !known.has(id))).toEqual([]);
    }
  });

  it('leaves no residual in any attribution, above 1e-9 of its total', () => {
    expect(result.attribution.length).toBeGreaterThan(0);
    for (const { measure, scenario, residual, total, from, to, shapley } of result.attribution) {
      const name = `${measure} at '${scenario}'`;
      const size = Math.abs(total);
      expect(Math.abs(residual), name).toBeLessThanOrEqual(1e-9 * size);
      expect(Math.abs(to - from - total), name).toBeLessThanOrEqual(1e-9 * size);
      const sum = shapley.reduce((all, { value }) => all + value, 0);
      expect(Math.abs(sum - total), name).toBeLessThanOrEqual(1e-9 * size);
    }
  });
});

async function publishedIds(slugs: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const slug of slugs) {
    const text = await readFile(join(LIBRARY, 'case', slug, 'changes.json'), 'utf8');
    ids.push(...JSON.parse(text).published.map(({ id }: { id: string }) => id));
  }
  return ids;
}

describe('the other cases of the library', () => {
  it('svb-2021 --json --step 3 gives that step alone', async () => {
    const { code, out } = await run('case svb-2021 --json --step 3');
    const { case: name, steps }: CaseResult = JSON.parse(out);
    expect({ code, name, steps: steps.map(({ id }) => id) }).toEqual({
      code: 0,
      name: 'svb-2021',
      steps: ['failure'],
    });
  });

  it('svb-2020 has no steps of its own, and its figures are set beside ours', async () => {
    const { code, out } = await run('case svb-2020 --json');
    const { steps, publishedVsReproduced }: CaseResult = JSON.parse(out);
    expect({ code, steps }).toEqual({ code: 0, steps: [] });
    expect(publishedVsReproduced.map(({ id }) => id)).toEqual(await publishedIds(['svb-2020']));
  });

  it.each([
    ['svb-2012', 'did you mean svb-2022 or svb-2020 or svb-2021?'],
    ['svb2022', 'did you mean'],
    ['sbv-2020', 'did you mean'],
  ])('%s is no case, and the line names what is near', async (name, hint) => {
    const { code, out, err } = await run(`case ${name}`);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^almfes: there is no case '.*' in the library; .*\n$/);
    expect(err).toContain(hint);
  });

  it('--list names every case that has a Study or a structural hedge, with its date', async () => {
    const { out } = await run('case --list --json');
    const cases: { case: string; valuationDate: string; decisionDate: string }[] =
      JSON.parse(out).cases;
    const dates = cases.map(({ valuationDate }) => valuationDate);
    expect(dates.filter((date) => !/^\d{4}-\d{2}-\d{2}$/.test(date))).toEqual([]);
    const said = cases.map((each) => `${each.case} ${each.decisionDate}`);
    expect(said).toEqual(
      expect.arrayContaining(['svb-2020 2022-03-01', 'svb-2021 2022-03-01', 'svb-2022 2023-02-24']),
    );
    const folders = await readdir(join(LIBRARY, 'case'));
    const runs = await Promise.all(
      folders.map(async (slug) =>
        (await readdir(join(LIBRARY, 'case', slug))).some((file) =>
          ['study.json', 'structural-hedge.json'].includes(file),
        ),
      ),
    );
    expect(cases.map((each) => each.case)).toEqual(folders.filter((_, at) => runs[at]).sort());
  });
});

/** Puts a copy of svb-2020 into a folder, one text of one file replaced. */
function copyWith(file: string, from: string | RegExp, to: string) {
  return async (folder: string): Promise<void> => {
    const copy = join(folder, 'my-case');
    await cp(join(LIBRARY, 'case', 'svb-2020'), copy, { recursive: true });
    const text = await readFile(join(copy, file), 'utf8');
    const changed = text.replace(from, to);
    expect(changed, 'the copy is changed').not.toBe(text);
    await writeFile(join(copy, file), changed);
  };
}

describe('a copied case folder', () => {
  it('runs from where it stands, and the page is written whole', async () => {
    const prepare = copyWith('study.json', '"title": "', '"title": "My copy of ');
    const { code, out, written } = await run('case ./my-case --html page.html', prepare);
    expect({ code, written }).toEqual({ code: 0, written: ['page.html'] });
    expect(out).toContain('My copy of ');
  });

  it.each<[string, string, string | RegExp, string, RegExp]>([
    [
      'a figure that does not exist',
      'study.json',
      '"bs_as_first_reported.2020.goodwill"',
      '"bs_as_first_reported.2020.gold"',
      /: unknown-figure at study\.json#\/capital\/\S+: expected a figure id, got bs_as/,
    ],
    [
      'a decision before the figures were known',
      'study.json',
      '"decisionDate": "2022-03-01"',
      '"decisionDate": "2021-03-01"',
      /: known-after-decision at study\.json#\/\S+: expected known by 2021-03-01/,
    ],
    [
      'a misspelt measure',
      'changes.json',
      '"measure": "eve.value"',
      '"measure": "eve.valu"',
      /: unknown-measure at changes\.json#\/published\/0\/measure: /,
    ],
    [
      'a misspelt key',
      'changes.json',
      '"withoutHedges"',
      '"withoutHedge"',
      /: unknown-key at changes\.json#\/published\/0\/withoutHedge: /,
    ],
    [
      'a passport with a role of its own',
      'figures.json',
      '"role":"target"',
      '"role":"truth"',
      /: enum at figures\.json#\/figures\/\S+\/role: /,
    ],
    [
      'text that is no JSON',
      'figures.json',
      '{',
      '{{',
      /JSON_SYNTAX at figures\.json, line 1, column 2: expected JSON/,
    ],
  ])('%s: exit code 2, the issue on the line, nothing written', async (_, file, from, to, line) => {
    const words = 'case ./my-case --json --html page.html';
    const { code, out, err, written } = await run(words, copyWith(file, from, to));
    expect({ code, written }).toEqual({ code: 2, written: [] });
    expect(Object.keys(JSON.parse(out))).toEqual(['issues']);
    expect(err).toMatch(/^almfes: the case my-case cannot be run: /);
    expect(err).toMatch(line);
    expect(err).not.toMatch(/Error|\bat .*\.ts/);
  });

  const root = process.getuid?.() === 0;
  const why = root ? ' (skipped: the superuser may write anywhere)' : '';
  it.skipIf(root)(
    `a folder without leave to write: exit code 2, nothing half written${why}`,
    async () => {
      const closed = async (folder: string): Promise<void> => chmod(folder, 0o555);
      const { code, out, err, written } = await run('case svb-2020 --html page.html', closed);
      expect({ code, out, written }).toEqual({ code: 2, out: '', written: [] });
      expect(err).toMatch(/^almfes: cannot write to .*: permission denied\n$/);
    },
  );

  it('a file where the folder should be: exit code 2, nothing half written', async () => {
    const taken = (folder: string): Promise<void> => writeFile(join(folder, 'taken'), 'mine');
    const { code, out, err, written, folder } = await run(
      'case svb-2020 --json --html taken/page.html',
      taken,
    );
    expect({ code, out, written }).toEqual({ code: 2, out: '', written: [] });
    expect(err).toBe('almfes: cannot write to taken: a file where a folder should be\n');
    expect(await readFile(join(folder, 'taken'), 'utf8')).toBe('mine');
  });
});
