import { fail, issue, ok, type Result } from '../../foundation/index.js';

/** Whose rule a bank answers to. */
export type Jurisdiction = 'basel' | 'eu' | 'us';

/** The share of Tier 1 above which a loss makes an outlier (rule STANDARD-10). */
export const OUTLIER_THRESHOLDS = {
  /** SRP31 and Article 98(5) of Directive 2013/36/EU; seen (OSFI, EBA). */
  eve: 0.15,
  /** Article 5 of (EU) 2024/856, one year; seen in a copy of EUR-Lex. */
  nii: 0.05,
} as const;

export type OutlierMeasure = keyof typeof OUTLIER_THRESHOLDS;

export interface OutlierTerms {
  readonly measure: OutlierMeasure;
  readonly jurisdiction: Jurisdiction;
  /** Change in the worst scenario, USD million; a loss is negative. */
  readonly worstChangeUsdMillion: number;
  readonly tier1UsdMillion: number;
}

export interface OutlierTest {
  readonly measure: OutlierMeasure;
  /** Loss over Tier 1; a gain gives 0. */
  readonly lossShare: number;
  readonly threshold: number;
  /** threshold - lossShare; negative in an outlier. */
  readonly headroom: number;
  readonly headroomUsdMillion: number;
  readonly verdict: 'pass' | 'outlier';
  /** A benchmark is shown for comparison: no rule of the bank's own asks for it. */
  readonly standing: 'binding' | 'benchmark';
}

/**
 * A supervisory outlier test (rule STANDARD-10). Issues `outlier.tier1` (not above 0) and
 * `outlier.change` (not finite).
 */
export function outlierTest(terms: OutlierTerms): Result<OutlierTest> {
  const { measure, jurisdiction, worstChangeUsdMillion, tier1UsdMillion } = terms;
  if (!(tier1UsdMillion > 0 && Number.isFinite(tier1UsdMillion))) {
    return fail(issue('outlier.tier1', 'tier1', 'Tier 1 above 0', String(tier1UsdMillion)));
  }
  if (!Number.isFinite(worstChangeUsdMillion)) {
    const got = String(worstChangeUsdMillion);
    return fail(issue('outlier.change', 'worstChange', 'a finite change', got));
  }
  const threshold = OUTLIER_THRESHOLDS[measure];
  const lossUsdMillion = Math.max(0, -worstChangeUsdMillion);
  const lossShare = lossUsdMillion / tier1UsdMillion;
  return ok({
    measure,
    lossShare,
    threshold,
    headroom: threshold - lossShare,
    headroomUsdMillion: threshold * tier1UsdMillion - lossUsdMillion,
    verdict: lossShare > threshold ? 'outlier' : 'pass',
    standing: isBinding(measure, jurisdiction) ? 'binding' : 'benchmark',
  });
}

function isBinding(measure: OutlierMeasure, jurisdiction: Jurisdiction): boolean {
  return measure === 'eve' ? jurisdiction !== 'us' : jurisdiction === 'eu';
}
