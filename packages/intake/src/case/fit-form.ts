import { type FitTarget, type Issue, issue, type Read, read } from '@almfes/engine';
import { uniqueIds } from './form-list.js';

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
  /** Where it was searched for; the value stands inside. */
  readonly search: { readonly low: number; readonly high: number };
  /** True where the number must be whole (months). */
  readonly whole: boolean;
}

const MOST_FREE_PARAMETERS = 2;
const MOST_FITS = 200;

const { identifier, list, members, number, object, oneOf, text, title } = read;
const anyNumber = number({ what: 'a number' });

const TARGETS: { readonly [K in FitTarget['kind']]: Read<FitTarget> } = {
  measure: object<Extract<FitTarget, { kind: 'measure' }>>({
    kind: oneOf(['measure']),
    measure: identifier,
    scenario: text({ max: 120 }),
  }),
  'fair-value': object<Extract<FitTarget, { kind: 'fair-value' }>>({
    kind: oneOf(['fair-value']),
    products: list(identifier, 100, 1),
  }),
  'book-yield': object<Extract<FitTarget, { kind: 'book-yield' }>>({
    kind: oneOf(['book-yield']),
    products: list(identifier, 100, 1),
  }),
  'hedge-value': object<Extract<FitTarget, { kind: 'hedge-value' }>>({
    kind: oneOf(['hedge-value']),
  }),
};

const KINDS = ['measure', 'fair-value', 'book-yield', 'hedge-value'] as const;

const target: Read<FitTarget> = (value, path, issues) => {
  const found = members(value, path, issues);
  if (found === undefined) return undefined;
  const kind = oneOf(KINDS)(found.kind, `${path}/kind`, issues);
  return kind === undefined ? undefined : TARGETS[kind](value, path, issues);
};

/** An amount is read where it is resolved; here it only has to be there. */
const later: Read<unknown> = (value) => value;

const terms = object<FormFit>({
  id: identifier,
  value: anyNumber,
  parameter: title,
  unit: text({ min: 1, max: 60 }),
  kind: oneOf(['calibrated to a disclosure', 'free parameter']),
  target,
  wanted: later,
  wantedUnit: text({ min: 1, max: 60 }),
  source: text({ min: 1, max: 1000 }),
  search: object<FormFit['search']>({ low: anyNumber, high: anyNumber }),
  whole: read.flag,
});

/** `whole` may be left out: most fitted numbers are not months. */
const fit: Read<FormFit> = (value, path, issues) => {
  const found = members(value, path, issues);
  if (found === undefined) return undefined;
  const each = terms({ whole: false, ...found }, path, issues);
  if (each === undefined) return undefined;
  const { low, high } = each.search;
  if (low < high && each.value >= low && each.value <= high) return each;
  const got = `${each.value} in ${low} to ${high}`;
  issues.push(issue('fit-search', `${path}/search`, 'low below high, the value inside', got));
  return undefined;
};

/**
 * The form's fits; every problem is an issue. Ids stand once, and at most two fits may be free
 * (METHOD section 2, rule FORM-5).
 */
export function parseFits(value: unknown, issues: Issue[]): FormFit[] {
  const fits = list(fit, MOST_FITS)(value, '/fits', issues) ?? [];
  uniqueIds(fits, '/fits', issues);
  const free = fits.filter(({ kind }) => kind === 'free parameter').length;
  if (free > MOST_FREE_PARAMETERS) {
    const expected = `at most ${MOST_FREE_PARAMETERS} free parameters`;
    issues.push(issue('free-parameters', '/fits', expected, String(free)));
  }
  return fits;
}
