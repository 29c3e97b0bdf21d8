import { ACCOUNTING_CLASSES, RATE_INDICES } from '@almfes/engine';

/** The kinds of rows a tape may hold; `other` is cash and what else stands in the ledger. */
export const TAPE_KINDS = [
  'loans',
  'securities',
  'deposits',
  'borrowings',
  'derivatives',
  'other',
] as const;
export type TapeKind = (typeof TAPE_KINDS)[number];

const ON_BALANCE = ['loans', 'securities', 'deposits', 'borrowings'] as const;
const EARNING = [...ON_BALANCE, 'derivatives'] as const;

/** What a cell of a term is once read: text, one of our codes, or a number in our unit. */
export type TermType = 'text' | 'code' | 'amount' | 'rate' | 'date' | 'months';

/** A term that a column or a constant of a tape may give (rule TAPE-21). */
export interface Term {
  readonly type: TermType;
  /** `ACTUS`: a term of that dictionary, by its name; `own`: ours. */
  readonly origin: 'ACTUS' | 'own';
  readonly title: string;
  readonly kinds: readonly TapeKind[];
  /** Kinds of rows of which every row must have it; the rest may leave it out. */
  readonly required: readonly TapeKind[];
  /** Of a code: the closed list. */
  readonly codes?: readonly string[];
}

/** Terms in the order in which a mapping is saved. */
export const TERMS = {
  contractID: term('text', 'ACTUS', 'id of the contract, unique on the tape', {
    kinds: TAPE_KINDS,
    required: TAPE_KINDS,
  }),
  product: term('text', 'own', 'product, as the bank groups its books', {
    kinds: TAPE_KINDS,
    required: [...ON_BALANCE, 'other'],
  }),
  side: code(['asset', 'liability'], 'own', 'side of the balance sheet', {
    kinds: ['other'],
    required: ['other'],
  }),
  group: code(['cash', 'other'], 'own', 'book of what is neither of the other kinds', {
    kinds: ['other'],
    required: ['other'],
  }),
  currency: term('text', 'ACTUS', 'currency, ISO 4217', {
    kinds: TAPE_KINDS,
    required: TAPE_KINDS,
  }),
  contractType: code(['PAM', 'LAM', 'ANN', 'UMP', 'SWPPV'], 'ACTUS', 'how principal comes back', {
    kinds: EARNING,
    required: EARNING,
  }),
  contractRole: code(['RFL', 'PFL'], 'ACTUS', 'of a swap: receives or pays the fixed leg', {
    kinds: ['derivatives'],
    required: ['derivatives'],
  }),
  accountingClass: code(ACCOUNTING_CLASSES, 'own', 'accounting class', {
    kinds: ['loans', 'securities'],
    required: ['securities'],
  }),
  notionalPrincipal: term('amount', 'ACTUS', 'outstanding principal; of securities par', {
    kinds: TAPE_KINDS,
    required: TAPE_KINDS,
  }),
  amortisedCost: term('amount', 'own', 'amortised cost', { kinds: ['loans', 'securities'] }),
  carryingAmount: term('amount', 'own', 'amount in the balance sheet', {
    kinds: [...ON_BALANCE, 'other'],
  }),
  fairValue: term('amount', 'own', 'fair value', { kinds: [...ON_BALANCE, 'derivatives'] }),
  insuredAmount: term('amount', 'own', 'part of a deposit that insurance covers', {
    kinds: ['deposits'],
  }),
  nominalInterestRate: term('rate', 'ACTUS', 'interest rate now; of securities the coupon', {
    kinds: TAPE_KINDS,
    required: EARNING,
  }),
  bookYield: term('rate', 'own', 'yield on amortised cost', { kinds: ['securities'] }),
  noteRate: term('rate', 'own', 'rate the borrowers of a mortgage pool pay', {
    kinds: ['securities'],
  }),
  rateType: code(['fixed', 'floating'], 'own', 'whether the rate follows an index', {
    kinds: ON_BALANCE,
    required: ['loans', 'securities', 'borrowings'],
  }),
  rateIndex: code(RATE_INDICES, 'own', 'index of a floating rate', { kinds: EARNING }),
  rateSpread: term('rate', 'ACTUS', 'margin over the index', { kinds: EARNING }),
  lifeCap: term('rate', 'ACTUS', 'highest rate', { kinds: ON_BALANCE }),
  lifeFloor: term('rate', 'ACTUS', 'lowest rate', { kinds: ON_BALANCE }),
  initialExchangeDate: term('date', 'ACTUS', 'start', { kinds: EARNING }),
  maturityDate: term('date', 'ACTUS', 'maturity; only a contract of type UMP has none', {
    kinds: EARNING,
    required: ['loans', 'securities', 'borrowings', 'derivatives'],
  }),
  cycleAnchorDateOfPrincipalRedemption: term('date', 'ACTUS', 'first repayment of principal', {
    kinds: ON_BALANCE,
  }),
  cycleAnchorDateOfRateReset: term('date', 'ACTUS', 'next reset of a floating rate', {
    kinds: EARNING,
  }),
  cycleOfPrincipalRedemption: term('months', 'ACTUS', 'time between repayments', {
    kinds: ON_BALANCE,
  }),
  cycleOfInterestPayment: term('months', 'ACTUS', 'time between payments of interest', {
    kinds: EARNING,
  }),
  cycleOfRateReset: term('months', 'ACTUS', 'time between resets', { kinds: EARNING }),
  behaviour: term('text', 'own', 'id of the behaviour model, or none', { kinds: ON_BALANCE }),
  discountSpread: term('rate', 'own', 'added to the zero rate in the value', { kinds: ON_BALANCE }),
  reinvestTenorMonths: term('months', 'own', 'tenor of what replaces it', { kinds: ON_BALANCE }),
  reinvestSpread: term('rate', 'own', 'spread of what replaces it', { kinds: ON_BALANCE }),
  hedgeModel: code(
    ['fair-value', 'cash-flow', 'undesignated'],
    'own',
    'accounting model of a hedge',
    {
      kinds: ['derivatives'],
      required: ['derivatives'],
    },
  ),
  hedgedGroup: code(['afs', 'loans', 'deposits', 'borrowings', 'none'], 'own', 'book it hedges', {
    kinds: ['derivatives'],
    required: ['derivatives'],
  }),
} as const satisfies Readonly<Record<string, Term>>;

