import { amountsOf, consolidated, domestic } from './field.js';

const amount = amountsOf('RC-C I');

/**
 * Loans and leases by type, part I. Loans on real estate are those of domestic offices: only some
 * filers of FFIEC 031 split the foreign ones, the others file one sum (RCFD1410).
 */
const TYPES = {
  loansConstructionResidential: amount(
    domestic('F158'),
    'Construction of 1-4 family houses (item 1.a.1)',
  ),
  loansConstructionOther: amount(
    domestic('F159'),
    'Other construction and land development (item 1.a.2)',
  ),
  loansFarmland: amount(domestic('1420'), 'Secured by farmland (item 1.b)'),
  loansHomeEquityLines: amount(
    domestic('1797'),
    'Revolving, secured by 1-4 family houses (item 1.c.1)',
  ),
  loansResidentialFirstLien: amount(
    domestic('5367'),
    'Closed-end, first lien on 1-4 family houses (item 1.c.2.a)',
  ),
  loansResidentialJuniorLien: amount(
    domestic('5368'),
    'Closed-end, junior lien on 1-4 family houses (item 1.c.2.b)',
  ),
  loansMultifamily: amount(domestic('1460'), 'Secured by multifamily houses (item 1.d)'),
  loansOwnerOccupied: amount(
    domestic('F160'),
    'Secured by owner-occupied nonfarm nonresidential property (item 1.e.1)',
  ),
  loansNonresidentialOther: amount(
    domestic('F161'),
    'Secured by other nonfarm nonresidential property (item 1.e.2)',
  ),
  loansRealEstateConsolidated: amount(
    ['RCFD1410'],
    'Secured by real estate, all offices: the sum that filers of 031 without a split file',
  ),
  loansDepositories: amount(
    domestic('1288'),
    'To depository institutions, one sum: form 051 and small 041; it includes the split (item 2)',
  ),
  loansUsCommercialBanks: amount(
    domestic('B531'),
    'To commercial banks in the US, form 041; 031: domestic offices (item 2.a)',
  ),
  loansUsBranchesOfForeignBanks: amount(
    ['RCFDB532'],
    'To US branches and agencies of foreign banks, form 031 (item 2.a.1)',
  ),
  loansOtherUsCommercialBanks: amount(
    ['RCFDB533'],
    'To other commercial banks in the US, form 031 (item 2.a.2)',
  ),
  loansOtherUsDepositories: amount(
    consolidated('B534'),
    'To other depository institutions in the US, forms 031 and 041 (item 2.b)',
  ),
  loansForeignBanks: amount(
    domestic('B535'),
    'To banks in foreign countries, form 041; 031: domestic offices (item 2.c)',
  ),
  loansForeignBranchesOfUsBanks: amount(
    ['RCFDB536'],
    'To foreign branches of other US banks, form 031 (item 2.c.1)',
  ),
  loansOtherForeignBanks: amount(
    ['RCFDB537'],
    'To other banks in foreign countries, form 031 (item 2.c.2)',
  ),
  loansAgricultural: amount(consolidated('1590'), 'Agricultural production (item 3)'),
  loansCommercialIndustrial: amount(
    domestic('1766'),
    'Commercial and industrial, all, forms 041 and 051 (item 4)',
  ),
  loansCommercialIndustrialUs: amount(
    consolidated('1763'),
    'Commercial and industrial, US addressees, form 031 and large 041 (item 4.a)',
  ),
  loansCommercialIndustrialForeign: amount(
    consolidated('1764'),
    'Commercial and industrial, foreign addressees, form 031 and large 041 (item 4.b)',
  ),
  loansCreditCard: amount(consolidated('B538'), 'To individuals: credit cards (item 6.a)'),
  loansOtherRevolvingConsumer: amount(
    consolidated('B539'),
    'To individuals: other revolving credit (item 6.b)',
  ),
  loansAutomobile: amount(consolidated('K137'), 'To individuals: automobiles (item 6.c)'),
  loansOtherConsumer: amount(consolidated('K207'), 'To individuals: other (item 6.d)'),
  loansForeignGovernments: amount(
    consolidated('2081'),
    'To foreign governments and official institutions, form 031 (item 7)',
  ),
  loansMunicipal: amount(
    consolidated('2107'),
    'Obligations, no securities, of US states and political subdivisions (item 8)',
  ),
  loansNondepositoryFinancial: amount(
    consolidated('J454'),
    'To nondepository financial institutions (item 9.a)',
  ),
  loansNondepositoryAndOther: amount(
    ['RCFD1563'],
    'To nondepository financial institutions, and other: the sum of form 031 (item 9)',
  ),
  loansOther: amount(domestic('J464'), 'Other, forms 041 and 051: all of item 9.b'),
  leasesConsumer: amount(
    consolidated('F162'),
    'Leases to individuals, form 031 and large 041 (item 10.a)',
  ),
  leasesOther: amount(consolidated('F163'), 'All other leases, 031 and large 041 (item 10.b)'),
  leases: amount(domestic('2165'), 'Leases of domestic offices, all; 031: see the split (item 10)'),
  loansUnearnedIncome: amount(
    consolidated('2123'),
    'Unearned income on loans, a positive amount to deduct (item 11)',
  ),
  loansTotal: amount(
    consolidated('2122'),
    'Loans and leases, held for sale and for investment, net of unearned income (item 12)',
  ),
};

