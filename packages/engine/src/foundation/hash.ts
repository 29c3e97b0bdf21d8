import { canonicalJson } from './canonical-json.js';

/** SHA-256 of the UTF-8 bytes of a text as 64 lower-case hex digits; synchronous, passed in. */
export type HashFunction = (utf8Text: string) => string;

/** The identity of a JSON value: hash of its canonical text. Throws as `canonicalJson` does. */
export function contentHash(value: unknown, hash: HashFunction): string {
  return hash(canonicalJson(value));
}
