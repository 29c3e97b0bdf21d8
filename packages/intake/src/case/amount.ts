import { type Figure, type Issue, issue, read } from '@almfes/engine';

/** What an amount is resolved against; `cited` collects the ids that were used. */
export interface AmountContext {
  readonly figures: Readonly<Record<string, Figure>>;
  readonly fits: ReadonlyMap<string, number>;
  readonly decisionDate: string;
  /** Roles a figure may have here: inputs in a Study, targets too in what a fit is solved to. */
  readonly roles: readonly Figure['role'][];
  readonly issues: Issue[];
  readonly cited: Set<string>;
}

const KEYS = ['add', 'subtract', 'times', 'over'];
const UNITS = ['USD million', 'percent', 'years'];
const DEEPEST = 8;

/**
 * The value of an amount; NaN after adding at least one issue to the context. An amount is a
 * number written in terms of public figures: a plain number, a figure id, a fitted number
 * `{fit: id}`, or a sum of amounts `{add, subtract?, times?, over?}`, which is
 * `(add - subtract) x times / over`. Figures in per cent are read as decimals. Nothing else: what
 * a Study holds can always be traced to the page it was read from, or to the fit that made it
 * (rules FORM-3 and FORM-4).
 */
export function amountOf(value: unknown, path: string, context: AmountContext, depth = 0): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'string') return figureValue(value, path, context);
  if (!isRecord(value) || depth > DEEPEST) {
    const expected = `a number, a figure id or a sum at most ${DEEPEST} deep`;
    return refuse(context, 'amount', path, expected, read.describe(value));
  }
  const isFit = Object.hasOwn(value, 'fit');
  const before = context.issues.length;
  read.refuseUnknownKeys(value, isFit ? ['fit'] : KEYS, path, context.issues);
  if (context.issues.length > before) return Number.NaN;
  if (isFit) return fittedValue(value.fit, `${path}/fit`, context);
  return combined(value, path, context, depth);
}

function combined(
  value: Record<string, unknown>,
  path: string,
  context: AmountContext,
  depth: number,
): number {
  const before = context.issues.length;
  const list = (key: string) => sumOf(value[key], `${path}/${key}`, context, depth);
  const factor = (key: string) =>
    value[key] === undefined ? 1 : amountOf(value[key], `${path}/${key}`, context, depth + 1);
  const sum = list('add') - (value.subtract === undefined ? 0 : list('subtract'));
  const times = factor('times');
  const over = factor('over');
  if (context.issues.length > before) return Number.NaN;
  if (over === 0) return refuse(context, 'division', `${path}/over`, 'not zero', '0');
  const result = (sum * times) / over;
  if (Number.isFinite(result)) return result;
  return refuse(context, 'not-finite', path, 'a finite number', String(result));
}

function sumOf(value: unknown, path: string, context: AmountContext, depth: number): number {
  if (!Array.isArray(value)) {
    return refuse(context, 'amount', path, 'a list of amounts', read.describe(value));
  }
  return value.reduce<number>(
    (sum, part, index) => sum + amountOf(part, `${path}/${index}`, context, depth + 1),
    0,
  );
}

function fittedValue(id: unknown, path: string, context: AmountContext): number {
  const value = typeof id === 'string' ? context.fits.get(id) : undefined;
  if (value !== undefined) return value;
  return refuse(context, 'unknown-fit', path, 'an id of /fits', read.describe(id));
}

/** A figure may carry a result only in an allowed role, read in a document, and not too late. */
function figureValue(id: string, path: string, context: AmountContext): number {
  const figure = Object.hasOwn(context.figures, id) ? context.figures[id] : undefined;
  if (figure === undefined) return refuse(context, 'unknown-figure', path, 'a figure id', id);
  const { value, unit, knownFrom, confidence, role } = figure;
  if (typeof value !== 'number') {
    return refuse(context, 'figure-value', path, 'a figure with a number', id);
  }
  if (!UNITS.includes(unit)) {
    return refuse(
      context,
      'figure-unit',
      path,
      `a figure in ${UNITS.join(', ')}`,
      `${id}, ${unit}`,
    );
  }
  if (knownFrom > context.decisionDate) {
    const expected = `known by ${context.decisionDate}`;
    return refuse(context, 'known-after-decision', path, expected, `${id}, ${knownFrom}`);
  }
  if (confidence === 'recalled' || !context.roles.includes(role)) {
    const expected = `a figure read in a document, role ${context.roles.join(' or ')}`;
    return refuse(context, 'figure-role', path, expected, `${id} is ${role}, ${confidence}`);
  }
  context.cited.add(id);
  return unit === 'percent' ? value / 100 : value;
}

function refuse(
  context: AmountContext,
  code: string,
  path: string,
  expected: string,
  got: string,
): number {
  context.issues.push(issue(code, path, expected, got));
  return Number.NaN;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
