import { canonicalJson } from './canonical-json.js';

const keys = new WeakMap<object, string>();

/** Canonical JSON of an immutable part, written once. */
export function keyOf(part: object): string {
  const known = keys.get(part);
  if (known !== undefined) return known;
  const key = canonicalJson(part);
  keys.set(part, key);
  return key;
}
