import { type Figure, type Issue, issue } from '@almfes/engine';

/**
 * A number written in terms of public figures: a plain number, a figure id, a fitted number by
 * its id, or a sum `(add - subtract) x times / over`. Figures in per cent are read as decimals.
 * Nothing else: what a Study holds can always be traced to the page it was read from, or to the
 * fit that made it.
 */
export type Amount =
  | number
  | string
  | { readonly fit: string }
  | {
      readonly add: readonly Amount[];
      readonly subtract?: readonly Amount[];
      readonly times?: Amount;
      readonly over?: Amount;
    };

/** What an amount is resolved against; `cited` collects the ids that were used. */
export interface AmountContext {
  readonly figures: Readonly<Record<string, Figure>>;
  readonly fits: ReadonlyMap<string, number>;
  readonly decisionDate: string;
  readonly issues: Issue[];
  readonly cited: Set<string>;
}

const KEYS = ['add', 'subtract', 'times', 'over'];
const DEEPEST = 8;

/** The value of an amount; NaN after adding at least one issue to the context. */
export function amountOf(value: unknown, path: string, context: AmountContext, depth = 0): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'string') return figureValue(value, path, context);
  if (!isRecord(value) || depth > DEEPEST) {
    return refuse(context, 'amount', path, 'a number, a figure id or a sum', describe(value));
  }
  if (typeof value['fit'] === 'string') return fittedValue(value['fit'], path, context);
  const unknown = Object.keys(value).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) {
    return refuse(context, 'unknown-key', `${path}/${unknown}`, KEYS.join(', '), unknown);
  }
  const list = (key: string) => sumOf(value[key], `${path}/${key}`, context, depth);
  const factor = (key: string) =>
    value[key] === undefined ? 1 : amountOf(value[key], `${path}/${key}`, context, depth + 1);
  const over = factor('over');
  if (over === 0) return refuse(context, 'division', `${path}/over`, 'not zero', '0');
  return ((list('add') - list('subtract')) * factor('times')) / over;
}

function sumOf(value: unknown, path: string, context: AmountContext, depth: number): number {
  if (value === undefined) return 0;
  if (!Array.isArray(value)) {
    return refuse(context, 'amount', path, 'a list of amounts', describe(value));
  }
  return value.reduce<number>(
    (sum, part, index) => sum + amountOf(part, `${path}/${index}`, context, depth + 1),
    0,
  );
}

function fittedValue(id: string, path: string, context: AmountContext): number {
  const value = context.fits.get(id);
  if (value === undefined) return refuse(context, 'unknown-fit', path, 'an id of /fits', id);
  return value;
}

/** A figure may carry a result only as input, known by the decision date, and not from memory. */
function figureValue(id: string, path: string, context: AmountContext): number {
  const figure = Object.hasOwn(context.figures, id) ? context.figures[id] : undefined;
  if (figure === undefined) return refuse(context, 'unknown-figure', path, 'a figure id', id);
  if (typeof figure.value !== 'number') {
    return refuse(context, 'figure-value', path, 'a figure with a number', id);
  }
  if (figure.knownFrom > context.decisionDate) {
    const expected = `known by ${context.decisionDate}`;
    return refuse(context, 'known-after-decision', path, expected, `${id}, ${figure.knownFrom}`);
  }
  if (figure.confidence === 'recalled' || figure.role === 'evidence' || figure.role === 'outcome') {
    const got = `${id} is ${figure.role}, ${figure.confidence}`;
    return refuse(context, 'figure-role', path, 'an input read in a document', got);
  }
  context.cited.add(id);
  return figure.unit === 'percent' ? figure.value / 100 : figure.value;
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

function describe(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value;
}
