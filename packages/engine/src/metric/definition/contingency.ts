import type { MeasureDefinition } from '../measure.js';

const LIMITS =
  'Model values, not bids or lendable values of a lender; haircuts and drawings are those of the ' +
  'date in every scenario.';

function usd(id: string, title: string, sign: string, rest: readonly [string, string]) {
  const [definition, source] = rest;
  return { id, title, unit: 'USD million', sign, definition, source, limits: LIMITS } as const;
}

const HOURS: readonly MeasureDefinition[] = [8, 24, 48].map((hours) =>
  usd(`contingency.cash.${hours}h`, `Cash of the plan within ${hours} hours`, 'larger: safer', [
    `Committed lines that pay within ${hours} hours, up to what their collateral lends`,
    'CFP-1 and CFP-2',
  ]),
);

export const COLLATERAL: readonly MeasureDefinition[] = [
  usd('collateral.capacity', 'Unused borrowing capacity', 'larger: more can be borrowed', [
    'Sum over pledges of market value x (1 - haircut) - drawn, none below zero',
    'COLL-2',
  ]),
  usd('collateral.saleable', 'Cash from pools kept for sale', 'larger: more can be sold', [
    'Sum over pools of the market value kept for sale x (1 - bid-offer)',
    'COLL-3',
  ]),
  usd('collateral.shortfall', 'Collateral that lenders can call', 'positive: the bank must post', [
    'Sum over pledges of drawn - market value x (1 - haircut), none below zero',
    'COLL-2',
  ]),
  {
    id: 'collateral.encumbered',
    title: 'Pledged share of the collateral pools',
    unit: 'ratio',
    sign: 'larger: less is free',
    definition: 'Market value pledged / market value of all positions in pools',
    source: 'COLL-4',
    limits: LIMITS,
  },
];

export const CONTINGENCY: readonly MeasureDefinition[] = [
  ...HOURS,
  usd('contingency.cash', 'Cash of the whole plan', 'larger: safer', [
    'All committed lines, each up to what its collateral lends or brings',
    'CFP-1',
  ]),
];