export type TermName = keyof typeof TERMS;

/** Every term, in the order in which a mapping is saved. */
export const TERM_NAMES: readonly TermName[] = Object.keys(TERMS).filter(isTermName);

export function isTermName(name: string): name is TermName {
  return Object.hasOwn(TERMS, name);
}

/** What is known of a term. */
export function termOf(name: TermName): Term {
  return TERMS[name];
}

/** Whether a row of a kind must have the term; of a contract of type UMP maturity is not asked. */
export function isRequired(name: TermName, kind: TapeKind): boolean {
  return termOf(name).required.includes(kind);
}

/** Terms that a kind of row may have, in the order of saving. */
export function termsOfKind(kind: TapeKind): readonly TermName[] {
  return TERM_NAMES.filter((name) => termOf(name).kinds.includes(kind));
}

interface Scope {
  readonly kinds: readonly TapeKind[];
  readonly required?: readonly TapeKind[];
}

function term(
  type: Exclude<TermType, 'code'>,
  origin: Term['origin'],
  title: string,
  scope: Scope,
): Term {
  return { type, origin, title, kinds: scope.kinds, required: scope.required ?? [] };
}

function code(codes: readonly string[], origin: Term['origin'], title: string, scope: Scope): Term {
  return { type: 'code', origin, title, kinds: scope.kinds, required: scope.required ?? [], codes };
}
