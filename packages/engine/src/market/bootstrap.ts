import { exp, fail, type Issue, issue, itemAt, log, ok, type Result } from '../foundation/index.js';
import { brent } from '../numeric/index.js';
import { logDiscountAt, type ZeroCurve } from './curve.js';
import type { ParCurve, ParQuote } from './par-curve.js';

const COUPON_MONTHS = 6;
const MONTHS_PER_YEAR = 12;
const LOWEST_FORWARD = -1;
const HIGHEST_FORWARD = 10;
const FORWARD_TOLERANCE = 1e-15;
const LOWEST_RATE = -0.5;
const HIGHEST_RATE = 1;

/**
 * The zero curve with one node per quoted tenor and constant forwards between, on which every
 * quote reprices to par (rules CURVE-1, CURVE-2), solved from the shortest tenor up.
 * Issues: `curve.too-few-quotes`, `curve.tenor`, `curve.order`, `curve.rate`, and
 * `curve.no-discount` when no positive discount factor reprices a quote.
 */
export function bootstrapParCurve(curve: ParCurve): Result<ZeroCurve> {
  const issues = quoteIssues(curve);
  if (issues.length > 0) return fail(...issues);
  const nodes: number[] = [];
  const logs: number[] = [];
  for (const [index, quote] of curve.quotes.entries()) {
    const known = zeroCurve(nodes, logs);
    const solved = quote.tenorMonths <= COUPON_MONTHS ? simpleLog(quote) : parBondLog(known, quote);
    if (solved === undefined) return fail(noDiscountIssue(curve, index, quote));
    nodes.push(quote.tenorMonths);
    logs.push(solved);
  }
  return ok(zeroCurve(nodes, logs));
}

function zeroCurve(nodes: readonly number[], logs: readonly number[]): ZeroCurve {
  return { nodesMonths: Float64Array.from(nodes), logDiscount: Float64Array.from(logs) };
}

/** ln of 1 / (1 + y t); the domain check on rates keeps 1 + y t above 0. */
function simpleLog(quote: ParQuote): number {
  return -log(1 + (quote.rate * quote.tenorMonths) / MONTHS_PER_YEAR);
}

/** Solves for the forward rate after the last known node at which the bond is worth par. */
function parBondLog(known: ZeroCurve, quote: ParQuote): number | undefined {
  const count = known.nodesMonths.length;
  const startMonths = count === 0 ? 0 : itemAt(known.nodesMonths, count - 1);
  const startLog = count === 0 ? 0 : itemAt(known.logDiscount, count - 1);
  const logAt = (forward: number, months: number): number =>
    months <= startMonths
      ? logDiscountAt(known, months)
      : startLog - (forward * (months - startMonths)) / MONTHS_PER_YEAR;
  const priceLessPar = (forward: number): number => {
    let annuity = 0;
    for (let months = COUPON_MONTHS; months <= quote.tenorMonths; months += COUPON_MONTHS) {
      annuity += exp(logAt(forward, months));
    }
    const coupon = (quote.rate * COUPON_MONTHS) / MONTHS_PER_YEAR;
    return coupon * annuity + exp(logAt(forward, quote.tenorMonths)) - 1;
  };
  const forward = brent(priceLessPar, LOWEST_FORWARD, HIGHEST_FORWARD, FORWARD_TOLERANCE);
  return forward.ok ? logAt(forward.value, quote.tenorMonths) : undefined;
}

function noDiscountIssue(curve: ParCurve, index: number, quote: ParQuote): Issue {
  const expected = 'a par yield that some positive discount factor reprices';
  const got = `${quote.rate} at ${quote.tenorMonths} months`;
  return issue('curve.no-discount', `${curve.id}.quotes[${index}]`, expected, got);
}

function quoteIssues(curve: ParCurve): Issue[] {
  const issues = curve.quotes.flatMap((quote, index) => issuesOfQuote(curve, index, quote));
  if (curve.quotes.length < 2) {
    const got = String(curve.quotes.length);
    issues.push(issue('curve.too-few-quotes', `${curve.id}.quotes`, 'at least 2', got));
  }
  return issues;
}

function issuesOfQuote(curve: ParCurve, index: number, quote: ParQuote): Issue[] {
  const path = `${curve.id}.quotes[${index}]`;
  const { tenorMonths, rate } = quote;
  const issues: Issue[] = [];
  const isShort = tenorMonths > 0 && tenorMonths <= COUPON_MONTHS;
  if (!isShort && !(tenorMonths > 0 && tenorMonths % COUPON_MONTHS === 0)) {
    const expected = 'above 0 and, beyond 6 months, a multiple of 6';
    issues.push(issue('curve.tenor', `${path}.tenorMonths`, expected, String(tenorMonths)));
  }
  if (!(rate > LOWEST_RATE && rate < HIGHEST_RATE)) {
    const expected = `a decimal rate between ${LOWEST_RATE} and ${HIGHEST_RATE}`;
    issues.push(issue('curve.rate', `${path}.rate`, expected, String(rate)));
  }
  const before = index === 0 ? undefined : curve.quotes[index - 1];
  if (before !== undefined && !(tenorMonths > before.tenorMonths)) {
    const expected = `a tenor above ${before.tenorMonths}`;
    issues.push(issue('curve.order', `${path}.tenorMonths`, expected, String(tenorMonths)));
  }
  return issues;
}
