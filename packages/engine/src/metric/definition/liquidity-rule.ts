import { atDate, type MeasureDefinition } from '../measure.js';

const LIMITS =
  'A benchmark where the Study says that the rule does not apply to the bank. Derivatives, asset ' +
  'exchanges and debt buy-backs are left out; amounts are those of the date in every scenario.';

function usd(id: string, title: string, sign: string, rest: readonly [string, string]) {
  const [definition, source] = rest;
  return { id, title, unit: 'USD million', sign, definition, source, limits: LIMITS } as const;
}

function ratio(id: string, title: string, definition: string, source: string) {
  const sign = 'at or above 1: the rule would be met';
  return { id, title, unit: 'ratio', sign, definition, source, limits: LIMITS } as const;
}

export const LIQUIDITY_RULE: readonly MeasureDefinition[] = atDate([
  usd('liquidity.hqla', 'High-quality liquid assets', 'larger: more liquid', [
    'Level 1, 2A and 2B after haircut and caps, less what is trapped in a subsidiary',
    'LCR-2, LCR-3 and LCR-9; 12 CFR 249.21 and 22; Basel LCR30',
  ]),
  usd('liquidity.hqla.excess', 'Liquid assets over the caps', 'positive: does not count', [
    'Excess over the caps after secured transactions are unwound; in the US as held where larger',
    'LCR-3; 12 CFR 249.21; Basel LCR30',
  ]),
  usd('liquidity.outflows', 'Cash outflow of 30 days under the rule', 'positive: cash leaves', [
    'Sum of outflow factor x amount',
    'LCR-4; 12 CFR 249.32; Basel LCR40',
  ]),
  usd('liquidity.inflows', 'Cash inflow of 30 days that counts', 'positive: cash comes in', [
    'Sum of inflow factor x amount, at most 75% of the outflow',
    'LCR-4; 12 CFR 249.30(a)(2) and 249.33; Basel LCR40.1',
  ]),
  usd('liquidity.addOn', 'Maturity mismatch add-on', 'positive: outflows come before inflows', [
    'Largest cumulative net outflow of a day less that of day 30, each not below zero; 0 in Basel',
    'LCR-5; 12 CFR 249.30(b)',
  ]),
  usd('liquidity.netOutflow', 'Net cash outflow of 30 days, in full', 'positive: cash leaves', [
    'Outflow minus inflow that counts plus the add-on, before the outflow adjustment percentage',
    'LCR-4; 12 CFR 249.30(a)',
  ]),
  ratio(
    'liquidity.lcr',
    'Liquidity coverage ratio, full',
    'High-quality liquid assets / net cash outflow',
    'LCR-6; 12 CFR 249.10; Basel LCR20',
  ),
  ratio(
    'liquidity.lcr.reduced',
    'Liquidity coverage ratio, reduced',
    'High-quality liquid assets / (outflow adjustment percentage x net cash outflow)',
    'LCR-6; 12 CFR 249.30(c)',
  ),
  usd('liquidity.availableFunding', 'Available stable funding', 'larger: more stable', [
    'Sum of funding factor x carrying amount of capital and liabilities',
    'NSFR-1; 12 CFR 249.104; Basel NSF30',
  ]),
  usd('liquidity.requiredFunding', 'Required stable funding, in full', 'larger: needs more', [
    'Sum of funding factor x carrying amount of assets and undrawn facilities',
    'NSFR-1; 12 CFR 249.106; Basel NSF30',
  ]),
  ratio(
    'liquidity.nsfr',
    'Net stable funding ratio, full',
    'Available / required stable funding',
    'NSFR-2; 12 CFR 249.100; Basel NSF20',
  ),
  ratio(
    'liquidity.nsfr.reduced',
    'Net stable funding ratio, reduced',
    'Available / (adjustment percentage x required stable funding)',
    'NSFR-2; 12 CFR 249.105(b)',
  ),
]);
