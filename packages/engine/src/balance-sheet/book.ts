/** The seven books an Outcome is split by. */
export const GROUPS = ['cash', 'afs', 'htm', 'loans', 'deposits', 'borrowings', 'other'] as const;
export type Group = (typeof GROUPS)[number];

export const ACCOUNTING_CLASSES = [
  'available-for-sale',
  'held-to-maturity',
  'amortised-cost',
  'not-remeasured',
] as const;
export type AccountingClass = (typeof ACCOUNTING_CLASSES)[number];

/**
 * How principal comes back:
 * - `even`: in equal parts from `firstPrincipalMonth` to `maturityMonth`, which is a bucket of
 *   bullets spread evenly over the bucket; a single bullet has both months equal;
 * - `level`: level payment to `maturityMonth`, with the prepayment model named by `behaviour`;
 * - `decay`: non-maturity, by the deposit model named by `behaviour`;
 * - `line`: a commitment, `notionalUsdMillion`, of which nothing is drawn at the valuation date;
 *   drawn by the drawdown model named by `behaviour`, repaid in `maturityMonth`;
 * - `none`: never within the projection; stands at its carrying amount.
 */
export const PRINCIPAL_KINDS = ['even', 'level', 'decay', 'line', 'none'] as const;
export type PrincipalKind = (typeof PRINCIPAL_KINDS)[number];

/**
 * What a floating rate follows: the one-month rate of the curve, with what a scenario moves that
 * index apart from the curve (rule SCEN-9). `none` for a fixed rate and for deposits.
 */
export const RATE_INDICES = ['none', 'treasury', 'sofr', 'prime', 'mortgage'] as const;
export type RateIndex = (typeof RATE_INDICES)[number];

/** A text column as a dictionary: `names[codes[row]]`. */
export interface TextColumn {
  readonly names: readonly string[];
  readonly codes: Uint16Array;
}

/**
 * Positions in columns, one entry a row. Amounts are USD million, positive for assets and for
 * liabilities alike (`side` carries the sign); rates are decimals a year, paid monthly, 30/360.
 * The names of text columns are the closed lists above, or free text for product and behaviour.
 */
export interface Book {
  readonly id: readonly string[];
  /** +1 asset, -1 liability. */
  readonly side: Int8Array;
  readonly group: TextColumn;
  readonly product: TextColumn;
  readonly accountingClass: TextColumn;
  readonly principal: TextColumn;
  /** Id of a deposit, prepayment, redemption or drawdown model; empty text = none. */
  readonly behaviour: TextColumn;
  readonly rateIndex: TextColumn;
  /** Principal on which interest accrues: amortised cost for securities. */
  readonly notionalUsdMillion: Float64Array;
  /** Amount in the balance sheet (AFS at fair value, HTM and loans at cost net of allowance). */
  readonly carryingUsdMillion: Float64Array;
  /** Interest rate or book yield at the valuation date. */
  readonly rate: Float64Array;
  /** Cash interest on the par amount of a fixed row; equals `rate` where there is no premium. */
  readonly couponRate: Float64Array;
  /** Amortised cost over par, minus one: the purchase premium not yet amortised. */
  readonly premium: Float64Array;
  /** 1 when the rate follows the one-month rate after `resetMonth`, 0 when fixed to maturity. */
  readonly floats: Uint8Array;
  /** Month from which a floating rate resets every month; 0 = from the first month. */
  readonly resetMonth: Float64Array;
  readonly firstPrincipalMonth: Float64Array;
  readonly maturityMonth: Float64Array;
  /** Borrowers' note rate, for the prepayment incentive; 0 where there is no prepayment. */
  readonly noteRate: Float64Array;
  /** Added to the continuous zero rate when the row is discounted. */
  readonly discountSpread: Float64Array;
  /** Tenor of the market rate at which repaid principal is reinvested; 0 = one-month rate. */
  readonly reinvestTenorMonths: Float64Array;
  /** Added to that market rate. */
  readonly reinvestSpread: Float64Array;
  /** Months the loans had run at the valuation date, for the age in prepayment; 0 = new loans. */
  readonly ageMonths: Float64Array;
}

/** One position as a person writes it: the same terms as `Book`, defaults spelled out. */
export interface Position {
  readonly id: string;
  readonly side: 'asset' | 'liability';
  readonly group: Group;
  readonly product: string;
  readonly accountingClass: AccountingClass;
  readonly principal: PrincipalKind;
  readonly behaviour: string;
  readonly rateIndex: RateIndex;
  readonly notionalUsdMillion: number;
  readonly carryingUsdMillion: number;
  readonly rate: number;
  readonly couponRate: number;
  readonly premium: number;
  readonly floats: boolean;
  readonly resetMonth: number;
  readonly firstPrincipalMonth: number;
  readonly maturityMonth: number;
  readonly noteRate: number;
  readonly discountSpread: number;
  readonly reinvestTenorMonths: number;
  readonly reinvestSpread: number;
  readonly ageMonths: number;
}
