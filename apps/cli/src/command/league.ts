import { resolve, sep } from 'node:path';
import {
  fail,
  issue,
  type LeagueRow,
  leagueAnswer,
  ok,
  PROGRAMMES,
  type Result,
} from '@almfes/engine';
import {
  type CallReportMarket,
  type CallReports,
  findInstitutions,
  findReportedBank,
  institutionTitle,
  LEAGUE_CYCLES,
  type LeagueCycle,
  laterCurvesFrom,
  leagueCsv,
  namedLeagueRow,
  parseQuarterEndMarkets,
  parseReportedBanks,
  type ReportedBank,
} from '@almfes/intake';
import { type AnswerOptions, answerIsWelcome, putAnswer } from '../answer-output.js';
import { apartFrom } from '../apart-from.js';
import { readCallReports } from '../call-report-file.js';
import { caseLeagueRows } from '../case-league.js';
import { readQuarterEnds } from '../case-run.js';
import type { Effects } from '../effect/effects.js';
import { leagueOnThreads } from '../league-on-threads.js';
import { readLatest } from '../library-data.js';
import { folderIsReady, writeFileWhole } from '../page-file.js';
import { createProgress } from '../progress.js';
import { refused } from '../refused.js';
import type { ExitCode } from './exit-code.js';

export interface LeagueOptions extends AnswerOptions {
  readonly cycle?: string;
  readonly bank?: string;
  readonly callReport?: string;
  readonly assetsFrom?: number;
  readonly csv?: string;
  readonly threads: number;
}

type Markets = ReadonlyMap<string, CallReportMarket>;

/** `almfes league`: standard disciplines bank by bank (rules EFF-8 to EFF-14). */
export async function leagueCommand(options: LeagueOptions, effects: Effects): Promise<ExitCode> {
  const { csv } = options;
  const asked = optionsAgree(options, effects);
  if (!asked.ok) return refused('no league', asked.issues, options, effects);
  if (!(await answerIsWelcome(options, effects, []))) return 2;
  const file = csv === undefined ? undefined : resolve(effects.workingFolder, csv);
  if (file !== undefined && !(await folderIsReady(file, effects))) return 2;
  const made = await leagueOf(options, effects);
  if (!made.ok) return refused('no league', made.issues, options, effects);
  const { title, cycles, rows, cases } = made.value;
  if (file !== undefined) {
    const text = leagueCsv(rows);
    if (!(await writeFileWhole({ text, path: file, what: 'Table' }, effects))) return 2;
  }
  const answer = leagueAnswer({ title, cycles, rows: rows.map(withTitle), cases });
  const result = { schema: 'almfes/league/1', rows, cases };
  return (await putAnswer({ answer, result }, options, effects)) ? 0 : 2;
}

/** The name a reader knows (CALL-75); JSON and CSV keep the one that was filed. */
function withTitle(row: LeagueRow): LeagueRow {
  return { ...row, bank: institutionTitle(row.bank) };
}

/** No file is written over another, and no option is left unheard. */
function optionsAgree(options: LeagueOptions, effects: Effects): Result<void> {
  const { csv, html, callReport, cycle, assetsFrom } = options;
  if (callReport === undefined && assetsFrom !== undefined) {
    return fail(issue('option', '--assets-from', 'with --call-report only', String(assetsFrom)));
  }
  if (callReport !== undefined && cycle !== undefined) {
    return fail(issue('option', '--cycle', 'without --call-report, which is one quarter', cycle));
  }
  for (const [option, file] of Object.entries({ '--csv': csv, '--html': html })) {
    if (file !== undefined && isInLibrary(file, effects)) {
      return fail(issue('option', option, 'a file outside the library, which is read', file));
    }
  }
  const files = { written: { '--csv': csv, '--html': html }, read: [callReport] };
  return apartFrom(files, effects.workingFolder);
}

function isInLibrary(file: string, { workingFolder, libraryFolder }: Effects): boolean {
  return resolve(workingFolder, file).startsWith(resolve(libraryFolder) + sep);
}

type Told = Parameters<typeof leagueAnswer>[0];

