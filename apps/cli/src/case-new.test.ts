import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CaseResult } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { bulkZip, SMALL_BANK } from './call-report-zip.test-fixture.js';
import { checkStepsOnThreads } from './check-steps-on-threads.js';
import { runCaseHere } from './effect/run-case.js';
import { recordingEffects } from './example-effects.test-fixture.js';
import { runProgram } from './program.js';

const libraryFolder = fileURLToPath(new URL('../../../library', import.meta.url));

/** 200 of the 650 of deposits without a date (300 + 250 + 100) are consumers'. */
const CONSUMERS = {
  ...{ consumerFree: 25, consumerTransaction: 25, consumerMoneyMarket: 100, consumerSavings: 50 },
};
/** A second bank, all of whose 650 are: 850 of 1300 in both together. */
const RETAIL = {
  ...{ consumerFree: 250, consumerTransaction: 50, consumerMoneyMarket: 250, consumerSavings: 100 },
};
const BANKS = [
  { idrssd: 11, name: 'MADE BANK', city: 'AUSTIN', amounts: { ...SMALL_BANK, ...CONSUMERS } },
  { idrssd: 12, name: 'RETAIL BANK', city: 'WACO', amounts: { ...SMALL_BANK, ...RETAIL } },
];

async function run(words: string) {
  const { effects, out, err } = await recordingEffects({
    ...{ libraryFolder, runCase: runCaseHere, checkSteps: checkStepsOnThreads },
  });
  await writeFile(join(effects.workingFolder, 'q.zip'), bulkZip(BANKS));
  const again = async (more: string) => {
    const before = out().length;
    const code = await runProgram(more.split(' '), effects);
    return { code, out: out().slice(before), err: err() };
  };
  const folder = effects.workingFolder;
  return { ...(await again(words)), again, folder };
}

const NEW = 'case new made-2021 --call-report q.zip --bank 11';

