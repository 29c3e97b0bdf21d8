import type { Position } from '@almfes/engine';
import type { FieldName } from '../call-report/index.js';
import type { AssumedValues } from './assumption/assumed-values.js';
import type { AssumptionName } from './assumption/assumptions.js';
import type { BankRates } from './bank-rates.js';
import type { CallReportMarket, ReconciliationLine } from './bank-study.js';
import type { ReportReader } from './report-reader.js';

/** What the rows of every part are made from. */
export interface PartTerms {
  readonly reader: ReportReader;
  readonly market: CallReportMarket;
  readonly assumed: AssumedValues;
  readonly rates: BankRates;
}

/** Amounts that assumptions bear on, USD million. */
export type Borne = Readonly<Partial<Record<AssumptionName, number>>>;

/** Rows of a part of the balance sheet, what they are checked against, what they rest on. */
export interface BuiltPart {
  readonly rows: readonly Position[];
  readonly lines: readonly ReconciliationLine[];
  readonly borne: Borne;
}

/** Carrying amount of some rows, USD million, positive on both sides. */
export function carryingOf(rows: readonly Position[]): number {
  return rows.reduce((sum, { carryingUsdMillion }) => sum + carryingUsdMillion, 0);
}

export interface LineTerms {
  readonly item: string;
  readonly title: string;
  readonly added: readonly FieldName[];
  readonly deducted?: readonly FieldName[];
  readonly builtUsdMillion: number;
}

/** An item of the form beside what was built for it (rule CALL-21). */
export function reconciliationLine(
  { report, sum }: ReportReader,
  { item, title, added, deducted = [], builtUsdMillion }: LineTerms,
): ReconciliationLine {
  const reportedUsdMillion = sum(added) - sum(deducted);
  return {
    ...{ item, title, reportedUsdMillion, builtUsdMillion },
    codes: [...added, ...deducted].flatMap((name) => report.codeOf(name) ?? []),
    differenceUsdMillion: builtUsdMillion - reportedUsdMillion,
  };
}
