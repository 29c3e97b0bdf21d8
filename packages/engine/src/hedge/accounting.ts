import type { Study } from '../study/index.js';

type HedgeModel = Study['hedges'][number]['model'];

/** What a hedge accounting model does with a change of the swap's value. */
export interface AccountingRule {
  readonly title: string;
  readonly words: string;
  /** Share of the swap's value change that AOCI gains against the unhedged book. */
  readonly aociShare: number;
  /** Share that reported CET1 gains, with the AOCI opt-out and without it. */
  readonly cet1ShareOptOut: number;
  readonly cet1ShareNoOptOut: number;
}

/** US GAAP, ASC 815, and the capital rule's AOCI filter (HEDGE-6). Before tax, fully effective. */
export const ACCOUNTING_RULES: Readonly<Record<HedgeModel, AccountingRule>> = {
  'fair-value': {
    title: 'Fair value hedge (AFS, portfolio layer)',
    words:
      'The hedged part of the AFS mark moves from AOCI to the basis of the securities and meets ' +
      'the swap in earnings: AOCI is protected, earnings do not move. An opt-out bank filters ' +
      'AOCI, so its reported CET1 is blind to the protection.',
    aociShare: 1,
    cet1ShareOptOut: 0,
    cet1ShareNoOptOut: 1,
  },
  'cash-flow': {
    title: 'Cash flow hedge (variable-rate funding or loans)',
    words:
      'The value of the swap stands in AOCI until the hedged interest is paid. The capital rule ' +
      'filters AOCI of cash flow hedges of items not held at fair value, opt-out or not: CET1 ' +
      'does not move. If a run makes the hedged funding improbable, AOCI goes to earnings.',
    aociShare: 1,
    cet1ShareOptOut: 0,
    cet1ShareNoOptOut: 0,
  },
  undesignated: {
    title: 'Undesignated (the only way against held-to-maturity securities)',
    words:
      'The value of the swap goes to earnings each period and so to CET1, while the hedged item ' +
      'stays at cost: protection when rates rise, losses in reported capital when they fall.',
    aociShare: 0,
    cet1ShareOptOut: 1,
    cet1ShareNoOptOut: 1,
  },
};

/** Change of AOCI and of reported CET1 that comes with a swap value change, USD million. */
export interface AccountingEffect {
  readonly aoci: number;
  readonly cet1: number;
}

export function accountingEffect(
  model: HedgeModel,
  aociOptOut: boolean,
  swapValueChange: number,
): AccountingEffect {
  const rule = ACCOUNTING_RULES[model];
  const cet1Share = aociOptOut ? rule.cet1ShareOptOut : rule.cet1ShareNoOptOut;
  return { aoci: rule.aociShare * swapValueChange, cet1: cet1Share * swapValueChange };
}
