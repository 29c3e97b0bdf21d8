import {
  BASELINE_FAMILIES,
  evaluate,
  type FamilyName,
  type Outcome,
  ok,
  type Result,
  type Study,
} from '@almfes/engine';
import type { CallReport } from '../call-report/index.js';
import {
  type BankStudy,
  type CallReportMarket,
  CENTRAL_ASSUMPTIONS,
  callReportStudy,
} from '../call-report-study/index.js';
import { MEASURE_COLUMNS, SWEEP_COLUMNS } from './sweep-columns.js';

/** A bank's rows of the table. */
export interface SweptBank {
  readonly idrssd: number;
  readonly scenarios: readonly string[];
  /** SWEEP_COLUMNS of the first scenario, then of the next; NaN where there is no value. */
  readonly numbers: Float64Array;
}

const RUN_LIMITS = ['liquidity', 'cet1', 'tce'] as const;
const LIQUIDITY: readonly FamilyName[] = ['liquidity'];

/**
 * A bank in every scenario, with central assumptions (rules CALL-14, CALL-15). Pure. Issues: those
 * of `callReportStudy`.
 */
export function sweepBank(report: CallReport, market: CallReportMarket): Result<SweptBank> {
  const built = callReportStudy({ report, market, assumptions: CENTRAL_ASSUMPTIONS });
  if (!built.ok) return built;
  const { study } = built.value;
  const values = valuesOf(evaluate(study, BASELINE_FAMILIES));
  const uninsured = uninsuredRange(built.value);
  const ends = [uninsured.low, uninsured.high].map((amount) =>
    amount === uninsured.central
      ? values
      : valuesOf(evaluate(withUninsured(study, amount), LIQUIDITY)),
  );
  const ofBank = bankNumbers(report, built.value, values, uninsured);
  const scenarios = study.scenarios.map(({ id }) => id);
  const numbers = new Float64Array(scenarios.length * SWEEP_COLUMNS.length);
  for (const [at, scenario] of scenarios.entries()) {
    const measured = MEASURE_COLUMNS.map(({ measure }) => values(measure, scenario));
    const threshold = runThreshold(values, scenario);
    const all = [threshold, ...ends.map((each) => runThreshold(each, scenario))];
    const thresholds = [threshold, Math.min(...all), Math.max(...all)];
    numbers.set([...ofBank, ...measured, ...thresholds], at * SWEEP_COLUMNS.length);
  }
  return ok({ idrssd: report.institution.idrssd, scenarios, numbers });
}

/** A measure in a scenario, NaN where it was refused. */
type Values = (measure: string, scenario: string) => number;

function valuesOf({ measures }: Outcome): Values {
  const known = new Map(measures.map(({ id, scenario, value }) => [`${id} ${scenario}`, value]));
  return (measure, scenario) => known.get(`${measure} ${scenario}`) ?? Number.NaN;
}

/** The smallest of the three limits within two days (RUN-6); NaN where one has no value. */
function runThreshold(values: Values, scenario: string): number {
  return Math.min(...RUN_LIMITS.map((limit) => values(`runThreshold.${limit}.2d`, scenario)));
}

interface UninsuredRange {
  readonly low: number;
  readonly central: number;
  readonly high: number;
}

/** What uninsured deposits may be: one amount where they are reported (CALL-36). */
function uninsuredRange({ study, unknowns }: BankStudy): UninsuredRange {
  const central = study.liquidity.uninsuredUsdMillion;
  const share = unknowns.find(({ name }) => name === 'uninsuredShare');
  if (share === undefined) throw new Error('no assumption uninsuredShare');
  const at = (level: number) => central + (level - share.central) * share.amountUsdMillion;
  return { low: at(share.low), central, high: at(share.high) };
}

function withUninsured(study: Study, uninsuredUsdMillion: number): Study {
  return { ...study, liquidity: { ...study.liquidity, uninsuredUsdMillion } };
}

/** In the order of BANK_COLUMNS. */
function bankNumbers(
  report: CallReport,
  { reconciliation }: BankStudy,
  values: Values,
  uninsured: UninsuredRange,
): readonly number[] {
  const amount = report.amount;
  const differences = reconciliation.map((line) => Math.abs(line.differenceUsdMillion));
  return [
    amount('totalAssets') ?? Number.NaN,
    (amount('depositsDomestic') ?? Number.NaN) + (amount('depositsForeign') ?? 0),
    amount('bankEquity') ?? Number.NaN,
    Math.max(...differences),
    uninsured.central,
    uninsured.low,
    uninsured.high,
    amount('cet1') ?? Number.NaN,
    values('capital.cet1Ratio', ''),
    values('capital.leverageRatio', ''),
    values('capital.tceRatio', ''),
  ];
}
