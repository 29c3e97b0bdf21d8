import { FIRE_CURRENCY, FIRE_ID, FIRE_RATE, fireAmount, fireDate } from './fire-parts.js';
import type { FireSchema } from './fire-schema.js';

/**
 * FIRE derivatives: the fixed leg of an interest rate swap stands for the swap; long of it is taken
 * as receiving it. FIRE says nothing of hedge accounting: a swap comes in as undesignated until the
 * mapping is edited. Floating legs are left out; other derivatives are quarantined.
 */
export const FIRE_DERIVATIVE: FireSchema = {
  leaveOut: [{ when: [{ column: 'leg_type', in: ['floating'] }], reason: 'the other leg' }],
  rows: [
    {
      kind: 'derivatives',
      when: [
        { column: 'type', in: ['vanilla_swap', 'ois'] },
        { column: 'leg_type', in: ['fixed'] },
      ],
      balance: 'notionalPrincipal',
      terms: {
        contractID: FIRE_ID,
        product: { column: 'type' },
        currency: FIRE_CURRENCY,
        contractType: { constant: 'SWPPV' },
        contractRole: { column: 'position', codes: { long: 'RFL', short: 'PFL' } },
        notionalPrincipal: fireAmount('notional_amount'),
        fairValue: fireAmount('mtm_clean'),
        nominalInterestRate: FIRE_RATE,
        initialExchangeDate: fireDate('start_date'),
        maturityDate: fireDate('end_date'),
        hedgeModel: { constant: 'undesignated' },
        hedgedGroup: { constant: 'none' },
      },
    },
  ],
};
