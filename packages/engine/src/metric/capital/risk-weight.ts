import type { Confidence } from '../../foundation/index.js';

export interface RiskWeight {
  readonly weight: number;
  readonly what: string;
  readonly source: string;
  readonly confidence: Confidence;
}

const of = (weight: number, what: string, source: string, confidence: Confidence): RiskWeight => ({
  weight,
  what,
  source,
  confidence,
});

/** Standardised risk weights of 12 CFR 217.32 that a balance sheet of this kind needs (CAP-8). */
export const RISK_WEIGHTS = {
  cash: of(0, 'cash and balances at Federal Reserve Banks', '217.32(l)(1), (a)(1)', 'recalled'),
  'us-government': of(0, 'United States and its agencies', '217.32(a)(1)(i)(A)', 'seen'),
  'conditional-us-guarantee': of(0.2, 'conditionally guaranteed', '217.32(a)(1)(ii)', 'seen'),
  'government-sponsored': of(0.2, 'government-sponsored enterprises', '217.32(c)', 'recalled'),
  'depository-institution': of(0.2, 'United States banks', '217.32(d)', 'recalled'),
  'municipal-general': of(0.2, 'general obligations of states', '217.32(e)', 'recalled'),
  'municipal-revenue': of(0.5, 'revenue obligations of states', '217.32(e)', 'recalled'),
  corporate: of(1, 'companies', '217.32(f)', 'recalled'),
  'residential-mortgage': of(0.5, 'first liens that qualify', '217.32(g)', 'seen-secondary'),
  'residential-mortgage-other': of(1, 'other home loans', '217.32(g)', 'seen-secondary'),
  multifamily: of(0.5, 'multifamily loans that qualify', '217.32(i)', 'recalled'),
  'volatile-commercial-property': of(1.5, 'HVCRE', '217.32(j)', 'seen-secondary'),
  'past-due': of(1.5, 'past due, unsecured part', '217.32(k)', 'seen-secondary'),
  'servicing-or-tax': of(2.5, 'servicing and deferred tax kept', '217.32(l)', 'seen-secondary'),
  other: of(1, 'assets of no other class', '217.32(l)(5)', 'seen-secondary'),
} as const satisfies Readonly<Record<string, RiskWeight>>;

export type RiskWeightId = keyof typeof RISK_WEIGHTS;

/** A weight of 1,250% is a deduction at a total ratio of 8%: nothing weighs more. */
export const LARGEST_RISK_WEIGHT = 12.5;
