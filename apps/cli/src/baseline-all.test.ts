import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { evaluate, measureOf } from '@almfes/engine';
import {
  CENTRAL_ASSUMPTIONS,
  callReportOf,
  callReportStudy,
  parseCallReports,
  SWEEP_COLUMNS,
} from '@almfes/intake';
import { openTape } from '@almfes/tape';
import { describe, expect, it } from 'vitest';
import { readQuarterMarket } from './call-report-file.js';
import { bulkZip, type FiledBank, SMALL_BANK } from './call-report-zip.test-fixture.js';
import { nodeFiles } from './effect/node-files.js';
import { recordingEffects } from './example-effects.test-fixture.js';
import { runProgram } from './program.js';

const libraryFolder = fileURLToPath(new URL('../../../library', import.meta.url));

const bank = (idrssd: number, amounts: FiledBank['amounts']): FiledBank => ({
  ...{ idrssd, name: `BANK ${idrssd}, "N.A."`, city: 'WACO', amounts },
});

/** Thirteen banks are two pieces; the third has no deposits and so no Study. */
const BANKS = Array.from({ length: 13 }, (_, at) =>
  bank(at + 1, at === 2 ? { totalAssets: 5 } : SMALL_BANK),
);
const ZIP = bulkZip(BANKS);

async function run(...words: string[]) {
  const { effects, out, err } = await recordingEffects({ libraryFolder });
  await writeFile(join(effects.workingFolder, 'q.zip'), ZIP);
  const code = await runProgram(['baseline', '--call-report', 'q.zip', ...words], effects);
  const file = (name: string) => readFile(join(effects.workingFolder, name), 'utf8');
  return { code, out: out(), err: err(), effects, file };
}

/** Names of what a run wrote, whole or half. */
async function written(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => name.startsWith('q4')).toSorted();
}

