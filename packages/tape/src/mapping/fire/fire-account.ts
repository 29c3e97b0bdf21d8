import {
  FIRE_CURRENCY,
  FIRE_ID,
  FIRE_RATE,
  fireAmount,
  fireDate,
  fireFrequency,
  OFF_BALANCE_SHEET,
} from './fire-parts.js';
import type { FireSchema } from './fire-schema.js';

const TERM_ACCOUNTS = [
  ...['bonds', 'cd', 'isa_time_deposit', 'isa_time_deposit_io', 'retail_bonds'],
  ...['time_deposit', 'time_deposit_io'],
] as const;
const OPEN_ACCOUNTS = [
  ...['call', 'checking', 'current', 'current_io', 'internet_only', 'ira', 'isa', 'isa_current'],
  ...['isa_current_io', 'isa_io', 'money_market', 'prepaid_card', 'savings', 'savings_io'],
  ...['third_party_savings', 'vostro'],
] as const;

/**
 * FIRE accounts that are deposits. Ledger accounts (accruals, provisions, income, own accounts at
 * other banks) are no contracts: such rows fit nothing and are quarantined, not guessed at.
 */
export const FIRE_ACCOUNT: FireSchema = {
  leaveOut: [OFF_BALANCE_SHEET],
  rows: [
    {
      kind: 'deposits',
      when: [{ column: 'type', in: [...TERM_ACCOUNTS, ...OPEN_ACCOUNTS] }],
      balance: 'notionalPrincipal',
      terms: {
        contractID: FIRE_ID,
        product: { column: 'type' },
        currency: FIRE_CURRENCY,
        contractType: {
          column: 'type',
          codes: Object.fromEntries([
            ...TERM_ACCOUNTS.map((type) => [type, 'PAM']),
            ...OPEN_ACCOUNTS.map((type) => [type, 'UMP']),
          ]),
        },
        notionalPrincipal: fireAmount('balance'),
        insuredAmount: fireAmount('guarantee_amount'),
        nominalInterestRate: FIRE_RATE,
        initialExchangeDate: fireDate('start_date'),
        maturityDate: fireDate('end_date'),
        cycleOfInterestPayment: fireFrequency('interest_repayment_frequency'),
      },
    },
  ],
};
