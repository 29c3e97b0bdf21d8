import type { GrowthPlacement } from './ladder.js';
import type { LadderTerms } from './ladder-history.js';
import type { StructuralHedge, ThreeValues } from './structural-hedge.js';

/** A structural hedge with every assumption at one value. */
export interface HedgePoint {
  readonly ladders: readonly LadderTerms[];
  readonly spread: number;
}

/** One assumption moved to one end, all others central. */
export interface AssumptionRun {
  /** 'length PROGRAMME', 'stopped PROGRAMME', 'growth', 'spread'. */
  readonly assumption: string;
  readonly title: string;
  readonly end: 'low' | 'high';
  /** The value at this end, as a reader is told it. */
  readonly setting: string;
  readonly point: HedgePoint;
}

type End = 'low' | 'central' | 'high';

/** What is moved, and to which end. */
interface Moved {
  readonly assumption: string;
  readonly end: End;
}

const CENTRAL: Moved = { assumption: '', end: 'central' };

/** Every assumption at its central value. */
export function centralPoint(hedge: StructuralHedge): HedgePoint {
  return pointOf(hedge, CENTRAL);
}

/** Each assumption at each end that differs from its central value (STRUCT-11). */
export function assumptionRuns(hedge: StructuralHedge): readonly AssumptionRun[] {
  const runs: AssumptionRun[] = [];
  const add = (
    assumption: string,
    title: string,
    values: ThreeValues,
    told: (v: number) => string,
  ) => {
    for (const end of ['low', 'high'] as const) {
      if (values[end] === values.central) continue;
      const point = pointOf(hedge, { assumption, end });
      runs.push({ assumption, title, end, setting: told(values[end]), point });
    }
  };
  const months = (value: number): string => `${value} months`;
  for (const { id, title, lengthMonths, stoppedMonths } of hedge.programmes) {
    add(`length ${id}`, `Length: ${title}`, lengthMonths, months);
    if (stoppedMonths === null) continue;
    add(`stopped ${id}`, `Not renewed since: ${title}`, stoppedMonths, months);
  }
  if (hedge.programmes.some(({ points }) => points.length > 1)) {
    const point = pointOf(hedge, { assumption: 'growth', end: 'high' });
    const setting = GROWTH_IN_WORDS[otherPlacement(hedge.placed)];
    runs.push({ assumption: 'growth', title: 'New notional', end: 'high', setting, point });
  }
  add('spread', 'Spread to the curve', hedge.spread, (rate) => `${spreadInWords(rate)} bp`);
  return runs;
}

/** How each placement of new notional is told. */
export const GROWTH_IN_WORDS: Readonly<Record<GrowthPlacement, string>> = {
  even: 'over all terms',
  long: 'all at the full length',
};

/** To a tenth of a basis point, as it is told. */
export function spreadInWords(rate: number): string {
  return (10_000 * rate).toFixed(1).replace('-', '\u2212');
}

function otherPlacement(placed: GrowthPlacement): GrowthPlacement {
  return placed === 'even' ? 'long' : 'even';
}

function pointOf(hedge: StructuralHedge, { assumption, end }: Moved): HedgePoint {
  const at = (name: string, values: ThreeValues): number =>
    values[assumption === name ? end : 'central'];
  const placed = assumption === 'growth' ? otherPlacement(hedge.placed) : hedge.placed;
  return {
    spread: at('spread', hedge.spread),
    ladders: hedge.programmes.map(({ id, points, lengthMonths, stoppedMonths }) => ({
      points,
      placed,
      lengthMonths: at(`length ${id}`, lengthMonths),
      stoppedMonths: stoppedMonths === null ? null : at(`stopped ${id}`, stoppedMonths),
    })),
  };
}
