/** An unevaluated sum high + low with |low| at most half a unit in the last place of high. */
export interface TwoWords {
  readonly high: number;
  readonly low: number;
}

const SPLITTER = 134217729;
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const TWO_THIRDS_LOW = 3.700743415417188e-17;
const TWO_FIFTHS_LOW = -2.2204460492503132e-17;

/**
 * a * b - product exactly, for product = fl(a * b) (T. J. Dekker, A floating-point technique
 * for extending the available precision, Numerische Mathematik 18, 1971).
 */
export function productError(a: number, b: number, product: number): number {
  const aSplit = SPLITTER * a;
  const aHigh = aSplit - (aSplit - a);
  const aLow = a - aHigh;
  const bSplit = SPLITTER * b;
  const bHigh = bSplit - (bSplit - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

/** high + low made from a and b, exact when |a| >= |b| or a = 0; `rest` is added to low. */
function addInTwoWords(a: number, b: number, rest: number): TwoWords {
  const high = a + b;
  return { high, low: b - (high - a) + rest };
}

function multiplyInTwoWords(a: TwoWords, b: TwoWords): TwoWords {
  const high = a.high * b.high;
  return { high, low: productError(a.high, b.high, high) + (a.high * b.low + a.low * b.high) };
}

/** s = f / (2 + f) for f = mantissa - 1. */
function artanhArgument(mantissa: number): TwoWords {
  const f = mantissa - 1;
  const denominator = 1 + mantissa;
  const denominatorLow = mantissa - (denominator - 1);
  const high = f / denominator;
  const product = high * denominator;
  const remainder = f - product - productError(high, denominator, product);
  return { high, low: (remainder - high * denominatorLow) / denominator };
}

/** 2 / (2n + 1) for n = 3..12: the terms of artanh that one word carries exactly enough. */
function tailSeries(z: number): number {
  const highest = z * (2 / 21 + z * (2 / 23 + z * (2 / 25)));
  const high = z * (2 / 13 + z * (2 / 15 + z * (2 / 17 + z * (2 / 19 + highest))));
  return z * (2 / 7 + z * (2 / 9 + z * (2 / 11 + high)));
}

/**
 * ln(mantissa * 2^exponent) to about 2^-68 relative, for mantissa in [sqrt(1/2), sqrt(2)):
 * exponent ln 2 + 2 artanh(s), the first three terms of artanh in two words, the rest in one.
 */
export function logInTwoWords(exponent: number, mantissa: number): TwoWords {
  const s = artanhArgument(mantissa);
  const z = multiplyInTwoWords(s, s);
  const fifth = addInTwoWords(2 / 5, tailSeries(z.high), TWO_FIFTHS_LOW);
  const fifthTerm = multiplyInTwoWords(z, fifth);
  const third = addInTwoWords(2 / 3, fifthTerm.high, fifthTerm.low + TWO_THIRDS_LOW);
  const thirdTerm = multiplyInTwoWords(z, third);
  const factor = addInTwoWords(2, thirdTerm.high, thirdTerm.low);
  const logMantissa = multiplyInTwoWords(s, factor);
  const low = logMantissa.low + exponent * LN2_LOW;
  const sum = addInTwoWords(exponent * LN2_HIGH, logMantissa.high, low);
  return addInTwoWords(sum.high, sum.low, 0);
}
