/**
 * Colours are CSS variables, so that one drawing serves light, dark and print; the values stand
 * in style.ts. Blue and orange stay apart under every common colour vision deficiency.
 */
export const INK = 'var(--ink)';
export const QUIET = 'var(--quiet)';
export const RULE = 'var(--rule)';
export const PAPER = 'var(--paper)';
export const RISE = 'var(--rise)';
export const FALL = 'var(--fall)';
export const LEVEL = 'var(--level)';
export const FONT_SIZE = 12;

interface Stripe {
  readonly symbol: 'rect';
  readonly dashArrayX: readonly number[];
  readonly dashArrayY: readonly number[];
  readonly rotation: number;
  readonly color: string;
}

export interface ItemStyle {
  readonly color: string;
  readonly decal?: Stripe;
}

const STRIPE: Stripe = {
  symbol: 'rect',
  dashArrayX: [1, 0],
  dashArrayY: [2, 5],
  rotation: -Math.PI / 4,
  color: PAPER,
};
const COUNTER_STRIPE: Stripe = { ...STRIPE, rotation: Math.PI / 4 };

/** A fall is striped as well as orange: legible without colour, on screen and on paper. */
export const STRIPED_FALL: ItemStyle = { color: FALL, decal: STRIPE };

/** Every other series is striped, each its own way. */
const DECALS: readonly (Stripe | undefined)[] = [
  ...[undefined, COUNTER_STRIPE, undefined],
  ...[{ ...STRIPE, rotation: Math.PI / 2 }, undefined, { ...STRIPE, rotation: 0 }],
];

const COLOURS = 12;

/**
 * Twelve series are told apart by colour; from the thirteenth on a colour comes again with the
 * stripe of its neighbour.
 */
export function seriesStyle(index: number): ItemStyle & { readonly shape: number } {
  const shape = (index + Math.floor(index / COLOURS)) % DECALS.length;
  const decal = DECALS[shape];
  const color = `var(--series-${(index % COLOURS) + 1})`;
  return decal === undefined ? { color, shape } : { color, decal, shape };
}
