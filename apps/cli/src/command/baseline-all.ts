import { extname, resolve } from 'node:path';
import type { Result } from '@almfes/engine';
import { refusedCsv, type SweepTable, sweepCsv, sweepJson } from '@almfes/intake';
import { readCallReports, readQuarterMarket } from '../call-report-file.js';
import { shownPath } from '../case-folder.js';
import { complaint } from '../complaint.js';
import type { Effects } from '../effect/effects.js';
import { jsonText } from '../json-text.js';
import { folderIsReady, writeFileWhole } from '../page-file.js';
import { createProgress } from '../progress.js';
import { refused } from '../refused.js';
import { sweepOnThreads } from '../sweep-on-threads.js';
import type { ExitCode } from './exit-code.js';

export interface EveryBankOptions {
  readonly callReport: string;
  readonly all?: boolean;
  readonly out?: string;
  readonly threads: number;
  readonly json?: boolean;
  readonly html?: string;
  readonly peer?: boolean;
  readonly study?: string;
  readonly decisionDate?: string;
}

const FORMATS = ['.csv', '.json', '.parquet'];
const MOST_THREADS = 64;

const OF_ONE_BANK = [
  ['json', '--json'],
  ['html', '--html'],
  ['peer', '--peer'],
  ['study', '--study'],
  ['decisionDate', '--decision-date'],
] as const;

/** `almfes baseline --all`: every bank of a bulk file, to a table (rules CALL-12 to CALL-16). */
export async function baselineOfEveryBank(
  options: EveryBankOptions,
  effects: Effects,
): Promise<ExitCode> {
  const problem = problemOf(options);
  if (problem !== undefined) {
    effects.stderr(complaint(problem));
    return 2;
  }
  const out = resolve(effects.workingFolder, options.out ?? '');
  if (!(await folderIsReady(out, effects))) return 2;
  const reports = await readCallReports(options.callReport, effects);
  if (!reports.ok) {
    return refused(`${options.callReport} cannot be read`, reports.issues, options, effects);
  }
  const market = await readQuarterMarket(reports.value.quarterEnd, effects);
  if (!market.ok) return refused('no baseline', market.issues, options, effects);
  const progress = createProgress({ clockMs: effects.clockMs, write: effects.stderr });
  const table = await sweepOnThreads(reports.value, market.value, {
    threads: options.threads,
    onDone: (done, pieces) => progress('banks, in dozens', done, pieces),
  });
  return putTable(table, out, effects);
}

function problemOf(options: EveryBankOptions): string | undefined {
  const { out, threads } = options;
  if (out === undefined) return '--all writes a table: name it with --out';
  if (!FORMATS.includes(extname(out).toLowerCase())) {
    return `--out takes a file that ends in ${FORMATS.join(', ')}`;
  }
  if (threads < 1 || threads > MOST_THREADS) return `--threads takes 1 to ${MOST_THREADS}`;
  const given = OF_ONE_BANK.find(
    ([name]) => options[name] !== undefined && options[name] !== false,
  );
  return given === undefined ? undefined : `${given[1]} is for one bank, not for --all`;
}

async function putTable(table: SweepTable, out: string, effects: Effects): Promise<ExitCode> {
  const list = `${out.slice(0, out.length - extname(out).length)}.refused.csv`;
  const text = refusedCsv(table);
  if (!(await writeFileWhole({ text, path: list, what: 'Banks without a baseline' }, effects))) {
    return 2;
  }
  if (!(await written(table, out, effects))) return 2;
  const { bankCount, rowCount, refused: without } = table;
  const lacking = `${without.length} without a baseline`;
  effects.stdout(`${bankCount} banks at ${table.quarterEnd}, ${rowCount} rows; ${lacking}.\n`);
  for (const schedule of table.missingSchedules) {
    effects.stdout(`Not in the file: schedule ${schedule}.\n`);
  }
  return bankCount === 0 ? 2 : 0;
}

/** Each format appears whole or not at all. */
async function written(table: SweepTable, out: string, effects: Effects): Promise<boolean> {
  const extension = extname(out).toLowerCase();
  if (extension === '.parquet') {
    const put = await parquet(table, out);
    const shown = shownPath(out, effects.workingFolder);
    if (put.ok) effects.stderr(`Table written to ${shown}\n`);
    else effects.stderr(complaint(`cannot write to ${shown}: ${put.issues[0]?.got}`));
    return put.ok;
  }
  const text = extension === '.csv' ? sweepCsv(table) : jsonText(sweepJson(table));
  return writeFileWhole({ text, path: out, what: 'Table' }, effects);
}

/** The native writer is loaded by those who ask for it. */
async function parquet({ texts, numbers }: SweepTable, file: string): Promise<Result<void>> {
  const { writeParquet } = await import('@almfes/tape');
  const columns = [
    ...texts.map((column) => ({ ...column, as: 'text' as const })),
    ...numbers.map((column) => ({ ...column, as: 'number' as const })),
  ];
  return writeParquet({ file, columns, replace: true });
}
