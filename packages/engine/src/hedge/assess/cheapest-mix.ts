import { itemAt, ok, type Result } from '../../foundation/index.js';
import { baseDiscount, type Change, measureOf, type Study } from '../../study/index.js';
import type { StructureLeg, TradedStructure } from '../catalogue/structure-leg.js';
import { compareHedges } from '../compare.js';
import {
  type CheapestSolver,
  cheapestHedge,
  type PricedStructure,
} from '../sizing/cheapest-hedge.js';
import { unitResponses } from '../sizing/response.js';
import { limitRows, type SizeTarget } from '../sizing/size-to-target.js';
import { addedHedges, type HedgeEngine } from '../variant.js';
import { placeHedge } from './place-hedge.js';
import { UNIT_USD_MILLION, unitChanges } from './size-structure.js';
import type { HedgeTerms, TradedAs } from './terms.js';

/** Limits that a mix must keep: EVE, NII, or both, each in its scenarios. */
export type MixLimit = Extract<SizeTarget, { readonly scenarios: readonly string[] }>;

export interface MixRequest extends HedgeEngine {
  readonly study: Study;
  readonly structures: readonly TradedStructure[];
  readonly terms: HedgeTerms;
  readonly limits: readonly MixLimit[];
  /** Greatest notional of one structure. */
  readonly mostUsdMillion: number;
  readonly solver: CheapestSolver;
}

/** The cheapest mix as one structure, to be evaluated like the others. */
export interface CheapestMix {
  readonly structure: TradedStructure;
  readonly notionalUsdMillion: number;
  /** As the programme counts it, over 24 months, USD million. */
  readonly cost: number;
  /** Slack of each limit by the programme, USD million. */
  readonly slack: Readonly<Record<string, number>>;
}

/** Sizes below this share of a unit are the solver's tolerance. */
const NEGLIGIBLE = 1e-9;

/**
 * The mix of structures that keeps every limit at least cost (HEDGE-14). Cost is that of each
 * structure alone: margins of a mix are at most their sum, so it is not understated. Carry that a
 * structure earns in the two years is paid back later and is not counted as a gain. Issues: those
 * of the structures, and `hedge.cheapest` when no mix keeps the limits.
 */
export async function cheapestMix(request: MixRequest): Promise<Result<CheapestMix>> {
  const units: (readonly Change[])[] = [];
  for (const structure of request.structures) {
    const unit = unitChanges(request, request.study, structure, request.terms);
    if (!unit.ok) return unit;
    units.push(unit.value);
  }
  const families = ['value', 'income', 'keyRate'] as const;
  const found = unitResponses({ ...request, units, families });
  if (!found.ok) return found;
  const slope = 'keyRate.eve.parallel';
  const bare = measureOf(found.value.without, slope);
  const priced: PricedStructure[] = [];
  for (const [at, structure] of request.structures.entries()) {
    const dv01 = measureOf(itemAt(found.value.withUnit, at), slope) - bare;
    const cost = unitCost(request, structure, dv01);
    if (!cost.ok) return cost;
    priced.push({
      ...{ id: structure.id, title: structure.title, costPerUnit: cost.value },
      mostUnits: request.mostUsdMillion / UNIT_USD_MILLION,
    });
  }
  const rows = request.limits.flatMap((limit) => limitRows(found.value, limit));
  const best = await cheapestHedge(priced, rows, request.solver);
  if (!best.ok) return best;
  return ok(mixOf(request, units, best.value));
}

function unitCost(
  request: MixRequest,
  structure: TradedStructure,
  dv01UsdMillion: number,
): Result<number> {
  const { study, terms } = request;
  const sized = { structure, notionalUsdMillion: UNIT_USD_MILLION, dv01UsdMillion, because: '' };
  const placed = placeHedge(request, study, sized, terms);
  if (!placed.ok) return placed;
  const compared = compareHedges({
    ...request,
    variants: [placed.value],
    scenarios: study.scenarios.map(({ id }) => id).filter((id) => id !== '0'),
    discount: baseDiscount(study),
    marginFundingSpread: terms.marginFundingSpread,
  });
  if (!compared.ok) return compared;
  const { niiGivenUp, bidOffer, marginFunding } = itemAt(compared.value, 0).efficiency;
  return ok(Math.max(0, niiGivenUp) + bidOffer + marginFunding);
}

function mixOf(
  { structures }: MixRequest,
  units: readonly (readonly Change[])[],
  best: Pick<CheapestMix, 'cost' | 'slack'> & { readonly sizes: readonly number[] },
): CheapestMix {
  const legs: StructureLeg[] = [];
  const traded = new Set<TradedAs>();
  const names: string[] = [];
  let notionalUsdMillion = 0;
  structures.forEach((structure, at) => {
    const size = itemAt(best.sizes, at);
    if (size < NEGLIGIBLE) return;
    const unit = addedHedges(itemAt(units, at));
    structure.legs.forEach((leg, index) => {
      const weight = size * Math.abs(itemAt(unit, index).notionalUsdMillion);
      legs.push({ ...leg, weight });
      notionalUsdMillion += weight;
    });
    traded.add(structure.tradedAs);
    names.push(structure.id);
  });
  const [only] = traded;
  const tradedAs = only !== undefined && traded.size === 1 ? only : 'bilateral';
  const title = `Mix of ${names.join(', ')}`;
  const structure: TradedStructure = {
    ...{ id: 'cheapest-mix', title, weighting: 'notional', tradedAs, legs },
  };
  return { structure, notionalUsdMillion, cost: best.cost, slack: best.slack };
}
