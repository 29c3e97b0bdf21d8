import {
  bookTotals,
  type FutureHedge,
  type Hedge,
  type HedgeLine,
  isDeferral,
  isFuture,
  isOption,
  type OptionHedge,
  type Swap,
} from '../balance-sheet/index.js';
import { type Issue, issue } from '../foundation/index.js';
import { type HedgeParts, hedgeLinesOf, hedgesOf } from './hedge-parts.js';
import type { Study } from './study.js';

/** Authority for the refusal, in the words a reader of the issue needs. */
export const INELIGIBLE_HTM =
  'held-to-maturity securities are not eligible for interest rate hedging under US GAAP ' +
  '(ASC 815-20-25); use an undesignated swap, or hedge the funding';

/** Issues of a hedge that a Change adds: its own, an id that is taken, an amount that is none. */
export function newHedgeIssues(study: HedgeParts, hedge: Hedge, path: string): Issue[] {
  const issues = hedgeIssues(hedge, path);
  if (hedgeLinesOf(study).some(({ id }) => id === hedge.id)) {
    issues.push(issue('duplicate-id', `${path}/id`, 'a new id', hedge.id));
  }
  if (Number.isFinite(hedge.notionalUsdMillion)) return issues;
  const got = String(hedge.notionalUsdMillion);
  return [issue('not-finite', `${path}/notionalUsdMillion`, 'a finite amount', got)];
}

/**
 * Issues of one hedge taken alone (CHANGE-4, INSTRUMENT-2): HTM is never a hedged item, a
 * designated hedge names the hedged book, an undesignated one names none, it starts before it
 * ends, and its periods are whole.
 */
export function hedgeIssues(hedge: HedgeLine, path: string): Issue[] {
  const issues = designationIssues(hedge, path);
  if (isDeferral(hedge)) {
    if (hedge.model !== 'undesignated') return issues;
    const expected = 'fair-value or cash-flow: else nothing is deferred';
    return [...issues, issue('designation', `${path}/model`, expected, hedge.model)];
  }
  if (hedge.startMonth >= hedge.maturityMonth) {
    const expected = `before maturity month ${hedge.maturityMonth}`;
    issues.push(issue('order', `${path}/startMonth`, expected, String(hedge.startMonth)));
  } else if (isOption(hedge)) issues.push(...optionIssues(hedge, path));
  else if (isFuture(hedge)) issues.push(...futureIssues(hedge, path));
  else issues.push(...amortisationIssues(hedge, path));
  return issues;
}

function designationIssues(hedge: HedgeLine, path: string): Issue[] {
  const issues: Issue[] = [];
  const group: string = hedge.hedgedGroup;
  const at = `${path}/hedgedGroup`;
  if (group === 'htm') {
    issues.push(issue('ineligible-hedged-item', at, 'another book', 'htm', INELIGIBLE_HTM));
  }
  const designated = hedge.model !== 'undesignated';
  if (designated && group === 'none') {
    issues.push(issue('designation', at, `the book of the ${hedge.model} hedge`, group));
  }
  if (!designated && group !== 'none') {
    issues.push(issue('designation', at, 'none for an undesignated hedge', group));
  }
  return issues;
}

/** Shares of what is left never rise, and steps stand in order. */
function amortisationIssues({ amortisation }: Swap, path: string): Issue[] {
  if (amortisation === undefined || amortisation.kind === 'linear') return [];
  let before = { fromMonth: -1, remainingShare: 1 };
  return amortisation.steps.flatMap((step, index) => {
    const { fromMonth, remainingShare } = before;
    before = step;
    const at = `${path}/amortisation/steps/${index}`;
    if (step.fromMonth <= fromMonth) {
      return [issue('order', `${at}/fromMonth`, `after ${fromMonth}`, String(step.fromMonth))];
    }
    if (step.remainingShare <= remainingShare) return [];
    const expected = `at most ${remainingShare}`;
    return [issue('order', `${at}/remainingShare`, expected, String(step.remainingShare))];
  });
}

const PAYMENT_MONTHS = [1, 3, 6, 12];

