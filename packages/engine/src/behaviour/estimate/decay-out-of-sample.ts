import { exp, fail, issue, itemAt, ok, type Result } from '../../foundation/index.js';
import { ordinaryLeastSquares } from '../../numeric/index.js';
import { type BalanceHistory, balanceIssues } from './balance-history.js';
import { estimateConstantDecay, FEWEST_BALANCES } from './constant-decay.js';
import { type Forecaster, type OutOfSample, outOfSample } from './out-of-sample.js';
import {
  estimateTwoPartDecay,
  FEWEST_TWO_PART_BALANCES,
  twoPartLogBalance,
} from './two-part-decay.js';

export type DecayModel = 'constant' | 'two-part';

export interface DecayTestTerms {
  readonly model: DecayModel;
  /** Balances ahead of a forecast, 1 to 24. */
  readonly horizon: number;
}

interface Row {
  readonly month: number;
  readonly balance: number;
}

const LARGEST_HORIZON = 24;
const MONTHS_A_YEAR = 12;
/** An interval plays no part in a forecast. */
const ANY_CONFIDENCE = 0.95;

/**
 * Out-of-sample errors of a decay, of a linear trend of the balance (the linear benchmark) and of
 * no change, as shares of the balance that came (rules EST-11 and EST-13). All start from the
 * last known balance. Issues: `balance.*`, `decay.too-few`, `out-of-sample.*`.
 */
export function decayOutOfSample(
  history: BalanceHistory,
  { model, horizon }: DecayTestTerms,
): Result<OutOfSample> {
  if (!Number.isInteger(horizon) || horizon < 1 || horizon > LARGEST_HORIZON) {
    const expected = `a whole number of balances from 1 to ${LARGEST_HORIZON}`;
    return fail(issue('out-of-sample.horizon', 'horizon', expected, String(horizon)));
  }
  const fewest = model === 'constant' ? FEWEST_BALANCES : FEWEST_TWO_PART_BALANCES;
  const issues = balanceIssues(history, fewest);
  if (issues.length > 0) return fail(...issues);
  return outOfSample<Row>({
    rows: history.months.map((month, i) => ({ month, balance: itemAt(history.balances, i) })),
    firstFit: fewest,
    horizon,
    errorOf: (forecast, ahead) => forecast / itemAt(ahead, ahead.length - 1).balance - 1,
    isWhole: () => true,
    model: model === 'constant' ? CONSTANT : TWO_PART,
    linear: LINEAR_TREND,
    noChange: NO_CHANGE,
  });
}

function historyOf(rows: readonly Row[]): BalanceHistory {
  return { months: rows.map(({ month }) => month), balances: rows.map(({ balance }) => balance) };
}

function lastOf(rows: readonly Row[]): Row {
  return itemAt(rows, rows.length - 1);
}

const CONSTANT: Forecaster<Row> = {
  id: 'constant-hazard',
  title: 'constant hazard',
  forecast: (known, ahead) => {
    const terms = { neweyWestLags: 0, confidence: ANY_CONFIDENCE };
    const fit = estimateConstantDecay(historyOf(known), terms);
    if (!fit.ok) return fit;
    const last = lastOf(known);
    const years = (lastOf(ahead).month - last.month) / MONTHS_A_YEAR;
    return ok(last.balance * exp(-fit.value.hazardAYear.value * years));
  },
};

const TWO_PART: Forecaster<Row> = {
  id: 'two-part',
  title: 'core and non-core',
  forecast: (known, ahead) => {
    const fit = estimateTwoPartDecay(historyOf(known), ANY_CONFIDENCE);
    if (!fit.ok) return fit;
    const { logStart, coreShare, coreHazardAYear, nonCoreHazardAYear } = fit.value;
    const estimates = [coreShare, coreHazardAYear, nonCoreHazardAYear].map(({ value }) => value);
    const start = itemAt(known, 0).month;
    const logAt = ({ month }: Row) =>
      twoPartLogBalance([logStart, ...estimates], (month - start) / MONTHS_A_YEAR);
    const last = lastOf(known);
    return ok(last.balance * exp(logAt(lastOf(ahead)) - logAt(last)));
  },
};

const LINEAR_TREND: Forecaster<Row> = {
  id: 'linear-trend',
  title: 'linear trend',
  forecast: (known, ahead) => {
    const { months, balances } = historyOf(known);
    const fit = ordinaryLeastSquares(
      months.map((month) => [1, month]),
      balances,
    );
    if (!fit.ok) return fit;
    const last = lastOf(known);
    const slope = itemAt(fit.value.coefficients, 1);
    return ok(last.balance + slope * (lastOf(ahead).month - last.month));
  },
};

const NO_CHANGE: Forecaster<Row> = {
  id: 'no-change',
  title: 'no change',
  forecast: (known) => ok(lastOf(known).balance),
};