async function leagueOf(options: LeagueOptions, effects: Effects): Promise<Result<Told>> {
  const text = await readQuarterEnds(effects);
  if (!text.ok) return text;
  const markets = parseQuarterEndMarkets(text.value);
  if (!markets.ok) return markets;
  const { callReport } = options;
  if (callReport === undefined) return namedLeague(options, markets.value, effects);
  return reportLeague({ ...options, callReport }, markets.value, effects);
}

async function namedLeague(
  options: LeagueOptions,
  markets: Markets,
  effects: Effects,
): Promise<Result<Told>> {
  const cycles = cyclesOf(options.cycle);
  if (!cycles.ok) return cycles;
  const banks = await banksOf(options.bank, effects);
  if (!banks.ok) return banks;
  const progress = createProgress({ clockMs: effects.clockMs, write: effects.stderr });
  const rows: LeagueRow[] = [];
  for (const [done, bank] of banks.value.entries()) {
    progress('banks', done, banks.value.length);
    for (const cycle of cycles.value) {
      for (const programme of PROGRAMMES) {
        rows.push(namedLeagueRow({ bank, cycle, programme, markets }));
      }
    }
  }
  progress('banks', banks.value.length, banks.value.length);
  const cases = options.bank === undefined ? await caseLeagueRows(effects) : [];
  const title = 'Capital efficiency league: named banks and cases';
  return ok({ title, cycles: cycles.value, rows, cases });
}

function cyclesOf(id: string | undefined): Result<readonly LeagueCycle[]> {
  if (id === undefined) return ok(LEAGUE_CYCLES);
  const found = LEAGUE_CYCLES.filter((cycle) => cycle.id === id);
  if (found.length > 0) return ok(found);
  const expected = `one of ${LEAGUE_CYCLES.map((cycle) => cycle.id).join(', ')}`;
  return fail(issue('league.cycle', '--cycle', expected, id));
}

async function banksOf(
  name: string | undefined,
  effects: Effects,
): Promise<Result<readonly ReportedBank[]>> {
  const text = await readLatest('call-report-quarters', 'named-banks.csv', effects);
  if (!text.ok) return text;
  const banks = parseReportedBanks(text.value);
  if (!banks.ok || name === undefined) return banks;
  const found = findReportedBank(banks.value, name);
  if (found.ok) return ok([found.value]);
  const others = 'a bank of library/data/call-report-quarters; any other with --call-report ZIP';
  return { ok: false, issues: found.issues.map((each) => ({ ...each, expected: others })) };
}

async function reportLeague(
  options: LeagueOptions & { readonly callReport: string },
  markets: Markets,
  effects: Effects,
): Promise<Result<Told>> {
  const reports = await readCallReports(options.callReport, effects);
  if (!reports.ok) return reports;
  const { quarterEnd } = reports.value;
  const market = markets.get(quarterEnd);
  if (market === undefined) {
    const expected = 'a quarter end of library/data/quarter-end-market';
    return fail(issue('call-report.market', 'quarter-end-market.csv', expected, quarterEnd));
  }
  const only = onlyBank(reports.value, options.bank);
  if (!only.ok) return only;
  const progress = createProgress({ clockMs: effects.clockMs, write: effects.stderr });
  const rows = await leagueOnThreads(
    {
      ...{ reports: reports.value, market, only: only.value },
      ...{ assetsFromUsdMillion: options.assetsFrom ?? 0 },
      laterCurves: laterCurvesFrom(markets, quarterEnd),
    },
    {
      threads: options.threads,
      onDone: (done, pieces) => progress('banks, in dozens', done, pieces),
    },
  );
  const title = `Capital efficiency league: banks of the Call Reports of ${quarterEnd}`;
  return ok({ title, cycles: [{ id: '', title: quarterEnd }], rows, cases: [] });
}

/** The one bank that is asked for, or null for all. */
function onlyBank(reports: CallReports, name: string | undefined): Result<number | null> {
  if (name === undefined) return ok(null);
  const match = findInstitutions(reports, name);
  if (match.kind === 'found') return ok(match.institution.idrssd);
  const others = match.kind === 'candidates' ? match.candidates : [];
  const near = match.kind === 'none' ? match.near : others;
  const names = near.slice(0, 6).map((each) => `${institutionTitle(each.name)} (${each.idrssd})`);
  const got = names.length === 0 ? 'no such bank' : names.join('; ');
  return fail(issue('league.bank', '--bank', 'one bank, by name or IDRSSD', got));
}
