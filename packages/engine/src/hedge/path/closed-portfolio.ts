import { floatAt, itemAt } from '../../foundation/index.js';
import { type Change, type Study, viewedIn } from '../../study/index.js';

/** The hedged layer against the closed portfolio it is part of, at the end of each quarter. */
export interface LayerQuarter {
  readonly quarter: number;
  /** What is left of the portfolio of the date, nothing added, USD million. */
  readonly portfolioUsdMillion: number;
  /** Notional that is hedged and has not matured. */
  readonly layerUsdMillion: number;
  /** Share of the layer that the portfolio no longer holds. */
  readonly breachedShare: number;
}

export interface LayerRequest {
  readonly study: Study;
  readonly changes: readonly Change[];
  readonly group: 'afs' | 'loans';
  readonly scenario: string;
  readonly quarters: number;
}

/**
 * A portfolio layer hedge quarter by quarter in a scenario (HEDGE-19): repayment and prepayment of
 * the closed portfolio as the Study projects them, against the fair value hedges of the group.
 * @throws when the Study has no such scenario
 */
export function layerQuarters(request: LayerRequest): readonly LayerQuarter[] {
  const repaid = repaidByMonth(request);
  let portfolio = costOf(request);
  const rows: LayerQuarter[] = [];
  for (let quarter = 0; quarter <= request.quarters; quarter += 1) {
    for (let month = 3 * (quarter - 1); month < 3 * quarter; month += 1) {
      if (month >= 0) portfolio -= floatAt(repaid, month);
    }
    const layerUsdMillion = layerAt(request, 3 * quarter);
    const held = Math.min(1, Math.max(0, portfolio) / layerUsdMillion);
    rows.push({
      quarter,
      portfolioUsdMillion: portfolio,
      layerUsdMillion,
      breachedShare: layerUsdMillion > 0 ? 1 - held : 0,
    });
  }
  return rows;
}

function rowsOf({ study, group }: LayerRequest): readonly number[] {
  const code = study.book.group.names.indexOf(group);
  return [...study.book.id.keys()].filter((row) => study.book.group.codes[row] === code);
}

function costOf(request: LayerRequest): number {
  const { notionalUsdMillion } = request.study.book;
  return rowsOf(request).reduce((sum, row) => sum + floatAt(notionalUsdMillion, row), 0);
}

function repaidByMonth(request: LayerRequest): Float64Array {
  const { view } = viewedIn(request.study, request.scenario);
  const repaid = new Float64Array(3 * request.quarters);
  for (const row of rowsOf(request)) {
    const { principal } = itemAt(view.flows.byRow, row);
    for (let month = 0; month < repaid.length && month < principal.length; month += 1) {
      repaid[month] = floatAt(repaid, month) + floatAt(principal, month);
    }
  }
  return repaid;
}

/** Swaps that are designated to the group and run beyond the month. */
function layerAt({ changes, group }: LayerRequest, month: number): number {
  return changes.reduce((sum, change) => {
    if (change.kind !== 'add-hedge') return sum;
    const { model, hedgedGroup, maturityMonth, notionalUsdMillion } = change.swap;
    const hedges = model === 'fair-value' && hedgedGroup === group && maturityMonth > month;
    return hedges ? sum + Math.abs(notionalUsdMillion) * change.size : sum;
  }, 0);
}
