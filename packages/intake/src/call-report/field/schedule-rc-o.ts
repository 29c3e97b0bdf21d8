import { amountsOf, countsOf, domestic } from './field.js';

const amount = amountsOf('RC-O');
const count = countsOf('RC-O');

/** Schedule RC-O, deposit insurance: memoranda 1 and 2, in part 1 of the bulk files. */
export const SCHEDULE_RC_O = {
  accountsInsuredSize: amount(
    domestic('F049'),
    'Deposit accounts, not for retirement, of USD 250,000 or less: amount (M.1.a.1)',
  ),
  accountsOverInsuredSize: amount(
    domestic('F051'),
    'Deposit accounts, not for retirement, over USD 250,000: amount (M.1.b.1)',
  ),
  accountsOverInsuredSizeCount: count(
    domestic('F052'),
    'Deposit accounts, not for retirement, over USD 250,000: number (M.1.b.2)',
  ),
  retirementInsuredSize: amount(
    domestic('F045'),
    'Retirement deposit accounts of USD 250,000 or less: amount (M.1.c.1)',
  ),
  retirementOverInsuredSize: amount(
    domestic('F047'),
    'Retirement deposit accounts over USD 250,000: amount (M.1.d.1)',
  ),
  retirementOverInsuredSizeCount: count(
    domestic('F048'),
    'Retirement deposit accounts over USD 250,000: number (M.1.d.2)',
  ),
  uninsuredDeposits: amount(
    domestic('5597'),
    'Estimated uninsured deposits, domestic offices; banks of USD 1 billion or more (M.2)',
  ),
};
