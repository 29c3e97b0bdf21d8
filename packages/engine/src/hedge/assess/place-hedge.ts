import { ok, type Result } from '../../foundation/index.js';
import type { Change, Study } from '../../study/index.js';
import { strikeLegs } from '../catalogue/strike-legs.js';
import { isSwapLeg, type TradedStructure } from '../catalogue/structure-leg.js';
import { hedgeChanges, splitDesignation } from '../structure.js';
import { addedSwaps, type ComparedHedge, type HedgeEngine } from '../variant.js';
import type { SizedStructure } from './size-structure.js';
import { type HedgeTerms, initialMarginBp } from './terms.js';

const REASON = { rationale: 'Hedge evaluation', sources: [] };

/**
 * The sized structure as Changes with its accounting class and cost of dealing (HEDGE-6, HEDGE-21):
 * swaps that pay fixed are fair value hedges up to the AFS book, the rest is undesignated, as are
 * options, futures and swaps that receive. Issues as `strikeLegs`.
 */
export function placeHedge(
  engine: HedgeEngine,
  study: Study,
  sized: SizedStructure,
  terms: HedgeTerms,
): Result<ComparedHedge> {
  const { structure, notionalUsdMillion, dv01UsdMillion } = sized;
  const perBp = Math.abs(dv01UsdMillion);
  const marginUsdMillion = perBp * initialMarginBp(structure.tradedAs, terms);
  const initialMarginShare = Math.min(1, marginUsdMillion / notionalUsdMillion);
  const capacity = paysFixed(structure) ? fairValueCapacity(study) : 0;
  const struck = strikeLegs(structure, {
    ...engine,
    ...{ study, terms, notionalUsdMillion },
    ...(capacity > 0
      ? { model: 'fair-value', hedgedGroup: 'afs' }
      : { model: 'undesignated', hedgedGroup: 'none' }),
    initialMarginShare,
  });
  if (!struck.ok) return struck;
  return ok({
    id: structure.id,
    title: structure.title,
    changes: capacity > 0 ? within(capacity, struck.value) : struck.value,
    bidOfferUsdMillion: perBp * terms.halfBidOfferBp,
    initialMarginShare,
  });
}

/** The AFS book at its carrying amount. */
export function afsCarrying({ book }: Study): number {
  const code = book.group.names.indexOf('afs');
  return book.carryingUsdMillion.reduce(
    (sum, amount, row) => (book.group.codes[row] === code ? sum + amount : sum),
    0,
  );
}

function paysFixed({ legs }: TradedStructure): boolean {
  return legs.every((leg) => isSwapLeg(leg) && leg.side === 'pay-fixed');
}

/** The AFS carrying amount that no fair value hedge of the Study takes up yet. */
function fairValueCapacity(study: Study): number {
  const taken = study.hedges
    .filter(({ model, hedgedGroup }) => model === 'fair-value' && hedgedGroup === 'afs')
    .reduce((sum, { notionalUsdMillion }) => sum + Math.abs(notionalUsdMillion), 0);
  return Math.max(0, afsCarrying(study) - taken);
}

function within(capacity: number, changes: readonly Change[]): readonly Change[] {
  return hedgeChanges(splitDesignation(addedSwaps(changes), capacity), REASON);
}
