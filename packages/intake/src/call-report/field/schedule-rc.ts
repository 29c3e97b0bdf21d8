import { amountsOf, consolidated, domestic, foreign } from './field.js';

const amount = amountsOf('RC');

/** Schedule RC, the balance sheet, in the order of the form. */
export const SCHEDULE_RC = {
  cashNoninterestBearing: amount(
    consolidated('0081'),
    'Cash: currency, coin and balances due that bear no interest (item 1.a)',
  ),
  cashInterestBearing: amount(
    consolidated('0071'),
    'Cash: balances due that bear interest, reserves at the Fed included (item 1.b)',
  ),
  htmNet: amount(
    [...consolidated('JJ34'), ...consolidated('1754')],
    'Held-to-maturity debt securities at amortised cost, net of allowance (item 2.a)',
  ),
  afsFairValue: amount(
    consolidated('1773'),
    'Available-for-sale debt securities at fair value (item 2.b)',
  ),
  equitySecurities: amount(
    consolidated('JA22'),
    'Equity securities with readily determinable fair value, not for trading (item 2.c)',
  ),
  federalFundsSold: amount(domestic('B987'), 'Federal funds sold, domestic offices (item 3.a)'),
  securitiesPurchasedToResell: amount(
    consolidated('B989'),
    'Securities purchased under agreements to resell (item 3.b)',
  ),
  loansHeldForSale: amount(consolidated('5369'), 'Loans and leases held for sale (item 4.a)'),
  loansHeldForInvestment: amount(
    consolidated('B528'),
    'Loans and leases held for investment, before the allowance (item 4.b)',
  ),
  loanAllowance: amount(
    consolidated('3123'),
    'Allowance for credit losses on loans and leases, a positive amount (item 4.c)',
  ),
  loansNet: amount(
    consolidated('B529'),
    'Loans and leases held for investment, net of the allowance (item 4.d)',
  ),
  tradingAssets: amount(consolidated('3545'), 'Trading assets (item 5)'),
  premises: amount(consolidated('2145'), 'Premises and fixed assets, leased included (item 6)'),
  otherRealEstateOwned: amount(consolidated('2150'), 'Other real estate owned (item 7)'),
  unconsolidatedSubsidiaries: amount(
    consolidated('2130'),
    'Investments in unconsolidated subsidiaries and associated companies (item 8)',
  ),
  realEstateVentures: amount(
    consolidated('3656'),
    'Direct and indirect investments in real estate ventures (item 9)',
  ),
  intangibleAssets: amount(
    consolidated('2143'),
    'Intangible assets, goodwill and servicing assets included (item 10)',
  ),
  otherAssets: amount(consolidated('2160'), 'Other assets, detailed in RC-F (item 11)'),
  totalAssets: amount(consolidated('2170'), 'Total assets (item 12)'),
  depositsDomestic: amount(domestic('2200'), 'Deposits in domestic offices (item 13.a)'),
  depositsDomesticNoninterestBearing: amount(
    domestic('6631'),
    'Deposits in domestic offices that bear no interest (item 13.a.1)',
  ),
  depositsDomesticInterestBearing: amount(
    domestic('6636'),
    'Deposits in domestic offices that bear interest (item 13.a.2)',
  ),
  depositsForeign: amount(foreign('2200'), 'Deposits in foreign offices (item 13.b)'),
  depositsForeignNoninterestBearing: amount(
    foreign('6631'),
    'Deposits in foreign offices that bear no interest (item 13.b.1)',
  ),
  depositsForeignInterestBearing: amount(
    foreign('6636'),
    'Deposits in foreign offices that bear interest (item 13.b.2)',
  ),
  federalFundsPurchased: amount(
    domestic('B993'),
    'Federal funds purchased, domestic offices (item 14.a)',
  ),
  securitiesSoldToRepurchase: amount(
    consolidated('B995'),
    'Securities sold under agreements to repurchase (item 14.b)',
  ),
  tradingLiabilities: amount(consolidated('3548'), 'Trading liabilities (item 15)'),
  otherBorrowedMoney: amount(
    consolidated('3190'),
    'Other borrowed money, FHLB advances included (item 16)',
  ),
  subordinatedDebt: amount(consolidated('3200'), 'Subordinated notes and debentures (item 19)'),
  otherLiabilities: amount(consolidated('2930'), 'Other liabilities, detailed in RC-G (item 20)'),
  totalLiabilities: amount(consolidated('2948'), 'Total liabilities (item 21)'),
  preferredStock: amount(
    consolidated('3838'),
    'Perpetual preferred stock and related surplus (item 23)',
  ),
  commonStock: amount(consolidated('3230'), 'Common stock (item 24)'),
  surplus: amount(consolidated('3839'), 'Surplus, without that of preferred stock (item 25)'),
  retainedEarnings: amount(consolidated('3632'), 'Retained earnings (item 26.a)'),
  accumulatedOci: amount(
    consolidated('B530'),
    'Accumulated other comprehensive income (item 26.b)',
  ),
  otherEquityComponents: amount(consolidated('A130'), 'Other components of equity (item 26.c)'),
  bankEquity: amount(consolidated('3210'), 'Total bank equity capital (item 27.a)'),
  minorityInterest: amount(
    consolidated('3000'),
    'Noncontrolling (minority) interests in consolidated subsidiaries (item 27.b)',
  ),
  totalEquity: amount(consolidated('G105'), 'Total equity capital (item 28)'),
};
