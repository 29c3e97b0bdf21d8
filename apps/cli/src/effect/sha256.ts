import { createHash } from 'node:crypto';
import type { HashFunction } from '@almfes/engine';

/** SHA-256 of the UTF-8 bytes of a text, as the engine wants it. */
export const sha256: HashFunction = (utf8Text) =>
  createHash('sha256').update(utf8Text, 'utf8').digest('hex');
