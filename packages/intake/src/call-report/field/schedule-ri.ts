import { amountsOf, electionsOf, income } from './field.js';

const amount = amountsOf('RI');
const equityChange = amountsOf('RI-A');
const allowance = amountsOf('RI-B II');
const election = electionsOf('RI');

/** Schedules RI, RI-A and RI-B part II: all amounts since 1 January. */
export const SCHEDULE_RI = {
  interestResidentialLoans: amount(
    income('4435'),
    'Interest on loans secured by 1-4 family houses (item 1.a)',
  ),
  interestOtherRealEstateLoans: amount(
    income('4436'),
    'Interest on other loans secured by real estate (item 1.a)',
  ),
  interestCommercialLoans: amount(
    income('4012'),
    'Interest on commercial and industrial loans (item 1.a)',
  ),
  interestAgriculturalLoans: amount(
    income('4024'),
    'Interest on agricultural loans; 041 and 051: a part of interestOtherLoans (item 1.a, M.6)',
  ),
  interestCreditCards: amount(income('B485'), 'Interest on credit cards (item 1.a)'),
  interestOtherConsumerLoans: amount(
    income('B486'),
    'Interest on other loans to individuals (item 1.a)',
  ),
  interestOtherLoans: amount(
    ['RIAD4058', 'RIADB487'],
    'Interest on all other loans, domestic offices (item 1.a)',
  ),
  interestForeignLoans: amount(income('4059'), 'Interest on loans of foreign offices (item 1.a)'),
  interestLoans: amount(income('4010'), 'Interest and fees on loans, all (item 1.a)'),
  interestLeases: amount(income('4065'), 'Income from leases (item 1.b)'),
  interestDue: amount(income('4115'), 'Interest on balances due (item 1.c)'),
  interestTreasuryAndAgency: amount(
    income('B488'),
    'Interest on US Treasury and agency debt, no MBS (item 1.d.1)',
  ),
  interestMbs: amount(income('B489'), 'Interest on mortgage-backed securities (item 1.d.2)'),
  interestOtherSecurities: amount(
    income('4060'),
    'Interest and dividends on all other securities (item 1.d.3)',
  ),
  interestTrading: amount(income('4069'), 'Interest on trading assets, form 031 (item 1.e)'),
  interestFederalFundsSold: amount(
    income('4020'),
    'Interest on federal funds sold and securities to resell (item 1.f)',
  ),
  interestOther: amount(income('4518'), 'Other interest income (item 1.g)'),
  interestIncome: amount(income('4107'), 'Total interest income (item 1.h)'),
  expenseTransaction: amount(
    income('4508'),
    'Interest on transaction accounts, domestic (item 2.a.1)',
  ),
  expenseSavings: amount(
    income('0093'),
    'Interest on savings deposits, money market accounts included (item 2.a)',
  ),
  expenseSmallTime: amount(
    income('HK03'),
    'Interest on time deposits of USD 250,000 or less (item 2.a)',
  ),
  expenseLargeTime: amount(income('HK04'), 'Interest on time deposits over USD 250,000 (item 2.a)'),
  expenseForeignDeposits: amount(
    income('4172'),
    'Interest on deposits of foreign offices (item 2.a)',
  ),
  expenseFederalFundsPurchased: amount(
    income('4180'),
    'Interest on federal funds purchased and securities to repurchase (item 2.b)',
  ),
  expenseOtherBorrowedMoney: amount(
    ['RIAD4185', 'RIADGW44'],
    'Interest on trading liabilities and other borrowed money; form 051: other expense (item 2.c)',
  ),
  expenseSubordinatedDebt: amount(income('4200'), 'Interest on subordinated debt (item 2.d)'),
  interestExpense: amount(income('4073'), 'Total interest expense (item 2.e)'),
  netInterestIncome: amount(income('4074'), 'Net interest income (item 3)'),
  provision: amount(income('JJ33'), 'Provision for credit losses (item 4)'),
  noninterestIncome: amount(income('4079'), 'Noninterest income (item 5.m)'),
  depositServiceCharges: amount(
    income('4080'),
    'Service charges on deposits, domestic offices (item 5.b)',
  ),
  realisedGainsHtm: amount(income('3521'), 'Realised gains on HTM securities (item 6.a)'),
  realisedGainsAfs: amount(income('3196'), 'Realised gains on AFS securities (item 6.b)'),
  noninterestExpense: amount(income('4093'), 'Noninterest expense (item 7.e)'),
  salaries: amount(income('4135'), 'Salaries and employee benefits (item 7.a)'),
  premisesExpense: amount(income('4217'), 'Expense of premises and fixed assets (item 7.b)'),
  incomeBeforeTax: amount(income('4301'), 'Income before tax (item 8.c)'),
  incomeTax: amount(income('4302'), 'Income tax (item 9)'),
  netIncome: amount(income('4340'), 'Net income of the bank (item 14)'),
  taxExemptSecuritiesIncome: amount(
    income('4507'),
    'Income on tax-exempt securities of states, in item 1.d.3 (M.4)',
  ),
  subchapterS: election(income('A530'), 'Subchapter S election for federal income tax (M.12)'),
  dividendsCommon: equityChange(income('4460'), 'Dividends on common stock (RI-A item 9)'),
  otherComprehensiveIncome: equityChange(
    income('B511'),
    'Other comprehensive income (RI-A item 10)',
  ),
  chargeOffs: allowance(income('C079'), 'Charge-offs against the allowance (RI-B II item 3)'),
  recoveries: allowance(income('4605'), 'Recoveries (RI-B II item 2)'),
};
