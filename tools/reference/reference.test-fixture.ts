import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../shared/data/reference/', import.meta.url));

/** True when the collected reference cases stand beside the repository. */
export const hasReference = existsSync(root);

/**
 * The parsed JSON of a file under ../shared/data/reference, of the shape the test states; call it
 * only where `hasReference` holds.
 */
export function reference<T>(file: string): T {
  return JSON.parse(readFileSync(`${root}${file}`, 'utf8'));
}

/** Names of the files of a folder of the reference cases, sorted; none without that folder. */
export function referenceFiles(folder: string): string[] {
  return hasReference ? readdirSync(`${root}${folder}`).toSorted() : [];
}
