import { amountsOf, consolidated, domestic, foreign } from './field.js';

const amount = amountsOf('RC-K');

/** Schedule RC-K, averages over the quarter. */
export const SCHEDULE_RC_K = {
  averageCashInterestBearing: amount(
    consolidated('3381'),
    'Average interest-bearing balances due (item 1)',
  ),
  averageTreasuryAndAgency: amount(
    consolidated('B558'),
    'Average US Treasury and agency debt, no MBS (item 2)',
  ),
  averageMbs: amount(consolidated('B559'), 'Average mortgage-backed securities (item 3)'),
  averageOtherSecurities: amount(consolidated('B560'), 'Average of all other securities (item 4)'),
  averageFederalFundsSold: amount(
    consolidated('3365'),
    'Average federal funds sold and securities purchased to resell (item 5)',
  ),
  averageLoansDomestic: amount(domestic('3360'), 'Average loans, domestic offices (item 6.a)'),
  averageLoansResidential: amount(
    domestic('3465'),
    'Average loans secured by 1-4 family houses (item 6.a.2)',
  ),
  averageLoansOtherRealEstate: amount(
    domestic('3466'),
    'Average other loans secured by real estate (item 6.a)',
  ),
  averageLoansAgricultural: amount(domestic('3386'), 'Average agricultural loans (item 6.a)'),
  averageLoansCommercialIndustrial: amount(
    domestic('3387'),
    'Average commercial and industrial loans (item 6.a)',
  ),
  averageLoansCreditCard: amount(domestic('B561'), 'Average credit card loans (item 6.a)'),
  averageLoansOtherConsumer: amount(
    domestic('B562'),
    'Average other loans to individuals (item 6.a)',
  ),
  averageLoansForeign: amount(foreign('3360'), 'Average loans, foreign offices (item 6.b)'),
  averageTradingAssets: amount(consolidated('3401'), 'Average trading assets (item 7)'),
  averageLeases: amount(consolidated('3484'), 'Average lease financing receivables (item 8)'),
  averageTotalAssets: amount(consolidated('3368'), 'Average total assets (item 9)'),
  averageInterestTransaction: amount(
    domestic('3485'),
    'Average interest-bearing transaction accounts (item 10)',
  ),
  averageSavings: amount(
    domestic('B563'),
    'Average savings deposits, money market accounts included (item 11.a)',
  ),
  averageSmallTime: amount(
    domestic('HK16'),
    'Average time deposits of USD 250,000 or less (item 11.b)',
  ),
  averageLargeTime: amount(domestic('HK17'), 'Average time deposits over USD 250,000 (item 11.c)'),
  averageForeignInterestBearing: amount(
    foreign('3404'),
    'Average interest-bearing deposits, foreign offices (item 12)',
  ),
  averageFederalFundsPurchased: amount(
    consolidated('3353'),
    'Average federal funds purchased and securities sold to repurchase (item 13)',
  ),
  averageOtherBorrowedMoney: amount(consolidated('3355'), 'Average other borrowed money (item 14)'),
};
