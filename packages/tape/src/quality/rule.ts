import type { TapeKind } from '../mapping/index.js';

/**
 * What a finding does: `refuse` the whole tape, `quarantine` the row, or `warn` and load it
 * (rule TAPE-30).
 */
export type Severity = 'refuse' | 'quarantine' | 'warn';

interface QualityRule {
  readonly severity: Severity;
  readonly title: string;
}

/** Every rule of data quality, in the order in which findings are told. */
export const QUALITY_RULES = {
  'rate-unit': { severity: 'refuse', title: 'the bulk of a rate looks like another unit' },
  'row-shape': { severity: 'quarantine', title: 'the row cannot be cut into cells' },
  'kind-unknown': { severity: 'quarantine', title: 'no rows of the mapping fit' },
  missing: { severity: 'quarantine', title: 'a required term is empty' },
  unreadable: { severity: 'quarantine', title: 'the cell is no such number or date' },
  'unknown-code': { severity: 'quarantine', title: 'the code is not in the mapping' },
  range: { severity: 'quarantine', title: 'the value is out of bounds' },
  'duplicate-id': { severity: 'quarantine', title: 'the id stands in more than one row' },
  currency: { severity: 'quarantine', title: 'the currency is not supported' },
  'negative-balance': { severity: 'quarantine', title: 'a balance is negative' },
  'start-after-maturity': { severity: 'quarantine', title: 'starts after it matures' },
  matured: { severity: 'quarantine', title: 'matured before the valuation date' },
  'reset-after-maturity': { severity: 'quarantine', title: 'the next reset is after maturity' },
  'no-position': { severity: 'quarantine', title: 'a Study has no row for such a contract' },
  'index-missing': { severity: 'quarantine', title: 'a floating rate without an index' },
  'rate-unit-row': { severity: 'warn', title: 'the rate of the row looks like decimals' },
  'rate-unit-unclear': { severity: 'warn', title: 'rates so low that their unit cannot be told' },
  'reset-missing': { severity: 'warn', title: 'a floating rate without the day of its reset' },
  'not-started': { severity: 'warn', title: 'starts after the valuation date' },
  'zero-balance': { severity: 'warn', title: 'the balance is zero' },
  'insured-above-balance': { severity: 'warn', title: 'more is insured than the balance' },
} as const satisfies Readonly<Record<string, QualityRule>>;

export type RuleId = keyof typeof QUALITY_RULES;

export const RULE_IDS: readonly RuleId[] = Object.keys(QUALITY_RULES).filter((id): id is RuleId =>
  Object.hasOwn(QUALITY_RULES, id),
);

export function severityOf(rule: RuleId): Severity {
  return QUALITY_RULES[rule].severity;
}

/** What a rule found in one row. */
export interface Flaw {
  readonly rule: RuleId;
  /** Term or column at fault; empty when it is the row as a whole. */
  readonly at: string;
  readonly expected: string;
  readonly got: string;
}

/** One line of the quality table: what one rule found of one term or column. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** Kind of the rows; empty where it is not known. */
  readonly kind: TapeKind | '';
  readonly at: string;
  /** Rows; of `rate-unit` the rows whose rate was looked at. */
  readonly count: number;
  /** Absolute balance of those rows as far as it can be read, USD million. */
  readonly balanceUsdMillion: number;
  /** The first rows of the file, with what stands there. */
  readonly examples: readonly { readonly row: number; readonly got: string }[];
}
