import { textAt } from '../balance-sheet/index.js';
import { HORIZON_MONTHS, type Program } from './program.js';
import { rowPrincipal } from './row-principal.js';

/**
 * Principal of months 1..360 on one unit of notional by the terms alone (rule LADDER-2): scheduled
 * payments without prepayment. Nothing for a row without maturity: its principal is due on demand.
 */
export function contractualPrincipals(program: Program): (row: number) => Float64Array {
  const withoutPrepayment = { ...program, prepaymentOf: program.prepaymentOf.map(() => null) };
  return (row) =>
    textAt(program.book.principal, row) === 'decay'
      ? new Float64Array(HORIZON_MONTHS)
      : rowPrincipal(withoutPrepayment, null, row);
}
