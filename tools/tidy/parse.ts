import type { Architecture } from './architecture.js';
import type { Debt } from './ratchet.js';

/** `architecture.json` as committed: its shape is checked, its truth is what tidy is for. */
export function parseArchitecture(text: string): Architecture {
  const value = JSON.parse(text) as Architecture;
  for (const key of ['packages', 'rooms', 'transcendental', 'entryPoints', 'caseFiles'] as const) {
    if (!Array.isArray(value[key])) throw new Error(`architecture.json: ${key} is no list`);
  }
  return value;
}

/** `ratchet.json`: a list of debts, each with a reason. */
export function parseDebts(text: string): readonly Debt[] {
  const debts = JSON.parse(text) as readonly Debt[];
  for (const debt of debts) {
    const whole = Number.isInteger(debt.count) && debt.count > 0;
    if (!whole || !debt.reason) throw new Error('ratchet.json: a debt has a count and a reason');
  }
  return debts;
}
