import { type Issue, issue, type Read, read } from '../foundation/index.js';
import { type DatedCurve, readDatedCurve } from '../market/index.js';
import { namedIndices } from './named-indices.js';
import { readVolatility, resolveVolatility } from './option/index.js';
import type { PricingMarket } from './pricing-market.js';

const MOST_CURVES = 50;
const MOST_FIXINGS = 20_000;

interface Fixing {
  readonly date: number;
  readonly rate: number;
}

const readFixings: Read<ReadonlyMap<number, number>> = (value, path, issues) => {
  const fixing = read.object<Fixing>({
    date: read.day,
    rate: read.number({ what: 'a decimal rate', min: -0.5, max: 1 }),
  });
  const fixings = read.list(fixing, MOST_FIXINGS)(value, path, issues);
  if (fixings === undefined) return undefined;
  const byDay = new Map<number, number>();
  fixings.forEach(({ date, rate }, index) => {
    if (byDay.has(date)) {
      issues.push(issue('repeated', read.pointer(path, index), 'one rate a day', 'a second one'));
    }
    byDay.set(date, rate);
  });
  return byDay;
};

const readMarketObject = read.objectWith(
  { valuationDate: read.day, discount: readDatedCurve },
  {
    projection: read.table(readDatedCurve, MOST_CURVES),
    fixings: read.table(readFixings, MOST_CURVES),
    volatility: readVolatility,
  },
);

/**
 * The market an instrument is valued on (rule VALUE-2): one curve, which then discounts and
 * forecasts each of `indexIds` and what quotes of volatility name; or
 * `{valuationDate, discount, projection, fixings, volatility}`, in which nothing stands in for a
 * curve that is not given.
 */
export function pricingMarketDoor(indexIds: readonly string[]): Read<PricingMarket> {
  return (value, path, issues) => marketOf(value, indexIds, path, issues);
}

function marketOf(
  value: unknown,
  indexIds: readonly string[],
  path: string,
  issues: Issue[],
): PricingMarket | undefined {
  const found = read.members(value, path, issues);
  if (found === undefined) return undefined;
  if (Object.hasOwn(found, 'curve')) return oneCurveMarket(found, indexIds, path, issues);
  const market = readMarketObject(found, path, issues);
  if (market === undefined) return undefined;
  const { valuationDate: valuationDay, discount, projection = {}, fixings = {} } = market;
  const dated = datedWell({ valuationDay, discount, projection, fixings }, path, issues);
  return dated && withVolatility(dated, market.volatility, path, issues);
}

function oneCurveMarket(
  found: Readonly<Record<string, unknown>>,
  indexIds: readonly string[],
  path: string,
  issues: Issue[],
): PricingMarket | undefined {
  const { volatility: told, ...curve } = found;
  const discount = readDatedCurve(curve, path, issues);
  const at = read.pointer(path, 'volatility');
  const volatility = told === undefined ? undefined : readVolatility(told, at, issues);
  if (discount === undefined || (told !== undefined && volatility === undefined)) return undefined;
  const isDated = found.valuationDate !== undefined;
  const valuationDay = isDated
    ? read.day(found.valuationDate, read.pointer(path, 'valuationDate'), issues)
    : discount.referenceDay;
  if (valuationDay === undefined) return undefined;
  const named = [...indexIds, ...namedIndices(told)];
  const projection = Object.fromEntries(named.map((id): [string, DatedCurve] => [id, discount]));
  const dated = datedWell({ valuationDay, discount, projection, fixings: {} }, path, issues);
  return dated && withVolatility(dated, volatility, path, issues);
}

/** The market with its volatility; quotes are fitted on the curves first (rule OPTION-10). */
function withVolatility(
  market: PricingMarket,
  given: ReturnType<typeof readVolatility>,
  path: string,
  issues: Issue[],
): PricingMarket | undefined {
  if (given === undefined) return market;
  const volatility = resolveVolatility(given, market);
  if (volatility.ok) return { ...market, volatility: volatility.value };
  const at = read.pointer(path, 'volatility');
  issues.push(...volatility.issues.map((one) => ({ ...one, path: `${at}/${one.path}` })));
  return undefined;
}

/** A curve that starts before the day of valuation would discount from the past. */
function datedWell(
  market: PricingMarket,
  path: string,
  issues: Issue[],
): PricingMarket | undefined {
  if (market.discount.referenceDay >= market.valuationDay) return market;
  const expected = 'a discount curve that starts on the valuation date or later';
  issues.push(issue('order', read.pointer(path, 'discount'), expected, 'one that starts before'));
  return undefined;
}
