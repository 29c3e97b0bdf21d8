import {
  type DatedCurve,
  dayFromIso,
  discountAtTime,
  fail,
  fittedZeroCurve,
  type HedgeProgramme,
  type Issue,
  isoFromDay,
  issue,
  type MonthCurve,
  monthName,
  type PublishedNumber,
  parRate,
  type Result,
  read,
  type StructuralHedge,
  type ThreeValues,
  zeroRateRows,
} from '@almfes/engine';
import { parseFiguresFile } from './parse-case.js';
import {
  type LengthForm,
  type ProgrammeForm,
  type PublishedForm,
  readStructuralHedgeForm,
  type StructuralHedgeForm,
} from './structural-hedge-form.js';
import { type FigureContext, usableFigure } from './usable-figure.js';

const FILE = 'structural-hedge.json';
const CURVE_FILE = 'boe-gilt-month-end.csv';

/** What a structural hedge of a case folder is read from. */
export interface StructuralHedgeFiles {
  readonly slug: string;
  readonly decisionDate: string;
  readonly figures: unknown;
  readonly hedge: unknown;
  /** Text of a boe-gilt-month-end.csv. */
  readonly curves: string;
}

/**
 * The structural hedge of a case, ready to be evaluated, or every issue with file and place (rules
 * STRUCT-6, STRUCT-12). Each number of a bank is a figure of the case; never throws.
 */
export function parseStructuralHedge(files: StructuralHedgeFiles): Result<StructuralHedge> {
  const figures = parseFiguresFile(files.figures);
  if (!figures.ok) return figures;
  const curves = monthCurves(files.curves, files.decisionDate);
  if (!curves.ok) return fail(...inFile(CURVE_FILE, curves.issues));
  const issues: Issue[] = [];
  const form = readStructuralHedgeForm(files.hedge, '', issues);
  if (form === undefined) return fail(...inFile(FILE, issues));
  const { decisionDate } = files;
  const context = { figures: figures.value, decisionDate, issues, cited: new Set<string>() };
  const hedge = hedgeOf(form, context, { slug: files.slug, curves: curves.value });
  return issues.length > 0 || hedge === undefined
    ? fail(...inFile(FILE, issues))
    : read.resultOf(hedge, []);
}

function inFile(file: string, issues: readonly Issue[]): Issue[] {
  return issues.map((each) => ({ ...each, path: `${file}#${each.path}` }));
}

interface Around {
  readonly slug: string;
  readonly curves: readonly MonthCurve[];
}

function hedgeOf(
  form: StructuralHedgeForm,
  context: FigureContext,
  { slug, curves }: Around,
): StructuralHedge | undefined {
  const { currency, month, growth, spread, shortRate } = form;
  const money = { [`${currency} million`]: 1, [`${currency} billion`]: 1000 };
  const programmes = form.programmes.map((each, at) =>
    programmeOf(each, `/programmes/${at}`, { context, money, month }),
  );
  const spreads = spread.swaps.map((swap, at) =>
    spreadOf(swap, {
      path: `/spread/swaps/${at}`,
      tenorMonths: spread.tenorMonths,
      curves,
      context,
    }),
  );
  const shortPath = '/shortRate/figure';
  const short = usableFigure({ id: shortRate.figure, path: shortPath, factors: RATES }, context);
  const used = new Set(context.cited);
  const published = form.published.map((each, at) =>
    publishedOf(each, `/published/${at}`, { context, money, month }),
  );
  refuseTwice(form, context.issues);
  refuseCircular(form, used, context.issues);
  const isWhole = [...programmes, ...spreads, ...published].every((each) => each !== undefined);
  if (!isWhole || short === undefined || context.issues.length > 0) return undefined;
  return {
    ...{ slug, currency, month, curves, decisionDate: context.decisionDate, shortRate: short },
    programmes: programmes.filter((each) => each !== undefined),
    placed: growth.placed,
    spread: spreadRange(spreads.filter((each) => each !== undefined)),
    published: published.filter((each) => each !== undefined),
    reasons: reasonsOf(form),
    sources: sourcesOf(context),
  };
}

const RATES = { '%': 0.01, percent: 0.01 };
const PER_CENT = { '%': 1, percent: 1 };

