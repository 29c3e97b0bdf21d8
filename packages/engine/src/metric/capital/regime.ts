import type { Confidence } from '../../foundation/index.js';

export type LimitedRatio = 'cet1' | 'tier1' | 'total' | 'leverage' | 'supplementaryLeverage';

/** A ratio that must be at least `least` (`above` it where `strict`), by what authority. */
export interface CapitalLimit {
  readonly ratio: LimitedRatio;
  readonly least: number;
  readonly strict: boolean;
  readonly source: string;
  readonly confidence: Confidence;
}

const at = (
  ratio: LimitedRatio,
  least: number,
  source: string,
  confidence: Confidence = 'seen',
): CapitalLimit => ({ ratio, least, strict: false, source, confidence });

/** Minimum ratios of every bank outside the community bank leverage ratio framework. */
const GENERAL: readonly CapitalLimit[] = [
  at('cet1', 0.045, '12 CFR 217.10(a)(1)(i)'),
  at('tier1', 0.06, '12 CFR 217.10(a)(1)(ii)'),
  at('total', 0.08, '12 CFR 217.10(a)(1)(iii)'),
  at('leverage', 0.04, '12 CFR 217.10(a)(1)(iv)'),
];

/** Advanced approaches (Categories I and II) and Category III alone. */
const SUPPLEMENTARY = at('supplementaryLeverage', 0.03, '12 CFR 217.10(a)(1)(v)');

/** Well capitalised: a category of insured banks, not of their holding company. */
export const WELL_CAPITALISED: readonly CapitalLimit[] = [
  at('cet1', 0.065, '12 CFR 208.43(b)(1)(i)(C)'),
  at('tier1', 0.08, '12 CFR 208.43(b)(1)(i)(B)'),
  at('total', 0.1, '12 CFR 208.43(b)(1)(i)(A)'),
  at('leverage', 0.05, '12 CFR 208.43(b)(1)(i)(D)'),
];

/** A regime as data: the minimum ratios, and whether risk-based ratios exist at all. */
export interface RegimeRule {
  readonly title: string;
  readonly riskBased: boolean;
  readonly minimum: readonly CapitalLimit[];
  /** Below the minimum but above this a filer keeps the framework for `graceQuarters`. */
  readonly grace: { readonly above: number; readonly quarters: number } | null;
  /** Share of CET1 above which temporary-difference tax or servicing assets are deducted. */
  readonly thresholdShare: number;
}

const general = (title: string, extra: readonly CapitalLimit[], share: number): RegimeRule => ({
  title,
  riskBased: true,
  minimum: [...GENERAL, ...extra],
  grace: null,
  thresholdShare: share,
});

const communityBank = (
  title: string,
  limit: CapitalLimit,
  grace: NonNullable<RegimeRule['grace']>,
): RegimeRule => ({
  title,
  riskBased: false,
  minimum: [{ ...limit, strict: true }],
  grace,
  thresholdShare: SIMPLE_THRESHOLD,
});

/** Since April 2020, outside the advanced approaches [FDIC FIL-37-2019]. */
const SIMPLE_THRESHOLD = 0.25;

/** Advanced approaches: 10% an item; the joint limit of 15% is not applied here (recalled). */
const ADVANCED_THRESHOLD = 0.1;

/** Regimes of United States banks (rule CAP-7). */
export const REGIMES = {
  'category-1': general('Category I', [SUPPLEMENTARY], ADVANCED_THRESHOLD),
  'category-2': general('Category II', [SUPPLEMENTARY], ADVANCED_THRESHOLD),
  'category-3': general('Category III', [SUPPLEMENTARY], SIMPLE_THRESHOLD),
  'category-4': general('Category IV', [], SIMPLE_THRESHOLD),
  other: general('Other risk-based', [], SIMPLE_THRESHOLD),
  'community-bank-leverage-2022': communityBank(
    'Community bank leverage ratio, 2022 to June 2026',
    at('leverage', 0.09, '12 CFR 217.12(a)(1)'),
    { above: 0.08, quarters: 2 },
  ),
  'community-bank-leverage-2026': communityBank(
    'Community bank leverage ratio, from July 2026',
    at('leverage', 0.08, '12 CFR 217.12, final rule of 2026', 'seen-secondary'),
    { above: 0.07, quarters: 4 },
  ),
} as const satisfies Readonly<Record<string, RegimeRule>>;

export type RegimeId = keyof typeof REGIMES;

/** The verdict of a limit: a strict limit fails where the ratio only equals it (rule CAP-11). */
export function meetsLimit(limit: CapitalLimit, ratio: number): boolean {
  return limit.strict ? ratio > limit.least : ratio >= limit.least;
}
