import { type CapitalCategory, capitalCategory } from '../capital-category.js';
import type { CapitalRegime } from '../capital-regime.js';
import type { Capital } from '../input.js';
import { type CapitalLimit, type LimitedRatio, meetsLimit, REGIMES } from '../regime.js';
import type { CapitalPoint } from './capital-path.js';
import { PATH_RATIOS } from './path-ratio.js';

/** A limit of the regime at the end of a quarter. */
export interface LimitVerdict {
  readonly limit: CapitalLimit;
  readonly ratio: number;
  readonly headroom: number;
  readonly met: boolean;
}

/** A point of the path with what the limits say of it. */
export interface CapitalQuarter {
  readonly point: CapitalPoint;
  readonly verdicts: readonly LimitVerdict[];
  /** Of an insured bank with risk-based ratios; null for another. */
  readonly category: CapitalCategory | null;
}

/** Limits the path follows, and the category, at the end of a quarter (rule CPATH-11). */
export function quarterVerdict(
  point: CapitalPoint,
  capital: Capital,
  regime: CapitalRegime,
): CapitalQuarter {
  const rule = REGIMES[regime.regime];
  const verdicts = rule.minimum.flatMap((limit): LimitVerdict[] => {
    const ratio = ratioAt(point, capital, limit.ratio);
    if (ratio === null) return [];
    return [{ limit, ratio, headroom: ratio - limit.least, met: meetsLimit(limit, ratio) }];
  });
  const insured = regime.level === 'bank' && rule.riskBased;
  return { point, verdicts, category: insured ? categoryAt(point, capital) : null };
}

/** A limited ratio at a point; null where the path does not follow it. */
function ratioAt(point: CapitalPoint, capital: Capital, limited: LimitedRatio): number | null {
  const ratio = PATH_RATIOS.find((each) => each.limited === limited);
  const numerator = ratio?.numerator(point, capital) ?? null;
  return ratio === undefined || numerator === null ? null : numerator / ratio.denominator(point);
}

/** Tangible equity for the category is Tier 1 (rule CAP-9). */
function categoryAt(point: CapitalPoint, capital: Capital): CapitalCategory {
  const at = (limited: LimitedRatio) => ratioAt(point, capital, limited) ?? Number.NaN;
  const tier1 = point.cet1 + capital.additionalTier1UsdMillion;
  return capitalCategory({
    cet1: at('cet1'),
    tier1: at('tier1'),
    total: at('total'),
    leverage: at('leverage'),
    tangibleEquity: tier1 / point.tangibleAssets,
  });
}
