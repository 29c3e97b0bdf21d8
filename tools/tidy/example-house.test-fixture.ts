import type { Architecture } from './architecture.js';
import type { Check } from './check.js';
import { repositoryOf } from './repository.js';

/** A small house: a pure engine of three rooms, a report on top of it, and an app. */
export const exampleHouse: Architecture = {
  packages: [
    { name: '@x/engine', path: 'packages/engine', purpose: 'core', mayImport: [], pure: true },
    { name: '@x/report', path: 'packages/report', purpose: 'page', mayImport: ['@x/engine'] },
    {
      name: '@x/cli',
      path: 'apps/cli',
      purpose: 'command',
      mayImport: ['@x/engine', '@x/report'],
      readsLibrary: true,
    },
  ],
  rooms: [
    { name: 'low', package: '@x/engine', purpose: 'ground', mayImport: [] },
    { name: 'mid', package: '@x/engine', purpose: 'floor', mayImport: ['low'] },
    { name: 'top', package: '@x/engine', purpose: 'roof', mayImport: ['mid'] },
  ],
  transcendental: ['packages/engine/src/low/exact.ts'],
  entryPoints: ['apps/cli/src/main.ts'],
  caseFiles: ['figures.json', 'study.json'],
};

/** A room each, so that only what a test adds can be wrong. */
const ROOMS = {
  'packages/engine/src/index.ts': "export * from './top/index.js';",
  'packages/engine/src/low/index.ts': 'export const low = 1;',
  'packages/engine/src/mid/index.ts': "export { low } from '../low/index.js';",
  'packages/engine/src/top/index.ts': "export { low } from '../mid/index.js';",
};

/** The findings of a check on the example house plus the given files, as `file:line: message`. */
export function findingsOf(
  check: Check,
  added: Readonly<Record<string, string>>,
  house: Architecture = exampleHouse,
): readonly string[] {
  const repository = repositoryOf({ ...ROOMS, ...added });
  return check
    .run(repository, house)
    .map(({ file, line, message }) => `${file}:${line}: ${message}`);
}
