import { itemAt } from '../foundation/index.js';
import { SOBOL_TABLE, type SobolDimension } from './sobol-table.js';

/** Dimensions for which direction numbers are at hand. */
export const SOBOL_DIMENSIONS = SOBOL_TABLE.length + 1;

const BITS = 32;
const TWO_TO_MINUS_32 = 1 / 4294967296;

/** Writes the next point, each coordinate in (0, 1), into the first places of `point`. */
export type SobolSequence = (point: Float64Array) => void;

/**
 * The Sobol sequence in the order of Gray codes, from its first point, the origin (rule SOBOL-1).
 * `shift` holds one 32-bit word a dimension that is added digit by digit to every point (rule
 * SOBOL-2); zeros leave the sequence as published. Coordinates are moved off 0 by half a step of
 * 2^-32. Throws RangeError where the shift has no dimension or more than SOBOL_DIMENSIONS.
 */
export function sobolSequence(shift: Uint32Array): SobolSequence {
  const dimensions = shift.length;
  if (dimensions < 1 || dimensions > SOBOL_DIMENSIONS) {
    throw new RangeError(`${dimensions} dimensions are not 1 to ${SOBOL_DIMENSIONS}`);
  }
  const directions = Array.from({ length: dimensions }, (_, dimension) =>
    dimension === 0 ? halves() : directionsOf(itemAt(SOBOL_TABLE, dimension - 1)),
  );
  const words = Uint32Array.from(shift);
  let index = 0;
  return (point) => {
    for (let dimension = 0; dimension < dimensions; dimension += 1) {
      point[dimension] = (itemAt(words, dimension) + 0.5) * TWO_TO_MINUS_32;
    }
    const bit = trailingOnes(index);
    index += 1;
    directions.forEach((direction, dimension) => {
      words[dimension] = itemAt(words, dimension) ^ itemAt(direction, bit);
    });
  };
}

/** Direction numbers of the first dimension: one half, one quarter, and so on. */
function halves(): Uint32Array {
  return Uint32Array.from({ length: BITS }, (_, bit) => 1 << (BITS - 1 - bit));
}

/** v_i = v_(i-s) xor v_(i-s) / 2^s xor those v_(i-k) whose coefficient a_k is one. */
function directionsOf({ a, m }: SobolDimension): Uint32Array {
  const degree = m.length;
  const direction = new Uint32Array(BITS);
  for (let bit = 0; bit < BITS; bit += 1) {
    if (bit < degree) {
      direction[bit] = itemAt(m, bit) << (BITS - 1 - bit);
      continue;
    }
    const oldest = itemAt(direction, bit - degree);
    let word = oldest ^ (oldest >>> degree);
    for (let back = 1; back < degree; back += 1) {
      if (((a >>> (degree - 1 - back)) & 1) === 1) word ^= itemAt(direction, bit - back);
    }
    direction[bit] = word;
  }
  return direction;
}

/** The place of the lowest zero digit: the digit in which the next Gray code differs. */
function trailingOnes(index: number): number {
  return 31 - Math.clz32(~index & (index + 1));
}
