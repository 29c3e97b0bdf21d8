import {
  applyChange,
  baseDiscount,
  bookFromPositions,
  type Change,
  evaluate,
  exp,
  floatAt,
  measureOf,
  type Position,
  positionsFromBook,
  type Study,
} from '../../packages/engine/src/index.js';
import {
  type CallReportMarket,
  type SecurityRows,
  securityStudy,
} from '../../packages/intake/src/index.js';

/** The curves a bank lived through: half years with the market in the middle of each. */
export interface MarketPath {
  readonly start: CallReportMarket;
  readonly middles: readonly CallReportMarket[];
  readonly end: CallReportMarket;
}

export interface PredictionTerms {
  readonly rows: SecurityRows;
  readonly path: MarketPath;
  readonly poolSpeed: number;
}

/** Securities as predicted for a later date, USD million. */
export interface Prediction {
  readonly costUsdMillion: number;
  /** Fair value less amortised cost: a loss is negative. */
  readonly unrealisedUsdMillion: number;
}

const HALF_YEAR = 6;
const CASH = 'cash';
/** Purchases of a half year are made in its middle. */
const MONTHS_HELD = 3;

/**
 * Rolls the securities of a date through the curves that came, half year by half year: each half
 * runs off on the curve of its middle, what is repaid buys its own kind there at par, and the whole
 * is marked on the last curve (rule CALL-71).
 */
export function predictMarks({ rows, path, poolSpeed }: PredictionTerms): Prediction {
  const start = securityStudy([CASH_ROW, ...rows.positions], {
    market: path.start.market,
    poolSpeed,
  });
  const margins = marginsOf(start, rows.positions);
  let study = start;
  let atPar = 0;
  for (const [half, middle] of path.middles.entries()) {
    const ready = onMarket(study, middle, margins);
    const rolled = later(ready);
    const bought = purchases(ready, rolled, half);
    atPar += bought.atParUsdMillion;
    study = withRows(rolled, bought.positions);
  }
  const marked = onMarket(study, path.end, margins);
  const outcome = evaluate(marked, ['marks']);
  const cost = positionsFromBook(marked.book).reduce(
    (sum, row) => sum + (row.id === CASH ? 0 : row.notionalUsdMillion),
    atPar,
  );
  return {
    costUsdMillion: cost,
    unrealisedUsdMillion:
      measureOf(outcome, 'unrealised.afs', '0') + measureOf(outcome, 'unrealised.htm', '0'),
  };
}

const CASH_ROW: Position = {
  ...{ id: CASH, side: 'asset', group: 'cash', product: CASH, accountingClass: 'not-remeasured' },
  ...{ principal: 'none', behaviour: '', rateIndex: 'none', notionalUsdMillion: 0 },
  ...{ carryingUsdMillion: 0, rate: 0, couponRate: 0, premium: 0, floats: false, resetMonth: 0 },
  ...{ firstPrincipalMonth: 0, maturityMonth: 0, noteRate: 0, discountSpread: 0 },
  ...{ reinvestTenorMonths: 0, reinvestSpread: 0, ageMonths: 0 },
};

/** What floating rows pay above the one-month rate of the first curve. */
function marginsOf(study: Study, positions: readonly Position[]): ReadonlyMap<string, number> {
  const now = oneMonthRate(study);
  return new Map(positions.filter(({ floats }) => floats).map(({ id, rate }) => [id, rate - now]));
}

function oneMonthRate(study: Study): number {
  return 12 * (1 / floatAt(discountOf(study), 1) - 1);
}

const discounts = new WeakMap<Study['market'], Float64Array>();

/** Discount factors of the Study's market, which many banks share. */
function discountOf(study: Study): Float64Array {
  const known = discounts.get(study.market) ?? baseDiscount(study);
  discounts.set(study.market, known);
  return known;
}

/** The Study on another market; floating rows keep their margin over its one-month rate. */
function onMarket(
  study: Study,
  { market }: CallReportMarket,
  margins: ReadonlyMap<string, number>,
): Study {
  const moved = { ...study, market };
  const now = oneMonthRate(moved);
  const positions = positionsFromBook(study.book).map((row) => {
    const margin = margins.get(row.id);
    return margin === undefined ? row : { ...row, rate: Math.max(0, now + margin) };
  });
  return { ...moved, book: bookFromPositions(positions) };
}

function later(study: Study): Study {
  const change: Change = {
    ...{ id: 'half-year', kind: 'roll-forward', title: 'Half a year', size: 1, sources: [] },
    ...{ rationale: 'run-off on the curve of its middle', months: HALF_YEAR },
    ...{ cashPositionId: CASH, shortfallPositionId: null },
  };
  const rolled = applyChange(study, change, () => new Float64Array());
  if (!rolled.ok) throw new Error(rolled.issues.map(({ message }) => message).join('; '));
  return rolled.value;
}

interface Purchases {
  readonly positions: readonly Position[];
  /** Floating and what matures within the half year: worth par whatever comes. */
  readonly atParUsdMillion: number;
}

/** What was repaid buys bullets of the row's own term at the par rate of the middle. */
function purchases(before: Study, after: Study, half: number): Purchases {
  const left = new Map(positionsFromBook(after.book).map((row) => [row.id, row]));
  const discount = discountOf(before);
  const bought = new Map<string, Position>();
  let atParUsdMillion = 0;
  for (const row of positionsFromBook(before.book)) {
    if (row.id === CASH) continue;
    const paid = row.notionalUsdMillion - (left.get(row.id)?.notionalUsdMillion ?? 0);
    const tenor = row.reinvestTenorMonths;
    if (row.floats || tenor <= MONTHS_HELD) {
      atParUsdMillion += paid;
      continue;
    }
    const id = `${row.product}-${half}-${tenor}`;
    const known = bought.get(id)?.notionalUsdMillion ?? 0;
    bought.set(id, bullet({ row, id, amount: known + paid, rate: parCoupon(discount, row) }));
  }
  return { positions: [...bought.values()], atParUsdMillion };
}

interface Bullet {
  readonly row: Position;
  readonly id: string;
  readonly amount: number;
  readonly rate: number;
}

function bullet({ row, id, amount, rate }: Bullet): Position {
  const months = row.reinvestTenorMonths - MONTHS_HELD;
  return {
    ...{ ...row, id, principal: 'even', behaviour: '', noteRate: 0, premium: 0, rate },
    ...{ couponRate: rate, firstPrincipalMonth: months, maturityMonth: months },
    ...{ notionalUsdMillion: amount, carryingUsdMillion: amount },
  };
}

/** Monthly coupon at which a bullet of the row's term and spread is worth par. */
function parCoupon(discount: Float64Array, row: Position): number {
  let annuity = 0;
  let factor = 1;
  for (let month = 1; month <= row.reinvestTenorMonths; month += 1) {
    factor = floatAt(discount, month) * exp((-row.discountSpread * month) / 12);
    annuity += factor;
  }
  return (12 * (1 - factor)) / annuity;
}

function withRows(study: Study, positions: readonly Position[]): Study {
  const book = bookFromPositions([...positionsFromBook(study.book), ...positions]);
  return { ...study, book };
}
