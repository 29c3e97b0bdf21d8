import { fail, type Issue, issue, ok, type Result } from '../../foundation/index.js';
import { citationIssues, type Study } from '../../study/index.js';

/** A one-month rate as it was set on a day, decimal a year. */
export interface ReplayReset {
  readonly date: string;
  readonly rate: number;
}

/** One quarter of a bank, as it was published (BACKTEST-1). Amounts in USD million. */
export interface ReplayQuarter {
  /** Last day of the quarter. */
  readonly date: string;
  /** The quarter's balances on the curve of its last day: what is scored. */
  readonly marked: Study;
  /** The same with securities no larger than at the start, the rest in cash (BACKTEST-7). */
  readonly markedCashShort: Study;
  /** The same balances as decided on, on the curve of the decision date; null: no decision. */
  readonly decided: Study | null;
  /** One-month rates of the quarter's three months: set at its start, then at the decision … */
  readonly resets: readonly [ReplayReset, ReplayReset, ReplayReset] | null;
  /** Of the quarter, as reported. */
  readonly netInterestIncome: number;
  readonly securitiesIncome: number;
  /** Amortised cost of all securities at the end. */
  readonly securitiesCost: number;
}

/**
 * Nothing that was not public when it was used (BACKTEST-2): every figure and the curve of a
 * decision by its day, every rate of a quarter by its end. Issues: `known-after-decision`,
 * `replay.order`, `replay.resets`, `replay.length`.
 */
export function checkReplay(quarters: readonly ReplayQuarter[]): Result<null> {
  const issues: Issue[] = [];
  if (quarters.length < 2) {
    issues.push(issue('replay.length', 'quarters', 'at least two', String(quarters.length)));
  }
  for (const [index, quarter] of quarters.entries()) {
    const before = quarters[index - 1];
    const path = `quarters/${quarter.date}`;
    if (before !== undefined && quarter.date <= before.date) {
      issues.push(issue('replay.order', path, `later than ${before.date}`, quarter.date));
    }
    if (before !== undefined) issues.push(...resetIssues(quarter, before.date, path));
    if (quarter.decided === null) continue;
    const end = quarters[index + 1]?.date;
    issues.push(...decisionIssues(quarter.decided, path));
    issues.push(...dayIssues(quarter.decided.valuationDate, quarter.date, end, path));
  }
  return issues.length > 0 ? fail(...issues) : ok(null);
}

/** A decision falls after its quarter and before the end of the next one. */
function dayIssues(day: string, start: string, end: string | undefined, path: string): Issue[] {
  if (day > start && (end === undefined || day < end)) return [];
  const expected = `a day after ${start} and before ${end ?? 'the next quarter'}`;
  return [issue('replay.order', `${path}/decided`, expected, day)];
}

function decisionIssues(decided: Study, path: string): Issue[] {
  const { market, figures, valuationDate } = decided;
  const known = { figures, decisionDate: valuationDate };
  const issues = Object.keys(figures).flatMap((id) =>
    citationIssues(known, id, `${path}/figures/${id}`),
  );
  if (market.curveDate <= valuationDate) return issues;
  const expected = `a curve of ${valuationDate} or before`;
  return [...issues, issue('known-after-decision', `${path}/curve`, expected, market.curveDate)];
}

function resetIssues({ date, resets }: ReplayQuarter, start: string, path: string): Issue[] {
  const at = `${path}/resets`;
  if (resets === null) return [issue('replay.resets', at, 'three one-month rates', 'none')];
  return resets.flatMap((reset) => {
    if (reset.date >= start && reset.date < date && Number.isFinite(reset.rate)) return [];
    const expected = `a rate set from ${start} to before ${date}`;
    return [issue('replay.resets', at, expected, `${reset.rate} of ${reset.date}`)];
  });
}
