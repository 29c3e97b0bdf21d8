import {
  fail,
  type Issue,
  issue,
  type Read,
  type Result,
  read,
  type Shape,
} from '../foundation/index.js';
import type { ChangeOf } from './change/context.js';
import type { Change, ChangeKind, OptionalPart, ParameterEdit, StudyParts } from './change.js';
import { duplicates } from './duplicates.js';
import { hedgeIssues } from './hedge-rules.js';
import { PARAMETER_FAMILIES } from './parameter-families.js';
import { readModels, readRollovers } from './parse-behaviour.js';
import { readCapital, readLiquidity, signedAmount } from './parse-capital.js';
import { readFutureHedge, readOptionHedge, readSwap, readSwapTerms } from './parse-hedge.js';
import { readMarketTerms } from './parse-market.js';
import { decimalRate, MAX_POSITIONS, readPosition, readRowTerms } from './parse-position.js';
import { readScenario } from './parse-scenario.js';
import { readBlocks } from './parse-study.js';

const {
  describe,
  identifier,
  isoDate,
  list,
  members,
  nullable,
  number,
  object,
  objectWith,
  oneOf,
  prose,
  resultOf,
  text,
  title,
} = read;

const MAX_CHANGES = 10_000;
const amount: Read<number> = number({ min: 0, max: 1e12, what: 'USD million' });

/** The terms of every Change, its kind apart. */
const HEADER = {
  id: identifier,
  title,
  rationale: prose,
  sources: list(text({ min: 1, max: 1000 }), 100),
  size: number({ min: 0, max: 1e6, what: 'a size' }),
} as const;

/** An edit names a parameter of a model of any family. */
const readEdit: Read<ParameterEdit> = object({
  model: text({ min: 1, max: 250 }),
  parameter: oneOf(PARAMETER_FAMILIES.flatMap(({ names }) => names)),
  value: number({ what: 'a number' }),
});

const edits = list(readEdit, 1000, 1);

const OPTIONAL: Shape<Pick<StudyParts, OptionalPart>> = { ...readBlocks, rollovers: readRollovers };
const OPTIONAL_PARTS = Object.keys(OPTIONAL) as OptionalPart[];

const readParts: Read<Partial<StudyParts>> = objectWith<object, StudyParts>(
  {},
  {
    valuationDate: isoDate,
    capital: readCapital,
    liquidity: readLiquidity,
    scenarios: list(readScenario, 1000, 1),
    ...OPTIONAL,
  },
);

type Patch<K extends ChangeKind> = Omit<ChangeOf<K>, keyof typeof HEADER | 'kind'>;
type Readers = { readonly [K in ChangeKind]: Read<ChangeOf<K>> };

function reader<K extends ChangeKind>(kind: K, patch: Shape<Patch<K>>): Read<ChangeOf<K>> {
  const shape = { ...HEADER, kind: oneOf([kind]), ...patch };
  return object<ChangeOf<K>>(shape as unknown as Shape<ChangeOf<K>>);
}

