import type { CapitalPlan } from './plan.js';

/** Deferred tax assets, USD million. */
export interface DeferredTax {
  readonly carryforward: number;
  readonly temporary: number;
}

export interface TaxedQuarter {
  readonly deferred: DeferredTax;
  /** Charged to income, current and deferred; negative where a loss earns a benefit. */
  readonly expense: number;
  /** Paid to the owners of an S-corporation for their own tax. */
  readonly distribution: number;
}

export function deferredAtDate({ tax }: CapitalPlan): DeferredTax {
  if (tax.kind === 's-corporation') return { carryforward: 0, temporary: 0 };
  return {
    carryforward: tax.carryforwardUsdMillion.value,
    temporary: tax.temporaryDifferenceUsdMillion.value,
  };
}

/**
 * Tax of a quarter (rule CPATH-5). A growing allowance is charged to income now and deducted from
 * tax when the loan is charged off: taxable income = income + growth, and deferred tax of temporary
 * differences grows by rate x growth. A taxable loss becomes a carry-forward; taxable income uses
 * carry-forwards up to the share the plan states.
 */
export function taxQuarter(
  plan: CapitalPlan,
  rate: number,
  before: DeferredTax,
  earned: { readonly income: number; readonly allowanceGrowth: number },
): TaxedQuarter {
  const { tax } = plan;
  const { income, allowanceGrowth } = earned;
  if (tax.kind === 's-corporation') {
    const distribution = tax.distributionRate.value * Math.max(0, income);
    return { deferred: before, expense: 0, distribution };
  }
  const taxable = income + allowanceGrowth;
  const due = rate * taxable;
  const used = Math.min(before.carryforward, tax.carryforwardUseShare.value * Math.max(0, due));
  return {
    deferred: {
      carryforward: before.carryforward - used + Math.max(0, -due),
      temporary: before.temporary + rate * allowanceGrowth,
    },
    expense: rate * income,
    distribution: 0,
  };
}
