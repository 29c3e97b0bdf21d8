import type { Position } from '@almfes/engine';
import type { SecurityAssumptions } from './security-assumptions.js';
import type { SecurityCell } from './security-cells.js';
import { SECURITY_PREPAYMENT } from './security-study.js';
import {
  floatsIn,
  isPool,
  isShortPool,
  type MonthRange,
  PLAIN,
  placedMonths,
  poolMonths,
  typeMonths,
} from './security-terms.js';
import { SECURITY_TYPES, type SecurityBook, type SecurityKind } from './security-type.js';

/** A row as it stands before premium and spread are solved. */
export interface RowDraft {
  readonly book: SecurityBook;
  readonly kind: SecurityKind;
  readonly bucket: number;
  readonly cells: readonly SecurityCell[];
  readonly assumptions: SecurityAssumptions;
  /** Average mortgage rate while the pools of the date were bought, decimal. */
  readonly noteRate: number;
  /** Book yield of a holding that falls due about a month, decimal a year. */
  readonly yieldOf: (cell: SecurityCell, months: number) => number;
}

/** Guarantee fee and servicing: what borrowers pay above what the holder of a pool receives. */
const POOL_FEES = 0.008;
/** Rates of fifteen-year loans stand below those of thirty years (recalled: 0.5 to 0.8 points). */
const SHORT_POOL_DISCOUNT = 0.006;
const POOL_REINVEST_MONTHS = 60;
/** What a pool costs above par: a judgement, for yields of a growing bank do not tell it. */
const POOL_PREMIUM = 0.02;

const BUCKET_NAMES = {
  repricing: ['to3m', '3to12m', '1to3y', '3to5y', '5to15y', 'over15y'],
  life: ['to3y', 'over3y'],
} as const;

/** The position of a row: principal, coupon and book yield (CALL-62, CALL-63). */
export function positionDraft(draft: RowDraft): Position {
  const { book, kind, bucket, cells } = draft;
  const total = (of: (cell: SecurityCell) => number) =>
    cells.reduce((sum, cell) => sum + of(cell), 0);
  const cost = total(({ costUsdMillion }) => costUsdMillion);
  const fairValue = total(({ fairValueUsdMillion }) => fairValueUsdMillion);
  const names = kind === 'cmo' || kind === 'cmbs' ? BUCKET_NAMES.life : BUCKET_NAMES.repricing;
  return {
    ...PLAIN,
    id: `${book}-${kind}-${names[bucket]}`,
    side: 'asset',
    group: book,
    product: `${book}-${kind}`,
    accountingClass: book === 'afs' ? 'available-for-sale' : 'held-to-maturity',
    notionalUsdMillion: cost,
    carryingUsdMillion: book === 'afs' ? fairValue : cost,
    ...(isPool(kind) ? poolTerms(draft) : bondTerms(draft, cost)),
  };
}

type Terms = Pick<Position, 'principal' | 'maturityMonth' | 'rate' | 'couponRate'> &
  Partial<Position>;

function poolTerms(draft: RowDraft): Terms {
  const { kind, bucket, cells, yieldOf } = draft;
  const months = poolMonths(kind, bucket);
  const noteRate = draft.noteRate - (isShortPool(kind, bucket) ? SHORT_POOL_DISCOUNT : 0);
  const rate = meanOf(cells, (cell) => yieldOf(cell, POOL_REINVEST_MONTHS));
  const floats = floatsIn(kind, bucket);
  return {
    ...{ principal: 'level', maturityMonth: months, behaviour: SECURITY_PREPAYMENT },
    ...{ noteRate, rate, couponRate: floats ? rate : noteRate - POOL_FEES },
    premium: floats ? 0 : POOL_PREMIUM,
    ...(floats ? FLOATING : { reinvestTenorMonths: POOL_REINVEST_MONTHS }),
  };
}

const FLOATING = { floats: true, rateIndex: 'treasury' } as const;

function bondTerms(draft: RowDraft, cost: number): Terms {
  const { kind, bucket, cells, assumptions, yieldOf } = draft;
  const months = rangeOf(cells, bucket, cost);
  const middle = (months.from + months.to) / 2;
  const rate = meanOf(cells, (cell) => yieldOf(cell, middle));
  if (floatsIn(kind, bucket)) {
    return { ...evenTerms(months), ...FLOATING, rate, couponRate: rate };
  }
  const placed = placedMonths(months, assumptions.securityPlace);
  const taxed = kind === 'municipal' ? 1 - assumptions.municipalTaxRate : 1;
  const due = { from: shorter(placed.from, taxed), to: shorter(placed.to, taxed) };
  return {
    ...evenTerms(due),
    ...{ rate, couponRate: rate / taxed },
    reinvestTenorMonths: Math.round((due.from + due.to) / 2),
  };
}

/** A tax-exempt month in the time of a taxed one (CALL-66). */
function shorter(month: number, taxed: number): number {
  return Math.max(1, Math.round(month * taxed));
}

function evenTerms({ from, to }: MonthRange) {
  return { principal: 'even', firstPrincipalMonth: from, maturityMonth: to } as const;
}

/** The months of the types in a row, weighted by what they cost. */
function rangeOf(cells: readonly SecurityCell[], bucket: number, cost: number): MonthRange {
  let from = 0;
  let to = 0;
  for (const { holding, costUsdMillion } of cells) {
    const months = typeMonths(holding.type, bucket);
    from += (costUsdMillion / cost) * months.from;
    to += (costUsdMillion / cost) * months.to;
  }
  return { from: Math.round(from), to: Math.round(to) };
}

function meanOf(cells: readonly SecurityCell[], of: (cell: SecurityCell) => number): number {
  let cost = 0;
  let sum = 0;
  for (const cell of cells) {
    cost += cell.costUsdMillion;
    sum += cell.costUsdMillion * of(cell);
  }
  return sum / cost;
}

/** The line of income a cell is reported in. */
export function incomeLine({ holding }: SecurityCell) {
  return SECURITY_TYPES[holding.type].income;
}
