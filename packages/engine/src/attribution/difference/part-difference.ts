import type { Market, OptionalPart, StudyParts } from '../../study/index.js';
import type { AlignedStudies } from './aligned-studies.js';
import { bare } from './bare.js';
import type { DifferenceId, Piece } from './difference-group.js';

/** Where each part that is replaced whole belongs, and what it is called (ATTR-25). */
const PARTS = [
  ['valuationDate', 'roll-down', 'dates'],
  ['plan', 'assumption', 'balance sheet plan'],
  ['rollovers', 'assumption', 'rollover'],
  ['creditLoss', 'assumption', 'credit loss'],
  ['transferPricing', 'assumption', 'transfer pricing'],
  ['liquidityStress', 'assumption', 'liquidity stress'],
  ['mortgageBanking', 'mix', 'mortgage banking'],
  ['automaticOptions', 'mix', 'automatic options'],
  ['hedgeOptions', 'hedge', 'option hedges'],
  ['hedgeFutures', 'hedge', 'futures'],
  ['hedgeDeferrals', 'hedge', 'deferrals of ended hedges'],
  ['hedgeMargin', 'liquidity', 'hedge margin'],
  ['capital', 'capital', 'capital of the date'],
  ['capitalRegime', 'capital', 'regime'],
  ['capitalPlan', 'capital', 'capital plan'],
  ['interestRateCapital', 'capital', 'interest rate capital'],
  ['creditUnion', 'capital', 'credit union'],
  ['liquidity', 'liquidity', 'sources and uninsured deposits'],
  ['liquidityRule', 'liquidity', 'liquidity rule'],
  ['collateral', 'liquidity', 'collateral'],
  ['contingencyPlan', 'liquidity', 'contingency plan'],
  ['scenarios', 'scenario', 'scenarios'],
] as const satisfies readonly (readonly [keyof StudyParts, DifferenceId, string])[];

/** A part of the Study that the table forgets does not compile. */
type Forgotten = Exclude<keyof StudyParts, (typeof PARTS)[number][0]>;
const WHOLE_PARTS: typeof PARTS & ([Forgotten] extends [never] ? unknown : never) = PARTS;

/** The market, and every part that is replaced whole. */
export function partDifference(aligned: AlignedStudies): readonly Piece[] {
  return [...marketDifference(aligned), ...wholeParts(aligned)];
}

/**
 * The rates are the market's, the day they are quoted for is the clock's: a mixture has either
 * market on either date, and no curve is later than its valuation date.
 */
function marketDifference({ from, to }: AlignedStudies): readonly Piece[] {
  const { curveDate, curveSource, parQuotes, mortgageRate, swapSpread } = to.market;
  const piece = (
    group: 'market' | 'roll-down',
    part: string,
    terms: Partial<Market>,
  ): readonly Piece[] => {
    const before = Object.keys(terms).map((name) => Reflect.get(from.market, name));
    if (bare(before) === bare(Object.values(terms))) return [];
    return [{ group, part, patch: { kind: 'replace-market', terms } }];
  };
  return [
    ...piece('market', 'curve', { parQuotes, curveSource }),
    ...piece('market', 'mortgage rate', { mortgageRate }),
    ...piece('market', 'swap spread', { swapSpread }),
    ...piece('roll-down', 'dates', { curveDate }),
  ];
}

function wholeParts({ from, to }: AlignedStudies): readonly Piece[] {
  const before: Partial<StudyParts> = { ...from, ...rolloversOf(from) };
  const after: Partial<StudyParts> = { ...to, ...rolloversOf(to) };
  return WHOLE_PARTS.flatMap(([name, group, part]): Piece[] => {
    if (bare(before[name]) === bare(after[name])) return [];
    const gone = after[name] === undefined && isOptional(name);
    const parts = gone ? {} : { [name]: after[name] };
    return [{ group, part, patch: { kind: 'replace-parts', parts, absent: gone ? [name] : [] } }];
  });
}

function rolloversOf({ behaviour: { rollovers } }: AlignedStudies['from']): Partial<StudyParts> {
  return rollovers === undefined ? {} : { rollovers };
}

const REQUIRED: readonly string[] = ['valuationDate', 'capital', 'liquidity', 'scenarios'];

function isOptional(name: keyof StudyParts): name is OptionalPart {
  return !REQUIRED.includes(name);
}
