import { amountsOf, consolidated } from './field.js';

const amount = amountsOf('RC-A');

/** Schedule RC-A, cash and balances due: form 031, and 041 from USD 300 million of assets. */
export const SCHEDULE_RC_A = {
  cashAndDue: amount(consolidated('0010'), 'Cash and balances due, all (item 5)'),
  cashAtFederalReserve: amount(
    consolidated('0090'),
    'Balances due from Federal Reserve Banks (item 4)',
  ),
  cashAtForeignBanks: amount(
    consolidated('0070'),
    'Balances due from banks in foreign countries and their central banks (item 3)',
  ),
  cashAtUsDepositories: amount(
    consolidated('0082'),
    'Balances due from depository institutions in the US (item 2)',
  ),
};
