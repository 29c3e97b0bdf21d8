import type { TermName } from '../mapping/index.js';
import type { Flag, KindRows } from '../quality/index.js';
import { type ContractTerms, contractTerms } from './contract-terms.js';
import type { FrameModels } from './frame-models.js';
import type { StudyMonths } from './study-months.js';
import { readerOfCells } from './term-reader.js';

/** Months that a row of a Study may have. */
const MOST_MONTHS = 480;
const LONGEST_TEXT = 120;
const PRICING = ['discountSpread', 'reinvestSpread', 'reinvestTenorMonths'] as const;

export interface PositionRules {
  readonly months: StudyMonths;
  readonly models: FrameModels;
}

type Tell = (at: TermName, expected: string, got: string | number) => void;

/**
 * Flags every row of which a Study can have no position (rules TAPE-41 to TAPE-45): the row is
 * quarantined with its reasons and stands in the reconciliation.
 */
export function flagPositions(rows: KindRows, rules: PositionRules, flag: Flag): void {
  const termsAt = contractTerms(readerOfCells(rows));
  let row = 0;
  const tell: Tell = (term, expected, got) => {
    const nothing = got === '' || Number.isNaN(got);
    const rule = nothing ? 'missing' : 'no-position';
    flag(row, { rule, at: term, expected, got: nothing ? 'nothing' : String(got) });
  };
  for (let at = 0; at < rows.count; at += 1) {
    row = at;
    const terms = termsAt(at);
    if (terms.contractID.length > LONGEST_TEXT) {
      tell('contractID', 'at most 120 letters', terms.contractID);
    }
    if (terms.product.length > LONGEST_TEXT) {
      tell('product', 'at most 120 letters', terms.product);
    }
    if (terms.kind === 'derivatives') tellSwap(terms, rules, tell);
    else if (terms.kind !== 'other') tellContract(terms, rules, tell);
  }
}

function tellSwap(terms: ContractTerms, { months }: PositionRules, tell: Tell): void {
  const { contractType, rateIndex, initialExchangeDate, maturityDate, rateSpread } = terms;
  if (contractType !== '' && contractType !== 'SWPPV') tell('contractType', 'SWPPV', contractType);
  if (rateIndex !== 'sofr') tell('rateIndex', 'sofr, which swaps follow (CF-10)', rateIndex);
  if (Number.isNaN(initialExchangeDate)) tell('initialExchangeDate', 'the start', Number.NaN);
  if (Number.isNaN(rateSpread)) tell('rateSpread', 'the margin over the index', rateSpread);
  const start = months.until(initialExchangeDate);
  const end = months.until(maturityDate);
  if (end < 1 || end > MOST_MONTHS || start >= end) {
    tell('maturityDate', 'month 1 to 480 from the valuation date, after the start', end);
  }
}

function tellContract(terms: ContractTerms, rules: PositionRules, tell: Tell): void {
  tellType(terms, rules, tell);
  tellBehaviour(terms, rules, tell);
  if (terms.kind === 'securities') tellSecurity(terms, tell);
  else if (terms.accountingClass !== '' && terms.accountingClass !== 'amortised-cost') {
    tell('accountingClass', 'amortised-cost, the one class of loans', terms.accountingClass);
  }
  for (const name of PRICING) {
    if (Number.isNaN(terms[name])) tell(name, 'a number', Number.NaN);
  }
  if (terms.reinvestTenorMonths > MOST_MONTHS) {
    tell('reinvestTenorMonths', 'at most 480 months', terms.reinvestTenorMonths);
  }
}

function tellType(terms: ContractTerms, { months }: PositionRules, tell: Tell): void {
  const { kind, contractType, rateType, maturityDate } = terms;
  const open = contractType === 'UMP';
  if (contractType === 'SWPPV' || (open && kind !== 'deposits')) {
    tell('contractType', `a type of ${kind} that comes back: PAM, LAM or ANN`, contractType);
  }
  if (open) {
    if (rateType === 'floating') {
      tell('rateType', 'fixed or nothing: the deposit model moves its rate', rateType);
    }
    return;
  }
  if (rateType === '' && kind === 'deposits') tell('rateType', 'fixed or floating', rateType);
  const end = Math.max(1, months.until(maturityDate));
  if (end > MOST_MONTHS) tell('maturityDate', 'at most 480 months from the valuation date', end);
  const reset = months.until(terms.cycleAnchorDateOfRateReset);
  if (reset > MOST_MONTHS) tell('cycleAnchorDateOfRateReset', 'at most 480 months', reset);
  if (contractType !== 'LAM') return;
  const { cycleAnchorDateOfPrincipalRedemption: anchor, cycleOfPrincipalRedemption } = terms;
  if (Number.isNaN(anchor)) {
    if (cycleOfPrincipalRedemption === 1) return;
    const expected = 'the first repayment, or a cycle of one month';
    tell('cycleAnchorDateOfPrincipalRedemption', expected, '');
  } else if (Math.max(1, months.until(anchor)) > end) {
    tell('cycleAnchorDateOfPrincipalRedemption', 'not after maturity', months.until(anchor));
  }
}

/** `none` says that no model moves the contract; a model is one of the frame. */
function tellBehaviour(terms: ContractTerms, { models }: PositionRules, tell: Tell): void {
  const { kind, contractType, behaviour } = terms;
  if (contractType === 'UMP') {
    if (kind === 'deposits') tellModel(terms, models.deposits, 'deposit', tell);
  } else if (contractType === 'ANN') {
    if (behaviour === 'none') return;
    tellModel(terms, models.prepayments, 'prepayment', tell);
    if (behaviour === '') return;
    if (Number.isNaN(terms.initialExchangeDate)) {
      tell('initialExchangeDate', 'the start, for the age in prepayment', Number.NaN);
    }
  } else if (kind === 'deposits') {
    if (behaviour !== 'none') tellModel(terms, models.redemptions, 'redemption', tell);
  } else if (behaviour !== '' && behaviour !== 'none') {
    tell('behaviour', `none for ${contractType}`, behaviour);
  }
}

function tellModel(
  { behaviour }: ContractTerms,
  known: ReadonlySet<string>,
  what: string,
  tell: Tell,
): void {
  if (known.has(behaviour)) return;
  const none = what === 'deposit' ? '' : ', or none';
  tell('behaviour', `the id of a ${what} model of the frame${none}`, behaviour);
}

function tellSecurity(terms: ContractTerms, tell: Tell): void {
  const { accountingClass, notionalPrincipal: par, amortisedCost, contractType } = terms;
  const forSale = accountingClass === 'available-for-sale';
  if (!forSale && accountingClass !== 'held-to-maturity' && accountingClass !== '') {
    tell('accountingClass', 'available-for-sale or held-to-maturity', accountingClass);
  }
  if (Number.isNaN(amortisedCost)) tell('amortisedCost', 'amortised cost', Number.NaN);
  if (forSale && Number.isNaN(terms.fairValue)) tell('fairValue', 'fair value', Number.NaN);
  const premium = amortisedCost / par - 1;
  if (par === 0 || premium < -0.5 || premium > 1) {
    tell('amortisedCost', 'half to twice the par amount, above 0', amortisedCost);
  }
  if (terms.rateType !== 'floating' && Number.isNaN(terms.bookYield)) {
    tell('bookYield', 'the yield on amortised cost', Number.NaN);
  }
  if (contractType === 'ANN' && Number.isNaN(terms.noteRate)) {
    tell('noteRate', "the borrowers' rate, which sets the level payment", Number.NaN);
  }
}