const FIRST_LIEN =
  'Closed-end first-lien 1-4 family loans of domestic offices, by maturity or repricing (M.2.a)';
const OTHER_LOANS = 'All other loans and leases, by maturity or repricing (M.2.b)';

/** Memorandum 2 counts by the earlier of maturity and next repricing, nonaccrual left out. */
const MEMORANDA = {
  firstLienTo3Months: amount(domestic('A564'), `${FIRST_LIEN}: 3 months or less`),
  firstLien3To12Months: amount(domestic('A565'), `${FIRST_LIEN}: over 3 to 12 months`),
  firstLien1To3Years: amount(domestic('A566'), `${FIRST_LIEN}: over 1 to 3 years`),
  firstLien3To5Years: amount(domestic('A567'), `${FIRST_LIEN}: over 3 to 5 years`),
  /** The second header row of the bulk file calls this code 'over 15 years', which it is not. */
  firstLien5To15Years: amount(domestic('A568'), `${FIRST_LIEN}: over 5 to 15 years`),
  firstLienOver15Years: amount(domestic('A569'), `${FIRST_LIEN}: over 15 years`),
  otherLoansTo3Months: amount(consolidated('A570'), `${OTHER_LOANS}: 3 months or less`),
  otherLoans3To12Months: amount(consolidated('A571'), `${OTHER_LOANS}: over 3 to 12 months`),
  otherLoans1To3Years: amount(consolidated('A572'), `${OTHER_LOANS}: over 1 to 3 years`),
  otherLoans3To5Years: amount(consolidated('A573'), `${OTHER_LOANS}: over 3 to 5 years`),
  otherLoans5To15Years: amount(consolidated('A574'), `${OTHER_LOANS}: over 5 to 15 years`),
  otherLoansOver15Years: amount(consolidated('A575'), `${OTHER_LOANS}: over 15 years`),
  loansMaturingTo1Year: amount(
    consolidated('A247'),
    'Loans and leases with a remaining maturity of 1 year or less (M.2.c)',
  ),
  loansFirstLienAdjustable: amount(
    consolidated('5370'),
    'Adjustable-rate closed-end first-lien 1-4 family loans (M.4)',
  ),
  pledgedLoans: amount(consolidated('G378'), 'Pledged loans and leases (M.14)'),
};

/** Schedule RC-C part I, loans and leases. */
export const SCHEDULE_RC_C = { ...TYPES, ...MEMORANDA };