interface Reading {
  readonly context: FigureContext;
  readonly money: Readonly<Record<string, number>>;
  /** The month of the hedge: nothing later is told of it. */
  readonly month: number;
}

function programmeOf(
  form: ProgrammeForm,
  path: string,
  { context, money, month }: Reading,
): HedgeProgramme | undefined {
  const { issues } = context;
  const points = form.notional.flatMap(({ month: at, figure, share }, index) => {
    const place = `${path}/notional/${index}`;
    const before = form.notional[index - 1]?.month ?? Number.NEGATIVE_INFINITY;
    if (!(at > before) || at > month) {
      const expected = `months in order, none after ${monthName(month)}`;
      issues.push(issue('month-order', `${place}/month`, expected, monthName(at)));
    }
    const wanted = { id: figure, path: `${place}/figure`, factors: money };
    const amount = usableFigure(wanted, context);
    const part =
      share === undefined
        ? 1
        : usableFigure({ id: share, path: `${place}/share`, factors: RATES }, context);
    if (amount === undefined || part === undefined) return [];
    if (!(amount * part > 0)) {
      issues.push(issue('notional', place, 'an amount above 0', String(amount * part)));
    }
    return [{ month: at, amount: amount * part }];
  });
  const lengthMonths = lengthOf(form.length, `${path}/length`, context);
  const stoppedMonths = form.stopped?.months ?? null;
  if (lengthMonths === undefined || points.length < form.notional.length) return undefined;
  if (stoppedMonths !== null) {
    const most = Math.max(stoppedMonths.low, stoppedMonths.central, stoppedMonths.high);
    const least = Math.min(lengthMonths.low, lengthMonths.central, lengthMonths.high);
    const at = `${path}/stopped/months`;
    if (most >= least) issues.push(issue('stopped', at, `below ${least} months`, String(most)));
    if (points.length > 1) {
      issues.push(issue('stopped', at, 'one published notional', String(points.length)));
    }
  }
  return { id: form.id, title: form.title, points, lengthMonths, stoppedMonths };
}

/** An even ladder of n months has an average life of (n + 1) / 24 years (STRUCT-2). */
function lengthOf(
  { months, averageLife, withinYears }: LengthForm,
  path: string,
  context: FigureContext,
): ThreeValues | undefined {
  if (months !== undefined && averageLife === undefined && withinYears === undefined) return months;
  if (months !== undefined || averageLife === undefined || withinYears === undefined) {
    const expected = 'months, or averageLife and withinYears';
    context.issues.push(issue('length', path, expected, 'another set of terms'));
    return undefined;
  }
  const wanted = { id: averageLife, path: `${path}/averageLife`, factors: { years: 1 } };
  const years = usableFigure(wanted, context);
  if (years === undefined) return undefined;
  const monthsOf = (life: number): number => Math.round(24 * life - 1);
  const low = monthsOf(years - withinYears);
  const high = monthsOf(years + withinYears);
  if (low >= 1 && high <= 360) return { low, central: monthsOf(years), high };
  context.issues.push(issue('length', path, '1 to 360 months', `${low} to ${high}`));
  return undefined;
}

interface SpreadReading {
  readonly path: string;
  readonly tenorMonths: number;
  readonly curves: readonly MonthCurve[];
  readonly context: FigureContext;
}

/** A published swap rate less the semi-annual par rate of the curve of that month end. */
function spreadOf(
  { month, figure }: StructuralHedgeForm['spread']['swaps'][number],
  { path, tenorMonths, curves, context }: SpreadReading,
): number | undefined {
  const rate = usableFigure({ id: figure, path: `${path}/figure`, factors: RATES }, context);
  const found = curves.find((each) => each.month === month);
  if (found === undefined) {
    const expected = `a month of ${CURVE_FILE} known by ${context.decisionDate}`;
    context.issues.push(issue('curve-month', `${path}/month`, expected, monthName(month)));
  }
  if (rate === undefined || found === undefined) return undefined;
  return rate - parRate(monthlyFactors(found.curve, tenorMonths), 0, tenorMonths);
}

function monthlyFactors(curve: DatedCurve, months: number): Float64Array {
  return Float64Array.from({ length: months + 1 }, (_, at) => discountAtTime(curve, at / 12));
}

