import {
  type Figure,
  fail,
  type Issue,
  issue,
  parseStudy,
  type Result,
  type Study,
} from '@almfes/engine';
import { type AmountContext, amountOf, isRecord } from './amount.js';
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
};

interface Reading extends AmountContext {
  readonly curves: CurveTable;
}

/**
 * A Study from a case's form: the same keys as the Study's JSON, with amounts in terms of figures
 * (`amount.ts`), product terms written once under `products`, and the curve named by its date.
 * All issues are collected; nothing is defaulted but the terms of `AMOUNT_DEFAULTS` and texts
 * that are empty by nature.
 */
export function buildStudy(
  form: Record<string, unknown>,
  figures: Readonly<Record<string, Figure>>,
  curves: CurveTable,
): Result<Study> {
  const issues: Issue[] = [];
  const decisionDate = String(form['decisionDate']);
  const fits = new Map(fitsOf(form).map((fit) => [fit.id, fit.value]));
  const reading: Reading = { figures, fits, decisionDate, issues, cited: new Set(), curves };
  const raw = {
    schema: 'almfes/study/1',
    title: form['title'],
    institution: form['institution'],
    valuationDate: form['valuationDate'],
    decisionDate: form['decisionDate'],
    currency: 'USD',
    positions: positionsOf(form, reading),
    market: marketOf(form['market'], reading),
    behaviour: resolved(form['behaviour'], '/behaviour', reading),
    hedges: resolved(form['hedges'], '/hedges', reading),
    capital: resolved(form['capital'], '/capital', reading),
    liquidity: resolved(form['liquidity'], '/liquidity', reading),
    scenarios: form['scenarios'],
    figures,
  };
  return issues.length > 0 ? fail(...issues) : parseStudy(raw);
}

/** The form's fitted numbers; entries that are no such numbers are refused where they are used. */
export function fitsOf(form: Record<string, unknown>): { id: string; value: number }[] {
  const { fits } = form;
  if (!Array.isArray(fits)) return [];
  return fits.flatMap((fit: unknown) =>
    isRecord(fit) && typeof fit['id'] === 'string' && typeof fit['value'] === 'number'
      ? [{ id: fit['id'], value: fit['value'] }]
      : [],
  );
}

function positionsOf(form: Record<string, unknown>, reading: Reading): unknown[] {
  const { products, positions } = form;
  if (!isRecord(products) || !Array.isArray(positions)) {
    reading.issues.push(issue('form', '/positions', 'products and positions', 'other'));
    return [];
  }
  return positions.map((row: unknown, index) => {
    const path = `/positions/${index}`;
    if (!isRecord(row)) return row;
    const terms = products[String(row['product'])];
    if (!isRecord(terms)) {
      reading.issues.push(
        issue('product', `${path}/product`, 'a key of /products', String(row['product'])),
      );
      return row;
    }
    return positionOf({ ...terms, ...row }, path, reading);
  });
}

function positionOf(terms: Record<string, unknown>, path: string, reading: Reading): unknown {
  const { notional, carrying, ...rest } = terms;
  const number = (value: unknown, key: string) => amountOf(value, `${path}/${key}`, reading);
  const amounts: Record<string, number> = {};
  for (const [key, missing] of Object.entries(AMOUNT_DEFAULTS)) {
    amounts[key] = rest[key] === undefined ? missing : number(rest[key], key);
  }
  const carryingUsdMillion = number(carrying, 'carrying');
  return {
    behaviour: '',
    floats: false,
    ...rest,
    ...amounts,
    carryingUsdMillion,
    couponRate:
      rest['couponRate'] === undefined ? amounts['rate'] : number(rest['couponRate'], 'couponRate'),
    notionalUsdMillion: notional === undefined ? carryingUsdMillion : number(notional, 'notional'),
    reinvestSpread:
      rest['reinvestSpread'] === undefined
        ? amounts['discountSpread']
        : number(rest['reinvestSpread'], 'reinvestSpread'),
  };
}

function marketOf(market: unknown, reading: Reading): unknown {
  if (!isRecord(market)) return market;
  const date = String(market['curveDate']);
  const quotes = reading.curves.get(date);
  if (quotes === undefined) {
    const known = [...reading.curves.keys()].join(', ');
    reading.issues.push(issue('curve', '/market/curveDate', `one of ${known}`, date));
    return market;
  }
  return {
    curveDate: date,
    curveSource: market['curveSource'],
    parQuotes: quotes,
    mortgageRate: resolved(market['mortgageRate'], '/market/mortgageRate', reading),
    swapSpread: resolved(market['swapSpread'], '/market/swapSpread', reading),
  };
}

/** Where amounts may stand outside positions: keys that end in a unit, and `value`. */
const AMOUNT_KEY = /(UsdMillion|Rate|Spread|bidOffer|outflowShare|Month|^value)$/;

function resolved(value: unknown, path: string, reading: Reading): unknown {
  if (Array.isArray(value)) {
    return value.map((item, index) => resolved(item, `${path}/${index}`, reading));
  }
  if (!isRecord(value)) return value;
  const isParameter = (inner: unknown) => isRecord(inner) && 'basis' in inner;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const at = `${path}/${key}`;
      if (AMOUNT_KEY.test(key) && !isParameter(inner)) return [key, amountOf(inner, at, reading)];
      return [key, resolved(inner, at, reading)];
    }),
  );
}
