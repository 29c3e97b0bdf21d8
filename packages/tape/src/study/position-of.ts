import type { AccountingClass, Group, Position, RateIndex } from '@almfes/engine';
import { ACCOUNTING_CLASSES, RATE_INDICES } from '@almfes/engine';
import type { ContractTerms } from './contract-terms.js';
import type { StudyMonths } from './study-months.js';

const MOST_MONTHS = 480;

/** The position of a row that has no flaw (rules TAPE-42 to TAPE-45). */
export function positionOf(terms: ContractTerms, months: StudyMonths): Position {
  if (terms.kind === 'other') return otherPosition(terms);
  return { ...balances(terms), ...principalOf(terms, months), ...ratesOf(terms, months) };
}

type Balances = Pick<
  Position,
  | ('id' | 'side' | 'group' | 'product' | 'accountingClass')
  | ('notionalUsdMillion' | 'carryingUsdMillion' | 'premium')
>;

function balances(terms: ContractTerms): Balances {
  const { kind, contractID: id, product, notionalPrincipal, amortisedCost } = terms;
  const side = kind === 'deposits' || kind === 'borrowings' ? 'liability' : 'asset';
  if (kind === 'securities') {
    const accountingClass = classOf(terms.accountingClass);
    const forSale = accountingClass === 'available-for-sale';
    return {
      ...{ id, side, product, accountingClass, group: forSale ? 'afs' : 'htm' },
      notionalUsdMillion: amortisedCost,
      carryingUsdMillion: forSale ? terms.fairValue : amortisedCost,
      premium: amortisedCost / notionalPrincipal - 1,
    };
  }
  return {
    ...{ id, side, product, accountingClass: 'amortised-cost', group: groupOf(kind) },
    notionalUsdMillion: notionalPrincipal,
    carryingUsdMillion: carryingOf(terms),
    premium: 0,
  };
}

/** What the ledger shows: as told, else amortised cost, else the principal (rule TAPE-43). */
function carryingOf({ carryingAmount, amortisedCost, notionalPrincipal }: ContractTerms): number {
  if (!Number.isNaN(carryingAmount)) return carryingAmount;
  return Number.isNaN(amortisedCost) ? notionalPrincipal : amortisedCost;
}

function groupOf(kind: ContractTerms['kind']): Group {
  if (kind === 'loans' || kind === 'deposits' || kind === 'borrowings') return kind;
  throw new Error(`${kind} are no book of their own`);
}

type Principal = Pick<
  Position,
  'principal' | 'behaviour' | 'firstPrincipalMonth' | 'maturityMonth' | 'ageMonths' | 'noteRate'
>;

function principalOf(terms: ContractTerms, months: StudyMonths): Principal {
  const behaviour = terms.behaviour === 'none' ? '' : terms.behaviour;
  const plain = { behaviour, firstPrincipalMonth: 0, maturityMonth: 0, ageMonths: 0, noteRate: 0 };
  if (terms.contractType === 'UMP') return { ...plain, principal: 'decay' };
  const maturityMonth = Math.max(1, months.until(terms.maturityDate));
  if (terms.contractType === 'ANN') {
    const noteRate = terms.kind === 'securities' ? terms.noteRate : terms.nominalInterestRate;
    const firstPrincipalMonth = 1;
    const age = behaviour === '' ? 0 : months.since(terms.initialExchangeDate);
    const ageMonths = Math.min(MOST_MONTHS, age);
    return {
      ...{ principal: 'level', behaviour, maturityMonth, firstPrincipalMonth, noteRate, ageMonths },
    };
  }
  const firstPrincipalMonth =
    terms.contractType === 'LAM' ? firstRepayment(terms, months) : maturityMonth;
  return { ...plain, principal: 'even', maturityMonth, firstPrincipalMonth };
}

function firstRepayment(terms: ContractTerms, months: StudyMonths): number {
  const anchor = terms.cycleAnchorDateOfPrincipalRedemption;
  return Number.isNaN(anchor) ? 1 : Math.max(1, months.until(anchor));
}

type Rates = Pick<
  Position,
  | ('rate' | 'couponRate' | 'floats' | 'rateIndex' | 'resetMonth' | 'discountSpread')
  | ('reinvestTenorMonths' | 'reinvestSpread')
>;

function ratesOf(terms: ContractTerms, months: StudyMonths): Rates {
  const { discountSpread, reinvestTenorMonths, reinvestSpread, nominalInterestRate } = terms;
  const floats = terms.rateType === 'floating';
  const reset = terms.cycleAnchorDateOfRateReset;
  const earned = terms.kind === 'securities' && !floats ? terms.bookYield : nominalInterestRate;
  return {
    ...{ discountSpread, reinvestTenorMonths, reinvestSpread, floats },
    rate: earned,
    couponRate: nominalInterestRate,
    rateIndex: floats ? indexOf(terms.rateIndex) : 'none',
    resetMonth: floats && !Number.isNaN(reset) ? months.until(reset) : 0,
  };
}

/** Cash and the rest (rule TAPE-45): at rest, but cash that earns is placed overnight. */
function otherPosition(terms: ContractTerms): Position {
  const { contractID: id, product, notionalPrincipal, carryingAmount } = terms;
  const carryingUsdMillion = Number.isNaN(carryingAmount) ? notionalPrincipal : carryingAmount;
  const isCash = terms.group === 'cash';
  const earns = isCash && terms.nominalInterestRate > 0;
  const rate = earns ? terms.nominalInterestRate : 0;
  return {
    ...{ id, product, carryingUsdMillion, notionalUsdMillion: notionalPrincipal },
    side: terms.side === 'asset' ? 'asset' : 'liability',
    group: isCash ? 'cash' : 'other',
    accountingClass: 'not-remeasured',
    principal: earns ? 'even' : 'none',
    ...{ floats: earns, rateIndex: earns ? 'treasury' : 'none', rate, couponRate: rate },
    ...{ firstPrincipalMonth: earns ? 1 : 0, maturityMonth: earns ? 1 : 0 },
    ...{ behaviour: '', premium: 0, resetMonth: 0, noteRate: 0, discountSpread: 0 },
    ...{ reinvestTenorMonths: 0, reinvestSpread: 0, ageMonths: 0 },
  };
}

/** Codes of the mapping are codes of the Study: anything else is a programmer error. */
function classOf(code: string): AccountingClass {
  const found = ACCOUNTING_CLASSES.find((name) => name === code);
  if (found === undefined) throw new Error(`"${code}" is no accounting class`);
  return found;
}

function indexOf(code: string): RateIndex {
  const found = RATE_INDICES.find((name) => name === code);
  if (found === undefined) throw new Error(`"${code}" is no index`);
  return found;
}
