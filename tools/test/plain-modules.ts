/**
 * A plugin of vitest that hands Node the tests of a run as plain modules, bundled by esbuild.
 * Vitest's own loader makes of each import a look-up through a getter of every file between: no
 * call across files is then inlined, and the same tests take twice the time. Neither tests nor
 * sources are changed; a file that asks for `import.meta.url` is told where its source stands.
 */
import { readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Plugin as BundlePlugin, build } from 'esbuild';
import type { Plugin } from 'vitest/config';
import type { Vitest } from 'vitest/node';

const OUT = 'out/test';

/** What is bundled is Node's to load: the pattern of `server.deps.external`. */
export const PLAIN_MODULES = /\/out\/test\//;

/** On the first line of each file, so that no line moves. */
const sourceUrls: BundlePlugin = {
  name: 'source-urls',
  setup({ onLoad }) {
    onLoad({ filter: /\.(ts|mjs)$/ }, async ({ path }) => {
      const url = JSON.stringify(pathToFileURL(path).href);
      const contents = `const sourceUrl = ${url}; ${await readFile(path, 'utf8')}`;
      return { contents, loader: 'ts' };
    });
  },
};

interface Order {
  readonly root: string;
  readonly tests: string[];
  readonly folder: string;
}

/** Whether the tests stand in the folder; one that does not build is left to vitest to tell. */
async function bundled({ root, tests, folder }: Order): Promise<boolean> {
  try {
    await build({
      ...{ absWorkingDir: root, entryPoints: tests, outdir: folder, outbase: root },
      ...{ bundle: true, splitting: true, packages: 'external', tsconfig: 'tsconfig.test.json' },
      ...{ format: 'esm', platform: 'node', target: 'node20', logLevel: 'silent' },
      ...{ sourcemap: true, sourcesContent: false },
      ...{ define: { 'import.meta.url': 'sourceUrl' }, plugins: [sourceUrls] },
    });
    return true;
  } catch {
    return false;
  }
}

/** For one run: who watches files gets them from vitest, as they change. */
export function plainModules(root: string): Plugin {
  const folder = join(root, OUT, String(process.pid));
  let vitest: Vitest | undefined;
  let done: Promise<boolean> | undefined;
  return {
    name: 'plain-modules',
    enforce: 'pre',
    configureVitest(context) {
      vitest = context.vitest;
      context.vitest.onClose(() => rm(folder, { recursive: true, force: true }));
    },
    async load(file) {
      if (vitest === undefined || vitest.config.watch || !file.endsWith('.test.ts')) return null;
      done ??= bundled({ root, tests: vitest.state.getPaths(), folder });
      if (!(await done)) return null;
      const module = join(folder, relative(root, file).replace(/\.ts$/, '.js'));
      return `import ${JSON.stringify(module)};`;
    },
  };
}
