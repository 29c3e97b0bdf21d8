import { CALENDAR_IDS } from '../foundation/index.js';

/** The contract types of the public ACTUS tests, in the order of the dictionary's taxonomy. */
export const CONTRACT_TYPE_NAMES = [
  'PAM',
  'LAM',
  'NAM',
  'ANN',
  'LAX',
  'CLM',
  'UMP',
  'CSH',
  'STK',
  'COM',
  'FXOUT',
  'SWPPV',
  'SWAPS',
  'CAPFL',
  'OPTNS',
  'FUTUR',
  'CEG',
  'CEC',
] as const;

export type ContractType = (typeof CONTRACT_TYPE_NAMES)[number];

const text = { kind: 'text' } as const;
const real = { kind: 'real' } as const;
const reals = { kind: 'reals' } as const;
const time = { kind: 'time' } as const;
const times = { kind: 'times' } as const;
const cycle = { kind: 'cycle' } as const;
const cycles = { kind: 'cycles' } as const;
const period = { kind: 'period' } as const;
const structure = { kind: 'structure' } as const;

function oneOf<const A extends readonly string[]>(...allowed: A) {
  return { kind: 'enum', allowed } as const;
}

function listOf<const A extends readonly string[]>(...allowed: A) {
  return { kind: 'enums', allowed } as const;
}

/**
 * Kind of value and allowed values of each term: facts of the ACTUS dictionary 1.4 (2023-12-08),
 * with the older names that the public tests still use (`fixingDays`, `creatorId`, …).
 */
export const TERMS = {
  accruedInterest: real,
  amortizationDate: time,
  arrayCycleAnchorDateOfInterestPayment: times,
  arrayCycleAnchorDateOfPrincipalRedemption: times,
  arrayCycleAnchorDateOfRateReset: times,
  arrayCycleOfInterestPayment: cycles,
  arrayCycleOfPrincipalRedemption: cycles,
  arrayCycleOfRateReset: cycles,
  arrayFixedVariable: listOf('F', 'V'),
  arrayIncreaseDecrease: listOf('INC', 'DEC'),
  arrayNextPrincipalRedemptionPayment: reals,
  arrayRate: reals,
  businessDayConvention: oneOf('NOS', 'SCF', 'SCMF', 'CSF', 'CSMF', 'SCP', 'SCMP', 'CSP', 'CSMP'),
  calendar: oneOf('NC', 'MF', ...CALENDAR_IDS),
  capitalizationEndDate: time,
  clearingHouse: oneOf('Y', 'N'),
  contractDealDate: time,
  contractID: text,
  contractPerformance: oneOf('PF', 'DL', 'DQ', 'DF', 'MA', 'TE'),
  contractRole: oneOf(
    'RPA',
    'RPL',
    'RFL',
    'PFL',
    'RF',
    'PF',
    'BUY',
    'SEL',
    'COL',
    'CNO',
    'UDL',
    'UDLP',
    'UDLM',
  ),
  contractStructure: structure,
  contractType: oneOf(...CONTRACT_TYPE_NAMES),
  counterpartyID: text,
  coverageOfCreditEnhancement: real,
  creatorID: text,
  creatorId: text,
  creditEventTypeCovered: listOf('DL', 'DQ', 'DF'),
  creditLineAmount: real,
  currency: text,
  currency2: text,
  cycleAnchorDateOfDividend: time,
  cycleAnchorDateOfDividendPayment: time,
  cycleAnchorDateOfFee: time,
  cycleAnchorDateOfInterestCalculationBase: time,
  cycleAnchorDateOfInterestPayment: time,
  cycleAnchorDateOfMargining: time,
  cycleAnchorDateOfOptionality: time,
  cycleAnchorDateOfPrincipalRedemption: time,
  cycleAnchorDateOfRateReset: time,
  cycleAnchorDateOfScalingIndex: time,
  cycleOfDividend: cycle,
  cycleOfDividendPayment: cycle,
  cycleOfFee: cycle,
  cycleOfInterestCalculationBase: cycle,
  cycleOfInterestPayment: cycle,
  cycleOfMargining: cycle,
  cycleOfOptionality: cycle,
  cycleOfPrincipalRedemption: cycle,
  cycleOfRateReset: cycle,
  cycleOfScalingIndex: cycle,
  cyclePointOfInterestPayment: oneOf('B', 'E'),
  cyclePointOfRateReset: oneOf('B', 'E'),
  dayCountConvention: oneOf('AA', 'A360', 'A365', '30E360ISDA', '30E360', '28E336', 'A336', 'B252'),
  delinquencyPeriod: period,
  delinquencyRate: real,
  deliverySettlement: oneOf('S', 'D'),
  endOfMonthConvention: oneOf('SD', 'EOM'),
  exDividendDate: time,
  exerciseAmount: real,
  exerciseDate: time,
  feeAccrued: real,
  feeBasis: oneOf('A', 'N'),
  feeRate: real,
  fixingDays: period,
  fixingPeriod: period,
  futuresPrice: real,
  gracePeriod: period,
  guaranteedExposure: oneOf('NO', 'NI', 'MV'),
  initialExchangeDate: time,
  initialMargin: real,
  interestCalculationBase: oneOf('NT', 'NTIED', 'NTL'),
  interestCalculationBaseAmount: real,
  interestScalingMultiplier: real,
  legalEntityIDCounterparty: text,
  legalEntityIDRecordCreator: text,
  lifeCap: real,
  lifeFloor: real,
  maintenanceMarginLowerBound: real,
  maintenanceMarginUpperBound: real,
  marketObjectCode: text,
  marketObjectCodeOfDividends: text,
  marketObjectCodeOfRateReset: text,
  marketObjectCodeOfScalingIndex: text,
  marketValueObserved: real,
  maturityDate: time,
  maximumPenaltyFreeDisbursement: real,
  nextDividendPaymentAmount: real,
  nextPrincipalRedemptionPayment: real,
  nextResetRate: real,
  nominalInterestRate: real,
  nominalInterestRate2: real,
  nonPerformingDate: time,
  notionalPrincipal: real,
  notionalPrincipal2: real,
  notionalScalingMultiplier: real,
  optionExerciseEndDate: time,
  optionExerciseType: oneOf('E', 'B', 'A'),
  optionStrike1: real,
  optionStrike2: real,
  optionType: oneOf('C', 'P', 'CP'),
  penaltyRate: real,
  penaltyType: oneOf('N', 'A', 'R', 'I'),
  periodCap: real,
  periodFloor: real,
  premiumDiscountAtIED: real,
  prepaymentEffect: oneOf('N', 'A', 'M'),
  prepaymentPeriod: period,
  priceAtPurchaseDate: real,
  priceAtTerminationDate: real,
  purchaseDate: time,
  quantity: real,
  rateMultiplier: real,
  rateSpread: real,
  scalingEffect: oneOf('000', 'I00', '0N0', 'IN0'),
  scalingIndexAtContractDealDate: real,
  seniority: oneOf('S', 'J'),
  settlementCurrency: text,
  settlementPeriod: period,
  statusDate: time,
  terminationDate: time,
  unit: text,
  variationMargin: real,
  xDayNotice: period,
} as const;

