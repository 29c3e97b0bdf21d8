import type { Lever } from '../problem.js';
import { type LeverInput, moneyLever, REASON } from './lever-terms.js';

/** Common equity raised into cash (CHANGE-15), at the cost of equity a year. */
export function raiseCapitalLever({ template, terms }: LeverInput<'raise-capital'>): Lever {
  const { id, title, costOfEquity, cashPositionId } = template;
  const amountUsdMillion = terms.unitUsdMillion;
  return {
    ...moneyLever(template, amountUsdMillion),
    makeChanges: (size) => [
      { ...REASON, kind: 'capital', id, title, size, amountUsdMillion, cashPositionId },
    ],
    addedCostUsdMillion: amountUsdMillion * costOfEquity,
    costNote: `cost of equity ${(100 * costOfEquity).toFixed(0)}% a year (judgement)`,
  };
}

/** Cash to the owners as dividend or buyback (CHANGE-15); the cost of equity on it is saved. */
export function returnCapitalLever({ template, terms }: LeverInput<'return-capital'>): Lever {
  const { id, title, form, costOfEquity, cashPositionId } = template;
  const amountUsdMillion = -terms.unitUsdMillion;
  return {
    ...moneyLever(template, terms.unitUsdMillion),
    makeChanges: (size) => [
      { ...REASON, kind: 'capital', id, title, size, amountUsdMillion, cashPositionId },
    ],
    addedCostUsdMillion: amountUsdMillion * costOfEquity,
    costNote:
      `${form}: saves a cost of equity of ${(100 * costOfEquity).toFixed(0)}% a year ` +
      '(judgement)',
  };
}

/** To wait: nothing is done, and nothing else may be (PLAN-13). */
export function waitLever({ template }: LeverInput<'wait'>): Lever {
  const { id, title, valueUsdMillion } = template;
  return {
    ...{ id, title, low: 0, high: 1, unitSize: 1, lotSize: 1, unit: 'yes or no' },
    makeChanges: () => [],
    addedCostUsdMillion: -valueUsdMillion,
    costNote: 'what may be learnt by waiting (judgement)',
    excludesOthers: true,
  };
}
