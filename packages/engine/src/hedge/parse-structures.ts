import { type Issue, issue, type Read, type Result, read } from '../foundation/index.js';
import { type HedgeTerms, USUAL_TERMS } from './assess/terms.js';
import { HEDGE_STRUCTURES, type HedgeLeg, type TradedStructure } from './structure.js';

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

const leg: Read<HedgeLeg> = (value, path, issues) => {
  const found = read.object<HedgeLeg>({
    side: read.oneOf(['pay-fixed', 'receive-fixed']),
    startMonth: month(0),
    maturityMonth: month(1),
    weight: read.number({ what: 'a weight', min: 0, aboveMin: true, max: 1e6 }),
  })(value, path, issues);
  if (found === undefined) return undefined;
  if (found.startMonth < found.maturityMonth) return found;
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
  const found = HEDGE_STRUCTURES.find(({ id }) => id === value);
  if (found === undefined) {
    const known = HEDGE_STRUCTURES.map(({ id }) => id).join(', ');
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
