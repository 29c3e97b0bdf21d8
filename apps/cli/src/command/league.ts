import { resolve } from 'node:path';
import {
  type CaseLeagueRow,
  caseDiscipline,
  disciplineTable,
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
  findReportedBank,
  LEAGUE_CYCLES,
  type LeagueCycle,
  largeReports,
  laterCurvesFrom,
  leagueCsv,
  namedLeagueRow,
  parseCase,
  parseQuarterEndMarkets,
  parseReportedBanks,
  type ReportedBank,
} from '@almfes/intake';
import { type AnswerOptions, answerIsWelcome, putAnswer } from '../answer-output.js';
import { readCallReports, readQuarterMarket } from '../call-report-file.js';
import { listCases } from '../case-folder.js';
import { readCaseFiles, readQuarterEnds } from '../case-run.js';
import type { Effects } from '../effect/effects.js';
import { leagueOnThreads } from '../league-on-threads.js';
import { readLatest } from '../library-data.js';
import { folderIsReady, writeFileWhole } from '../page-file.js';
import { createProgress } from '../progress.js';
import { refused } from '../refused.js';
import type { ExitCode } from './exit-code.js';