/** None, the mean and the largest of what was observed. */
function spreadRange(spreads: readonly number[]): ThreeValues {
  const central = spreads.reduce((sum, each) => sum + each, 0) / spreads.length;
  return { low: Math.min(0, ...spreads), central, high: Math.max(0, ...spreads) };
}

function publishedOf(
  form: PublishedForm,
  path: string,
  { context, money, month }: Reading,
): PublishedNumber | undefined {
  const { measure, period, from, to, figure } = form;
  const isOfDay = measure === 'structural.marketRate';
  const isMoney = measure === 'structural.contribution' || measure === 'structural.averageNotional';
  const fits = isOfDay
    ? from === month && to === month && period === ''
    : from <= to && to <= month;
  if (!fits) {
    const expected = isOfDay
      ? `the month of the hedge, ${monthName(month)}, and no period`
      : `a span of months that ends by ${monthName(month)}`;
    const got = `${monthName(from)} to ${monthName(to)}`;
    context.issues.push(issue('period', path, expected, got));
  }
  if (!isOfDay && !/^[A-Za-z0-9]{1,20}$/.test(period)) {
    const expected = 'letters and digits, such as 2021Q1';
    context.issues.push(issue('period', `${path}/period`, expected, read.describe(period)));
  }
  const factors = isMoney ? money : PER_CENT;
  const value = usableFigure({ id: figure, path: `${path}/figure`, factors }, context);
  return value === undefined ? undefined : { measure, period, from, to, figure, value };
}

/** A programme and a published number stand once. */
function refuseTwice({ programmes, published }: StructuralHedgeForm, issues: Issue[]): void {
  const once = (list: string, keys: readonly string[]): void => {
    for (const [at, key] of keys.entries()) {
      if (keys.indexOf(key) === at) continue;
      issues.push(issue('duplicate-id', `/${list}/${at}`, 'each once', key));
    }
  };
  once(
    'programmes',
    programmes.map(({ id }) => id),
  );
  once(
    'published',
    published.map(({ measure, period }) => `${measure} ${period}`),
  );
}

/** What a ladder is held against feeds nothing of it (STRUCT-13). */
function refuseCircular(
  { published }: StructuralHedgeForm,
  used: ReadonlySet<string>,
  issues: Issue[],
): void {
  for (const [at, { figure }] of published.entries()) {
    if (!used.has(figure)) continue;
    const expected = 'a figure that the ladder is not made from';
    issues.push(issue('circular', `/published/${at}/figure`, expected, figure));
  }
}

function reasonsOf(form: StructuralHedgeForm): Readonly<Record<string, string>> {
  const own = form.programmes.flatMap(({ id, length, stopped }) => [
    [`length ${id}`, length.reason] as const,
    ...(stopped === undefined ? [] : [[`stopped ${id}`, stopped.reason] as const]),
  ]);
  return Object.fromEntries([
    ...own,
    ['growth', form.growth.reason],
    ['spread', form.spread.reason],
    ['shortRate', form.shortRate.reason],
  ]);
}

function sourcesOf({ figures, cited }: FigureContext): string[] {
  const documents = Object.entries(figures)
    .filter(([id]) => cited.has(id))
    .map(([, { document }]) => document);
  return [...new Set(documents)].sort();
}

/**
 * The curves of the month ends that were public on the decision date: those of a day before it,
 * for a curve is published by noon of the next business day.
 */
function monthCurves(text: string, decisionDate: string): Result<readonly MonthCurve[]> {
  const rows = zeroRateRows(text);
  const decision = dayFromIso(decisionDate, '');
  if (!rows.ok) return rows;
  if (!decision.ok) return decision;
  const issues: Issue[] = [];
  const found: MonthCurve[] = [];
  for (const row of rows.value) {
    const curve = row.ok ? fittedZeroCurve(row.value, 'linear-zero') : row;
    if (!curve.ok) issues.push(...curve.issues);
    else if (curve.value.referenceDay < decision.value) {
      found.push({ month: monthOfDay(curve.value.referenceDay), curve: curve.value });
    }
  }
  return read.resultOf(found, issues);
}

function monthOfDay(day: number): number {
  const [year = 0, month = 0] = isoFromDay(day).split('-').map(Number);
  return 12 * year + month - 1;
}