const READERS: Readers = {
  'replace-assumption': reader('replace-assumption', { edits }),
  'break-assumption': reader('break-assumption', { edits }),
  'add-hedge': reader('add-hedge', { swap: readSwap }),
  'add-option': reader('add-option', { option: readOptionHedge, cashPositionId: identifier }),
  'add-future': reader('add-future', { future: readFutureHedge }),
  'remove-hedge': reader('remove-hedge', { hedgeId: identifier }),
  'terminate-hedge': reader('terminate-hedge', {
    hedgeId: identifier,
    settlementUsdMillion: signedAmount,
    cashPositionId: identifier,
  }),
  'dedesignate-hedge': reader('dedesignate-hedge', {
    hedgeId: identifier,
    accumulatedUsdMillion: signedAmount,
  }),
  'release-deferral': reader('release-deferral', { deferralId: identifier }),
  sell: objectWith<
    Omit<ChangeOf<'sell'>, 'positionIds'>,
    Required<Pick<ChangeOf<'sell'>, 'positionIds'>>
  >(
    {
      ...HEADER,
      kind: oneOf(['sell']),
      group: oneOf(['afs', 'htm', 'loans']),
      carryingUsdMillion: amount,
      cashPositionId: identifier,
    },
    { positionIds: list(identifier, MAX_POSITIONS, 1) },
  ),
  buy: objectWith(
    { ...HEADER, kind: oneOf(['buy']), position: readPosition, cashPositionId: identifier },
    { riskWeight: number({ min: 0, max: 12.5, what: 'a risk weight' }) },
  ),
  reclassify: reader('reclassify', { positionId: identifier, toGroup: oneOf(['afs', 'htm']) }),
  fund: reader('fund', { position: readPosition, useOfProceedsId: identifier }),
  'move-funding': reader('move-funding', {
    fromId: identifier,
    toId: identifier,
    amountUsdMillion: amount,
  }),
  'reprice-deposits': reader('reprice-deposits', {
    positionId: identifier,
    rateChange: decimalRate,
    lifeChangeYears: number({ min: -100, max: 100, what: 'years' }),
  }),
  capital: reader('capital', { amountUsdMillion: signedAmount, cashPositionId: identifier }),
  shock: reader('shock', { scenario: readScenario }),
  'roll-forward': reader('roll-forward', {
    months: number({ min: 1, max: 480, integer: true, what: 'months' }),
    cashPositionId: identifier,
    shortfallPositionId: nullable(identifier),
  }),
  'replace-market': reader('replace-market', { terms: readMarketTerms }),
  'replace-rows': reader('replace-rows', {
    rows: list(object({ id: identifier, terms: readRowTerms }), MAX_POSITIONS, 1),
  }),
  'replace-models': reader('replace-models', { models: readModels }),
  'replace-hedges': reader('replace-hedges', {
    swaps: list(object({ id: identifier, terms: readSwapTerms }), MAX_CHANGES, 1),
  }),
  'replace-parts': reader('replace-parts', {
    parts: readParts,
    absent: list(oneOf(OPTIONAL_PARTS), OPTIONAL_PARTS.length),
  }),
};

const readChange: Read<Change> = (value, path, issues) => {
  const found = members(value, path, issues);
  if (found === undefined) return undefined;
  const kind = Object.hasOwn(found, 'kind') ? found.kind : undefined;
  if (typeof kind !== 'string' || !Object.hasOwn(READERS, kind)) {
    const expected = `one of ${Object.keys(READERS).join(', ')}`;
    issues.push(issue('unknown-kind', `${path}/kind`, expected, describe(kind)));
    return undefined;
  }
  const change: Change | undefined = READERS[kind as ChangeKind](value, path, issues);
  if (change?.kind === 'add-hedge') issues.push(...hedgeIssues(change.swap, `${path}/swap`));
  if (change?.kind === 'add-option') issues.push(...hedgeIssues(change.option, `${path}/option`));
  if (change?.kind === 'add-future') issues.push(...hedgeIssues(change.future, `${path}/future`));
  return change;
};

/**
 * A Change from JSON of unknown shape (CHANGE-17): one of the known kinds with exactly its terms.
 * All issues are collected, each with its JSON pointer. Whether it fits a Study is for
 * `applyChange` to say. Never throws.
 */
export function parseChange(value: unknown): Result<Change> {
  const issues: Issue[] = [];
  const change = readChange(value, '', issues);
  return resultOf(change, issues);
}

/** A list of Changes with unique ids. */
export function parseChanges(value: unknown): Result<Change[]> {
  if (!Array.isArray(value)) return fail(issue('type', '', 'a list', describe(value)));
  const issues: Issue[] = [];
  const changes = list(readChange, MAX_CHANGES)(value, '', issues);
  if (changes !== undefined) issues.push(...duplicates(changes, ''));
  return resultOf(changes, issues);
}
