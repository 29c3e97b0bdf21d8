import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const repositoryRoot = fileURLToPath(new URL('../../', import.meta.url));
const dataRoot = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/**
 * Absolute path of a collected source file under ../shared/data.
 * Ends the program with one plain line when it is absent: the committed results stand without it.
 */
export function sharedData(relativePath: string): string {
  const path = `${dataRoot}${relativePath}`;
  if (existsSync(path)) return path;
  process.stderr.write(
    `../shared/data/${relativePath} is absent: nothing was transcribed, ` +
      'the files committed under library/ stand as they are.\n',
  );
  process.exit(2);
}
