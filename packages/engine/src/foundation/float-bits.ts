import { itemAt } from './item-at.js';

const cell = new DataView(new ArrayBuffer(8));
const TWO_TO_54 = 18014398509481984;
const SQRT_HALF = Math.sqrt(0.5);

const LOWEST_EXPONENT = -1022;
const HIGHEST_EXPONENT = 1023;

/** 2^-1022 to 2^1023, each the exact double of the one before; a look-up is faster than bits. */
const POWERS_OF_TWO = powersOfTwo();

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(HIGHEST_EXPONENT - LOWEST_EXPONENT + 1);
  let power = 2.2250738585072014e-308;
  for (let i = 0; i < powers.length; i += 1) {
    powers[i] = power;
    power *= 2;
  }
  return powers;
}

/** The exact power of two for -1022 <= exponent <= 1023. */
function powerOfTwo(exponent: number): number {
  return itemAt(POWERS_OF_TWO, exponent - LOWEST_EXPONENT);
}

/**
 * value * 2^exponent with one rounding, for |exponent| <= 2000 and value near 1: beyond the
 * range of normal numbers the factor is applied in two steps of which only the last can round.
 */
export function scaleByPowerOfTwo(value: number, exponent: number): number {
  if (exponent > HIGHEST_EXPONENT) return value * powerOfTwo(exponent - 1000) * powerOfTwo(1000);
  if (exponent < LOWEST_EXPONENT) return value * powerOfTwo(exponent + 1000) * powerOfTwo(-1000);
  return value * powerOfTwo(exponent);
}

export interface ExponentAndMantissa {
  readonly exponent: number;
  readonly mantissa: number;
}

/**
 * x = mantissa * 2^exponent exactly, mantissa in [sqrt(1/2), sqrt(2)), for finite x > 0
 * (subnormal numbers included).
 */
export function exponentAndMantissa(x: number): ExponentAndMantissa {
  const isSubnormal = x < 2.2250738585072014e-308;
  cell.setFloat64(0, isSubnormal ? x * TWO_TO_54 : x);
  const high = cell.getUint32(0);
  const biased = high >>> 20;
  cell.setUint32(0, (high & 0xfffff) | 0x3ff00000);
  const oneToTwo = cell.getFloat64(0);
  const exponent = biased - 1023 - (isSubnormal ? 54 : 0);
  const half = oneToTwo * 0.5;
  if (half >= SQRT_HALF) return { exponent: exponent + 1, mantissa: half };
  return { exponent, mantissa: oneToTwo };
}
