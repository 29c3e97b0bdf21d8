import { issue, itemAt } from '@almfes/engine';
import { type CallReports, type RefusedReport, reportAt } from '../call-report/index.js';
import type { CallReportMarket } from '../call-report-study/index.js';
import { type SweptBank, sweepBank } from './sweep-bank.js';

/** What a thread needs: plain data, of which each gets a copy. */
export interface SweepTask {
  readonly reports: CallReports;
  readonly market: CallReportMarket;
}

/** What a piece gives: banks in the order of the file, those without a baseline apart. */
export interface SweptPiece {
  readonly banks: readonly SweptBank[];
  readonly refused: readonly RefusedReport[];
}

/** Banks a piece: enough to share what a market costs, few enough that what is kept stays small. */
const BANKS_A_PIECE = 12;

/** Pieces of a sweep of so many banks. */
export function sweepPieces({ institutions }: CallReports): number {
  return Math.ceil(institutions.length / BANKS_A_PIECE);
}

/**
 * A piece is a run of consecutive banks, and a pure function of the task and its number (THREAD-1).
 * A bank without a baseline is listed with its reason and stops nothing (rule CALL-13).
 */
export function startSweep({ reports, market }: SweepTask): (piece: number) => SweptPiece {
  return (piece) => {
    const first = piece * BANKS_A_PIECE;
    const last = Math.min(first + BANKS_A_PIECE, reports.institutions.length);
    const ofPiece = ownMarket(market);
    const banks: SweptBank[] = [];
    const refused: RefusedReport[] = [];
    for (let row = first; row < last; row += 1) {
      const swept = sweepRow(reports, row, ofPiece);
      if ('numbers' in swept) banks.push(swept);
      else refused.push(swept);
    }
    return { banks, refused };
  };
}

/**
 * The engine keeps rows by the object of their market (EVAL-10): rows of one bank are of no use to
 * the next, and end with the piece.
 */
function ownMarket(market: CallReportMarket): CallReportMarket {
  return { ...market, market: { ...market.market } };
}

function sweepRow(
  reports: CallReports,
  row: number,
  market: CallReportMarket,
): SweptBank | RefusedReport {
  const { idrssd, name } = itemAt(reports.institutions, row);
  try {
    const swept = sweepBank(reportAt(reports, row), market);
    return swept.ok ? swept.value : { idrssd, name, issues: swept.issues };
  } catch (error) {
    // One bank that the engine was not made for must not cost the answer for all others.
    const got = error instanceof Error ? error.message : String(error);
    const path = `${reports.fileName} IDRSSD ${idrssd}`;
    return { idrssd, name, issues: [issue('baseline.failed', path, 'a baseline', got)] };
  }
}
