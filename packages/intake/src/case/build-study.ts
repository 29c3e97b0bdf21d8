import {
  BLOCK_KEYS,
  type Figure,
  fail,
  type Issue,
  issue,
  ok,
  parseStudy,
  type Result,
  read,
  type Study,
} from '@almfes/engine';
import type { Unknown } from '../call-report-study/index.js';
import { type AmountContext, amountOf, isRecord } from './amount.js';
import type { FormFit } from './fit-form.js';
import type { CurveTable } from './treasury-curve.js';

/** Terms of a position that hold amounts, with what they are when the form leaves them out. */
const AMOUNT_DEFAULTS: Readonly<Record<string, number>> = {
  rate: 0,
  premium: 0,
  resetMonth: 0,
  firstPrincipalMonth: 0,
  maturityMonth: 0,
  noteRate: 0,
  discountSpread: 0,
  reinvestTenorMonths: 0,
  ageMonths: 0,
};

const SCHEMA = 'almfes/case-study/1';
const KEYS = [
  'schema',
  'title',
  'institution',
  'valuationDate',
  'decisionDate',
  'market',
  'behaviour',
  'hedges',
  'capital',
  'liquidity',
  'scenarios',
  'fits',
  'products',
  'positions',
  ...BLOCK_KEYS,
];
const MARKET_KEYS = ['curveDate', 'curveSource', 'mortgageRate', 'swapSpread'];
const DEEPEST = 12;

/** What the form's amounts are resolved against. */
export interface FormSources {
  /** Fitted numbers by id, read by `parseFits`. */
  readonly fits: readonly FormFit[];
  readonly figures: Readonly<Record<string, Figure>>;
  readonly curves: CurveTable;
}

/** A Study and the ids of the figures it was made of, all and number by number (FORM-14). */
export interface BuiltStudy {
  readonly study: Study;
  readonly cited: ReadonlySet<string>;
  readonly citations: ReadonlyMap<string, readonly string[]>;
  /** What a Call Report does not tell of the bank; none in a Study that was built by hand. */
  readonly unknowns: readonly Unknown[];
}

interface Reading extends AmountContext {
  readonly curves: CurveTable;
  /** By JSON pointer of the number in the Study; a position is named by its id. */
  readonly citations: Map<string, readonly string[]>;
}

/**
 * A Study from a case's form: the same keys as the Study's JSON, with amounts in terms of figures
 * (`amount.ts`), product terms written once under `products`, and the curve named by its date
 * (rules FORM-2 to FORM-4). All issues are collected; nothing is defaulted but the terms of
 * `AMOUNT_DEFAULTS` and texts that are empty by nature.
 */
export function buildStudy(
  form: Readonly<Record<string, unknown>>,
  sources: FormSources,
): Result<BuiltStudy> {
  const issues: Issue[] = [];
  const reading: Reading = {
    ...sources,
    fits: new Map(sources.fits.map((fit) => [fit.id, fit.value])),
    decisionDate: String(form.decisionDate),
    roles: ['input'],
    issues,
    cited: new Set(),
    citations: new Map(),
  };
  read.refuseUnknownKeys(form, KEYS, '', issues);
  read.oneOf([SCHEMA])(form.schema, '/schema', issues);
  read.isoDate(form.decisionDate, '/decisionDate', issues);
  if (issues.length > 0) return fail(...issues);
  const raw = rawStudy(form, reading);
  if (issues.length > 0) return fail(...issues);
  const study = parseStudy(raw);
  const { cited, citations } = reading;
  return study.ok ? ok({ study: study.value, cited, citations, unknowns: [] }) : study;
}

/** The value of an amount that becomes the number at `place` in the Study, with what it cites. */
function citedAmount(value: unknown, path: string, place: string, reading: Reading): number {
  const cited = new Set<string>();
  const amount = amountOf(value, path, { ...reading, cited });
  for (const id of cited) reading.cited.add(id);
  if (cited.size > 0) reading.citations.set(place, [...cited]);
  return amount;
}

/** The Study's JSON, for its own door to check. */
function rawStudy(form: Readonly<Record<string, unknown>>, reading: Reading): unknown {
  return {
    schema: 'almfes/study/1',
    title: form.title,
    institution: form.institution,
    valuationDate: form.valuationDate,
    decisionDate: form.decisionDate,
    currency: 'USD',
    positions: positionsOf(form, reading),
    market: marketOf(form.market, reading),
    behaviour: resolved(form.behaviour, '/behaviour', reading),
    hedges: resolved(form.hedges, '/hedges', reading),
    capital: resolved(form.capital, '/capital', reading),
    liquidity: resolved(form.liquidity, '/liquidity', reading),
    scenarios: form.scenarios,
    figures: reading.figures,
    ...Object.fromEntries(
      BLOCK_KEYS.filter((key) => Object.hasOwn(form, key)).map((key) => [
        key,
        resolved(form[key], `/${key}`, reading),
      ]),
    ),
  };
}

