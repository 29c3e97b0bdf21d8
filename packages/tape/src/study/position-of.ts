import type { AccountingClass, Group, Position, RateIndex } from '@almfes/engine';
import { ACCOUNTING_CLASSES, RATE_INDICES } from '@almfes/engine';
import type { ContractTerms } from './contract-terms.js';
import type { StudyMonths } from './study-months.js';

const MOST_MONTHS = 480;

/**
 * The position of a row that has no flaw (rules TAPE-42 to TAPE-45). One plain object a row: a
 * million of them are made, and copying parts together costs more than the rest of the load.
 */
export function positionOf(terms: ContractTerms, months: StudyMonths): Position {
  if (terms.kind === 'other') return otherPosition(terms);
  const { kind, contractType, nominalInterestRate } = terms;
  const security = kind === 'securities';
  const floats = terms.rateType === 'floating';
  const open = contractType === 'UMP';
  const level = contractType === 'ANN';
  const behaviour = terms.behaviour === 'none' ? '' : terms.behaviour;
  const maturityMonth = open ? 0 : Math.max(1, months.until(terms.maturityDate));
  return {
    id: terms.contractID,
    side: kind === 'deposits' || kind === 'borrowings' ? 'liability' : 'asset',
    group: groupOf(terms),
    product: terms.product,
    accountingClass: security ? classOf(terms.accountingClass) : 'amortised-cost',
    principal: open ? 'decay' : level ? 'level' : 'even',
    behaviour,
    rateIndex: floats ? indexOf(terms.rateIndex) : 'none',
    notionalUsdMillion: security ? terms.amortisedCost : terms.notionalPrincipal,
    carryingUsdMillion: carryingOf(terms),
    rate: security && !floats ? terms.bookYield : nominalInterestRate,
    couponRate: nominalInterestRate,
    premium: security ? terms.amortisedCost / terms.notionalPrincipal - 1 : 0,
    floats,
    resetMonth: floats ? resetOf(terms, months) : 0,
    firstPrincipalMonth: open ? 0 : firstMonthOf(terms, months, maturityMonth),
    maturityMonth,
    noteRate: level ? (security ? terms.noteRate : nominalInterestRate) : 0,
    discountSpread: terms.discountSpread,
    reinvestTenorMonths: terms.reinvestTenorMonths,
    reinvestSpread: terms.reinvestSpread,
    ageMonths: level && behaviour !== '' ? ageOf(terms, months) : 0,
  };
}

function groupOf({ kind, accountingClass }: ContractTerms): Group {
  if (kind === 'securities') return accountingClass === 'available-for-sale' ? 'afs' : 'htm';
  if (kind === 'loans' || kind === 'deposits' || kind === 'borrowings') return kind;
  throw new Error(`${kind} are no book of their own`);
}

/** What the ledger shows: as told, else amortised cost, else the principal (rule TAPE-43). */
function carryingOf(terms: ContractTerms): number {
  const { kind, carryingAmount, amortisedCost, notionalPrincipal } = terms;
  if (kind === 'securities') {
    return terms.accountingClass === 'available-for-sale' ? terms.fairValue : amortisedCost;
  }
  if (!Number.isNaN(carryingAmount)) return carryingAmount;
  return Number.isNaN(amortisedCost) ? notionalPrincipal : amortisedCost;
}

function resetOf({ cycleAnchorDateOfRateReset: day }: ContractTerms, months: StudyMonths): number {
  return Number.isNaN(day) ? 0 : months.until(day);
}

/** Level payments begin in month 1, even ones with the first repayment, one alone at maturity. */
function firstMonthOf(terms: ContractTerms, months: StudyMonths, maturityMonth: number): number {
  if (terms.contractType === 'ANN') return 1;
  if (terms.contractType !== 'LAM') return maturityMonth;
  const anchor = terms.cycleAnchorDateOfPrincipalRedemption;
  return Number.isNaN(anchor) ? 1 : Math.max(1, months.until(anchor));
}

function ageOf({ initialExchangeDate }: ContractTerms, months: StudyMonths): number {
  return Math.min(MOST_MONTHS, months.since(initialExchangeDate));
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