export type TermName = keyof typeof TERMS;

/** Every term, in the order of the dictionary. */
export const TERM_NAMES: readonly TermName[] = Object.keys(TERMS).filter(isTermName);

/** Which contract types take which terms (the dictionary's applicability, not blank). */
const APPLICABILITY: readonly (readonly [types: string, terms: string])[] = [
  ['PAM LAM NAM ANN LAX CLM UMP', 'accruedInterest prepaymentPeriod'],
  ['ANN', 'amortizationDate'],
  [
    'LAX',
    `arrayCycleAnchorDateOfInterestPayment arrayCycleAnchorDateOfPrincipalRedemption
     arrayCycleAnchorDateOfRateReset arrayCycleOfInterestPayment
     arrayCycleOfPrincipalRedemption arrayCycleOfRateReset arrayFixedVariable
     arrayIncreaseDecrease arrayNextPrincipalRedemptionPayment arrayRate`,
  ],
  [
    // Wider than the dictionary: they say nothing where no date is scheduled.
    CONTRACT_TYPE_NAMES.join(' '),
    'businessDayConvention calendar endOfMonthConvention',
  ],
  [
    'PAM LAM NAM ANN LAX',
    `capitalizationEndDate cycleAnchorDateOfScalingIndex cycleOfScalingIndex
     interestScalingMultiplier marketObjectCodeOfScalingIndex notionalScalingMultiplier
     penaltyRate penaltyType periodCap periodFloor premiumDiscountAtIED prepaymentEffect
     scalingEffect scalingIndexAtContractDealDate`,
  ],
  [
    'FUTUR',
    `clearingHouse cycleAnchorDateOfMargining cycleOfMargining futuresPrice initialMargin
     maintenanceMarginLowerBound maintenanceMarginUpperBound variationMargin`,
  ],
  [CONTRACT_TYPE_NAMES.join(' '), 'contractDealDate counterpartyID'],
  [
    CONTRACT_TYPE_NAMES.join(' '),
    `contractID contractRole contractType creatorID creatorId currency
     legalEntityIDCounterparty legalEntityIDRecordCreator statusDate`,
  ],
  [
    'PAM LAM NAM ANN LAX CLM UMP STK FXOUT SWPPV SWAPS CAPFL OPTNS FUTUR CEG',
    'contractPerformance nonPerformingDate settlementCurrency',
  ],
  ['SWAPS CAPFL OPTNS FUTUR CEG CEC', 'contractStructure'],
  ['CEG CEC', 'coverageOfCreditEnhancement creditEventTypeCovered guaranteedExposure'],
  ['PAM LAM NAM ANN', 'creditLineAmount'],
  ['FXOUT', 'currency2 notionalPrincipal2'],
  [
    'STK',
    `cycleAnchorDateOfDividend cycleAnchorDateOfDividendPayment cycleOfDividend
     cycleOfDividendPayment exDividendDate marketObjectCodeOfDividends
     nextDividendPaymentAmount`,
  ],
  [
    'PAM LAM NAM ANN LAX CLM UMP CEG',
    'cycleAnchorDateOfFee cycleOfFee feeAccrued feeBasis feeRate',
  ],
  [
    'LAM NAM ANN LAX',
    `cycleAnchorDateOfInterestCalculationBase cycleOfInterestCalculationBase
     interestCalculationBase interestCalculationBaseAmount`,
  ],
  [
    'PAM LAM NAM ANN CLM UMP SWPPV',
    `cycleAnchorDateOfInterestPayment cycleAnchorDateOfRateReset cycleOfInterestPayment
     cycleOfRateReset`,
  ],
  // LAX beyond the dictionary: the spread of all its resets, beside each part's own.
  ['PAM LAM NAM ANN LAX CLM UMP SWPPV', 'rateSpread'],
  [
    'PAM LAM NAM ANN LAX OPTNS',
    'cycleAnchorDateOfOptionality cycleOfOptionality optionExerciseEndDate',
  ],
  [
    'LAM NAM ANN',
    `cycleAnchorDateOfPrincipalRedemption cycleOfPrincipalRedemption
     nextPrincipalRedemptionPayment`,
  ],
  ['PAM LAM LAX', 'cyclePointOfInterestPayment'],
  ['PAM LAM LAX SWPPV', 'cyclePointOfRateReset'],
  ['PAM LAM NAM ANN LAX CLM UMP SWPPV CEG', 'dayCountConvention'],
  [
    'PAM LAM NAM ANN LAX CLM UMP FXOUT SWPPV SWAPS CAPFL OPTNS FUTUR CEG',
    'delinquencyPeriod delinquencyRate gracePeriod',
  ],
  ['FXOUT SWPPV SWAPS OPTNS FUTUR', 'deliverySettlement'],
  ['FXOUT OPTNS FUTUR CEG CEC', 'exerciseAmount exerciseDate settlementPeriod'],
  [
    'PAM LAM NAM ANN LAX CLM UMP SWPPV',
    'fixingDays initialExchangeDate marketObjectCodeOfRateReset nominalInterestRate',
  ],
  ['PAM LAM NAM ANN LAX CLM SWPPV', 'fixingPeriod nextResetRate rateMultiplier'],
  ['PAM LAM NAM ANN LAX CAPFL', 'lifeCap lifeFloor'],
  [
    'PAM LAM NAM ANN LAX STK COM FXOUT SWPPV SWAPS CAPFL OPTNS FUTUR',
    'marketObjectCode marketValueObserved',
  ],
  ['PAM LAM NAM ANN LAX CLM FXOUT SWPPV OPTNS FUTUR CEG', 'maturityDate'],
  ['UMP', 'maximumPenaltyFreeDisbursement'],
  ['SWPPV', 'nominalInterestRate2'],
  ['PAM LAM NAM ANN LAX CLM UMP CSH STK FXOUT SWPPV CEG', 'notionalPrincipal'],
  ['OPTNS', 'optionExerciseType optionStrike1 optionStrike2 optionType'],
  [
    'PAM LAM NAM ANN LAX STK COM FXOUT SWPPV SWAPS CAPFL OPTNS FUTUR CEG',
    'priceAtPurchaseDate purchaseDate',
  ],
  [
    'PAM LAM NAM ANN LAX UMP STK COM FXOUT SWPPV SWAPS CAPFL OPTNS FUTUR CEG',
    'priceAtTerminationDate terminationDate',
  ],
  ['STK COM', 'quantity'],
  ['PAM LAM NAM ANN LAX CLM UMP STK FXOUT SWPPV SWAPS CAPFL OPTNS FUTUR', 'seniority'],
  ['COM', 'unit'],
  ['CLM UMP', 'xDayNotice'],
];

const TERMS_OF_TYPE: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  CONTRACT_TYPE_NAMES.map((type) => {
    const rows = APPLICABILITY.filter(([types]) => types.split(' ').includes(type));
    return [type, new Set(rows.flatMap(([, terms]) => terms.split(/\s+/)))];
  }),
);

export function isTermName(name: string): name is TermName {
  return Object.hasOwn(TERMS, name);
}

/** True when a contract of this type takes the term. */
export function appliesTo(term: TermName, type: ContractType): boolean {
  return TERMS_OF_TYPE.get(type)?.has(term) === true;
}
