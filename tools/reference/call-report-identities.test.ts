import { type CallReport, type CallReports, type FieldName, reportAt } from '@almfes/intake';
import { describe, expect, it } from 'vitest';
import { callReports, hasCallReports } from './call-report.test-fixture.js';

/** Two thousand dollars: the files hold whole thousands, which some filers rounded by item. */
const ROUNDING_USD_MILLION = 0.0021;

type Sum = readonly FieldName[];

function sum(report: CallReport, names: Sum): number {
  return names.reduce((total, name) => total + (report.amount(name) ?? 0), 0);
}

/** Names of the banks for which the whole is not the sum of its parts. */
function broken(reports: CallReports, gap: (report: CallReport) => number): readonly string[] {
  return reports.institutions.flatMap(({ name, form }, row) => {
    const difference = gap(reportAt(reports, row));
    return Math.abs(difference) <= ROUNDING_USD_MILLION ? [] : [`${name} (${form}): ${difference}`];
  });
}

const TYPES = [
  'treasury',
  'agency',
  'municipal',
  'passThroughGnma',
  'passThroughGse',
  'passThroughAgency',
  'passThroughPrivate',
  'cmoAgency',
  'cmoAgencyCollateral',
  'cmoPrivate',
  'cmbsPassThroughAgency',
  'cmbsPassThroughPrivate',
  'cmbsAgency',
  'cmbsPrivate',
  'assetBacked',
  'structuredProduct',
  'otherDomesticDebt',
  'foreignDebt',
] as const;

/** The whole and its parts, as the form adds them up. */
const WHOLES: readonly (readonly [FieldName, Sum])[] = [
  [
    'totalAssets',
    [
      'cashNoninterestBearing',
      'cashInterestBearing',
      'htmNet',
      'afsFairValue',
      'equitySecurities',
      'federalFundsSold',
      'securitiesPurchasedToResell',
      'loansHeldForSale',
      'loansNet',
      'tradingAssets',
      'premises',
      'otherRealEstateOwned',
      'unconsolidatedSubsidiaries',
      'realEstateVentures',
      'intangibleAssets',
      'otherAssets',
    ],
  ],
  [
    'totalLiabilities',
    [
      'depositsDomestic',
      'depositsForeign',
      'federalFundsPurchased',
      'securitiesSoldToRepurchase',
      'tradingLiabilities',
      'otherBorrowedMoney',
      'subordinatedDebt',
      'otherLiabilities',
    ],
  ],
  ['totalAssets', ['totalLiabilities', 'totalEquity']],
  ['totalEquity', ['bankEquity', 'minorityInterest']],
  [
    'bankEquity',
    [
      'preferredStock',
      'commonStock',
      'surplus',
      'retainedEarnings',
      'accumulatedOci',
      'otherEquityComponents',
    ],
  ],
  ['depositsDomestic', ['depositsDomesticNoninterestBearing', 'depositsDomesticInterestBearing']],
  ['depositsDomestic', ['depositsTransaction', 'depositsNontransaction']],
  ['intangibleAssets', ['goodwill', 'servicingAssets', 'otherIntangibles']],
  [
    'otherBorrowedMoney',
    [
      'advancesTo1Year',
      'advances1To3Years',
      'advances3To5Years',
      'advancesOver5Years',
      'otherBorrowingsTo1Year',
      'otherBorrowings1To3Years',
      'otherBorrowings3To5Years',
      'otherBorrowingsOver5Years',
    ],
  ],
  [
    'interestIncome',
    [
      'interestLoans',
      'interestLeases',
      'interestDue',
      'interestTreasuryAndAgency',
      'interestMbs',
      'interestOtherSecurities',
      'interestTrading',
      'interestFederalFundsSold',
      'interestOther',
    ],
  ],
  [
    'interestExpense',
    [
      'expenseTransaction',
      'expenseSavings',
      'expenseSmallTime',
      'expenseLargeTime',
      'expenseForeignDeposits',
      'expenseFederalFundsPurchased',
      'expenseOtherBorrowedMoney',
      'expenseSubordinatedDebt',
    ],
  ],
  ['interestIncome', ['netInterestIncome', 'interestExpense']],
  ['tier1', ['cet1', 'additionalTier1']],
  ['allDebtHtmCost', TYPES.map((type) => `${type}HtmCost` as const)],
  ['allDebtHtmFairValue', TYPES.map((type) => `${type}HtmFairValue` as const)],
  [
    'allDebtAfsCost',
    [...TYPES.map((type) => `${type}AfsCost` as const), 'portfolioLayerAdjustment'],
  ],
];

/** Loans by type add up by three recipes: form 031, and the others by how item 2 is filed. */
function loanGap(report: CallReport): number {
  const whole = sum(report, ['loansTotal', 'loansUnearnedIncome']);
  const shared = sum(report, [
    'loansAgricultural',
    'loansCreditCard',
    'loansOtherRevolvingConsumer',
    'loansAutomobile',
    'loansOtherConsumer',
    'loansMunicipal',
    'loansConstructionResidential',
    'loansConstructionOther',
    'loansFarmland',
    'loansHomeEquityLines',
    'loansResidentialFirstLien',
    'loansResidentialJuniorLien',
    'loansMultifamily',
    'loansOwnerOccupied',
    'loansNonresidentialOther',
    'loansCommercialIndustrial',
    'loansNondepositoryFinancial',
    'loansOther',
    'leases',
  ]);
  const depositories =
    report.amount('loansDepositories') ??
    sum(report, ['loansUsCommercialBanks', 'loansOtherUsDepositories', 'loansForeignBanks']);
  return whole - shared - depositories;
}

const title = hasCallReports ? '' : ' (skipped: ../shared/data/ffiec-bulk is not there)';

describe.skipIf(!hasCallReports)(`Call Reports add up as their forms say${title}`, () => {
  const years = hasCallReports ? [2021, 2022].map((year) => callReports(year)) : [];

  it.each(WHOLES)(
    'CALL-10: %s is the sum of its parts in every report of two years',
    (whole, parts) => {
      for (const reports of years) {
        const gap = (report: CallReport) => sum(report, [whole]) - sum(report, parts);
        expect(broken(reports, gap)).toEqual([]);
      }
    },
  );

  it('CALL-10: loans of forms 041 and 051 add up by type', () => {
    for (const reports of years) {
      const gap = (report: CallReport) => (report.institution.form === '031' ? 0 : loanGap(report));
      expect(broken(reports, gap)).toEqual([]);
    }
  });
});
