import {
  bookFromPositions,
  type Market,
  type Position,
  parseStudy,
  type Study,
} from '@almfes/engine';

/** Model of prepayment that the rows of pools name. */
export const SECURITY_PREPAYMENT = 'security-pools';

const OTS =
  'arctangent curve of the Office of Thrift Supervision NPV model, CPR = 0.2406 - 0.1389 x ' +
  'arctan(5.952 x (1.089 - note rate / mortgage rate)); seen in secondary public text';

const assumed = (value: number, unit: string, note: string) => ({
  ...{ value, unit, basis: 'assumed' as const, source: [], note },
});

/** The prepayment model of securities, for the behaviour of a Study (CALL-67). */
export function securityPrepayment(poolSpeed: number) {
  return {
    id: SECURITY_PREPAYMENT,
    multiplier: assumed(poolSpeed, 'times', 'the curve as it stands is 1'),
    minCpr: assumed(0.2406 - (0.1389 * Math.PI) / 2, 'a year', OTS),
    maxCpr: assumed(0.2406 + (0.1389 * Math.PI) / 2, 'a year', OTS),
    slope: assumed(5.952, 'per unit of ratio', OTS),
    midpoint: assumed(1.089, 'ratio', OTS),
  };
}

const known = new WeakMap<Market, Map<number, Study>>();

/**
 * A Study of securities alone: what projects and values rows. Its capital and liquidity say
 * nothing. The rows stand as given; the market is that of every bank of the date.
 * @throws when the market builds no curve: it was not read through its door.
 */
export function securityStudy(
  positions: readonly Position[],
  { market, poolSpeed }: { readonly market: Market; readonly poolSpeed: number },
): Study {
  const bySpeed = known.get(market) ?? new Map<number, Study>();
  known.set(market, bySpeed);
  const empty = bySpeed.get(poolSpeed) ?? emptyStudy(market, poolSpeed);
  bySpeed.set(poolSpeed, empty);
  return { ...empty, book: bookFromPositions(positions) };
}

function emptyStudy(market: Market, poolSpeed: number): Study {
  const parsed = parseStudy({
    schema: 'almfes/study/1',
    title: 'Securities',
    institution: 'a bank',
    valuationDate: market.curveDate,
    decisionDate: market.curveDate,
    currency: 'USD',
    positions: [],
    market,
    behaviour: { deposits: [], prepayments: [securityPrepayment(poolSpeed)] },
    hedges: [],
    capital: NO_CAPITAL,
    liquidity: { sources: [], uninsuredUsdMillion: 1, outflowShare: 1 },
    scenarios: [{ id: '0', title: 'base', kind: 'parallel', shockBp: 0, floorRate: null }],
    figures: {},
  });
  if (!parsed.ok) throw new Error(parsed.issues.map(({ message }) => message).join('; '));
  return parsed.value;
}

const NO_CAPITAL = {
  cet1UsdMillion: 0,
  additionalTier1UsdMillion: 0,
  tier2UsdMillion: 0,
  riskWeightedAssetsUsdMillion: 1,
  leverageAssetsUsdMillion: 1,
  aociOptOut: true,
  aociAddBackUsdMillion: 0,
  tangibleCommonEquityUsdMillion: 0,
  tangibleAssetsUsdMillion: 1,
  taxRate: 0,
  realisedLossUsdMillion: 0,
  raisedUsdMillion: 0,
};
