import { fail, type Issue, issue, ok, type Result } from '../../foundation/index.js';

/** Non-maturity deposits by depositor and use, as SRP31 divides them. */
export type DepositCategory = 'retail-transactional' | 'retail-non-transactional' | 'wholesale';

/** The greatest core share, and the greatest average maturity of the core, years. */
export interface DepositCap {
  readonly coreShare: number;
  readonly coreAverageMaturityYears: number;
}

/**
 * Caps on core deposits (rule STANDARD-9). Source: SRP31, Table 2. Evidence: shares seen in a copy
 * of (EU) 2024/857, Articles 8(6) and 25(3); maturities seen-secondary.
 */
export const DEPOSIT_CAPS: Readonly<Record<DepositCategory, DepositCap>> = {
  'retail-transactional': { coreShare: 0.9, coreAverageMaturityYears: 5 },
  'retail-non-transactional': { coreShare: 0.7, coreAverageMaturityYears: 4.5 },
  wholesale: { coreShare: 0.5, coreAverageMaturityYears: 4 },
};

/**
 * The EBA's cap on the average repricing maturity of all non-maturity deposits of a kind, core and
 * non-core together, years (EBA/GL/2022/14; seen in the EBA's announcement).
 */
export const EBA_AVERAGE_MATURITY_YEARS = 5;

/** A value against a greatest value: headroom is what is left, negative in a failure. */
export interface CapCheck {
  readonly what: 'core share' | 'core average maturity' | 'average maturity';
  readonly value: number;
  readonly cap: number;
  readonly headroom: number;
  readonly verdict: 'pass' | 'fail';
}

export interface DepositModelled {
  readonly category: DepositCategory;
  /** Core over all deposits of the category, 0 to 1. */
  readonly coreShare: number;
  /** Average repricing maturity of the core. */
  readonly coreAverageMaturityYears: number;
}

/**
 * The core of a deposit category against the Basel caps (rule STANDARD-9). Issues as
 * `checkEbaDepositCap`.
 */
export function checkDepositCaps(modelled: DepositModelled): Result<CapCheck[]> {
  const issues = modelIssues(modelled);
  if (issues.length > 0) return fail(...issues);
  const cap = DEPOSIT_CAPS[modelled.category];
  return ok([
    against('core share', modelled.coreShare, cap.coreShare),
    against(
      'core average maturity',
      modelled.coreAverageMaturityYears,
      cap.coreAverageMaturityYears,
    ),
  ]);
}

/**
 * The EBA's cap (rule STANDARD-9). The average over core and non-core is the core's maturity times
 * the core share: what is not core reprices at once. Issues `deposit-caps.share` (not 0 to 1) and
 * `deposit-caps.maturity` (negative or not finite).
 */
export function checkEbaDepositCap(modelled: DepositModelled): Result<CapCheck> {
  const issues = modelIssues(modelled);
  if (issues.length > 0) return fail(...issues);
  const average = modelled.coreShare * modelled.coreAverageMaturityYears;
  return ok(against('average maturity', average, EBA_AVERAGE_MATURITY_YEARS));
}

function modelIssues({ coreShare, coreAverageMaturityYears }: DepositModelled): Issue[] {
  const issues: Issue[] = [];
  if (!(coreShare >= 0 && coreShare <= 1)) {
    issues.push(issue('deposit-caps.share', 'coreShare', '0 to 1', String(coreShare)));
  }
  if (!(coreAverageMaturityYears >= 0 && Number.isFinite(coreAverageMaturityYears))) {
    const got = String(coreAverageMaturityYears);
    issues.push(issue('deposit-caps.maturity', 'coreAverageMaturityYears', 'years from 0', got));
  }
  return issues;
}

function against(what: CapCheck['what'], value: number, cap: number): CapCheck {
  return { what, value, cap, headroom: cap - value, verdict: value <= cap ? 'pass' : 'fail' };
}
