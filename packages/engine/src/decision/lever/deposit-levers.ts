import { fail, issue, ok, type Result } from '../../foundation/index.js';
import { type Change, type Position, positionsFromBook, type Study } from '../../study/index.js';
import type { Lever } from '../problem.js';
import { rateCapOf } from './deposit-rules.js';
import { type LeverInput, moneyLever, REASON } from './lever-terms.js';

/** What a price step does to one segment. */
export interface PriceStep {
  readonly rate: number;
  readonly balanceUsdMillion: number;
  readonly rateChange: number;
  readonly balanceChangeUsdMillion: number;
}

/**
 * Marginal cost of deposits won by price (PLAN-12): change in (rate x balance) / change in
 * balance, so that the repriced existing balances are in it. Decimal a year; infinite where no
 * balance is won.
 */
export function marginalDepositCost(step: PriceStep): number {
  const { rate, balanceUsdMillion, rateChange, balanceChangeUsdMillion } = step;
  if (balanceChangeUsdMillion === 0) return Number.POSITIVE_INFINITY;
  const after = (rate + rateChange) * (balanceUsdMillion + balanceChangeUsdMillion);
  return (after - rate * balanceUsdMillion) / balanceChangeUsdMillion;
}

/**
 * Pays steps of `rateChange` more on a whole row; it lives longer, and balances are won into cash,
 * which then behave as the row did (PLAN-12). Steps end at the rate cap. Issue: `plan.lever`.
 */
export function depositPriceLever(input: LeverInput<'deposit-price'>): Result<Lever> {
  const { template, terms } = input;
  const { id, title, rateChange, balanceChangeUsdMillion } = template;
  const found = depositRow(input.study, id, template.positionId);
  if (!found.ok) return found;
  const row = found.value;
  const cap = rateCapOf(terms.deposits, row.principal === 'decay' ? null : row.maturityMonth);
  const toCap = rateChange > 0 ? Math.max(0, (cap - row.rate) / rateChange) : cap;
  const won = balanceChangeUsdMillion;
  const marginal = marginalDepositCost({
    ...{ rate: row.rate, balanceUsdMillion: row.carryingUsdMillion },
    ...{ rateChange, balanceChangeUsdMillion },
  });
  const life = `gains ${template.lifeChangeYears} years of average life a step (judgement)`;
  const capWords = toCap < template.mostSteps ? `; rate cap ${(100 * cap).toFixed(2)}%` : '';
  return ok({
    id,
    title,
    makeChanges: (size) => priceChanges(template, row, size),
    low: 0,
    high: Math.min(template.mostSteps, toCap),
    unitSize: 1,
    unit: `steps of ${(10_000 * rateChange).toFixed(0)} bp`,
    addedCostUsdMillion: 0,
    costNote:
      (won === 0 ? life : `${life}; the first step's balances cost ${percent(marginal)}`) +
      capWords,
  });
}

const percent = (value: number): string => `${(100 * value).toFixed(2)}%`;

function priceChanges(
  template: LeverInput<'deposit-price'>['template'],
  row: Position,
  size: number,
): readonly Change[] {
  const { id, title, positionId, rateChange, lifeChangeYears, cashPositionId } = template;
  const repriced: Change = {
    ...REASON,
    ...{ kind: 'reprice-deposits', id, title, size, positionId, rateChange, lifeChangeYears },
  };
  if (template.balanceChangeUsdMillion === 0) return [repriced];
  const paid = size * rateChange;
  const position: Position = {
    ...row,
    id: `${id}-won`,
    notionalUsdMillion: template.balanceChangeUsdMillion,
    carryingUsdMillion: template.balanceChangeUsdMillion,
    rate: row.rate + paid,
    couponRate: row.couponRate + paid,
  };
  const won: Change = {
    ...REASON,
    ...{ kind: 'fund', id: `${id}-won`, title, size, position, useOfProceedsId: cashPositionId },
  };
  return [repriced, won];
}

/**
 * A better price for the balances that ask for it: they leave the row for one of their own with its
 * own model, and the rest of the row is not repriced (PLAN-12). Issue: `plan.lever`.
 */
export function exceptionPriceLever(input: LeverInput<'exception-price'>): Result<Lever> {
  const { template, terms } = input;
  const { id, title, positionId, rateChange, behaviour } = template;
  const found = depositRow(input.study, id, positionId);
  if (!found.ok) return found;
  const row = found.value;
  const rate = row.rate + rateChange;
  const cap = rateCapOf(terms.deposits, row.principal === 'decay' ? null : row.maturityMonth);
  const allowed = rate > cap ? 0 : row.carryingUsdMillion;
  const { unitUsdMillion } = terms;
  const position: Position = {
    ...{ ...row, id, behaviour, rate, couponRate: row.couponRate + rateChange },
    notionalUsdMillion: unitUsdMillion,
    carryingUsdMillion: unitUsdMillion,
  };
  const most = Math.min(template.mostUsdMillion, allowed);
  return ok({
    ...moneyLever({ ...template, mostUsdMillion: most }, unitUsdMillion),
    makeChanges: (size) => [
      { ...REASON, kind: 'fund', id, title, size, position, useOfProceedsId: positionId },
    ],
    costNote:
      rate > cap
        ? `closed: ${percent(rate)} is above the rate cap of ${percent(cap)}`
        : 'paid on these balances alone',
  });
}

function depositRow(study: Study, lever: string, positionId: string): Result<Position> {
  const row = positionsFromBook(study.book).find(({ id }) => id === positionId);
  if (row?.group === 'deposits') return ok(row);
  const got = row === undefined ? positionId : `${positionId} of ${row.group}`;
  return fail(issue('plan.lever', `${lever}/positionId`, 'a deposit row', got));
}
