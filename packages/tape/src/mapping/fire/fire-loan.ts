import type { RowMapping } from '../tape-mapping.js';
import {
  FIRE_CURRENCY,
  FIRE_ID,
  FIRE_INDEX,
  FIRE_RATE,
  fireAmount,
  fireDate,
  fireFrequency,
  LIABILITY,
  OFF_BALANCE_SHEET,
} from './fire-parts.js';
import type { FireSchema } from './fire-schema.js';

const TERMS_OF_A_LOAN: RowMapping['terms'] = {
  contractID: FIRE_ID,
  product: { column: 'type' },
  currency: FIRE_CURRENCY,
  contractType: {
    column: 'repayment_type',
    codes: { interest_only: 'PAM', repayment: 'ANN' },
  },
  notionalPrincipal: fireAmount('balance'),
  nominalInterestRate: FIRE_RATE,
  rateType: {
    column: 'rate_type',
    codes: { fixed: 'fixed', tracker: 'floating', variable: 'floating' },
  },
  rateIndex: FIRE_INDEX,
  initialExchangeDate: fireDate('start_date'),
  maturityDate: fireDate('end_date'),
  cycleAnchorDateOfRateReset: fireDate('next_repricing_date'),
  cycleOfPrincipalRedemption: fireFrequency('repayment_frequency'),
  cycleOfInterestPayment: fireFrequency('interest_repayment_frequency'),
};

/** FIRE loans: what the bank has lent, and where `asset_liability` says so what it owes. */
export const FIRE_LOAN: FireSchema = {
  leaveOut: [
    OFF_BALANCE_SHEET,
    {
      when: [{ column: 'status', in: ['cancelled', 'committed', 'cancellable'] }],
      reason: 'a loan that is cancelled or not drawn',
    },
  ],
  rows: [
    { kind: 'borrowings', when: [LIABILITY], balance: 'notionalPrincipal', terms: TERMS_OF_A_LOAN },
    { kind: 'loans', when: [], balance: 'notionalPrincipal', terms: TERMS_OF_A_LOAN },
  ],
};
