import { issue, type Read, read } from '../foundation/index.js';
import type { ReplayCurve, Scenario } from '../scenario/index.js';
import { parameter } from './parse-figure.js';
import { decimalRate, MAX_MONTHS } from './parse-position.js';
import type { Market, ParQuoteInput } from './study.js';

const {
  describe,
  identifier,
  isoDate,
  list,
  members,
  nullable,
  number,
  object,
  oneOf,
  pointer,
  text,
  title,
} = read;

const readQuote: Read<ParQuoteInput> = object<ParQuoteInput>({
  tenorMonths: number({ min: 1, max: MAX_MONTHS, what: 'months' }),
  rate: decimalRate,
});

const readQuotes: Read<ParQuoteInput[]> = list(readQuote, 200);

export const readMarket: Read<Market> = object<Market>({
  curveDate: isoDate,
  curveSource: text({ min: 1, max: 1000 }),
  parQuotes: readQuotes,
  mortgageRate: parameter(decimalRate),
  swapSpread: parameter(decimalRate),
});

type Parallel = Extract<Scenario, { kind: 'parallel' }>;
type Replay = Extract<Scenario, { kind: 'replay' }>;

const readParallel: Read<Parallel> = object<Parallel>({
  id: identifier,
  title,
  kind: oneOf(['parallel']),
  shockBp: number({ min: -2000, max: 2000, what: 'basis points' }),
  floorRate: nullable(decimalRate),
});

const readReplay: Read<Replay> = object<Replay>({
  id: identifier,
  title,
  kind: oneOf(['replay']),
  curve: object<ReplayCurve>({ dateIso: isoDate, quotes: readQuotes }),
});

/** A scenario of either kind. */
export const readScenario: Read<Scenario> = (value, path, issues) => {
  const found = members(value, path, issues);
  if (found === undefined) return undefined;
  if (found.kind === 'parallel') return readParallel(value, path, issues);
  if (found.kind === 'replay') return readReplay(value, path, issues);
  const expected = 'one of parallel, replay';
  issues.push(issue('enum', pointer(path, 'kind'), expected, describe(found.kind)));
  return undefined;
};
