import type { TapeKind } from '../mapping/index.js';
import type { TermReader } from './term-reader.js';

/** What a Study is made of, one row of a tape: NaN and '' where nothing is known (TAPE-41). */
export interface ContractTerms {
  readonly kind: TapeKind;
  readonly contractID: string;
  readonly product: string;
  readonly side: string;
  readonly group: string;
  readonly contractType: string;
  readonly contractRole: string;
  readonly accountingClass: string;
  readonly rateType: string;
  readonly rateIndex: string;
  readonly behaviour: string;
  readonly hedgeModel: string;
  readonly hedgedGroup: string;
  readonly notionalPrincipal: number;
  readonly amortisedCost: number;
  readonly carryingAmount: number;
  readonly fairValue: number;
  readonly nominalInterestRate: number;
  readonly bookYield: number;
  readonly noteRate: number;
  readonly rateSpread: number;
  readonly initialExchangeDate: number;
  readonly maturityDate: number;
  readonly cycleAnchorDateOfPrincipalRedemption: number;
  readonly cycleAnchorDateOfRateReset: number;
  readonly cycleOfPrincipalRedemption: number;
  readonly discountSpread: number;
  readonly reinvestTenorMonths: number;
  readonly reinvestSpread: number;
}

/** The terms of one row after another. */
export function contractTerms({ kind, number, text }: TermReader): (at: number) => ContractTerms {
  const texts = {
    contractID: text('contractID'),
    product: text('product'),
    side: text('side'),
    group: text('group'),
    contractType: text('contractType'),
    contractRole: text('contractRole'),
    accountingClass: text('accountingClass'),
    rateType: text('rateType'),
    rateIndex: text('rateIndex'),
    behaviour: text('behaviour'),
    hedgeModel: text('hedgeModel'),
    hedgedGroup: text('hedgedGroup'),
  };
  const amounts = {
    notionalPrincipal: number('notionalPrincipal'),
    amortisedCost: number('amortisedCost'),
    carryingAmount: number('carryingAmount'),
    fairValue: number('fairValue'),
  };
  const rates = {
    nominalInterestRate: number('nominalInterestRate'),
    bookYield: number('bookYield'),
    noteRate: number('noteRate'),
    rateSpread: number('rateSpread'),
    discountSpread: number('discountSpread'),
    reinvestSpread: number('reinvestSpread'),
  };
  const times = {
    initialExchangeDate: number('initialExchangeDate'),
    maturityDate: number('maturityDate'),
    cycleAnchorDateOfPrincipalRedemption: number('cycleAnchorDateOfPrincipalRedemption'),
    cycleAnchorDateOfRateReset: number('cycleAnchorDateOfRateReset'),
    cycleOfPrincipalRedemption: number('cycleOfPrincipalRedemption'),
    reinvestTenorMonths: number('reinvestTenorMonths'),
  };
  return (at) => ({
    kind,
    contractID: texts.contractID(at),
    product: texts.product(at),
    side: texts.side(at),
    group: texts.group(at),
    contractType: texts.contractType(at),
    contractRole: texts.contractRole(at),
    accountingClass: texts.accountingClass(at),
    rateType: texts.rateType(at),
    rateIndex: texts.rateIndex(at),
    behaviour: texts.behaviour(at),
    hedgeModel: texts.hedgeModel(at),
    hedgedGroup: texts.hedgedGroup(at),
    notionalPrincipal: amounts.notionalPrincipal(at),
    amortisedCost: amounts.amortisedCost(at),
    carryingAmount: amounts.carryingAmount(at),
    fairValue: amounts.fairValue(at),
    nominalInterestRate: rates.nominalInterestRate(at),
    bookYield: rates.bookYield(at),
    noteRate: rates.noteRate(at),
    rateSpread: rates.rateSpread(at),
    discountSpread: rates.discountSpread(at),
    reinvestSpread: rates.reinvestSpread(at),
    initialExchangeDate: times.initialExchangeDate(at),
    maturityDate: times.maturityDate(at),
    cycleAnchorDateOfPrincipalRedemption: times.cycleAnchorDateOfPrincipalRedemption(at),
    cycleAnchorDateOfRateReset: times.cycleAnchorDateOfRateReset(at),
    cycleOfPrincipalRedemption: times.cycleOfPrincipalRedemption(at),
    reinvestTenorMonths: times.reinvestTenorMonths(at),
  });
}
