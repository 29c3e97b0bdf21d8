import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Figure } from '../../packages/engine/src/index.js';
import {
  amountOf,
  type CurveTable,
  type FormFit,
  parseFits,
  parseTreasuryCurves,
} from '../../packages/intake/src/case/index.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A case's files as the calibration reads them. */
export interface CaseFiles {
  readonly path: string;
  readonly form: Record<string, unknown>;
  readonly fits: FormFit[];
  readonly figures: Readonly<Record<string, Figure>>;
  readonly curves: CurveTable;
}

function json(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
}

/** Par yields of the latest vintage in the library. */
export function readCurves(): CurveTable {
  const folder = `${root}library/data/us-treasury-par`;
  const vintage = readdirSync(folder).sort().at(-1);
  const curves = parseTreasuryCurves(
    readFileSync(`${folder}/${vintage}/us-treasury-par.csv`, 'utf8'),
  );
  if (!curves.ok) throw new Error(curves.issues.map((issue) => issue.message).join('\n'));
  return curves.value;
}

export function readCaseFiles(slug: string): CaseFiles {
  const folder = `${root}library/case/${slug}`;
  const path = `${folder}/study.json`;
  const form = json(path);
  const figures = json(`${folder}/figures.json`)['figures'] as Record<string, Figure>;
  const issues: Parameters<typeof parseFits>[1] = [];
  const fits = parseFits(form['fits'], issues);
  if (issues.length > 0) throw new Error(issues.map((issue) => issue.message).join('\n'));
  return { path, form, fits, figures, curves: readCurves() };
}

/** The disclosed value that a fit was solved to. */
export function wantedOf(files: CaseFiles, fit: FormFit): number {
  const context = {
    figures: files.figures,
    fits: new Map<string, number>(),
    decisionDate: String(files.form['decisionDate']),
    issues: [],
    cited: new Set<string>(),
  };
  const wanted = amountOf(fit.wanted, `/fits/${fit.id}/wanted`, context);
  if (Number.isFinite(wanted)) return wanted;
  throw new Error(JSON.stringify(context.issues));
}
