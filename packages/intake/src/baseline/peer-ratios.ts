import type { FieldName } from '../call-report/index.js';

/** Amounts of one bank, USD million: 0 where nothing is reported, as `reported` tells apart. */
export interface PeerAmounts {
  readonly amount: (name: FieldName) => number;
  readonly reported: (name: FieldName) => boolean;
}

/** A ratio that is compared across banks (rule CALL-86); NaN where a bank does not have it. */
export interface PeerRatioRule {
  readonly id: string;
  readonly title: string;
  readonly unit: '%' | 'years';
  readonly of: (bank: PeerAmounts) => number;
}

const BOOKS = ['otherDebt', 'passThrough', 'firstLien', 'otherLoans'] as const;
const BUCKETS = [
  'To3Months',
  '3To12Months',
  '1To3Years',
  '3To5Years',
  '5To15Years',
  'Over15Years',
] as const;

/** The middle of a bucket, years; the last is open and taken at 20. */
const MIDDLE_YEARS = [0.125, 0.625, 2, 4, 10, 20] as const;
const SHORT_MBS_YEARS = 1.5;
const LONG_MBS_YEARS = 5;

const sumOf = ({ amount }: PeerAmounts, ...names: readonly FieldName[]): number =>
  names.reduce((sum, name) => sum + amount(name), 0);

/** Securities and loans in one repricing bucket. */
const inBucket = (bank: PeerAmounts, bucket: (typeof BUCKETS)[number]): number =>
  BOOKS.reduce((sum, book) => sum + bank.amount(`${book}${bucket}`), 0);

const cash = (bank: PeerAmounts): number =>
  sumOf(
    bank,
    'cashNoninterestBearing',
    'cashInterestBearing',
    'federalFundsSold',
    'securitiesPurchasedToResell',
  );

const securities = (bank: PeerAmounts): number =>
  sumOf(bank, 'allDebtHtmCost', 'allDebtAfsFairValue');

const repricing = (bank: PeerAmounts): number =>
  BUCKETS.reduce((sum, bucket) => sum + inBucket(bank, bucket), 0) +
  sumOf(bank, 'otherMbsTo3Years', 'otherMbsOver3Years');

function repricingYears(bank: PeerAmounts): number {
  const weighted = BUCKETS.reduce(
    (sum, bucket, at) => sum + (MIDDLE_YEARS[at] ?? 0) * inBucket(bank, bucket),
    SHORT_MBS_YEARS * bank.amount('otherMbsTo3Years') +
      LONG_MBS_YEARS * bank.amount('otherMbsOver3Years'),
  );
  return quotient(weighted, repricing(bank) + cash(bank));
}

/** NaN where the denominator is not above zero. */
function quotient(part: number, whole: number): number {
  return whole > 0 ? part / whole : Number.NaN;
}

function share(
  id: string,
  title: string,
  part: (bank: PeerAmounts) => number,
  whole: (bank: PeerAmounts) => number,
): PeerRatioRule {
  return { id, title, unit: '%', of: (bank) => 100 * quotient(part(bank), whole(bank)) };
}

const assets = ({ amount }: PeerAmounts) => amount('totalAssets');
const domestic = ({ amount }: PeerAmounts) => amount('depositsDomestic');
const cet1 = ({ amount }: PeerAmounts) => amount('cet1');
const htmLoss = ({ amount }: PeerAmounts) =>
  amount('allDebtHtmCost') - amount('allDebtHtmFairValue');
const afsLoss = ({ amount }: PeerAmounts) =>
  amount('allDebtAfsCost') - amount('allDebtAfsFairValue');

const STRUCTURE: readonly PeerRatioRule[] = [
  {
    id: 'assetRepricingYears',
    title: 'Years to repricing of securities, loans and cash',
    unit: 'years',
    of: repricingYears,
  },
  share(
    'assetsOver5Years',
    'Securities and loans repricing after 5 years, of assets',
    (bank) =>
      inBucket(bank, '5To15Years') +
      inBucket(bank, 'Over15Years') +
      bank.amount('otherMbsOver3Years'),
    assets,
  ),
  share(
    'assetsTo1Year',
    'Cash, securities and loans repricing within a year, of assets',
    (bank) => inBucket(bank, 'To3Months') + inBucket(bank, '3To12Months') + cash(bank),
    assets,
  ),
  share('cash', 'Cash, federal funds sold and resale agreements, of assets', cash, assets),
  share('securities', 'Debt securities, of assets', securities, assets),
  share(
    'htmShare',
    'HTM, of debt securities',
    ({ amount }) => amount('allDebtHtmCost'),
    securities,
  ),
];

const CAPITAL: readonly PeerRatioRule[] = [
  share('htmLoss', 'Unrealised loss on HTM, of CET1', htmLoss, cet1),
  share('afsLoss', 'Unrealised loss on AFS, of CET1', afsLoss, cet1),
  share(
    'securitiesLoss',
    'Unrealised loss on securities, of CET1',
    (bank) => htmLoss(bank) + afsLoss(bank),
    cet1,
  ),
  {
    id: 'cet1Ratio',
    title: 'CET1 ratio',
    unit: '%',
    of: ({ amount, reported }) => (reported('cet1Ratio') ? 100 * amount('cet1Ratio') : Number.NaN),
  },
  share(
    'accumulatedOci',
    'AOCI, of equity',
    ({ amount }) => amount('accumulatedOci'),
    ({ amount }) => amount('bankEquity'),
  ),
];

const FUNDING: readonly PeerRatioRule[] = [
  share(
    'noninterestBearing',
    'Non-interest-bearing, of domestic deposits',
    ({ amount }) => amount('depositsDomesticNoninterestBearing'),
    domestic,
  ),
  share(
    'timeDeposits',
    'Time deposits, of domestic deposits',
    (bank) => sumOf(bank, 'timeDepositsTo100k', 'timeDeposits100kTo250k', 'timeDepositsOver250k'),
    domestic,
  ),
  share(
    'brokered',
    'Brokered, of domestic deposits',
    ({ amount }) => amount('depositsBrokered'),
    domestic,
  ),
  share(
    'loansToDeposits',
    'Loans, of all deposits',
    ({ amount }) => amount('loansHeldForInvestment'),
    (bank) => sumOf(bank, 'depositsDomestic', 'depositsForeign'),
  ),
  share(
    'advances',
    'FHLB advances, of assets',
    (bank) =>
      sumOf(
        bank,
        'advancesTo1Year',
        'advances1To3Years',
        'advances3To5Years',
        'advancesOver5Years',
      ),
    assets,
  ),
  {
    id: 'payFixed',
    title: 'Pay-fixed swaps, of debt securities',
    unit: '%',
    of: (bank) =>
      bank.reported('rateSwapsPayFixedNotional')
        ? 100 * quotient(bank.amount('rateSwapsPayFixedNotional'), securities(bank))
        : Number.NaN,
  },
];

/** What banks are compared by (rule CALL-86). */
export const PEER_RATIOS: readonly PeerRatioRule[] = [...STRUCTURE, ...CAPITAL, ...FUNDING];
