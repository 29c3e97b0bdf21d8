import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = (name: string): string => `${root}packages/${name}/src/index.ts`;

/** Packages written for CommonJS ask for `require`. */
const BANNER =
  "import { createRequire as requireFrom } from 'node:module';" +
  'const require = requireFrom(import.meta.url);';

export interface Bundle {
  /** All code that can be reached, unused exports included. */
  readonly text: string;
  /** What the code imports from outside the bundle. */
  readonly outside: readonly string[];
}

/** The code of a file with all it imports but native libraries. */
export async function bundle(file: string, outfile: string): Promise<Bundle> {
  const built = await build({
    entryPoints: [file],
    bundle: true,
    platform: 'node',
    format: 'esm',
    treeShaking: false,
    metafile: true,
    write: false,
    outfile,
    external: ['@duckdb/node-bindings', 'esbuild'],
    alias: {
      '@almfes/engine': source('engine'),
      '@almfes/intake': source('intake'),
      '@almfes/report': source('report'),
      '@almfes/runner': source('runner'),
      '@almfes/tape': source('tape'),
    },
    banner: { js: BANNER },
    logLevel: 'silent',
  });
  const outside = new Set<string>();
  for (const input of Object.values(built.metafile.inputs)) {
    for (const { path, external } of input.imports) if (external === true) outside.add(path);
  }
  return { text: built.outputFiles[0]?.text ?? '', outside: [...outside].sort() };
}

/** The entry of a package. */
export const entryOf = source;
