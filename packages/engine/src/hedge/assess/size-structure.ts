import { itemAt, ok, type Result } from '../../foundation/index.js';
import { type Change, measureOf, type Study } from '../../study/index.js';
import { strikeLegs } from '../catalogue/strike-legs.js';
import type { StructureLeg, TradedStructure } from '../catalogue/structure-leg.js';
import { type ResponseRequest, tenorResponses, unitResponses } from '../sizing/response.js';
import { sizeToKeyRates } from '../sizing/size-to-key-rates.js';
import { type SizeTarget, sizeToTarget } from '../sizing/size-to-target.js';
import type { HedgeEngine } from '../variant.js';
import type { HedgeTerms } from './terms.js';

/** A target of one size for the structure, or of a size for each leg. */
export type HedgeSizing =
  | SizeTarget
  | { readonly kind: 'key-rates' }
  | { readonly kind: 'notional'; readonly notionalUsdMillion: number };

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
export const UNIT_USD_MILLION = 100;

/** Unit Changes of a structure at the fair rates and premiums of the Study. */
export function unitChanges(
  engine: HedgeEngine,
  study: Study,
  structure: TradedStructure,
  terms: HedgeTerms,
): Result<readonly Change[]> {
  return strikeLegs(structure, {
    ...engine,
    ...{ study, terms, notionalUsdMillion: UNIT_USD_MILLION, initialMarginShare: 0 },
    ...{ model: 'undesignated', hedgedGroup: 'none' },
  });
}

/** The structure at the size that meets the target (HEDGE-11 to HEDGE-13), or why there is none. */
export function sizeStructure(
  engine: HedgeEngine,
  study: Study,
  structure: TradedStructure,
  { target, terms }: { readonly target: HedgeSizing; readonly terms: HedgeTerms },
): Result<SizedStructure> {
  const request = { ...engine, study, families: ['value', 'income', 'keyRate'] } as const;
  if (target.kind === 'key-rates') return sizeLegs(request, structure, terms);
  if (structure.legs.length === 0) {
    return ok({ structure, notionalUsdMillion: 0, dv01UsdMillion: 0, because: '' });
  }
  const unit = unitChanges(engine, study, structure, terms);
  if (!unit.ok) return unit;
  const found = unitResponses({ ...request, units: [unit.value] });
  if (!found.ok) return found;
  const size =
    target.kind === 'notional'
      ? ok({ size: target.notionalUsdMillion / UNIT_USD_MILLION, because: 'as stated' })
      : sizeToTarget(found.value, 0, target);
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

/** One leg, whole: a share of DV01 has no meaning for it. */
function alone(structure: TradedStructure, leg: StructureLeg): TradedStructure {
  return { ...structure, weighting: 'notional', legs: [{ ...leg, weight: 1 }] };
}

/** Every leg by itself; none below zero, since a leg has its side. */
function sizeLegs(
  request: Omit<ResponseRequest, 'units'>,
  structure: TradedStructure,
  terms: HedgeTerms,
): Result<SizedStructure> {
  const units: (readonly Change[])[] = [];
  for (const leg of structure.legs) {
    const unit = unitChanges(request, request.study, alone(structure, leg), terms);
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
