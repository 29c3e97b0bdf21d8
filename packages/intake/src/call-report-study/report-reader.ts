import type { CallReport, FieldName } from '../call-report/index.js';

/** A Call Report that remembers what was read of it. */
export interface ReportReader {
  readonly report: CallReport;
  /** USD million; 0 where the bank's form does not ask: the reconciliation shows what is missed. */
  readonly amount: (name: FieldName) => number;
  /** Sum of several. */
  readonly sum: (names: readonly FieldName[]) => number;
  /** What was read and is reported, in the order of reading. */
  readonly read: ReadonlyMap<FieldName, number>;
}

export function reportReader(report: CallReport): ReportReader {
  const read = new Map<FieldName, number>();
  const amount = (name: FieldName): number => {
    const value = report.amount(name);
    if (value !== undefined) read.set(name, value);
    return value ?? 0;
  };
  const sum = (names: readonly FieldName[]) => names.reduce((all, name) => all + amount(name), 0);
  return { report, amount, sum, read };
}
