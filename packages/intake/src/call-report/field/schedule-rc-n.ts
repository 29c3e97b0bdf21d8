import { amountsOf, consolidated } from './field.js';

const amount = amountsOf('RC-N');

/** Schedule RC-N, past due and nonaccrual: the totals, which memorandum buckets leave out. */
export const SCHEDULE_RC_N = {
  pastDue30To89Days: amount(consolidated('1406'), 'Past due 30 to 89 days, accruing (item 9)'),
  pastDue90Days: amount(consolidated('1407'), 'Past due 90 days or more, accruing (item 9)'),
  nonaccrual: amount(consolidated('1403'), 'Nonaccrual loans and leases (item 9)'),
};
