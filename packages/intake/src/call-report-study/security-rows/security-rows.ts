import { baseDiscount, type Position, parRate } from '@almfes/engine';
import type { CallReport } from '../../call-report/index.js';
import type { CallReportMarket } from '../bank-study.js';
import { type BaseFlows, baseFlows, markSpread } from './reproduce-mark.js';
import type { SecurityAssumptions } from './security-assumptions.js';
import { type SecurityCell, securityCells } from './security-cells.js';
import { type SecurityHoldings, securityHoldings } from './security-holdings.js';
import { incomeLine, positionDraft } from './security-position.js';
import { securityStudy } from './security-study.js';
import {
  SECURITY_BOOKS,
  SECURITY_KINDS,
  SECURITY_TYPES,
  type SecurityBook,
  type SecurityKind,
} from './security-type.js';
import { type SecurityYields, securityYields } from './security-yields.js';

export interface SecurityRowsTerms {
  readonly report: CallReport;
  readonly market: CallReportMarket;
  readonly assumptions: SecurityAssumptions;
}

/** Rows of one kind in one book, and how near they come to the fair value reported. */
export interface SecurityMark {
  readonly book: SecurityBook;
  readonly kind: SecurityKind;
  readonly costUsdMillion: number;
  readonly fairValueUsdMillion: number;
  /** Value of the rows on the curve of the date at the spread. */
  readonly builtUsdMillion: number;
  /** Solved, decimal a year (CALL-64). */
  readonly spread: number;
}

export interface SecurityRows {
  /** In the order of book, kind and bucket. */
  readonly positions: readonly Position[];
  readonly marks: readonly SecurityMark[];
  readonly yields: SecurityYields;
}

/**
 * The securities of a Call Report as rows of a Study (CALL-60 to CALL-68): available for sale and
 * held to maturity by kind and bucket, which together cost and are worth what is reported. The
 * Study names the model of `securityPrepayment`. Pure; a bank without securities has no rows.
 */
export function securityRows({ report, market, assumptions }: SecurityRowsTerms): SecurityRows {
  const yields = securityYields(report);
  return rowsOfHoldings({ holdings: securityHoldings(report), yields, market, assumptions });
}

export interface HoldingTerms extends Omit<SecurityRowsTerms, 'report'> {
  readonly holdings: SecurityHoldings;
  readonly yields: SecurityYields;
}

/** The same from what is held, where it is known otherwise. */
export function rowsOfHoldings(terms: HoldingTerms): SecurityRows {
  const { market, assumptions, yields } = terms;
  const groups = groupsOf(securityCells(terms.holdings));
  if (groups.length === 0) return { positions: [], marks: [], yields };
  const { poolSpeed } = assumptions;
  const studyOf = (positions: readonly Position[]) =>
    securityStudy(positions, { market: market.market, poolSpeed });
  const yieldOf = (cell: SecurityCell, months: number) =>
    yields.byLine[incomeLine(cell)] ??
    yields.all ??
    parRate(baseDiscount(studyOf([])), 0, Math.round(months));
  const drafts = groups.map((group) => ({
    ...group,
    position: positionDraft({ ...group, assumptions, yieldOf, noteRate: market.mortgageMean }),
  }));
  const flows = baseFlows(studyOf(drafts.map(({ position }) => position)));
  return { ...marked(drafts, flows), yields };
}

/** One spread for each kind in each book, and the rows with it (CALL-64). */
function marked(drafts: readonly Draft[], flows: BaseFlows): Omit<SecurityRows, 'yields'> {
  const positions: Position[] = [];
  const marks: SecurityMark[] = [];
  for (const book of SECURITY_BOOKS) {
    for (const kind of SECURITY_KINDS) {
      const own = drafts.filter((draft) => draft.book === book && draft.kind === kind);
      if (own.length === 0) continue;
      const total = (of: (cell: SecurityCell) => number) =>
        own.flatMap(({ cells }) => cells).reduce((sum, cell) => sum + of(cell), 0);
      const costUsdMillion = total((cell) => cell.costUsdMillion);
      const fairValueUsdMillion = total((cell) => cell.fairValueUsdMillion);
      const rows = own.map(({ position }) => position);
      const mark = markSpread({ positions: rows, flows, fairValueUsdMillion });
      marks.push({ book, kind, costUsdMillion, fairValueUsdMillion, ...mark });
      const terms = { discountSpread: mark.spread, reinvestSpread: mark.spread };
      positions.push(...rows.map((row) => ({ ...row, ...terms })));
    }
  }
  return { positions, marks };
}

interface Group {
  readonly book: SecurityBook;
  readonly kind: SecurityKind;
  readonly bucket: number;
  readonly cells: readonly SecurityCell[];
}

interface Draft extends Group {
  readonly position: Position;
}

/** Cells that share a row: same book, kind and bucket. */
function groupsOf(cells: readonly SecurityCell[]): readonly Group[] {
  return SECURITY_BOOKS.flatMap((book) =>
    SECURITY_KINDS.flatMap((kind) => {
      const own = cells.filter(
        ({ holding }) => holding.book === book && SECURITY_TYPES[holding.type].kind === kind,
      );
      const buckets = [...new Set(own.map(({ bucket }) => bucket))].sort((a, b) => a - b);
      return buckets.map((bucket) => ({
        ...{ book, kind, bucket },
        cells: own.filter((cell) => cell.bucket === bucket),
      }));
    }),
  );
}
