import {
  type CallReport,
  type CallReports,
  callReportOf,
  type FieldName,
  SECURITY_TYPE_NAMES,
  SECURITY_TYPES,
  type SecurityType,
} from '../../packages/intake/src/index.js';

const BLOCKS = ['debt', 'pool', 'mbs'] as const;
type Block = (typeof BLOCKS)[number];

const ENDS = [
  ...(['To3Months', '3To12Months', '1To3Years', '3To5Years', '5To15Years', 'Over15Years'] as const),
];
const DEBT_CODES = [
  'LE3M_A549',
  '3_12M_A550',
  '1_3Y_A551',
  '3_5Y_A552',
  '5_15Y_A553',
  'GT15Y_A554',
];
const POOL_CODES = [
  'LE3M_A555',
  '3_12M_A556',
  '1_3Y_A557',
  '3_5Y_A558',
  '5_15Y_A559',
  'GT15Y_A560',
];

/** Our fields and the columns of the derived files, by block of memorandum 2. */
const BUCKETS: Readonly<Record<Block, readonly (readonly [FieldName, string])[]>> = {
  debt: ENDS.map((end, at) => [`otherDebt${end}` as const, `SCNM_${DEBT_CODES[at]}`]),
  pool: ENDS.map((end, at) => [`passThrough${end}` as const, `SCPT_${POOL_CODES[at]}`]),
  mbs: [
    ['otherMbsTo3Years', 'SCO_LE3Y_A561'],
    ['otherMbsOver3Years', 'SCO_GT3Y_A562'],
  ],
};

export interface EarlierTerms {
  readonly idrssd: number;
  readonly quarterEnd: string;
  /** USD million, 0 where the derived file has none. */
  readonly column: (name: string) => number;
  /** Reports of 2021-12-31, for the types of the same bank: the derived files have none. */
  readonly types: CallReports;
}

type Amounts = Map<FieldName, number>;

/**
 * A report of an earlier date from what the derived files hold: buckets, both books' cost and fair
 * value, income. Types are those the bank had at the end of 2021 within each block; cost stands on
 * the blocks as their buckets do, and every type of a book has the mark of the book. A bank
 * without buckets has none.
 */
export function earlierReport(terms: EarlierTerms): CallReport | undefined {
  if (
    Object.values(BUCKETS)
      .flat()
      .every(([, column]) => terms.column(column) === 0)
  ) {
    return undefined;
  }
  const amounts: Amounts = new Map();
  for (const [name, column] of Object.values(BUCKETS).flat()) {
    amounts.set(name, terms.column(column));
  }
  const later = callReportOf(terms.types, terms.idrssd);
  const held = later.ok ? later.value : undefined;
  for (const [book, cost, fair] of BOOKS) {
    spread(amounts, { terms, held, book, cost: terms.column(cost), fair: terms.column(fair) });
  }
  addIncome(amounts, terms);
  const institution = { idrssd: terms.idrssd, name: '', city: '', state: '', form: '041' } as const;
  return {
    ...{ institution, quarterEnd: terms.quarterEnd, fileName: 'derived', codeOf: () => undefined },
    amount: (name) => amounts.get(name),
  };
}

const BOOKS = [
  ['Htm', 'HTM_AC_1754', 'HTM_FV_1771'],
  ['Afs', 'AFS_AC_1772', 'AFS_FVB_1773'],
] as const;

interface BookTerms {
  readonly terms: EarlierTerms;
  readonly held: CallReport | undefined;
  readonly book: 'Htm' | 'Afs';
  readonly cost: number;
  readonly fair: number;
}

function spread(amounts: Amounts, { terms, held, book, cost, fair }: BookTerms): void {
  const bucketed = (block: Block) =>
    BUCKETS[block].reduce((sum, [, column]) => sum + terms.column(column), 0);
  const whole = BLOCKS.reduce((sum, block) => sum + bucketed(block), 0);
  for (const block of BLOCKS) {
    const share = bucketed(block) / whole;
    if (share === 0) continue;
    for (const [type, part] of typeShares(held, block, book)) {
      amounts.set(`${type}${book}Cost`, cost * share * part);
      amounts.set(`${type}${book}FairValue`, fair * share * part);
    }
  }
}

const USUAL: Readonly<Record<Block, SecurityType>> = {
  debt: 'treasury',
  pool: 'passThroughGse',
  mbs: 'cmoAgency',
};

/** Types of a block as the book held them, else both books, else the usual one alone. */
function typeShares(
  held: CallReport | undefined,
  block: Block,
  book: 'Htm' | 'Afs',
): readonly (readonly [SecurityType, number])[] {
  const types = SECURITY_TYPE_NAMES.filter((type) => SECURITY_TYPES[type].block === block);
  for (const books of [[book], ['Htm', 'Afs']] as const) {
    const costs = types.map((type) =>
      books.reduce((sum, each) => sum + (held?.amount(`${type}${each}Cost`) ?? 0), 0),
    );
    const whole = costs.reduce((sum, cost) => sum + cost, 0);
    if (whole > 0) {
      return types.flatMap((type, at) =>
        (costs[at] ?? 0) > 0 ? [[type, (costs[at] ?? 0) / whole] as const] : [],
      );
    }
  }
  return [[USUAL[block], 1]];
}

/** Income by line; averages are the cost at the date, the only balance the files have. */
function addIncome(amounts: Amounts, { column }: EarlierTerms): void {
  const costOf = (line: string) =>
    SECURITY_TYPE_NAMES.filter((type) => SECURITY_TYPES[type].income === line).reduce(
      (sum, type) =>
        sum + (amounts.get(`${type}HtmCost`) ?? 0) + (amounts.get(`${type}AfsCost`) ?? 0),
      0,
    );
  amounts.set('interestTreasuryAndAgency', column('II_SECUST_B488'));
  amounts.set('interestMbs', column('II_SECMBS_B489'));
  amounts.set('averageTreasuryAndAgency', costOf('government'));
  amounts.set('averageMbs', costOf('mortgage'));
}
