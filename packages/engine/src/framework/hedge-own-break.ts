import { type AssessedHedge, type HedgeBreak, lossAdded } from '../hedge/index.js';

/**
 * Of what the bank would not suffer without the hedge, the break in which this hedge stands
 * furthest above the mean of those compared: what sets it apart. Alone, or all alike: the first.
 */
export function ownBreak(
  { breaks }: Pick<AssessedHedge, 'breaks'>,
  hedges: readonly Pick<AssessedHedge, 'breaks'>[],
): HedgeBreak | undefined {
  let own: { readonly found: HedgeBreak; readonly timesMean: number } | undefined;
  for (const found of breaks) {
    const size = sizeOf(found);
    if (size <= 0) continue;
    const timesMean = size / meanSize(found.kind, hedges);
    if (own === undefined || timesMean > own.timesMean + ROUNDING) own = { found, timesMean };
  }
  return own?.found;
}

const ROUNDING = 1e-9;

/** A hedge without a break of the kind counts as 0. */
function meanSize(
  kind: HedgeBreak['kind'],
  hedges: readonly Pick<AssessedHedge, 'breaks'>[],
): number {
  const sizes = hedges.map(({ breaks }) =>
    breaks.reduce((sum, each) => (each.kind === kind ? sum + sizeOf(each) : sum), 0),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
}

/** How bad it is, in its own unit; 0 where the bank without a hedge has it too. */
function sizeOf(found: HedgeBreak): number {
  switch (found.kind) {
    case 'least-covered':
    case 'assumption-failure':
      return 0;
    case 'added-loss':
      return lossAdded(found);
    case 'margin-call':
      return found.amountUsdMillion;
    case 'forward-curve':
      return Math.max(0, found.lostUsdMillion ?? found.costUsdMillion);
    case 'layer-breach':
      return found.breachedShare;
    case 'reported-loss':
    case 'funding-improbable':
      return -found.cet1UsdMillion;
    case 'premium':
      return found.premiumUsdMillion;
    case 'roll':
    case 'swap-spread':
      return Math.max(0, found.costAYearUsdMillion);
    case 'ineffective':
      return Math.abs(found.slope - 1) + (1 - found.rSquared);
  }
}

type FailureBreak = Extract<HedgeBreak, { readonly kind: 'assumption-failure' }>;

/**
 * The failures in which the hedges cover least, where it is the same one for all: the value of a
 * hedge moves with rates alone, so what breaks the bank without it breaks it with it. Else empty.
 */
export function sharedFailure(hedges: readonly Pick<AssessedHedge, 'breaks'>[]): FailureBreak[] {
  const found = hedges.flatMap(({ breaks }) =>
    breaks.filter((each) => each.kind === 'assumption-failure'),
  );
  const [first] = found;
  const same = found.length > 1 && found.length === hedges.length;
  return same && found.every(({ world }) => world === first?.world) ? found : [];
}