function optionIssues(option: OptionHedge, path: string): Issue[] {
  const { kind, position, startMonth, maturityMonth, paymentMonths } = option;
  const wrong = (key: string, expected: string, got: unknown): Issue =>
    issue('option.terms', `${path}/${key}`, expected, String(got));
  const issues: Issue[] = [];
  if (!PAYMENT_MONTHS.includes(paymentMonths)) {
    issues.push(wrong('paymentMonths', '1, 3, 6 or 12', paymentMonths));
  } else if ((maturityMonth - startMonth) % paymentMonths !== 0) {
    const expected = `whole periods of ${paymentMonths} months after month ${startMonth}`;
    issues.push(wrong('maturityMonth', expected, maturityMonth));
  }
  const isSwaption = kind === 'payer-swaption' || kind === 'receiver-swaption';
  if (isSwaption && startMonth < 1) {
    issues.push(wrong('startMonth', 'an exercise from 1', startMonth));
  }
  const floor = expectedFloor(option);
  if (floor !== null) issues.push(wrong('floorRate', floor, option.floorRate ?? 'nothing'));
  if (position === 'sold' && kind !== 'collar' && option.model !== 'undesignated') {
    const expected = 'undesignated: a written option offsets no risk (ASC 815-20-25)';
    issues.push(issue('designation', `${path}/model`, expected, option.model));
  }
  return issues;
}

/** What the floor of an option should have been; null where it fits (INSTRUMENT-2). */
function expectedFloor({ kind, strikeRate, floorRate }: OptionHedge): string | null {
  if (kind !== 'collar') return floorRate === undefined ? null : `nothing for a ${kind}`;
  if (floorRate === undefined) return 'the strike of the floor';
  return floorRate > strikeRate ? `at most the cap's ${strikeRate}` : null;
}

const QUARTER_MONTHS = 3;
const COUPON_MONTHS = 6;

function futureIssues(future: FutureHedge, path: string): Issue[] {
  const { contract, startMonth, maturityMonth, couponRate } = future;
  const issues: Issue[] = [];
  const months = maturityMonth - startMonth;
  if (contract === 'sofr' && months % QUARTER_MONTHS !== 0) {
    const expected = `whole quarters after month ${startMonth}`;
    issues.push(issue('future.terms', `${path}/maturityMonth`, expected, String(maturityMonth)));
  }
  if (contract === 'treasury' && months < COUPON_MONTHS) {
    const expected = `a note of at least ${COUPON_MONTHS} months at delivery`;
    issues.push(issue('future.terms', `${path}/maturityMonth`, expected, String(maturityMonth)));
  }
  if ((contract === 'sofr') !== (couponRate === undefined)) {
    const expected =
      contract === 'sofr' ? 'nothing for a SOFR contract' : `that of the ${contract}`;
    issues.push(issue('future.terms', `${path}/couponRate`, expected, String(couponRate)));
  }
  return issues;
}

/**
 * Fair value hedges of a book may not exceed its carrying amount (CHANGE-5): a layer larger than
 * the closed portfolio cannot be designated (ASC 815-20-25, portfolio layer method).
 */
export function overHedgeIssues(study: Pick<Study, 'book'> & HedgeParts, path: string): Issue[] {
  const fairValue = hedgesOf(study).filter((hedge) => hedge.model === 'fair-value');
  const totals = bookTotals(study.book).byGroup;
  const issues: Issue[] = [];
  for (const group of ['afs', 'loans', 'deposits', 'borrowings'] as const) {
    const hedged = fairValue
      .filter((hedge) => hedge.hedgedGroup === group)
      .reduce((sum, hedge) => sum + Math.abs(hedge.notionalUsdMillion), 0);
    const { assetsUsdMillion, liabilitiesUsdMillion } = totals[group];
    const carrying = assetsUsdMillion + liabilitiesUsdMillion;
    if (hedged <= carrying * (1 + 1e-12)) continue;
    const expected = `fair value hedges of ${group} up to its carrying amount ${carrying}`;
    issues.push(issue('over-hedged', path, expected, String(hedged)));
  }
  return issues;
}
