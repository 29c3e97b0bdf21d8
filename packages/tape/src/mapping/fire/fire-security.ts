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

const BULLETS = [
  ...['bond', 'cd', 'commercial_paper', 'covered_bond', 'debt', 'emtn', 'frn', 'mtn'],
  'treasury',
] as const;
const PASS_THROUGHS = ['mbs', 'nha_mbs', 'rmbs'] as const;

function byType(bullet: string, passThrough: string): Readonly<Record<string, string>> {
  return Object.fromEntries([
    ...BULLETS.map((type) => [type, bullet] as const),
    ...PASS_THROUGHS.map((type) => [type, passThrough] as const),
  ]);
}

const SHARED: RowMapping['terms'] = {
  contractID: FIRE_ID,
  product: { column: 'type' },
  currency: FIRE_CURRENCY,
  contractType: { column: 'type', codes: byType('PAM', 'ANN') },
  notionalPrincipal: fireAmount('notional_amount'),
  carryingAmount: fireAmount('balance'),
  fairValue: fireAmount('mtm_clean'),
  nominalInterestRate: FIRE_RATE,
  rateType: { column: 'type', codes: { ...byType('fixed', 'fixed'), frn: 'floating' } },
  rateIndex: FIRE_INDEX,
  initialExchangeDate: fireDate('start_date'),
  maturityDate: fireDate('maturity_date'),
  cycleAnchorDateOfRateReset: fireDate('next_repricing_date'),
  cycleOfInterestPayment: fireFrequency('interest_repayment_frequency'),
};

/**
 * FIRE securities: held, and where `asset_liability` says so issued. Classes of IFRS 9 stand for
 * those of US GAAP that are measured alike; trading and fair value through profit have none here.
 */
export const FIRE_SECURITY: FireSchema = {
  leaveOut: [OFF_BALANCE_SHEET],
  rows: [
    { kind: 'borrowings', when: [LIABILITY], balance: 'notionalPrincipal', terms: SHARED },
    {
      kind: 'securities',
      when: [],
      balance: 'notionalPrincipal',
      terms: {
        ...SHARED,
        accountingClass: {
          column: 'accounting_treatment',
          codes: {
            amortised_cost: 'held-to-maturity',
            available_for_sale: 'available-for-sale',
            fv_oci: 'available-for-sale',
            held_to_maturity: 'held-to-maturity',
          },
        },
      },
    },
  ],
};
