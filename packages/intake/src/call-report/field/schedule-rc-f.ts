import { amountsOf, consolidated, domestic } from './field.js';

const asset = amountsOf('RC-F');
const liability = amountsOf('RC-G');

/** Schedules RC-F, other assets, and RC-G, other liabilities. */
export const SCHEDULES_RC_F_G = {
  accruedInterestReceivable: asset(
    consolidated('B556'),
    'Accrued interest receivable (RC-F item 1)',
  ),
  deferredTaxAssets: asset(consolidated('2148'), 'Net deferred tax assets (RC-F item 2)'),
  equityWithoutFairValue: asset(
    consolidated('1752'),
    'Equity investments without readily determinable fair value (RC-F item 4)',
  ),
  lifeInsuranceGeneral: asset(
    consolidated('K201'),
    'Life insurance assets, general account (RC-F item 5.a)',
  ),
  lifeInsuranceSeparate: asset(
    consolidated('K202'),
    'Life insurance assets, separate account (RC-F item 5.b)',
  ),
  lifeInsuranceHybrid: asset(
    consolidated('K270'),
    'Life insurance assets, hybrid account (RC-F item 5.c)',
  ),
  depositInterestPayable: liability(
    domestic('3645'),
    'Interest accrued and unpaid on deposits of domestic offices (RC-G item 1.a)',
  ),
  deferredTaxLiabilities: liability(
    consolidated('3049'),
    'Net deferred tax liabilities (RC-G item 2)',
  ),
  offBalanceSheetAllowance: liability(
    consolidated('B557'),
    'Allowance for credit losses on off-balance-sheet exposures (RC-G item 3)',
  ),
};
