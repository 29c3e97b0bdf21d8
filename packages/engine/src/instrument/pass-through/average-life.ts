/** Principal repaid at a time; negative where interest is added to the balance. */
export interface PrincipalAt {
  readonly years: number;
  readonly principal: number;
}

/**
 * Average time to principal, weighted by amount, in the unit of `years` (rule PASSTHROUGH-6).
 * `net` counts additions to the balance as negative principal (graduated-payment and adjustable
 * loans); `payments` counts only what is paid out (accrual bonds). NaN never: throws RangeError
 * when no principal is repaid.
 */
export function averageLife(
  flows: readonly PrincipalAt[],
  convention: 'net' | 'payments' = 'net',
): number {
  let weighted = 0;
  let total = 0;
  for (const { years, principal } of flows) {
    const counted = convention === 'net' ? principal : Math.max(0, principal);
    weighted += years * counted;
    total += counted;
  }
  if (total === 0) throw new RangeError('no principal is repaid, so there is no average life');
  return weighted / total;
}
