#!/usr/bin/env node
// Committed as plain JavaScript, so that npm can link the command before anything is built.
import { existsSync } from 'node:fs';

const main = new URL('../dist/main.js', import.meta.url);
if (existsSync(main)) {
  await import(main.href);
} else {
  process.stderr.write('almfes is not built yet: run `npm run build` in the repository first.\n');
  process.exitCode = 2;
}
