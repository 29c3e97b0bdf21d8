import { type Issue, issue } from '@almfes/engine';
import type { FolderFile } from '../folder-file.js';

/** A text, with what follows it where it is a key; or where an object begins or ends. */
const TOKEN = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}]/gs;

/**
 * Keys given twice in one object, with file and line (rule FORM-26): JSON.parse keeps the last in
 * silence, so that a reader of the file and the engine may read different values. For a text that
 * JSON.parse takes; of any other the answer means nothing.
 */
export function repeatedKeys({ name, text }: FolderFile): readonly Issue[] {
  const issues: Issue[] = [];
  const objects: Set<string>[] = [];
  for (const { 0: token, 1: string, 2: colon, index } of text.matchAll(TOKEN)) {
    if (token === '{') objects.push(new Set());
    else if (token === '}') objects.pop();
    if (string === undefined || colon === undefined) continue;
    const key = keyOf(string);
    const seen = objects.at(-1);
    if (seen?.has(key) === true) {
      const at = `${name} line ${text.slice(0, index).split('\n').length}`;
      issues.push(issue('key-twice', at, 'each key of an object once', key));
    }
    seen?.add(key);
  }
  return issues;
}

/** The key as it is read: written with escapes it may be the same as one without. */
function keyOf(string: string): string {
  return string.includes('\\') ? String(JSON.parse(string)) : string.slice(1, -1);
}
