import { itemAt, ok, type Result } from '../../foundation/index.js';
import { baseDiscount, type Change, measureOf, type Study } from '../../study/index.js';
import { type ResponseRequest, tenorResponses, unitResponses } from '../sizing/response.js';
import { sizeToKeyRates } from '../sizing/size-to-key-rates.js';
import { type SizeTarget, sizeToTarget } from '../sizing/size-to-target.js';
import { hedgeChanges, strikeStructure, type TradedStructure } from '../structure.js';
import type { HedgeEngine } from '../variant.js';

/** A target of one size for the structure, or of a size for each leg. */
export type HedgeSizing = SizeTarget | { readonly kind: 'key-rates' };

export interface SizedStructure {
  /** The legs at the weights that the size gave them; weights now sum to the number of units. */
  readonly structure: TradedStructure;
  readonly notionalUsdMillion: number;
  /** Of the whole structure, USD million for a rise of one basis point. */
  readonly dv01UsdMillion: number;
  /** What decided the size, in words; empty when nothing is needed. */
  readonly because: string;
}

/** Far from rounding and from zero. */
const UNIT_USD_MILLION = 100;

const REASON = { rationale: 'Hedge sizing', sources: [] };

/** Unit Changes of a structure at the fair rates of the Study's curve. */
export function unitChanges(study: Study, structure: TradedStructure): Result<readonly Change[]> {
  const swaps = strikeStructure(structure, UNIT_USD_MILLION, {
    discount: baseDiscount(study),
    swapSpread: study.market.swapSpread.value,
    model: 'undesignated',
    hedgedGroup: 'none',
  });
  return swaps.ok ? ok(hedgeChanges(swaps.value, REASON)) : swaps;
}

/** The structure at the size that meets the target (HEDGE-11 to HEDGE-13), or why there is none. */
export function sizeStructure(
  engine: HedgeEngine,
  study: Study,
  structure: TradedStructure,
  target: HedgeSizing,
): Result<SizedStructure> {
  const request = { ...engine, study, families: ['value', 'income', 'keyRate'] } as const;
  if (target.kind === 'key-rates') return sizeLegs(request, structure);
  const unit = unitChanges(study, structure);
  if (!unit.ok) return unit;
  const found = unitResponses({ ...request, units: [unit.value] });
  if (!found.ok) return found;
  const size = sizeToTarget(found.value, 0, target);
  if (!size.ok) return size;
  const slope = 'keyRate.eve.parallel';
  const perUnit =
    measureOf(itemAt(found.value.withUnit, 0), slope) - measureOf(found.value.without, slope);
  return ok({
    structure,
    notionalUsdMillion: UNIT_USD_MILLION * size.value.size,
    dv01UsdMillion: perUnit * size.value.size,
    because: size.value.because,
  });
}

/** Every leg by itself; none below zero, since a leg has its side. */
function sizeLegs(
  request: Omit<ResponseRequest, 'units'>,
  structure: TradedStructure,
): Result<SizedStructure> {
  const units: (readonly Change[])[] = [];
  for (const leg of structure.legs) {
    const unit = unitChanges(request.study, { ...structure, legs: [leg] });
    if (!unit.ok) return unit;
    units.push(unit.value);
  }
  const found = unitResponses({ ...request, units });
  if (!found.ok) return found;
  const tenors = tenorResponses(found.value);
  if (!tenors.ok) return tenors;
  const fit = sizeToKeyRates(tenors.value, { oneSided: true });
  if (!fit.ok) return fit;
  const { sizes, normBefore, normAfter } = fit.value;
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const dv01 = tenors.value.perUnit.map((leg) => leg.reduce((sum, each) => sum + each, 0));
  const share = ((100 * normAfter) / normBefore).toFixed(0);
  return ok({
    structure: {
      ...structure,
      weighting: 'notional',
      legs: structure.legs.flatMap((leg, at) => {
        const weight = itemAt(sizes, at);
        return weight > 0 || total === 0 ? [{ ...leg, weight }] : [];
      }),
    },
    notionalUsdMillion: UNIT_USD_MILLION * total,
    dv01UsdMillion: dv01.reduce((sum, each, at) => sum + each * itemAt(sizes, at), 0),
    because: total === 0 ? '' : `${share}% of the key rates' length is left`,
  });
}
