/**
 * Solves the fitted numbers of a case and writes them back into its study.json:
 * `npx tsx tools/calibrate/calibrate.ts svb-2021`. Each fit moves one number to one target; the
 * list is passed through until no target moves. Fits marked `with` are solved again inside each
 * other's loop by the passes, so their order decides speed, not the result.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readTarget } from '../../packages/engine/src/index.js';
import { buildStudy, type FormFit } from '../../packages/intake/src/case/index.js';
import { readCaseFiles, wantedOf } from './case-files.js';
import { nearestWhole, secant } from './solve.js';

const PASSES = 12;

const slug = process.argv[2] ?? '';
const files = readCaseFiles(slug);

function studyWith(fit: FormFit, value: number) {
  const fits = files.fits.map((each) => (each.id === fit.id ? { ...each, value } : each));
  const built = buildStudy({ ...files.form, fits }, files.figures, files.curves);
  if (!built.ok) throw new Error(built.issues.map((issue) => issue.message).join('\n'));
  return built.value;
}

function solve(fit: FormFit): number {
  const wanted = wantedOf(files, fit);
  const scale = Math.max(1e-9, Math.abs(wanted));
  const gap = (x: number) => readTarget(studyWith(fit, x), fit.target) - wanted;
  const search = { ...fit.search, start: fit.value, tolerance: scale * 1e-7 };
  return fit.whole === true ? nearestWhole(gap, search) : secant(gap, search);
}

for (let pass = 1; pass <= PASSES; pass += 1) {
  let moved = 0;
  for (const fit of files.fits) {
    const value = solve(fit);
    moved = Math.max(moved, Math.abs(value - fit.value) / Math.max(1e-6, Math.abs(value)));
    fit.value = value;
  }
  process.stderr.write(`pass ${pass}: largest relative move ${moved.toExponential(2)}\n`);
  if (moved < 1e-6) break;
}
for (const fit of files.fits) process.stdout.write(`${fit.id} ${fit.value}\n`);
const text = readFileSync(files.path, 'utf8');
writeFileSync(files.path, files.fits.reduce(withValue, text));

/** Replaces the value of one fit in the file's text, so that its layout stays as written. */
function withValue(text: string, fit: FormFit): string {
  const entry = new RegExp(`("id": ?"${fit.id.replaceAll('.', '\\.')}", ?"value": ?)[-0-9.e]+`);
  return text.replace(entry, `$1${fit.value}`);
}
