import { type FitTarget, type Issue, issue } from '@almfes/engine';
import { isRecord } from './amount.js';

/** A fitted number as the case's form writes it. */
export interface FormFit {
  readonly id: string;
  value: number;
  /** What the number is, in words, and its unit. */
  readonly parameter: string;
  readonly unit: string;
  readonly kind: 'calibrated to a disclosure' | 'free parameter';
  readonly target: FitTarget;
  /** The disclosed value it was solved to: an amount (see `amount.ts`). */
  readonly wanted: unknown;
  readonly wantedUnit: string;
  readonly source: string;
  readonly search: { readonly low: number; readonly high: number };
  /** True where the number must be whole (months). */
  readonly whole?: boolean;
}

const KINDS = ['calibrated to a disclosure', 'free parameter'];
const TARGETS = ['measure', 'fair-value', 'book-yield', 'hedge-value'];
const TEXTS = ['id', 'parameter', 'unit', 'wantedUnit', 'source'];
const MOST_FREE_PARAMETERS = 2;

/** The form's fits; every problem is an issue. At most two may be free (METHOD section 2). */
export function parseFits(value: unknown, issues: Issue[]): FormFit[] {
  if (!Array.isArray(value)) {
    issues.push(issue('form', '/fits', 'a list', typeof value));
    return [];
  }
  const fits: FormFit[] = [];
  for (const [index, fit] of value.entries()) {
    const path = `/fits/${index}`;
    if (isFit(fit, path, issues)) fits.push(fit);
  }
  const free = fits.filter((fit) => fit.kind === 'free parameter').length;
  if (free > MOST_FREE_PARAMETERS) {
    const expected = `at most ${MOST_FREE_PARAMETERS} free parameters`;
    issues.push(issue('free-parameters', '/fits', expected, String(free)));
  }
  return fits;
}

function isFit(fit: unknown, path: string, issues: Issue[]): fit is FormFit {
  if (!isRecord(fit)) {
    issues.push(issue('form', path, 'an object', typeof fit));
    return false;
  }
  const before = issues.length;
  for (const key of TEXTS) {
    const text = fit[key];
    if (typeof text === 'string' && text.length > 0) continue;
    issues.push(issue('form', `${path}/${key}`, 'a text', typeof text));
  }
  const { value, kind, target, search } = fit;
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    issues.push(issue('form', `${path}/value`, 'a number', String(value)));
  }
  if (!KINDS.includes(String(kind))) {
    issues.push(issue('form', `${path}/kind`, KINDS.join(' or '), String(kind)));
  }
  if (!isRecord(target) || !TARGETS.includes(String(target['kind']))) {
    issues.push(issue('form', `${path}/target`, TARGETS.join(', '), JSON.stringify(target)));
  }
  const bracket = isRecord(search) ? [search['low'], search['high']] : [];
  if (!bracket.every((end) => typeof end === 'number') || bracket.length !== 2) {
    issues.push(issue('form', `${path}/search`, 'low and high', JSON.stringify(search)));
  }
  return issues.length === before;
}
