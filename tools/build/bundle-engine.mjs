// The built engine as one file: Node reads it in a sixth of the time that its 800 modules take.
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const dist = (name) =>
  fileURLToPath(new URL(`../../packages/engine/dist/${name}`, import.meta.url));

buildSync({
  entryPoints: [dist('index.js')],
  outfile: dist('engine.js'),
  bundle: true,
  format: 'esm',
  target: 'es2023',
  logLevel: 'error',
});