describe('almfes case new with a Call Report', () => {
  it('FORM-22: a folder that runs through the five steps at once', async () => {
    const { code, out, folder, again } = await run(NEW);
    expect([code, out]).toEqual([
      0,
      'made-2021: case.md, figures.json, study.json, changes.json, expected.json\n' +
        'Next: almfes case check ./made-2021\n',
    ]);
    const json = async (name: string) =>
      JSON.parse(await readFile(join(folder, 'made-2021', name), 'utf8'));
    const study = await json('study.json');
    // 30 days after the quarter end for form 041
    expect(study.decisionDate).toBe('2022-01-30');
    // 3.8 x 200 / 650 + 2 x 450 / 650 = 2.5538; both banks: 3.8 x 850 / 1300 + 2 x 450 / 1300
    expect(study.own[0].edits[0].value).toBe(2.55);
    const changes = await json('changes.json');
    expect(changes.baseline.changes[0].edits[0].value).toBe(3.18);
    const { figures } = await json('figures.json');
    expect(figures['cr.totalAssets']).toEqual({
      label: 'Total assets (item 12)',
      ...{ value: 1000, unit: 'USD million', asOf: '2021-12-31', knownFrom: '2022-01-30' },
      document: 'FFIEC Call Report, form 041, 2021-12-31',
      locator: 'RCON2170, schedule RC, IDRSSD 11',
      url: 'https://cdr.ffiec.gov/public/PWS/DownloadBulkData.aspx',
      ...{ confidence: 'seen', role: 'input' },
    });
    const found = await again('case ./made-2021 --json');
    expect(found.code, found.err).toBe(0);
    const result: CaseResult = JSON.parse(found.out);
    expect(result.steps.map(({ step }) => step)).toEqual([0, 1, 2, 3, 4]);
  });

  const { riskWeightedAssets: _weights, cet1Ratio: _ratio, ...unweighted } = SMALL_BANK;
  const noAfs = { afsFairValue: 0, htmNet: 250, agencyHtmCost: 252, agencyHtmFairValue: 248 };
  const noSale = { treasuryAfsCost: 0, treasuryAfsFairValue: 0, allDebtAfsCost: 0 };
  it.each([
    ['the community bank leverage ratio', { ...unweighted, communityBankLeverage: 1 }, 'CET1'],
    [
      'no securities for sale',
      { ...SMALL_BANK, ...noAfs, ...noSale, allDebtAfsFairValue: 0, allDebtHtmCost: 252 },
      'sell-afs',
    ],
  ])('FORM-22: a bank of %s runs through the five steps too', async (_what, amounts, without) => {
    const { effects, out, err } = await recordingEffects({ libraryFolder, runCase: runCaseHere });
    const bank = { idrssd: 11, name: 'MADE BANK', city: 'AUSTIN', amounts };
    await writeFile(join(effects.workingFolder, 'q.zip'), bulkZip([bank]));
    expect(await runProgram(NEW.split(' '), effects), err()).toBe(0);
    const folder = join(effects.workingFolder, 'made-2021');
    const { decision } = JSON.parse(await readFile(join(folder, 'changes.json'), 'utf8'));
    expect(JSON.stringify(decision)).not.toContain(without);
    const before = out().length;
    expect(await runProgram('case ./made-2021 --json'.split(' '), effects), err()).toBe(0);
    const result: CaseResult = JSON.parse(out().slice(before));
    expect(result.steps.map(({ step }) => step)).toEqual([0, 1, 2, 3, 4]);
  });

  it('FORM-22, FORM-29: a small bank reads millions, and what step 1 cannot tell', async () => {
    const { folder } = await run(NEW);
    const page = await readFile(join(folder, 'made-2021', 'case.md'), 'utf8');
    expect(page).toContain('| Total assets | [[figure cr.totalAssets as USD million]] |');
    expect(page).not.toContain('billion');
    expect(page).toContain('- Step 1 has no group for prepayment: a Call Report tells no speeds');
    expect(page).toContain('- Step 1 has no group for deposit beta: the library holds no history');
    expect(page).toContain('- Step 1 has no group for own swaps:');
    expect(page).not.toContain('deposit decay of its own');
    const changes = await readFile(join(folder, 'made-2021', 'changes.json'), 'utf8');
    const { limits } = JSON.parse(changes).decision;
    const scales = limits.map(({ id, scale, stepWords }: Record<string, string>) =>
      [id, scale, stepWords].join(' '),
    );
    // a tenth of Tier 1 of 95, a twentieth of NII of some 28
    expect(scales).toEqual(expect.arrayContaining(['eve 10 1 million', 'nii 1 0.1 million']));
    expect(JSON.parse(changes).assumptions).toEqual(
      expect.arrayContaining([
        expect.stringContaining('step 1 has no group for prepayment'),
        expect.stringMatching(/^lever: issue equity, at most a fifth of Tier 1/),
      ]),
    );
  });

  it.each([
    [`${NEW} --decision-date 2022-01-29`, 'call-report.decision-date'],
    ['case new svb-2022 --call-report q.zip --bank 11', 'duplicate-slug'],
    ['case new check --call-report q.zip --bank 11', 'a reserved word'],
    ['case new Made_2021 --call-report q.zip --bank 11', 'slug at Made_2021'],
    ['case new made-2021 --call-report q.zip', '--call-report and --bank together'],
    [`${NEW} --disclosure`, 'a disclosure case has no Study'],
    ['case new made-2021 --call-report q.zip --bank Maid', 'bank.unknown'],
    ['case new made-2021 --call-report none.zip --bank 11', 'none.zip'],
  ])('FORM-22: %s is refused, and nothing is written', async (words, reason) => {
    const { code, out, err, folder } = await run(words);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(reason);
    expect(await readdir(folder)).toEqual(['library', 'q.zip']);
  });

  it('FORM-22: a name that several bear lists them, with city, state and IDRSSD', async () => {
    const { code, err } = await run('case new made-2021 --call-report q.zip --bank bank');
    expect(code).toBe(2);
    expect(err).toContain('11 MADE BANK, AUSTIN TX');
    expect(err).toContain('12 RETAIL BANK, WACO TX');
  });

  it('FORM-22: what is there is never written over', async () => {
    const { again, folder } = await run(NEW);
    await writeFile(join(folder, 'made-2021', 'case.md'), 'mine');
    const second = await again(NEW);
    expect(second.code).toBe(2);
    expect(second.err).toContain('holds case.md already: nothing was written');
    expect(await readFile(join(folder, 'made-2021', 'case.md'), 'utf8')).toBe('mine');
  });
});

