import { fail, issue, itemAt, ok, type Result } from '../../foundation/index.js';
import {
  type MeasureKey,
  type MeasureResponse,
  responseOf,
  type UnitResponses,
} from './response.js';

/** What a single structure is sized to; every one is linear in the size (HEDGE-11, HEDGE-12). */
export type SizeTarget =
  /** Offsets this EVE change in the scenario (a loss is negative). */
  | { readonly kind: 'eve-change'; readonly scenario: string; readonly eveChange: number }
  /** Leaves this share of the bank's sensitivity to a basis point of EVE: 0 hedges it all. */
  | { readonly kind: 'dv01'; readonly shareLeft: number }
  /** Brings the duration of equity to so many years. */
  | { readonly kind: 'duration'; readonly equityYears: number }
  /** EVE falls by no more than this share of base EVE in every named scenario. */
  | { readonly kind: 'eve-limit'; readonly scenarios: readonly string[]; readonly share: number }
  /** 12-month NII falls by no more than this share of its base in every named scenario. */
  | { readonly kind: 'nii-limit'; readonly scenarios: readonly string[]; readonly share: number };

/** A size, and the reading before and after it. */
export interface SizeFound {
  /** Units of the structure, at least 0. */
  readonly size: number;
  /** The limit or target that decides the size, in words; empty when nothing is needed. */
  readonly because: string;
}

const BASIS_POINT = 0.0001;

/** Sizes below this share of what one unit does are rounding: nothing is needed. */
const NOTHING = 1e-12;

/**
 * Smallest size, at least 0, that meets the target (HEDGE-11, HEDGE-12), for the `index`-th
 * structure of the responses. Issues: `hedge.size` when a unit does nothing towards the target, or
 * when two limits ask for sizes that exclude each other (it names both).
 */
export function sizeToTarget(
  found: UnitResponses,
  index: number,
  target: SizeTarget,
): Result<SizeFound> {
  switch (target.kind) {
    case 'eve-change':
      return equalSize(target.kind, {
        gap: -target.eveChange,
        perUnit: unitOf(found, index, { measure: 'eve.change', scenario: target.scenario }),
      });
    case 'dv01': {
      const { base, perUnit } = responseOf(found, PARALLEL);
      const gap = (target.shareLeft - 1) * base;
      return equalSize(target.kind, { gap, perUnit: itemAt(perUnit, index) });
    }
    case 'duration':
      return durationSize(found, index, target.equityYears);
    case 'eve-limit':
    case 'nii-limit':
      return limitSize(found, index, target);
  }
}

const PARALLEL: MeasureKey = { measure: 'keyRate.eve.parallel', scenario: '' };
const BASE_VALUE: MeasureKey = { measure: 'eve.value', scenario: '0' };

function unitOf(found: UnitResponses, index: number, key: MeasureKey): number {
  return itemAt(responseOf(found, key).perUnit, index);
}

/** Size x perUnit = gap; a gap the structure would widen is refused, none needs nothing. */
function equalSize(
  what: string,
  { gap, perUnit }: { readonly gap: number; readonly perUnit: number },
): Result<SizeFound> {
  if (Math.abs(gap) <= NOTHING) return ok({ size: 0, because: '' });
  const size = gap / perUnit;
  if (Number.isFinite(size) && size > 0) return ok({ size, because: what });
  const expected = gap > 0 ? 'a structure that gains there' : 'a structure that loses there';
  const got = wayOf(perUnit);
  return fail(issue('hedge.size', what, expected, got));
}

function wayOf(perUnit: number): string {
  if (perUnit === 0) return 'one that does not move';
  return perUnit < 0 ? 'one that loses' : 'one that gains';
}

/** -(s + x ds) / (0.0001 (V + x dV)) = D, so x = -(s + q V) / (ds + q dV) with q = 0.0001 D. */
function durationSize(found: UnitResponses, index: number, years: number): Result<SizeFound> {
  const slope = responseOf(found, PARALLEL);
  const value = responseOf(found, BASE_VALUE);
  if (!(value.base > 0)) {
    return fail(issue('hedge.size', 'eve.value', 'a value above zero', value.base.toFixed(1)));
  }
  const perYear = BASIS_POINT * years;
  return equalSize('duration', {
    gap: -(slope.base + perYear * value.base),
    perUnit: itemAt(slope.perUnit, index) + perYear * itemAt(value.perUnit, index),
  });
}

/** A limit as slack: base + sum of size x perUnit must be at least 0. */
export interface LimitRow extends MeasureResponse {
  readonly id: string;
}

/** The slack rows of a limit: change + share x base reading, in every scenario (HEDGE-12). */
export function limitRows(
  found: UnitResponses,
  target: Extract<SizeTarget, { readonly scenarios: readonly string[] }>,
): readonly LimitRow[] {
  const measure = target.kind === 'eve-limit' ? 'eve.change' : 'nii.12m.change';
  const base = responseOf(
    found,
    target.kind === 'eve-limit' ? BASE_VALUE : { measure: 'nii.12m', scenario: '0' },
  );
  return target.scenarios.map((scenario) => {
    const change = responseOf(found, { measure, scenario });
    return {
      id: `${measure}[${scenario}]`,
      base: change.base + target.share * base.base,
      perUnit: change.perUnit.map((each, at) => each + target.share * itemAt(base.perUnit, at)),
    };
  });
}

interface Bound {
  readonly id: string;
  readonly size: number;
}

function limitSize(
  found: UnitResponses,
  index: number,
  target: Extract<SizeTarget, { readonly scenarios: readonly string[] }>,
): Result<SizeFound> {
  let least: Bound = { id: '', size: 0 };
  let most: Bound = { id: '', size: Number.POSITIVE_INFINITY };
  for (const { id, base, perUnit } of limitRows(found, target)) {
    const unit = itemAt(perUnit, index);
    if (unit === 0 && base < 0) {
      return fail(issue('hedge.size', id, 'a structure that moves it', '0'));
    }
    const edge = -base / unit;
    if (unit > 0 && edge > least.size) least = { id, size: edge };
    if (unit < 0 && edge < most.size) most = { id, size: edge };
  }
  if (least.size <= most.size) return ok({ size: least.size, because: least.id });
  if (most.size < 0) {
    return fail(issue('hedge.size', most.id, 'a structure that gains there', 'one that loses'));
  }
  const needs = `${least.id} asks for at least ${least.size.toFixed(2)}`;
  return fail(issue('hedge.size', most.id, `a size at most ${most.size.toFixed(2)}`, needs));
}
