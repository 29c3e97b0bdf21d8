/**
 * Solves the fitted numbers of a case and writes them back into its study.json:
 * `npm run calibrate svb-2021`. Each fit moves one number to one target; the
 * list is passed through until no number moves, so its order decides speed, not the result.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { FormFit } from '../../packages/intake/src/index.js';
import { readCaseFiles } from './case-files.js';
import { solveFit } from './solve-fit.js';

const PASSES = 12;
const SETTLED = 1e-6;

const files = readCaseFiles(process.argv[2] ?? '');

for (let pass = 1; pass <= PASSES; pass += 1) {
  let moved = 0;
  for (const fit of files.fits) {
    const value = solveFit(files, fit);
    moved = Math.max(moved, Math.abs(value - fit.value) / Math.max(1e-6, Math.abs(value)));
    fit.value = value;
  }
  process.stderr.write(`pass ${pass}: largest relative move ${moved.toExponential(2)}\n`);
  if (moved < SETTLED) break;
}
for (const fit of files.fits) process.stdout.write(`${fit.id} ${fit.value}\n`);
const text = readFileSync(files.path, 'utf8');
writeFileSync(files.path, files.fits.reduce(withValue, text));

/** Replaces the value of one fit in the file's text, so that its layout stays as written. */
function withValue(text: string, fit: FormFit): string {
  const entry = new RegExp(`("id": ?"${fit.id.replaceAll('.', '\\.')}", ?"value": ?)[-0-9.e]+`);
  return text.replace(entry, `$1${fit.value}`);
}
