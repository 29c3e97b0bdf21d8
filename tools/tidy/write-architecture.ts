import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PAGE, withLayerTable } from './architecture-page.js';
import { parseArchitecture } from './parse.js';

// `npm run architecture`: renews the layer table of ARCHITECTURE.md.

const pathOf = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const architecture = parseArchitecture(readFileSync(pathOf('architecture.json'), 'utf8'));
const page = withLayerTable(readFileSync(pathOf(PAGE), 'utf8'), architecture);
if (page === undefined) {
  process.stderr.write(`${PAGE} has no place marked for the layer table\n`);
  process.exitCode = 1;
} else {
  writeFileSync(pathOf(PAGE), page);
}
