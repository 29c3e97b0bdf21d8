import { NUMBER_COLUMNS, PRINCIPAL_KINDS, RATE_INDICES, textAt } from '../balance-sheet/index.js';
import { canonicalJson, floatAt, itemAt, type Recent, recent } from '../foundation/index.js';
import type { FixedParts, Program } from './program.js';

type Unfixed = Omit<Program, 'fixed' | 'rows'>;

/** Fixed parts kept of one market, and models told apart: about 10 kB and 1 kB each. */
const MOST_VARIANTS = 2_000;
const MOST_MODELS = 2_000;

/** Every number column, whether the rate floats, two closed texts, five models, one rate. */
const TERMS = NUMBER_COLUMNS.length + 9;

/** Finds what was made for a row with the same terms and models, to the last bit, or makes it. */
export type RowVariants = (program: Unfixed, row: number, make: () => FixedParts) => FixedParts;

interface Variant {
  readonly terms: Uint32Array;
  readonly parts: FixedParts;
}

/**
 * Rows told apart by all that their cash flows are made from besides rates: the same `FixedParts`
 * object stands for the same terms and models, whatever Book and Behaviour they stand in. Two
 * Changes applied on different ways to the same row so give one variant (rule EVAL-10).
 */
export function rowVariants(): RowVariants {
  const numberOf = modelNumbers();
  const kept = recent<number, Variant[]>(MOST_VARIANTS);
  const terms = new Float64Array(TERMS);
  const bits = new Uint32Array(terms.buffer);
  return (program, row, make) => {
    setTerms(terms, program, row, numberOf);
    const hash = hashOf(bits);
    const alike = kept.get(hash) ?? [];
    const known = alike.find((variant) => sameBits(variant.terms, bits));
    if (known !== undefined) return known.parts;
    const parts = make();
    kept.set(hash, [...alike, { terms: bits.slice(), parts }]);
    return parts;
  };
}

function setTerms(
  terms: Float64Array,
  program: Unfixed,
  row: number,
  numberOf: (model: object | null | undefined) => number,
): void {
  const { book } = program;
  let at = 0;
  for (const column of NUMBER_COLUMNS) terms[at++] = floatAt(book[column], row);
  terms[at++] = itemAt(book.floats, row);
  terms[at++] = placeOf(PRINCIPAL_KINDS, textAt(book.principal, row));
  terms[at++] = placeOf(RATE_INDICES, textAt(book.rateIndex, row));
  terms[at++] = numberOf(program.depositOf[row]);
  terms[at++] = numberOf(program.prepaymentOf[row]);
  terms[at++] = numberOf(program.redemptionOf[row]);
  terms[at++] = numberOf(program.drawdownOf[row]);
  terms[at++] = numberOf(program.migrationOf[row]?.model);
  terms[at] = program.migrationOf[row]?.rateNow ?? 0;
}

function placeOf(names: readonly string[], name: string): number {
  const place = names.indexOf(name);
  if (place === -1) throw new Error(`${name} is not in a closed list`);
  return place;
}

/** A number for what a model says: no two models that differ have the same one. */
function modelNumbers(): (model: object | null | undefined) => number {
  const ofModel = new WeakMap<object, number>();
  const ofText: Recent<string, number> = recent(MOST_MODELS);
  let last = 0;
  return (model) => {
    if (model === null || model === undefined) return 0;
    const known = ofModel.get(model);
    if (known !== undefined) return known;
    const text = canonicalJson(model);
    let number = ofText.get(text);
    if (number === undefined) {
      last += 1;
      number = last;
      ofText.set(text, number);
    }
    ofModel.set(model, number);
    return number;
  };
}

/** FNV-1a over 32-bit words: only where to look, equality is by every bit. */
function hashOf(bits: Uint32Array): number {
  let hash = 0x811c9dc5;
  for (const word of bits) hash = Math.imul(hash ^ word, 0x01000193);
  return hash;
}

function sameBits(one: Uint32Array, other: Uint32Array): boolean {
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}
