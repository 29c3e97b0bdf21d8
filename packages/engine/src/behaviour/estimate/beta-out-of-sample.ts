import { fail, issue, itemAt, ok, type Result } from '../../foundation/index.js';
import { designRow, sidesOf, weightedRegression } from './distributed-lag.js';
import { type OutOfSample, outOfSample } from './out-of-sample.js';
import { type RateChange, type RateHistory, rateChanges } from './rate-history.js';

export interface BetaTestTerms {
  readonly lags: number;
  readonly apart: boolean;
  /** Quarters ahead of a forecast, 1 to 8. */
  readonly horizon: number;
}

const LARGEST_HORIZON = 8;
const FEWEST_DEGREES_OF_FREEDOM = 4;

/**
 * Out-of-sample errors of the distributed lag, of a static beta (the linear benchmark: change on
 * change of the same quarter) and of no change (rules EST-11 and EST-12), decimals a year. The
 * policy rate ahead is given to all three. Issues: `history.*`, `out-of-sample.horizon`,
 * `out-of-sample.too-few`.
 */
export function betaOutOfSample(
  history: RateHistory,
  { lags, apart, horizon }: BetaTestTerms,
): Result<OutOfSample> {
  if (!Number.isInteger(horizon) || horizon < 1 || horizon > LARGEST_HORIZON) {
    const expected = `a whole number of quarters from 1 to ${LARGEST_HORIZON}`;
    return fail(issue('out-of-sample.horizon', 'horizon', expected, String(horizon)));
  }
  const changes = rateChanges(history, lags);
  if (!changes.ok) return changes;
  const columns = 1 + sidesOf(apart).length * (lags + 1);
  const lagged = (change: RateChange) => designRow(change, apart);
  const alone = ({ quarters, rises, falls }: RateChange) => [
    quarters,
    itemAt(rises, 0) + itemAt(falls, 0),
  ];
  const title = `distributed lag of ${lags} quarters${apart ? ', up and down apart' : ''}`;
  return outOfSample<RateChange>({
    rows: changes.value,
    firstFit: columns + FEWEST_DEGREES_OF_FREEDOM,
    horizon,
    errorOf: (forecast, ahead) => forecast - total(ahead.map((each) => each.depositChange)),
    isWhole: (last, ahead) => ahead.every(({ index }, i) => index === last.index + 1 + i),
    model: { id: 'distributed-lag', title, forecast: regression(lagged) },
    linear: { id: 'static-beta', title: 'static beta', forecast: regression(alone) },
    noChange: { id: 'no-change', title: 'no change', forecast: () => ok(0) },
  });
}

/** Change over all quarters ahead by a regression on the history. */
function regression(rowOf: (change: RateChange) => readonly number[]) {
  return (history: readonly RateChange[], ahead: readonly RateChange[]): Result<number> => {
    const { fit } = weightedRegression(history, rowOf);
    if (!fit.ok) return fit;
    const { coefficients } = fit.value;
    const changeOf = (change: RateChange) =>
      total(rowOf(change).map((x, i) => x * itemAt(coefficients, i)));
    return ok(total(ahead.map(changeOf)));
  };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
