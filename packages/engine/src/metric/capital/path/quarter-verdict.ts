import { type CapitalCategory, capitalCategory } from '../capital-category.js';
import type { CapitalRegime } from '../capital-regime.js';
import type { Capital } from '../input.js';
import {
  type CapitalLimit,
  type LimitedRatio,
  meetsLimit,
  REGIMES,
  type RegimeRule,
} from '../regime.js';
import type { CapitalPoint } from './capital-path.js';
import { PATH_RATIOS } from './path-ratio.js';

/** A limit of the regime at the end of a quarter; in grace it is missed but the regime goes on. */
export interface LimitVerdict {
  readonly limit: CapitalLimit;
  readonly ratio: number;
  readonly headroom: number;
  readonly verdict: 'met' | 'grace' | 'breached';
}

/** A point of the path with what the limits say of it. */
export interface CapitalQuarter {
  readonly point: CapitalPoint;
  readonly verdicts: readonly LimitVerdict[];
  /** Of an insured bank with risk-based ratios; null for another. */
  readonly category: CapitalCategory | null;
}

/** Limits the path follows, and the category, at the end of each quarter (rule CPATH-11). */
export function quarterVerdicts(
  points: readonly CapitalPoint[],
  capital: Capital,
  regime: CapitalRegime,
): CapitalQuarter[] {
  const rule: RegimeRule = REGIMES[regime.regime];
  const insured = regime.level === 'bank' && rule.riskBased;
  let missed = 0;
  return points.map((point) => {
    const found = limitsAt(point, capital, rule);
    missed = found.every(({ limit, ratio }) => meetsLimit(limit, ratio)) ? 0 : missed + 1;
    const verdicts = found.map((each) => ({ ...each, verdict: verdictOf(each, rule, missed) }));
    return { point, verdicts, category: insured ? categoryAt(point, capital) : null };
  });
}

type LimitAt = Omit<LimitVerdict, 'verdict'>;

function limitsAt(point: CapitalPoint, capital: Capital, rule: RegimeRule): LimitAt[] {
  return rule.minimum.flatMap((limit) => {
    const ratio = ratioAt(point, capital, limit.ratio);
    return ratio === null ? [] : [{ limit, ratio, headroom: ratio - limit.least }];
  });
}

/** @param missed quarters in a row, this one included, in which a limit is missed */
function verdictOf(
  { limit, ratio }: LimitAt,
  { grace }: RegimeRule,
  missed: number,
): LimitVerdict['verdict'] {
  if (meetsLimit(limit, ratio)) return 'met';
  return grace !== null && ratio > grace.above && missed <= grace.quarters ? 'grace' : 'breached';
}

/** A limited ratio at a point; null where the path does not follow it. */
function ratioAt(point: CapitalPoint, capital: Capital, limited: LimitedRatio): number | null {
  const ratio = PATH_RATIOS.find((each) => each.limited === limited);
  const numerator = ratio?.numerator(point, capital) ?? null;
  const denominator = ratio?.denominator(point) ?? null;
  return numerator === null || denominator === null ? null : numerator / denominator;
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
