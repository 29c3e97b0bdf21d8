import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { PLAIN_MODULES, plainModules } from './tools/test/plain-modules.js';

const source = (name: string): string =>
  fileURLToPath(new URL(`./packages/${name}/src/index.ts`, import.meta.url));

/** Tests run against the sources, so that no build stands between an edit and its test. */
export default defineConfig({
  plugins: [plainModules(fileURLToPath(new URL('.', import.meta.url)))],
  resolve: {
    alias: {
      '@almfes/engine': source('engine'),
      '@almfes/intake': source('intake'),
      '@almfes/report': source('report'),
      '@almfes/laboratory': source('laboratory'),
      '@almfes/runner': source('runner'),
      '@almfes/tape': source('tape'),
    },
  },
  test: {
    // Vitest leaves one core to itself, of two that is half: while it waits, tests run on all.
    maxWorkers: availableParallelism(),
    // Files share a process and its compiled code; a test leaves nothing behind in either.
    isolate: false,
    server: { deps: { external: [PLAIN_MODULES] } },
    include: ['{packages,apps}/*/src/**/*.test.ts', 'tools/**/*.test.ts', 'library/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    passWithNoTests: false,
  },
});
