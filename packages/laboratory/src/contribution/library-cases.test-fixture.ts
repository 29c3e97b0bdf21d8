import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CaseFiles } from '@almfes/intake';
import type { Loose } from './example.test-fixture.js';

const LIBRARY = fileURLToPath(new URL('../../../../library/', import.meta.url));

/** The files of a library case as the command reads them, free to be changed. */
export function libraryFiles(slug: string): CaseFiles & { figures: Loose } {
  const own = folder(slug);
  const vintages = readdirSync(`${LIBRARY}data/us-treasury-par`).toSorted();
  const curves = `${LIBRARY}data/us-treasury-par/${vintages.at(-1)}/us-treasury-par.csv`;
  return {
    ...own,
    curves: readFileSync(curves, 'utf8'),
    sisters: (own.changes.sisters ?? []).map(folder),
  };
}

function folder(slug: string) {
  const json = (name: string): Loose =>
    JSON.parse(readFileSync(`${LIBRARY}case/${slug}/${name}.json`, 'utf8'));
  return { slug, figures: json('figures'), study: json('study'), changes: json('changes') };
}
