import type { Position } from '@almfes/engine';
import type { FieldName } from '../../call-report/index.js';
import { type BuiltPart, carryingOf, type PartTerms, reconciliationLine } from '../built-part.js';
import {
  type BucketMonths,
  evenPrincipal,
  floatingRate,
  monthIn,
  positionRow,
} from './position-row.js';

interface BorrowingBucket {
  readonly end: string;
  readonly fields: readonly FieldName[];
  readonly months: BucketMonths;
}

/** Buckets of RC-M 5: advances and other borrowings; over five years is taken to end at ten. */
const BUCKETS: readonly BorrowingBucket[] = [
  {
    end: 'to-1y',
    fields: ['advancesTo1Year', 'otherBorrowingsTo1Year'],
    months: { from: 0, to: 12 },
  },
  {
    end: '1y-to-3y',
    fields: ['advances1To3Years', 'otherBorrowings1To3Years'],
    months: { from: 12, to: 36 },
  },
  {
    end: '3y-to-5y',
    fields: ['advances3To5Years', 'otherBorrowings3To5Years'],
    months: { from: 36, to: 60 },
  },
  {
    end: 'over-5y',
    fields: ['advancesOver5Years', 'otherBorrowingsOver5Years'],
    months: { from: 60, to: 120 },
  },
];

/** Ten-year notes callable after five: seven years to go on average, by judgement. */
const SUBORDINATED_MONTHS = 84;

/** Federal funds and repos bought, borrowings by repricing, subordinated debt (rule CALL-29). */
export function borrowingPart({ reader, market, assumed, rates }: PartTerms): BuiltPart {
  const overnight = reader.sum(['federalFundsPurchased', 'securitiesSoldToRepurchase']);
  const bought = borrowed('federal-funds-purchased', overnight, market.policyRate, {
    ...evenPrincipal(1),
    ...floatingRate(0),
  });
  const place = assumed('borrowingPlace').value;
  const dated = BUCKETS.map(({ end, fields, months }, at) => {
    const rate = at === 0 ? rates.shortBorrowings : rates.borrowings;
    const terms = evenPrincipal(monthIn(months, place));
    return borrowed(`borrowings-${end}`, reader.sum(fields), rate, terms);
  });
  const subordinated = borrowed(
    'subordinated-debt',
    reader.amount('subordinatedDebt'),
    rates.subordinatedDebt,
    evenPrincipal(SUBORDINATED_MONTHS),
  );
  return {
    rows: [bought, ...dated, subordinated],
    lines: [
      reconciliationLine(reader, {
        ...{ item: 'federal-funds-purchased', title: 'Federal funds purchased and repos' },
        added: ['federalFundsPurchased', 'securitiesSoldToRepurchase'],
        builtUsdMillion: bought.carryingUsdMillion,
      }),
      reconciliationLine(reader, {
        ...{ item: 'other-borrowed-money', title: 'Other borrowed money' },
        added: ['otherBorrowedMoney'],
        builtUsdMillion: carryingOf(dated),
      }),
      reconciliationLine(reader, {
        ...{ item: 'subordinated-debt', title: 'Subordinated debt' },
        added: ['subordinatedDebt'],
        builtUsdMillion: subordinated.carryingUsdMillion,
      }),
    ],
    borne: { borrowingPlace: carryingOf(dated) },
  };
}

function borrowed(id: string, balance: number, rate: number, terms: Partial<Position>): Position {
  return positionRow({
    ...{ id, side: 'liability', group: 'borrowings', accountingClass: 'amortised-cost', rate },
    ...{ notionalUsdMillion: balance, carryingUsdMillion: balance },
    ...terms,
  });
}
