import { canonicalJson, contentHash, type HashFunction } from '@almfes/engine';
import type { FolderFile } from '../folder-file.js';

/**
 * The content hash of a set of files (rule CITE-2): SHA-256 of the canonical JSON of
 * [name, hash of the file] by name. A JSON file is hashed as its canonical JSON, another text with
 * line ends `\n`: layout and platform do not count, every number and word does.
 */
export function contentOf(files: readonly FolderFile[], hash: HashFunction): string {
  const list = files
    .map(({ name, text }) => [name, hash(canonicalText({ name, text }))] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return contentHash(list, hash);
}

function canonicalText({ name, text }: FolderFile): string {
  if (!name.endsWith('.json')) return text.replace(/\r\n/g, '\n');
  try {
    return canonicalJson(JSON.parse(text));
  } catch {
    return text;
  }
}