function positionsOf(form: Readonly<Record<string, unknown>>, reading: Reading): unknown[] {
  const { issues } = reading;
  const products = read.members(form.products, '/products', issues);
  const { positions } = form;
  if (!Array.isArray(positions)) {
    issues.push(issue('type', '/positions', 'a list', read.describe(positions)));
    return [];
  }
  if (products === undefined) return [];
  return positions.map((row: unknown, index) => {
    const path = `/positions/${index}`;
    const found = read.members(row, path, issues);
    if (found === undefined) return row;
    const name = String(found.product);
    const terms = Object.hasOwn(products, name) ? products[name] : undefined;
    if (isRecord(terms)) return positionOf(terms, found, path, reading);
    issues.push(issue('product', `${path}/product`, 'a key of /products', name));
    return row;
  });
}

/** The row's own terms over those of its product; an issue points to where the term stands. */
function positionOf(
  product: Readonly<Record<string, unknown>>,
  row: Readonly<Record<string, unknown>>,
  path: string,
  reading: Reading,
): unknown {
  const { notional, carrying, ...rest }: Record<string, unknown> = { ...product, ...row };
  const home = read.pointer('/products', String(row.product));
  const number = (value: unknown, key: string, term = key) =>
    citedAmount(
      value,
      `${Object.hasOwn(product, key) && !Object.hasOwn(row, key) ? home : path}/${key}`,
      `/positions/${String(row.id)}/${term}`,
      reading,
    );
  const or = (key: string, missing: number) =>
    rest[key] === undefined ? missing : number(rest[key], key);
  const amounts: Record<string, number> = {};
  for (const [key, missing] of Object.entries(AMOUNT_DEFAULTS)) amounts[key] = or(key, missing);
  const carryingUsdMillion = number(carrying, 'carrying', 'carryingUsdMillion');
  if (notional === undefined) sameSource(String(row.id), reading);
  return {
    behaviour: '',
    floats: false,
    rateIndex: rest.floats === true ? 'treasury' : 'none',
    ...rest,
    ...amounts,
    carryingUsdMillion,
    couponRate: or('couponRate', amounts.rate ?? 0),
    notionalUsdMillion:
      notional === undefined
        ? carryingUsdMillion
        : number(notional, 'notional', 'notionalUsdMillion'),
    reinvestSpread: or('reinvestSpread', amounts.discountSpread ?? 0),
  };
}

/** An amortised cost that is the carrying amount rests on the same figures. */
function sameSource(id: string, { citations }: Reading): void {
  const carrying = citations.get(`/positions/${id}/carryingUsdMillion`);
  if (carrying !== undefined) citations.set(`/positions/${id}/notionalUsdMillion`, carrying);
}

function marketOf(value: unknown, reading: Reading): unknown {
  const market = read.members(value, '/market', reading.issues);
  if (market === undefined) return value;
  read.refuseUnknownKeys(market, MARKET_KEYS, '/market', reading.issues);
  const date = String(market.curveDate);
  const quotes = reading.curves.get(date);
  if (quotes === undefined) {
    const known = [...reading.curves.keys()].join(', ');
    reading.issues.push(issue('curve', '/market/curveDate', `one of ${known}`, date));
    return market;
  }
  return {
    curveDate: date,
    curveSource: market.curveSource,
    parQuotes: quotes,
    mortgageRate: resolved(market.mortgageRate, '/market/mortgageRate', reading),
    swapSpread: resolved(market.swapSpread, '/market/swapSpread', reading),
  };
}

/** Where amounts may stand outside positions: keys that end in a unit, and `value`. */
const AMOUNT_KEY = /(UsdMillion|Rate|Spread|bidOffer|outflowShare|Month|^value)$/;

function resolved(value: unknown, path: string, reading: Reading, depth = 0): unknown {
  if (depth > DEEPEST) {
    reading.issues.push(issue('form', path, `at most ${DEEPEST} deep`, 'deeper'));
    return null;
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => resolved(item, `${path}/${index}`, reading, depth + 1));
  }
  if (!isRecord(value)) return value;
  citeSources(value, reading);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const at = read.pointer(path, key);
      if (AMOUNT_KEY.test(key) && !isPart(inner)) return [key, citedAmount(inner, at, at, reading)];
      return [key, resolved(inner, at, reading, depth + 1)];
    }),
  );
}

/** A parameter, a list or nothing is looked into, or left to the Study's own door. */
function isPart(value: unknown): boolean {
  return value === null || Array.isArray(value) || (isRecord(value) && 'basis' in value);
}

/** What a parameter rests on is among the sources of the case as well. */
function citeSources(value: Record<string, unknown>, { figures, cited }: Reading): void {
  const { basis, source } = value;
  if (basis === undefined || !Array.isArray(source)) return;
  for (const id of source) {
    if (typeof id === 'string' && Object.hasOwn(figures, id)) cited.add(id);
  }
}
