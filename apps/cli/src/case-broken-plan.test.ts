import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CaseFiles } from '@almfes/intake';
import { beforeAll, describe, expect, it } from 'vitest';
import { bulkZip, SMALL_BANK } from './call-report-zip.test-fixture.js';
import { readCaseFiles } from './case-run.js';
import { runCaseHere } from './effect/run-case.js';
import { recordingEffects } from './example-effects.test-fixture.js';
import { runProgram } from './program.js';

const libraryFolder = fileURLToPath(new URL('../../../library', import.meta.url));
const SWAPS = { rateSwapsNotional: 40, rateSwapsPayFixedNotional: 40 };
const BANK = {
  ...{ idrssd: 11, name: 'MADE BANK', city: 'AUSTIN' },
  amounts: { ...SMALL_BANK, ...SWAPS },
};

// biome-ignore lint/suspicious/noExplicitAny: tests break a plan term by term
type Loose = any;

describe('a plan that is broken', () => {
  let made: CaseFiles;
  beforeAll(async () => {
    const { effects, err } = await recordingEffects({ libraryFolder });
    await writeFile(join(effects.workingFolder, 'q.zip'), bulkZip([BANK]));
    const words = 'case new made-2021 --call-report q.zip --bank 11'.split(' ');
    expect(await runProgram(words, effects), err()).toBe(0);
    const path = join(effects.workingFolder, 'made-2021');
    const read = await readCaseFiles({ slug: 'made-2021', path }, effects);
    if (!read.ok) throw new Error('no files');
    made = read.value;
  });

  /** `code at place: expected, got` of every issue; nothing is thrown. */
  async function refused(edit: (changes: Loose) => void): Promise<string[]> {
    const changes: Loose = structuredClone(made.changes);
    edit(changes);
    const result = await runCaseHere({ ...made, changes }, () => {});
    if (result.ok) return [];
    return result.issues.map(
      ({ code, path, expected, got }) => `${code} at ${path}: expected ${expected}, got ${got}`,
    );
  }

  it('FORM-25, FORM-30: as it was made it runs, its own swaps its discipline', async () => {
    const changes: Loose = made.changes;
    expect(changes.hedge.keptSwaps.length, 'a bank with swaps of its own').toBe(1);
    const [swap] = changes.hedge.keptSwaps;
    expect(changes.discipline.heldByBank).toBe(true);
    expect(changes.discipline.changes.map(({ hedgeId }: Loose) => hedgeId)).toEqual([swap.swap.id]);
    expect(await refused(() => {})).toEqual([]);
  });

  const discipline = (change: object) => ({
    ...{ title: 'Sell', rationale: 'x', heldByBank: false, counterfactual: 'x' },
    changes: [{ id: 'sell', title: 'Sell', rationale: 'x', sources: [], size: 1, ...change }],
  });

  it.each<[string, (c: Loose) => void, RegExp]>([
    [
      'hedges compared at no +200',
      (c) => {
        c.hedge.scenarios = ['-100'];
      },
      /^scenario at changes\.json#\/hedge\/scenarios: expected a list with \+200, .* got -100$/,
    ],
    [
      'hedges compared at nothing',
      (c) => {
        c.hedge.scenarios = [];
      },
      /^length at changes\.json#\/hedge\/scenarios: /,
    ],
    [
      'failures told at no +200',
      (c) => {
        c.failureScenarios = ['-100', '0'];
      },
      /^scenario at changes\.json#\/failureScenarios: expected a list with \+200, .* got -100, 0$/,
    ],
    [
      'own swaps kept under a name that is taken',
      (c) => {
        c.hedge.keptSwaps.push(c.hedge.keptSwaps[0]);
      },
      /^duplicate-id at changes\.json#\/hedge\/keptSwaps/,
    ],
    [
      'no lever',
      (c) => {
        c.decision.levers = [];
      },
      /^length at changes\.json#\/decision\/levers: /,
    ],
    [
      'no limit',
      (c) => {
        c.decision.limits = [];
      },
      /^length at changes\.json#\/decision\/limits: /,
    ],
    [
      'a frontier over a limit that is not there',
      (c) => {
        c.decision.frontier.limit = 'no';
      },
      /^unknown-limit at changes\.json#\/decision\/frontier\/limit: expected one of .*run, got no$/,
    ],
    [
      'cash from nowhere',
      (c) => {
        c.decision.levers.at(-1).cashPositionId = 'till';
      },
      /^unknown-position at changes\.json#\/decision\/levers\/\d\/cashPositionId: .* got till$/,
    ],
    [
      'a floor that no plan reaches: found in the step',
      (c) => {
        c.decision.limits[0].floor = 1e8;
      },
      /^plan\.infeasible at changes\.json, strategic action, limits\.eve-broken: /,
    ],
    [
      'a limit on a measure that the bank has not: found in the step',
      (c) => {
        const limit = { measure: 'capital.supplementaryLeverageRatio', scenarios: [''] };
        c.decision.limits[0] = { ...c.decision.limits[0], ...limit };
      },
      /^plan\.measure at changes\.json, strategic action, capital\.supplementaryLeverageRatio/,
    ],
    [
      'a discipline without its words',
      (c) => {
        c.discipline = { title: 'x' };
      },
      /^missing at changes\.json#\/discipline\/rationale: /,
    ],
    [
      'a discipline that sells what is not there',
      (c) => {
        const sale = { kind: 'sell', group: 'afs', carryingUsdMillion: 1e6 };
        c.discipline = discipline({ ...sale, cashPositionId: 'cash-earning' });
      },
      /^\S+ at changes\.json#\/discipline\/changes\/0\/carryingUsdMillion: /,
    ],
    [
      'a discipline that removes no hedge of the bank',
      (c) => {
        c.discipline = discipline({ kind: 'remove-hedge', hedgeId: 'no' });
      },
      /^\S+ at changes\.json#\/discipline\/changes\/0\/hedgeId: /,
    ],
  ])('FORM-11, FORM-25: %s: file, place, and what was expected', async (_what, edit, line) => {
    const found = await refused(edit);
    expect(
      found.some((each) => line.test(each)),
      found.join('\n') || 'it ran',
    ).toBe(true);
  });
});

describe('a discipline that cannot be told', () => {
  it('FORM-25, EFF-2: at a Study without the four scenarios: the step by name', async () => {
    const { effects } = await recordingEffects({ libraryFolder });
    const path = join(libraryFolder, 'case', 'svb-2020');
    const read = await readCaseFiles({ slug: 'svb-2020', path }, effects);
    if (!read.ok) throw new Error('no files');
    const study: Loose = JSON.parse(await readFile(join(path, 'study.json'), 'utf8'));
    study.scenarios = study.scenarios.filter(({ id }: { id: string }) => id !== '-200');
    const changes: Loose = {
      ...(read.value.changes as object),
      published: [],
      discipline: {
        ...{ title: 'None', rationale: 'x', heldByBank: true, counterfactual: 'x', changes: [] },
      },
    };
    const result = await runCaseHere({ ...read.value, study, changes }, () => {});
    const found = result.ok ? [] : result.issues.map(({ code, path: at }) => `${code} ${at}`);
    expect(found).toEqual(['discipline.scenario changes.json, discipline, /scenarios']);
  });
});
