import { contentHash, type HashFunction } from '@almfes/engine';
import type { FolderFile } from '../folder-file.js';

/**
 * The identity of a folder's content: hash of the canonical JSON of [name, hash of the text] in the
 * order of the names. Line ends count; the order in which files were read does not.
 */
export function folderHash(files: readonly FolderFile[], hash: HashFunction): string {
  const list = files.map(({ name, text }) => [name, hash(text)] as const);
  return contentHash(
    list.toSorted(([a], [b]) => (a < b ? -1 : 1)),
    hash,
  );
}
