import {
  floatAt,
  issue,
  itemAt,
  type LaterCurves,
  type LeagueRow,
  PROGRAMMES,
} from '@almfes/engine';
import { type CallReports, reportAt } from '../call-report/index.js';
import type { CallReportMarket } from '../call-report-study/index.js';
import { reportLeagueRows } from './report-league.js';

/** What a thread needs: plain data, of which each gets a copy. */
export interface LeagueTask {
  readonly reports: CallReports;
  readonly market: CallReportMarket;
  readonly laterCurves: LaterCurves;
  /** Banks of fewer total assets are not asked for. */
  readonly assetsFromUsdMillion: number;
  /** IDRSSD of the one bank asked for; null: all. */
  readonly only: number | null;
}

const BANKS_A_PIECE = 12;

/** Pieces of a league of every bank of a bulk file. */
export function leaguePieces({ institutions }: CallReports): number {
  return Math.ceil(institutions.length / BANKS_A_PIECE);
}

/**
 * A piece is a run of consecutive banks, and a pure function of the task and its number (THREAD-1).
 * A bank that cannot be measured is listed with its reason and stops nothing (EFF-12).
 */
export function startLeague(task: LeagueTask): (piece: number) => readonly LeagueRow[] {
  return (piece) => {
    const { reports, market } = task;
    // rows are kept by the object of their market (EVAL-10), and end with the piece
    const ofPiece = { ...task, market: { ...market, market: { ...market.market } } };
    const first = piece * BANKS_A_PIECE;
    const last = Math.min(first + BANKS_A_PIECE, reports.institutions.length);
    return Array.from({ length: last - first }, (_, at) => first + at)
      .filter((row) => isAskedFor(task, row))
      .flatMap((row) => bankRows(ofPiece, row));
  };
}

function isAskedFor({ reports, only, assetsFromUsdMillion }: LeagueTask, row: number): boolean {
  const { idrssd } = itemAt(reports.institutions, row);
  if (only !== null) return idrssd === only;
  return !(floatAt(reports.columns.totalAssets, row) < assetsFromUsdMillion);
}

function bankRows({ reports, market, laterCurves }: LeagueTask, row: number): readonly LeagueRow[] {
  try {
    return reportLeagueRows({ report: reportAt(reports, row), market, laterCurves });
  } catch (error) {
    // One bank that the engine was not made for must not cost the answer for all others.
    const got = error instanceof Error ? error.message : String(error);
    const { idrssd, name: bank, state } = itemAt(reports.institutions, row);
    const path = `${reports.fileName} IDRSSD ${idrssd}`;
    const issues = [issue('league.failed', path, 'a measure', got)];
    const { quarterEnd } = reports;
    return PROGRAMMES.map((programme) => ({
      ...{ bank, idrssd, state, cycle: '', quarterEnd, programme, measured: null, issues },
    }));
  }
}
