import type { Market, Study } from '@almfes/engine';
import type { AssumptionLevel } from './assumption/assumption.js';
import type { AssumptionName } from './assumption/assumptions.js';

/** What the market said on the date of a Call Report. One object serves every bank of the date. */
export interface CallReportMarket {
  readonly quarterEnd: string;
  /** Curve, mortgage rate and swap spread as they stand in a Study. */
  readonly market: Market;
  /** Federal funds rate of the quarter end, decimal. */
  readonly policyRate: number;
  /** Average federal funds rate of a quarter, decimal, by quarter end; none after this one. */
  readonly policyAverages: ReadonlyMap<string, number>;
  /** Two-year par yield, mean of the 36 month ends up to the quarter end, decimal. */
  readonly twoYearMean: number;
  /** Mortgage rate, mean of the last twelve quarter ends up to this one, decimal. */
  readonly mortgageMean: number;
}

/** A line of the form, as reported and as the rows of the Study add up to (rule CALL-21). */
export interface ReconciliationLine {
  readonly item: string;
  readonly title: string;
  /** MDRM codes that were read. */
  readonly codes: readonly string[];
  readonly reportedUsdMillion: number;
  readonly builtUsdMillion: number;
  /** Built less reported. */
  readonly differenceUsdMillion: number;
}

/** What the Call Report does not tell about this bank, and what was taken in its place. */
export interface Unknown {
  readonly name: AssumptionName;
  readonly title: string;
  readonly unit: string;
  readonly level: AssumptionLevel;
  readonly value: number;
  readonly low: number;
  readonly central: number;
  readonly high: number;
  readonly source: string;
  readonly drives: string;
  /** The amount it bears on; 0 when it bears on nothing of this bank. */
  readonly amountUsdMillion: number;
}

/** A bank's Study from its Call Report, with what it was checked against and what it assumes. */
export interface BankStudy {
  readonly study: Study;
  readonly reconciliation: readonly ReconciliationLine[];
  readonly unknowns: readonly Unknown[];
  /** Starts of the ids of rows whose own income gives no rate: a market rate stands (CALL-31). */
  readonly replacedRates: readonly string[];
}
