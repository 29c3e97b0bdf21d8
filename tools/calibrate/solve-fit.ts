import { readTarget, type Study } from '../../packages/engine/src/index.js';
import { buildStudy, type FormFit } from '../../packages/intake/src/index.js';
import { type CaseFiles, wantedOf } from './case-files.js';
import { nearestWhole, secant } from './solve.js';

/** Share of the target to which it is met; whole numbers only come as near as they can. */
const TOLERANCE = 1e-7;

/** The case's Study with another value for one fit, all other fits as they stand. */
export function studyWith(files: CaseFiles, fit: FormFit, value: number): Study {
  const fits = files.fits.map((each) => (each.id === fit.id ? { ...each, value } : each));
  const built = buildStudy(files.form, { ...files, fits });
  if (!built.ok) throw new Error(built.issues.map((issue) => issue.message).join('\n'));
  return built.value.study;
}

/** What the target reads, less what was disclosed, were the fit at `value`. */
export function gapAt(files: CaseFiles, fit: FormFit, value: number): number {
  return readTarget(studyWith(files, fit, value), fit.target) - wantedOf(files, fit);
}

/** The value of one fit that meets its target, all other fits as they stand (CASE-3). */
export function solveFit(files: CaseFiles, fit: FormFit): number {
  const scale = Math.max(1e-9, Math.abs(wantedOf(files, fit)));
  const gap = (value: number) => gapAt(files, fit, value);
  const search = { ...fit.search, start: fit.value, tolerance: scale * TOLERANCE };
  return fit.whole === true ? nearestWhole(gap, search) : secant(gap, search);
}
