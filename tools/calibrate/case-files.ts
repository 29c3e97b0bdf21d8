import { readFileSync } from 'node:fs';
import type { Figure } from '../../packages/engine/src/index.js';
import {
  type AmountContext,
  amountOf,
  type CurveTable,
  type FormFit,
  parseFits,
  parseTreasuryCurves,
} from '../../packages/intake/src/index.js';
import { casePath, treasuryCurveText } from '../case/library-case.js';

/** A case's files as the calibration reads them. */
export interface CaseFiles {
  readonly path: string;
  readonly form: Readonly<Record<string, unknown>>;
  readonly fits: FormFit[];
  readonly figures: Readonly<Record<string, Figure>>;
  readonly curves: CurveTable;
}

/** @throws when a file is missing or does not parse: the case is the author's to mend. */
export function readCaseFiles(slug: string): CaseFiles {
  const path = casePath(slug, 'study.json');
  const form = jsonObject(path);
  const { figures } = jsonObject(casePath(slug, 'figures.json'));
  if (!isFigures(figures)) throw new Error(`${slug}: figures.json holds no figures`);
  const issues: Parameters<typeof parseFits>[1] = [];
  const fits = parseFits(form.fits, issues);
  if (issues.length > 0) throw new Error(issues.map((issue) => issue.message).join('\n'));
  const curves = parseTreasuryCurves(treasuryCurveText());
  if (!curves.ok) throw new Error(curves.issues.map((issue) => issue.message).join('\n'));
  return { path, form, fits, figures, curves: curves.value };
}

/** The disclosed value that a fit was solved to. */
export function wantedOf(files: CaseFiles, fit: FormFit): number {
  const context: AmountContext = {
    figures: files.figures,
    fits: new Map(),
    decisionDate: String(files.form.decisionDate),
    roles: ['input', 'target'],
    issues: [],
    cited: new Set(),
  };
  const wanted = amountOf(fit.wanted, `/fits/${fit.id}/wanted`, context);
  if (Number.isFinite(wanted)) return wanted;
  throw new Error(JSON.stringify(context.issues));
}

function jsonObject(path: string): Record<string, unknown> {
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (isObject(value)) return value;
  throw new Error(`${path} holds no object`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Passports are checked key by key where the Study is parsed; here only the values are read. */
function isFigures(value: unknown): value is Record<string, Figure> {
  return isObject(value) && Object.values(value).every((figure) => isObject(figure));
}