/** The whole life of a case by what the messages say, from the template to no failure. */
describe('a new author', () => {
  const WORDS = 'A report of its own deposits would tell.';

  async function edited(file: string, edit: (text: string) => string): Promise<void> {
    const text = await readFile(file, 'utf8');
    const after = edit(text);
    expect(after, 'something is edited').not.toBe(text);
    await writeFile(file, after);
  }

  it('FORM-23, FORM-30: every task at once, then none', async () => {
    const { folder, again } = await run(NEW);
    const first = await again('case check ./made-2021');
    expect(first.code).toBe(1);
    const tasks = first.out.split('\n').filter((line) => line.includes('TO WRITE:'));
    const at = (name: string) => join(folder, 'made-2021', name);
    const texts = await Promise.all(
      ['case.md', 'changes.json', 'figures.json', 'study.json'].map((name) =>
        readFile(at(name), 'utf8'),
      ),
    );
    // title, regime and outcome of the front matter, nine sections, the reason of the discipline
    expect(texts.join('\n').match(/TO WRITE:/g)?.length).toBe(13);
    expect(tasks.length).toBe(13);
    expect(first.out).toMatch(/13 failures\n$/);

    await edited(at('case.md'), (text) =>
      text
        .replace(/"TO WRITE: failed[^"]*"/, 'contained')
        .replace(/"TO WRITE: [^"]*"/g, '"A made bank"')
        .replace(/TO WRITE: [^\n]*/g, WORDS),
    );
    await edited(at('changes.json'), (text) => text.replace(/"TO WRITE: [^"]*"/, '"Ours."'));
    const second = await again('case check ./made-2021');
    expect(second.out).toMatch(/^made-2021: ok\n/);
    expect(second.code).toBe(0);
  });

  it('FORM-23: slips of every kind in one round, with what was meant', async () => {
    const { folder, again } = await run(NEW);
    const page = join(folder, 'made-2021', 'case.md');
    await edited(page, (text) =>
      text
        .replace(/"TO WRITE: failed[^"]*"/, 'contained')
        .replace(/TO WRITE: what a treasurer[^\n]*/, 'Of [[figure cr.totalAsset]], 56% went.')
        .replace(/TO WRITE: one paragraph[^\n]*/, 'It is [[measure eve.changes +200]].')
        .replace(/TO WRITE: what the bank gave[^\n]*/, '[[discipline cost as %]] is its price.'),
    );
    const { out } = await again('case check ./made-2021');
    for (const line of [
      /unknown-figure: expected an id of .*, such as cr\.totalAssets, got cr\.totalAsset$/m,
      /typed-number: .* or \[\[measure ID SCENARIO\]\] \(PROSE-2\), got 56$/m,
      /unknown-measure: .*, such as eve\.change, got eve\.changes$/m,
      /reference-unit: expected a number in ratio or percent or % to tell as %, got USD million$/m,
    ]) {
      expect(out).toMatch(line);
    }
    expect(out).not.toContain('measure.unknown');
  });

  it('FORM-24: expected.json is written anew where the Study was meant to change', async () => {
    const { folder, again } = await run(NEW);
    const page = join(folder, 'made-2021', 'case.md');
    await edited(page, (text) => text.replace(/"TO WRITE: failed[^"]*"/, 'contained'));
    const study = join(folder, 'made-2021', 'study.json');
    await edited(study, (text) => text.replace(/"value": 2\.55/g, '"value": 3'));
    const moved = await again('case check ./made-2021');
    expect(moved.out).toContain('expected-moved');
    expect(moved.out).toContain('If the Study was meant to change: almfes case check FOLDER');
    const written = await again('case check ./made-2021 --write-expected');
    expect(written.out).not.toContain('expected-');
    expect((await again('case check --all --write-expected')).code).toBe(2);
  });

  it('FORM-23: a page of a disclosure case needs no Study while it is written', async () => {
    const { again } = await run('case new other-2021 --disclosure');
    const { out } = await again('case check ./other-2021');
    expect(out).not.toContain('changes.json');
    expect(out).not.toContain('study.json');
  });
});
