/** A source of cash within the day. */
export interface HourlySource {
  readonly hoursToCash: number;
  readonly cashUsdMillion: number;
}

/** State at the end of an hour, USD million. */
export interface RunHour {
  readonly hour: number;
  readonly requested: number;
  readonly cashIn: number;
  readonly paid: number;
  /** Asked for and not paid yet. */
  readonly queue: number;
  /** Cash that is left. */
  readonly cash: number;
}

/**
 * A day of payments asked for hour by hour, met at the end of each hour from the cash that has come
 * in by then; what cannot be met waits (SURV-5).
 */
export function intradayRun(
  requests: readonly number[],
  sources: readonly HourlySource[],
): RunHour[] {
  let queue = 0;
  let cash = 0;
  return requests.map((requested, index) => {
    const hour = index + 1;
    const cashIn = cashBetween(sources, index === 0 ? -1 : index, hour);
    const due = queue + requested;
    const paid = Math.min(due, cash + cashIn);
    cash = cash + cashIn - paid;
    queue = due - paid;
    return { hour, requested, cashIn, paid, queue, cash };
  });
}

/** Hours met in full before the first that leaves a queue; all of them when none does. */
export function hoursMet(run: readonly RunHour[]): number {
  const broken = run.find(({ queue }) => queue > 0);
  return broken === undefined ? run.length : broken.hour - 1;
}

/** Cash of the sources that pay after `after` and by `by`. */
function cashBetween(sources: readonly HourlySource[], after: number, by: number): number {
  let cash = 0;
  for (const { hoursToCash, cashUsdMillion } of sources) {
    if (hoursToCash > after && hoursToCash <= by) cash += cashUsdMillion;
  }
  return cash;
}
