import { type TapeKind, type TermName, termOf } from '../mapping/index.js';

/** What codes of banks mean, in words; `;` stands between them. */
const MEANINGS: Readonly<Partial<Record<TermName, Readonly<Record<string, string>>>>> = {
  rateType: {
    fixed: 'f; fix; fixed; fxd',
    floating: 'v; var; variable; float; floating; flt; adj; adjustable; arm; tracker',
  },
  rateIndex: {
    prime: 'p; prime; wsj prime; wsjp',
    sofr: 'sofr; term sofr; sofr 1m; sofr 3m; fdtr',
    treasury: 'treasury; tsy; ust; cmt',
    mortgage: 'mortgage; pmms',
    none: 'none; fixed; n/a; zero',
  },
  contractType: {
    ANN: 'level; level payment; annuity; amortizing; amort; repayment; p&i; p and i',
    LAM: 'even; linear; straight line; even principal',
    PAM: 'bullet; balloon; interest only; interest_only; io; at maturity',
    UMP: 'open; demand; non-maturity; nmd',
  },
  contractRole: {
    RFL: 'receive; rec; r; receive fixed; receiver',
    PFL: 'pay; p; pay fixed; payer',
  },
  accountingClass: {
    'available-for-sale': 'afs; available for sale; available_for_sale; fv_oci',
    'held-to-maturity': 'htm; held to maturity; held_to_maturity',
  },
  hedgeModel: {
    'fair-value': 'fv; fvh; fair value; fair-value',
    'cash-flow': 'cf; cfh; cash flow; cash-flow',
    undesignated: 'none; economic; undesignated',
  },
  hedgedGroup: {
    loans: 'loans; loan',
    afs: 'afs; securities',
    deposits: 'deposits; deposit',
    borrowings: 'borrowings; borrowing; debt',
    none: 'none',
  },
  side: { asset: 'a; asset; assets', liability: 'l; liab; liability; liabilities' },
};

const MONTHS: Readonly<Record<string, string>> = {
  '1': 'm; monthly; mo; mthly',
  '3': 'q; quarterly; qtr',
  '6': 's; semi-annual; semi_annually; semiannual; semi annual',
  '12': 'a; y; annual; annually; yearly',
};

const KINDS: Readonly<Record<Exclude<TapeKind, 'other'>, string>> = {
  loans: 'ln; loan; loans; mtg; mortgage; lending',
  securities: 'sc; sec; security; securities; bond; bonds; inv; investment',
  deposits: 'dp; dep; deposit; deposits; dda; account',
  borrowings: 'br; bor; borrowing; borrowings; debt; fhlb; advance',
  derivatives: 'sw; swap; swaps; der; derivative; derivatives; deriv',
};

/** Our code for a code of theirs of a term, or undefined where the meaning is not known. */
export function meaningOf(term: TermName, theirs: string): string | undefined {
  const table = termOf(term).type === 'months' ? MONTHS : (MEANINGS[term] ?? {});
  const text = theirs.trim().toLowerCase();
  const own = termOf(term).codes?.find((code) => code.toLowerCase() === text);
  return own ?? keyOf(table, text);
}

/** The kind of rows that a code stands for, or undefined. */
export function kindOfCode(theirs: string): TapeKind | undefined {
  const key = keyOf(KINDS, theirs.trim().toLowerCase());
  return key === undefined ? undefined : kinds.find((kind) => kind === key);
}

const kinds: readonly TapeKind[] = ['loans', 'securities', 'deposits', 'borrowings', 'derivatives'];

function keyOf(table: Readonly<Record<string, string>>, text: string): string | undefined {
  const entry = Object.entries(table).find(([, words]) =>
    words.split(';').some((word) => word.trim() === text),
  );
  return entry?.[0];
}
