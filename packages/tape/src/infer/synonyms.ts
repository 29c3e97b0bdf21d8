import { FIRE_SCHEMAS, TERM_NAMES, type TermName } from '../mapping/index.js';
import { wordsOfName } from './words-of-name.js';

/** Names that columns of a term have in banks' files, as words; `;` stands between names. */
const NAMES: Readonly<Partial<Record<TermName, string>>> = {
  contractID: `id; account id; account number; contract id; contract number; deal id; loan id;
    loan number; account; note number; position id; reference number; security id; trade id; cusip`,
  product: `product; product type; product name; loan type; account type; security type; type;
    instrument type; purpose; category`,
  side: 'side; asset liability; debit credit',
  currency: 'currency; currency code',
  contractType: `repayment type; amortization type; payment type; repayment; amortization;
    repayment method`,
  contractRole: 'leg; pay receive; direction; position; leg type; pay rec',
  accountingClass: `accounting class; accounting treatment; classification; accounting; intent;
    afs htm; class`,
  notionalPrincipal: `balance; current balance; outstanding balance; principal balance; principal;
    outstanding principal; current principal balance; upb; unpaid principal balance; par; par value;
    par amount; face; face amount; face value; current face; notional; notional amount; outstanding;
    ledger balance`,
  amortisedCost: 'amortized cost; book value; book cost; cost; cost basis',
  carryingAmount: 'carrying amount; carrying value; book balance',
  fairValue: 'fair value; market value; mtm; mv',
  insuredAmount: 'insured; insured amount; insured balance; fdic insured',
  nominalInterestRate: `rate; interest rate; current rate; current interest rate; coupon;
    coupon rate; nominal rate; fixed rate; account rate`,
  bookYield: 'book yield; yield; purchase yield',
  noteRate: 'wac; gross wac; pool rate; gross coupon; note rate',
  rateType: `rate type; fixed floating; fixed variable; fixed or floating; interest type;
    interest rate type; fix var; arm`,
  rateIndex: 'index; rate index; benchmark; reference rate; index name',
  rateSpread: 'margin; spread; rate spread; index margin',
  lifeCap: 'cap; life cap; lifetime cap; rate cap; ceiling; rate ceiling',
  lifeFloor: 'floor; life floor; lifetime floor; rate floor',
  initialExchangeDate: `start date; start; origination date; issue date; open date; opened;
    effective date; settlement date; booking date; funding date; opening date`,
  maturityDate: `maturity date; maturity; end date; expiry date; expiration date;
    termination date; final maturity; final payment date`,
  cycleAnchorDateOfPrincipalRedemption: 'first payment date; first principal date',
  cycleAnchorDateOfRateReset: `next reset date; next reset; reset date; next repricing date;
    repricing date; next repricing; next rate change date; next rate reset`,
  cycleOfPrincipalRedemption: 'payment frequency; principal frequency',
  cycleOfInterestPayment: 'interest frequency; coupon frequency; interest payment frequency',
  cycleOfRateReset: 'reset frequency; repricing frequency; rate change frequency',
  behaviour: 'behaviour model; behavior model; behaviour',
  hedgeModel: 'hedge type; hedge accounting; hedge model',
  hedgedGroup: 'hedged item; hedged group; hedges; hedged book',
};

/** How a column's name speaks for a term. */
export interface NameMatch {
  readonly term: TermName;
  /** 1 the name itself, of ACTUS or FIRE; 0.9 a known name; 0.6 a known name is part of it. */
  readonly strength: number;
  /** In words. */
  readonly evidence: string;
}

interface KnownName {
  readonly term: TermName;
  readonly words: readonly string[];
  readonly strength: number;
  readonly evidence: string;
}

const KNOWN: readonly KnownName[] = knownNames();

function knownNames(): readonly KnownName[] {
  const known: KnownName[] = [];
  for (const term of TERM_NAMES) {
    known.push({ term, words: wordsOfName(term), strength: 1, evidence: `the term itself` });
    for (const name of (NAMES[term] ?? '').split(';')) {
      const words = wordsOfName(name);
      const evidence = `the known name "${words.join(' ')}"`;
      if (words.length > 0) known.push({ term, words, strength: 0.9, evidence });
    }
  }
  for (const [attribute, terms] of fireAttributes()) {
    const words = wordsOfName(attribute);
    const evidence = `FIRE's ${attribute}`;
    for (const term of terms) known.push({ term, words, strength: 0.9, evidence });
  }
  return known;
}

/** Attributes of FIRE that the built-in mappings read, with the terms they give. */
function fireAttributes(): ReadonlyMap<string, ReadonlySet<TermName>> {
  const found = new Map<string, Set<TermName>>();
  for (const { rows } of Object.values(FIRE_SCHEMAS)) {
    for (const { terms } of rows) {
      for (const name of TERM_NAMES) {
        const source = terms[name];
        if (source === undefined || 'constant' in source) continue;
        const known = found.get(source.column) ?? new Set<TermName>();
        found.set(source.column, known.add(name));
      }
    }
  }
  return found;
}

/** The terms that a column's name may stand for, each with its best reason. */
export function nameMatches(name: string): readonly NameMatch[] {
  const words = wordsOfName(name);
  const best = new Map<TermName, NameMatch>();
  for (const known of KNOWN) {
    const { term, evidence } = known;
    const strength = strengthOf(words, known);
    if (strength > (best.get(term)?.strength ?? 0)) best.set(term, { term, strength, evidence });
  }
  return [...best.values()];
}

/** Equal words in any order; or all words of a known name of two or more within a longer name. */
function strengthOf(words: readonly string[], known: KnownName): number {
  const within = known.words.length > 0 && known.words.every((word) => words.includes(word));
  if (!within) return 0;
  if (known.words.length === words.length) return known.strength;
  return known.words.length > 1 ? 0.6 : 0.3;
}
