import type { PrescribedShape } from '../../scenario/index.js';
import { type ByShape, byShape } from './by-shape.js';

/** Changes of one currency, converted to the reporting currency; a loss is negative. */
export interface CurrencyChange {
  readonly currency: string;
  readonly change: ByShape<number>;
}

/**
 * Currencies in ERM II whose agreed band is narrower than 15%: the krone of Denmark, 2.25%
 * (seen-secondary).
 */
export const NARROW_BAND_CURRENCIES: readonly string[] = ['DKK'];

const GAIN_WEIGHT = 0.5;
const NARROW_BAND_GAIN_WEIGHT = 0.8;

/**
 * Basel: in each scenario losses add up over currencies and no gain counts (rule STANDARD-5). The
 * measure is the worst shape of the answer, at most 0.
 */
export function aggregateBasel(changes: readonly CurrencyChange[]): ByShape<number> {
  return byShape((shape) => sumOf(changes, shape, (change) => Math.min(0, change)));
}

/**
 * EU: losses count in full, gains by half; gains in euro and in narrow-band currencies of ERM II
 * by 80%, up to the greater of the losses on the other side and half the gain (STANDARD-6).
 */
export function aggregateEu(
  changes: readonly CurrencyChange[],
  narrowBand: readonly string[] = NARROW_BAND_CURRENCIES,
): ByShape<number> {
  const euro = changes.filter(({ currency }) => currency === 'EUR');
  const linked = changes.filter(({ currency }) => narrowBand.includes(currency));
  const others = changes.filter((each) => !euro.includes(each) && !linked.includes(each));
  return byShape((shape) => {
    const euroLoss = sumOf(euro, shape, lossOf);
    const linkedLoss = sumOf(linked, shape, lossOf);
    const euroGain = linkedGain(sumOf(euro, shape, gainOf), linkedLoss);
    const bandGain = linkedGain(sumOf(linked, shape, gainOf), euroLoss);
    const otherGain = GAIN_WEIGHT * sumOf(others, shape, gainOf);
    const losses = euroLoss + linkedLoss + sumOf(others, shape, lossOf);
    return euroGain + bandGain + otherGain - losses;
  });
}

function linkedGain(gain: number, otherLoss: number): number {
  return Math.min(NARROW_BAND_GAIN_WEIGHT * gain, Math.max(otherLoss, GAIN_WEIGHT * gain));
}

const lossOf = (change: number): number => Math.max(0, -change);
const gainOf = (change: number): number => Math.max(0, change);

function sumOf(
  changes: readonly CurrencyChange[],
  shape: PrescribedShape,
  part: (change: number) => number,
): number {
  return changes.reduce((sum, { change }) => sum + part(change[shape]), 0);
}
