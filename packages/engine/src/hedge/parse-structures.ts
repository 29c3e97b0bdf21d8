import { type Issue, issue, type Read, type Result, read } from '../foundation/index.js';
import { type HedgeTerms, USUAL_TERMS } from './assess/terms.js';
import { HEDGE_CATALOGUE } from './catalogue/hedge-catalogue.js';
import type {
  FutureLeg,
  OptionLeg,
  StructureLeg,
  SwapLeg,
  TradedStructure,
} from './catalogue/structure-leg.js';

/** What a file of structures says: which, and with what they are priced. */
export interface StructureFile {
  readonly structures: readonly TradedStructure[];
  readonly terms: HedgeTerms;
}

const MOST_STRUCTURES = 60;
const MOST_LEGS = 12;
const MOST_MONTHS = 360;

const month = (least: number): Read<number> =>
  read.number({ what: 'a month', min: least, max: MOST_MONTHS, integer: true });

const months = {
  startMonth: month(0),
  maturityMonth: month(1),
  weight: read.number({ what: 'a weight', min: 0, aboveMin: true, max: 1e6 }),
};
const offset = read.number({ what: 'basis points', min: -1000, max: 1000 });

const swapLeg = read.object<SwapLeg>({
  kind: read.oneOf(['swap']),
  side: read.oneOf(['pay-fixed', 'receive-fixed']),
  amortisation: read.oneOf(['none', 'linear']),
  ...months,
});
const OPTION_KINDS = ['cap', 'floor', 'collar', 'payer-swaption', 'receiver-swaption'] as const;
const optionLeg = read.object<OptionLeg>({
  kind: read.oneOf(OPTION_KINDS),
  strikeOffsetBp: offset,
  floorOffsetBp: offset,
  ...months,
});
const futureLeg = read.object<FutureLeg>({
  kind: read.oneOf(['sofr-future', 'treasury-future', 'swap-future']),
  position: read.oneOf(['sold', 'bought']),
  ...months,
});

const anyLeg: Read<StructureLeg> = (value, path, issues) => {
  const kind = read.members(value, path, issues)?.kind;
  if (kind === undefined || kind === 'swap') return swapLeg(value, path, issues);
  if (OPTION_KINDS.some((known) => known === kind)) return optionLeg(value, path, issues);
  return futureLeg(value, path, issues);
};

const leg: Read<StructureLeg> = (value, path, issues) => {
  const found = anyLeg(value, path, issues);
  if (found === undefined || found.startMonth < found.maturityMonth) return found;
  const expected = `before maturity month ${found.maturityMonth}`;
  issues.push(issue('order', `${path}/startMonth`, expected, String(found.startMonth)));
  return undefined;
};

const ownStructure: Read<TradedStructure> = read.object<TradedStructure>({
  id: read.identifier,
  title: read.title,
  weighting: read.oneOf(['notional', 'dv01']),
  tradedAs: read.oneOf(['cleared', 'bilateral', 'exchange']),
  legs: read.list(leg, MOST_LEGS, 1),
});

/** The id of a structure of the catalogue, or a structure written out. */
const structure: Read<TradedStructure> = (value, path, issues) => {
  if (typeof value !== 'string') return ownStructure(value, path, issues);
  const found = HEDGE_CATALOGUE.find(({ id }) => id === value);
  if (found === undefined) {
    const known = HEDGE_CATALOGUE.map(({ id }) => id).join(', ');
    issues.push(issue('enum', path, `a structure, or one of ${known}`, value));
  }
  return found;
};

const share = read.number({ what: 'a share', min: 0, max: 1 });
const basisPoints = read.number({ what: 'basis points', min: 0, max: 1000 });
const spread = read.number({ what: 'basis points', min: -500, max: 500 });

const range: Read<readonly [number, number]> = (value, path, issues) => {
  const ends = read.list(spread, 2, 2)(value, path, issues);
  const [low, high] = ends ?? [];
  if (low === undefined || high === undefined) return undefined;
  if (low <= high) return [low, high];
  issues.push(issue('order', path, 'the low end first', `${low}, ${high}`));
  return undefined;
};

const terms: Read<Partial<HedgeTerms>> = read.objectWith<object, HedgeTerms>(
  {},
  {
    halfBidOfferBp: basisPoints,
    marginFundingSpread: read.number({ what: 'a spread', min: 0, max: 0.2 }),
    dailyMoveBp: basisPoints,
    swapSpreadRangeBp: range,
    normalVolatilityBp: basisPoints,
    rollCostBp: basisPoints,
    soldAfsShare: share,
    soldHtmShare: share,
  },
);

interface FileShape {
  readonly schema: 'almfes/hedge-structures/1';
  readonly structures: readonly TradedStructure[];
}

/**
 * Reads a file of hedge structures (HEDGE-16): each an id of the catalogue or written out; terms
 * that are not stated are the usual ones, which the answer prints. Refuses unknown keys and an id
 * that stands twice.
 */
export function parseStructures(value: unknown): Result<StructureFile> {
  const issues: Issue[] = [];
  const found = read.objectWith<FileShape, { readonly terms: Partial<HedgeTerms> }>(
    {
      schema: read.oneOf(['almfes/hedge-structures/1']),
      structures: read.list(structure, MOST_STRUCTURES, 1),
    },
    { terms },
  )(value, '', issues);
  found?.structures.forEach(({ id }, at, all) => {
    if (all.findIndex((other) => other.id === id) === at) return;
    issues.push(issue('duplicate-id', `/structures/${at}/id`, 'a new id', id));
  });
  return read.resultOf(
    found && { structures: found.structures, terms: { ...USUAL_TERMS, ...found.terms } },
    issues,
  );
}
