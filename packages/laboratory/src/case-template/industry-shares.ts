import type { Figure } from '@almfes/engine';
import { type CallReport, type CallReports, type FieldName, filingDate } from '@almfes/intake';
import { derivedFigure } from './recorded-report.js';

/** What all banks whose reports were due with this one reported together, as shares. */
export interface IndustryShares {
  /** Non-interest-bearing share of domestic deposits. */
  readonly free: number;
  /** Consumer share of domestic deposits without a date, over the banks that report it. */
  readonly consumer: number;
  readonly figures: Readonly<Record<'industry.freeShare' | 'industry.consumerShare', Figure>>;
}

/**
 * Shares of the whole industry from the same bulk file, of the reports due by the day this one was
 * (rule FORM-22): no later filer stands in them.
 */
export function industryShares(reports: CallReports, report: CallReport): IndustryShares {
  const { quarterEnd, institution } = report;
  const due = filingDate(quarterEnd, institution.form);
  const rows = reports.institutions.flatMap(({ form }, row) =>
    filingDate(quarterEnd, form) <= due ? [row] : [],
  );
  const sums = (over: readonly FieldName[], under: readonly FieldName[]) => {
    const sumAt = (names: readonly FieldName[], row: number) =>
      names.reduce((sum, name) => sum + (reports.columns[name][row] ?? Number.NaN), 0);
    let [part, whole, banks] = [0, 0, 0];
    for (const row of rows) {
      const one = sumAt(over, row);
      const all = sumAt(under, row);
      if (!(one >= 0) || !(all > 0)) continue;
      part += one;
      whole += all;
      banks += 1;
    }
    return { value: whole > 0 ? part / whole : 0, banks };
  };
  const free = sums(['depositsDomesticNoninterestBearing'], ['depositsDomestic']);
  const consumer = sums(CONSUMER, UNDATED);
  const figure = (label: string, found: { value: number; banks: number }, codes: string) =>
    derivedFigure({
      ...{ label, percent: 100 * found.value, asOf: quarterEnd, knownFrom: due },
      document: `FFIEC Call Reports, all filers of the bulk file, ${quarterEnd}`,
      locator: `${codes}, sums over ${found.banks} banks whose reports were due by ${due}`,
    });
  return {
    ...{ free: free.value, consumer: consumer.value },
    figures: {
      'industry.freeShare': figure(
        'Non-interest-bearing share of domestic deposits, all banks',
        free,
        'RCON6631 over RCON2200',
      ),
      'industry.consumerShare': figure(
        'Consumer share of domestic deposits without a date, banks that report it',
        consumer,
        'RCON P753 + P754 + P756 + P758 over RCON 2215 + 6810 + 0352',
      ),
    },
  };
}

/** Accounts for individuals, families and households: RC-E memoranda 6 and 7. */
const CONSUMER: readonly FieldName[] = [
  'consumerFree',
  'consumerTransaction',
  'consumerMoneyMarket',
  'consumerSavings',
];
const UNDATED: readonly FieldName[] = [
  'depositsTransaction',
  'depositsMoneyMarket',
  'depositsOtherSavings',
];

/** Consumer share of a bank's own deposits without a date; null where it does not report it. */
export function consumerShare({ amount }: CallReport): number | null {
  const sum = (names: readonly FieldName[]) =>
    names.reduce((all, name) => all + (amount(name) ?? Number.NaN), 0);
  const share = sum(CONSUMER) / sum(UNDATED);
  return share >= 0 && share <= 1 ? share : null;
}
