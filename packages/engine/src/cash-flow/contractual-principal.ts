import { textAt } from '../balance-sheet/index.js';
import { itemAt } from '../foundation/index.js';
import { type FixedParts, HORIZON_MONTHS, type Program } from './program.js';
import { rowPrincipal } from './row-principal.js';

/**
 * Principal of months 1..360 on one unit of notional by the terms alone (rule LADDER-2): scheduled
 * payments, nothing prepaid or redeemed early. Nothing for a row without maturity, whose principal
 * is due on demand, nor for an undrawn line.
 */
export function contractualPrincipals(program: Program): (row: number) => Float64Array {
  const scheduled = {
    ...program,
    prepaymentOf: program.prepaymentOf.map(() => null),
    redemptionOf: program.redemptionOf.map(() => null),
  };
  return (row) => {
    const kind = textAt(program.book.principal, row);
    if (kind !== 'even' && kind !== 'level') return NOTHING;
    const variant = itemAt(program.fixed, row);
    const principal = ofVariant.get(variant) ?? rowPrincipal(scheduled, null, row);
    ofVariant.set(variant, principal);
    return principal;
  };
}

const NOTHING = new Float64Array(HORIZON_MONTHS);

/** Terms say it all: kept with the variant, for whatever Book the row stands in (EVAL-10). */
const ofVariant = new WeakMap<FixedParts, Float64Array>();
