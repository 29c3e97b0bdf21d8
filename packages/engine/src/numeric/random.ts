/** A stream of numbers uniform in (0, 1), the same for the same seed on every machine. */
export type RandomStream = () => number;

const WARM_UP_DRAWS = 12;
const TWO_TO_MINUS_26 = 1 / 67108864;
const TWO_TO_MINUS_52 = TWO_TO_MINUS_26 * TWO_TO_MINUS_26;

/**
 * The generator sfc32 (small fast counter, 128 bits of state) seeded by one whole number (rule
 * RANDOM-1): two 32-bit draws make one double of 52 random bits, moved off 0 and 1 by half a
 * step. Throws RangeError unless the seed is a whole number from 0 to 2^32 - 1. Source:
 * C. Doty-Humphrey, PractRand (2011), public domain.
 */
export function randomStream(seed: number): RandomStream {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
    throw new RangeError(`seed ${seed} is not a whole number of 32 bits`);
  }
  const state = Int32Array.of(0, seed, 0, 1);
  for (let count = 0; count < WARM_UP_DRAWS; count += 1) nextWord(state);
  return () => {
    const high = nextWord(state) >>> 6;
    const low = nextWord(state) >>> 6;
    return high * TWO_TO_MINUS_26 + (low + 0.5) * TWO_TO_MINUS_52;
  };
}

/** One 32-bit word; the state (a, b, c, counter) moves on. */
function nextWord(state: Int32Array): number {
  const [a = 0, b = 0, c = 0, counter = 0] = state;
  const word = (a + b + counter) | 0;
  state[0] = b ^ (b >>> 9);
  state[1] = (c + (c << 3)) | 0;
  state[2] = (((c << 21) | (c >>> 11)) + word) | 0;
  state[3] = counter + 1;
  return word;
}