describe('almfes baseline --all', () => {
  it('CALL-12: a row a bank and scenario as CSV; CALL-13: the rest with its reason', async () => {
    const { code, out, err, file } = await run('--all', '--out', 'q4.csv', '--threads', '1');
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe('12 banks at 2021-12-31, 144 rows; 1 without a baseline.');
    expect(err).toContain('Table written to q4.csv');
    const [header = '', ...rows] = (await file('q4.csv')).trimEnd().split('\r\n');
    expect(rows).toHaveLength(12 * 12);
    expect(header.split(',').slice(0, 8)).toEqual([
      ...['idrssd', 'name', 'city', 'state', 'form', 'quarterEnd', 'scenario'],
      'totalAssetsUsdMillion',
    ]);
    expect(rows[0]?.startsWith('1,"BANK 1, ""N.A.""",WACO,TX,041,2021-12-31,0,1000,850,100,')).toBe(
      true,
    );
    const [titles, refused] = (await file('q4.refused.csv')).split('\r\n');
    expect(titles).toBe('idrssd,name,code,place,expected,got');
    expect(refused).toContain('3,"BANK 3, ""N.A.""",call-report.no-amount,');
  });

  it('CALL-14: the numbers of a bank are those of the bank alone, to the last bit', async () => {
    const { code, file } = await run('--all', '--out', 'q4.json', '--threads', '1');
    expect(code).toBe(0);
    const { rows, columns, refused } = JSON.parse(await file('q4.json'));
    expect(columns.map(({ name }: { name: string }) => name)).toEqual(
      SWEEP_COLUMNS.map(({ name }) => name),
    );
    expect(refused).toHaveLength(1);
    const reports = parseCallReports({ bytes: ZIP, fileName: 'q.zip' });
    const market = await readQuarterMarket('2021-12-31', { files: nodeFiles, libraryFolder });
    if (!reports.ok || !market.ok) throw new Error('the example has moved');
    const report = callReportOf(reports.value, 12);
    if (!report.ok) throw new Error('bank 12 is there');
    const built = callReportStudy({
      ...{ report: report.value, market: market.value, assumptions: CENTRAL_ASSUMPTIONS },
    });
    if (!built.ok) throw new Error('bank 12 has a Study');
    const outcome = evaluate(built.value.study);
    const row = rows.find(
      (each: Record<string, unknown>) => each.idrssd === '12' && each.scenario === '+200',
    );
    const of = (id: string, scenario = '+200') => measureOf(outcome, id, scenario);
    const limits = ['liquidity', 'cet1', 'tce'].map((limit) => of(`runThreshold.${limit}.2d`));
    expect(row).toMatchObject({
      ...{ totalAssetsUsdMillion: 1000, depositsUsdMillion: 850, equityUsdMillion: 100 },
      ...{ cet1UsdMillion: 95, cet1Ratio: of('capital.cet1Ratio', '') },
      ...{ eveUsdMillion: of('eve.value'), eveChangeUsdMillion: of('eve.change') },
      ...{ nii12mUsdMillion: of('nii.12m'), unrealisedHtmUsdMillion: of('unrealised.htm') },
      economicCet1UsdMillion: of('capital.economic.e0'),
      runThreshold2dRatio: Math.min(...limits),
    });
  });

  it('CALL-15: uninsured deposits that are not reported give a range', async () => {
    const { file } = await run('--all', '--out', 'q4.json', '--threads', '1');
    const [row] = JSON.parse(await file('q4.json')).rows;
    // 850 of deposits less 150 of small time deposits: the shares of CALL-36 bear on 700.
    expect(row.uninsuredLowUsdMillion).toBeLessThan(row.uninsuredUsdMillion);
    expect(row.uninsuredHighUsdMillion).toBeGreaterThan(row.uninsuredUsdMillion);
    expect(row.uninsuredHighUsdMillion).toBeLessThanOrEqual(700);
    expect(row.runThreshold2dLowRatio).toBeLessThanOrEqual(row.runThreshold2dRatio);
    expect(row.runThreshold2dHighRatio).toBeGreaterThanOrEqual(row.runThreshold2dRatio);
    // A share of a larger amount is reached sooner.
    expect(row.runThreshold2dLowRatio).toBeLessThan(row.runThreshold2dHighRatio);
  });

  it('CALL-16: two threads write the bytes that one writes', async () => {
    const one = await run('--all', '--out', 'q4.csv', '--threads', '1');
    const two = await run('--all', '--out', 'q4.csv', '--threads', '2');
    expect(await two.file('q4.csv')).toBe(await one.file('q4.csv'));
  });

  it('CALL-12: Parquet holds the same columns and rows', async () => {
    const { code, effects } = await run('--all', '--out', 'q4.parquet', '--threads', '1');
    expect(code).toBe(0);
    const tape = await openTape({ file: join(effects.workingFolder, 'q4.parquet') });
    if (!tape.ok) throw new Error(tape.issues[0]?.message);
    expect(tape.value.rowCount).toBe(144);
    expect(tape.value.columns.map(({ name }) => name)).toContain('runThreshold2dLowRatio');
    await tape.value.close();
    expect(await written(effects.workingFolder)).toEqual(['q4.parquet', 'q4.refused.csv']);
  });

  it.each([
    [['--all'], 'name it with --out'],
    [['--all', '--out', 'q4.xlsx'], 'ends in .csv, .json, .parquet'],
    [['--all', '--out', 'q4.csv', '--threads', '0'], '--threads takes 1 to 64'],
    [['--all', '--out', 'q4.csv', '--peer'], '--peer is for one bank'],
    [['--all', '--bank', '1', '--out', 'q4.csv'], 'name one bank with --bank'],
    [[], 'name one bank with --bank'],
  ])('CALL-12: %j is refused before anything is read', async (words, complaint) => {
    const { code, out, err, effects } = await run(...words);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(complaint);
    expect((await readdir(effects.workingFolder)).some((name) => name.startsWith('q4'))).toBe(
      false,
    );
  });

  it('CALL-12: a file that cannot be read leaves no table behind', async () => {
    const { effects, err } = await recordingEffects({ libraryFolder });
    await writeFile(join(effects.workingFolder, 'cut.zip'), ZIP.subarray(0, 1000));
    const words = ['baseline', '--call-report', 'cut.zip', '--all', '--out', 'q4.csv'];
    expect(await runProgram(words, effects)).toBe(2);
    expect(err()).toContain('zip.truncated');
    expect((await readdir(effects.workingFolder)).some((name) => name.startsWith('q4'))).toBe(
      false,
    );
  });
});
