import { fail, type Issue, issue, ok, type Result } from '../../foundation/index.js';

/** A value in the base and at +300 bp, USD million. */
export interface BaseAndShocked {
  readonly base: number;
  readonly shocked: number;
}

/** A credit union as the supervisory test sees it: all but the shares at their own values. */
export interface CreditUnion {
  readonly assetValueUsdMillion: BaseAndShocked;
  /** Liabilities without non-maturity shares. */
  readonly otherLiabilityValueUsdMillion: BaseAndShocked;
  /** Non-maturity shares, book. */
  readonly nonMaturitySharesUsdMillion: number;
}

/** A Study of a credit union (rule STANDARD-19). */
export interface CreditUnionPart {
  /** Id of the scenario of +300 bp that the test shocks by. */
  readonly shockScenario: string;
}

export type NetEconomicValueRisk = 'low' | 'moderate' | 'high';

export interface NetEconomicValueTest {
  readonly valueUsdMillion: BaseAndShocked;
  /** Net economic value over asset value, in the same scenario. */
  readonly ratio: BaseAndShocked;
  /** (shocked - base) / base; a loss is negative. */
  readonly sensitivity: number;
  readonly ratioRisk: NetEconomicValueRisk;
  readonly sensitivityRisk: NetEconomicValueRisk;
  /** The worse of the two. */
  readonly risk: NetEconomicValueRisk;
}

/** Prices of non-maturity shares: a benefit of 1%, then 4% more (seen-secondary). */
export const SHARE_PRICES: BaseAndShocked = { base: 0.99, shocked: 0.9504 };

/**
 * Bounds of the risk levels since September 2022, when `extreme` was dropped (NCUA letter SL
 * 22-01; seen-secondary). Ratio after the shock: low above 7%, high below 4%. Fall of the value:
 * low below 40%, high above 65%.
 */
const RATIO = { low: 0.07, high: 0.04 };
const FALL = { low: 0.4, high: 0.65 };

/**
 * The credit unions' supervisory test (rule STANDARD-11). Issues `nev.not-positive` (with nothing
 * in the base to lose, or no assets, there is no ratio) and `nev.not-finite`.
 */
export function netEconomicValueTest(union: CreditUnion): Result<NetEconomicValueTest> {
  const { assetValueUsdMillion: assets } = union;
  const valueUsdMillion = { base: netValue(union, 'base'), shocked: netValue(union, 'shocked') };
  const unusable = unusableAmount({
    'base net economic value': valueUsdMillion.base,
    'base asset value': assets.base,
    'shocked asset value': assets.shocked,
  });
  if (unusable !== undefined) return fail(unusable);
  if (!Number.isFinite(valueUsdMillion.shocked)) {
    const got = String(valueUsdMillion.shocked);
    return fail(issue('nev.not-finite', 'shocked net economic value', 'a finite amount', got));
  }
  const ratio = {
    base: valueUsdMillion.base / assets.base,
    shocked: valueUsdMillion.shocked / assets.shocked,
  };
  const sensitivity = valueUsdMillion.shocked / valueUsdMillion.base - 1;
  const levels = netEconomicValueRisk({ shockedRatio: ratio.shocked, sensitivity });
  return ok({ valueUsdMillion, ratio, sensitivity, ...levels });
}

/** The risk levels of a ratio after the shock and a relative change (a loss is negative). */
export function netEconomicValueRisk({
  shockedRatio,
  sensitivity,
}: {
  readonly shockedRatio: number;
  readonly sensitivity: number;
}): Pick<NetEconomicValueTest, 'ratioRisk' | 'sensitivityRisk' | 'risk'> {
  const fall = -sensitivity;
  const ratioRisk = level(shockedRatio > RATIO.low, shockedRatio < RATIO.high);
  const sensitivityRisk = level(fall < FALL.low, fall > FALL.high);
  return { ratioRisk, sensitivityRisk, risk: worse(ratioRisk, sensitivityRisk) };
}

function unusableAmount(amounts: Readonly<Record<string, number>>): Issue | undefined {
  const found = Object.entries(amounts).find(([, value]) => !(value > 0 && Number.isFinite(value)));
  if (found === undefined) return undefined;
  return issue('nev.not-positive', found[0], 'an amount above 0', String(found[1]));
}

function netValue(union: CreditUnion, when: keyof BaseAndShocked): number {
  const shares = union.nonMaturitySharesUsdMillion * SHARE_PRICES[when];
  return union.assetValueUsdMillion[when] - union.otherLiabilityValueUsdMillion[when] - shares;
}

function level(isLow: boolean, isHigh: boolean): NetEconomicValueRisk {
  if (isLow) return 'low';
  return isHigh ? 'high' : 'moderate';
}

function worse(a: NetEconomicValueRisk, b: NetEconomicValueRisk): NetEconomicValueRisk {
  const order: readonly NetEconomicValueRisk[] = ['low', 'moderate', 'high'];
  return order.indexOf(a) > order.indexOf(b) ? a : b;
}
