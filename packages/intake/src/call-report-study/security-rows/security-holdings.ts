import type { CallReport, FieldName } from '../../call-report/index.js';
import {
  SECURITY_BOOKS,
  SECURITY_TYPE_NAMES,
  SECURITY_TYPES,
  type SecurityBlock,
  type SecurityBook,
  type SecurityType,
} from './security-type.js';

/** One type in one book, USD million. */
export interface SecurityHolding {
  readonly type: SecurityType;
  readonly book: SecurityBook;
  readonly costUsdMillion: number;
  readonly fairValueUsdMillion: number;
}

/** What a report says of its debt securities: types with marks, and buckets of all together. */
export interface SecurityHoldings {
  /** Those with a cost above zero, in the order of the form. */
  readonly holdings: readonly SecurityHolding[];
  /** Memorandum 2: HTM at cost and AFS at fair value, USD million, by bucket. */
  readonly buckets: Readonly<Record<SecurityBlock, readonly number[]>>;
}

const ENDS = [
  ...(['To3Months', '3To12Months', '1To3Years'] as const),
  ...(['3To5Years', '5To15Years', 'Over15Years'] as const),
];
const BUCKET_FIELDS: Readonly<Record<SecurityBlock, readonly FieldName[]>> = {
  debt: ENDS.map((end) => `otherDebt${end}` as const),
  pool: ENDS.map((end) => `passThrough${end}` as const),
  mbs: ['otherMbsTo3Years', 'otherMbsOver3Years'],
};

const BOOK_FIELDS = { afs: 'Afs', htm: 'Htm' } as const satisfies Readonly<
  Record<SecurityBook, string>
>;

/** Reads RC-B (CALL-60). An item that is not filed counts as nothing held. */
export function securityHoldings(report: CallReport): SecurityHoldings {
  const held = (name: FieldName): number => Math.max(0, report.amount(name) ?? 0);
  const bucketsOf = (block: SecurityBlock) => BUCKET_FIELDS[block].map(held);
  return {
    holdings: SECURITY_TYPE_NAMES.flatMap((type) =>
      SECURITY_BOOKS.map((book) => ({
        ...{ type, book },
        costUsdMillion: held(`${type}${BOOK_FIELDS[book]}Cost`),
        fairValueUsdMillion: held(`${type}${BOOK_FIELDS[book]}FairValue`),
      })),
    ).filter(({ costUsdMillion }) => costUsdMillion > 0),
    buckets: { debt: bucketsOf('debt'), pool: bucketsOf('pool'), mbs: bucketsOf('mbs') },
  };
}

/** The amount of a holding that memorandum 2 counts: HTM at cost, AFS at fair value. */
export function countedUsdMillion(holding: SecurityHolding): number {
  return holding.book === 'afs' ? holding.fairValueUsdMillion : holding.costUsdMillion;
}

/** The holdings that a block counts. */
export function holdingsIn(
  { holdings }: SecurityHoldings,
  block: SecurityBlock,
): readonly SecurityHolding[] {
  return holdings.filter(({ type }) => SECURITY_TYPES[type].block === block);
}
