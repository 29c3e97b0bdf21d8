import { fail, issue, ok, type Result } from '../../foundation/index.js';
import { fairSwapRate } from '../../hedge/index.js';
import { baseDiscount, type Position, positionsFromBook, type Study } from '../../study/index.js';
import type { Lever } from '../problem.js';
import { type LeverInput, moneyLever, REASON } from './lever-terms.js';

/** Sells of a book pro rata, up to what is neither gone nor pledged (CHANGE-8). */
export function sellLever({ study, template, terms }: LeverInput<'sell'>): Lever {
  const { id, title, group, cashPositionId } = template;
  const most = Math.min(template.mostUsdMillion, freeOf(study, group));
  const { unitUsdMillion } = terms;
  return {
    ...moneyLever({ ...template, mostUsdMillion: most }, unitUsdMillion),
    makeChanges: (size) => [
      {
        ...REASON,
        ...{ kind: 'sell', id, title, size, group, cashPositionId },
        carryingUsdMillion: unitUsdMillion,
      },
    ],
  };
}

function freeOf({ book, liquidity }: Study, group: string): number {
  const held = positionsFromBook(book)
    .filter((position) => position.group === group)
    .reduce((sum, { carryingUsdMillion }) => sum + carryingUsdMillion, 0);
  const pledged = liquidity.sources.reduce(
    (sum, source) =>
      source.kind === 'sale' && source.group === group ? sum + source.pledgedUsdMillion : sum,
    0,
  );
  return Math.max(0, held - pledged);
}

/** One row moved between AFS and HTM, whole or not at all (CHANGE-10). */
export function reclassifyLever({ template }: LeverInput<'reclassify'>): Lever {
  const { id, title, positionId, toGroup } = template;
  return {
    ...{ id, title, low: 0, high: 1, unitSize: 1, lotSize: 1, unit: 'of the row' },
    addedCostUsdMillion: 0,
    costNote: 'all of the row or nothing',
    makeChanges: (size) => [
      { ...REASON, kind: 'reclassify', id, title, size, positionId, toGroup },
    ],
  };
}

/** New bullets of one tenor at the fair rate + spread, worth what they cost (CHANGE-11). */
export function reinvestLever({ study, template, terms }: LeverInput<'reinvest'>): Lever {
  const { id, title, group, maturityMonths, spread, riskWeight, cashPositionId } = template;
  const rate = fairSwapRate(baseDiscount(study), 0, maturityMonths) + spread;
  const position: Position = {
    ...bullet(id, terms.unitUsdMillion, { maturityMonths, rate, spread }),
    side: 'asset',
    group,
    product: 'reinvestment',
    accountingClass: group === 'afs' ? 'available-for-sale' : 'held-to-maturity',
  };
  return {
    ...moneyLever(template, terms.unitUsdMillion),
    makeChanges: (size) => [
      { ...REASON, kind: 'buy', id, title, size, position, cashPositionId, riskWeight },
    ],
    costNote: 'earns its tenor instead of what cash earns',
  };
}

/** A fixed bullet struck on the day: its rate is the fair one + spread, at which it is valued. */
export function bullet(
  id: string,
  amountUsdMillion: number,
  terms: { readonly maturityMonths: number; readonly rate: number; readonly spread: number },
): Omit<Position, 'side' | 'group' | 'product' | 'accountingClass'> {
  const { maturityMonths, rate, spread } = terms;
  return {
    id,
    principal: 'even',
    behaviour: '',
    rateIndex: 'none',
    notionalUsdMillion: amountUsdMillion,
    carryingUsdMillion: amountUsdMillion,
    rate,
    couponRate: rate,
    premium: 0,
    floats: false,
    resetMonth: 0,
    firstPrincipalMonth: maturityMonths,
    maturityMonth: maturityMonths,
    noteRate: 0,
    discountSpread: spread,
    reinvestTenorMonths: maturityMonths,
    reinvestSpread: spread,
    ageMonths: 0,
  };
}

/**
 * More loans like a row, new and at par, at its rate + `rateChange` (CHANGE-11). NII counts their
 * interest and no credit loss; risk-weighted assets grow. Issue: `plan.lever`.
 */
export function growLever({ study, template, terms }: LeverInput<'grow'>): Result<Lever> {
  const { id, title, positionId, rateChange, riskWeight, cashPositionId } = template;
  const like = positionsFromBook(study.book).find((position) => position.id === positionId);
  if (like === undefined || like.group !== 'loans' || like.principal === 'line') {
    const got = like === undefined ? positionId : `${positionId}, ${like.principal} ${like.group}`;
    return fail(issue('plan.lever', `${id}/positionId`, 'a row of drawn loans', got));
  }
  const amount = terms.unitUsdMillion;
  const rate = like.rate + rateChange;
  const position: Position = {
    ...like,
    ...{ id, notionalUsdMillion: amount, carryingUsdMillion: amount, premium: 0, ageMonths: 0 },
    ...{ rate, couponRate: rate, noteRate: like.noteRate === 0 ? 0 : like.noteRate + rateChange },
  };
  return ok({
    ...moneyLever(template, amount),
    makeChanges: (size) => [
      { ...REASON, kind: 'buy', id, title, size, position, cashPositionId, riskWeight },
    ],
    costNote: 'NII before credit losses',
  });
}
