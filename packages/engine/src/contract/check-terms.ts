import { type Issue, issue, read } from '../foundation/index.js';
import type { ContractTerms } from './contract-terms.js';
import { effectiveTime, isoFromTime } from './date-time.js';
import type { TermName } from './term-dictionary.js';

/** Roles whose sign the role itself carries, so that the notional must not (rule CONTRACT-9). */
const NOT_NEGATIVE: readonly TermName[] = [
  'notionalPrincipal',
  'notionalPrincipal2',
  'nextPrincipalRedemptionPayment',
  'interestCalculationBaseAmount',
  'quantity',
  'periodCap',
  'penaltyRate',
  'creditLineAmount',
];

/** Terms that say nothing without another one. */
const NEEDS: readonly (readonly [TermName, TermName])[] = [
  ['purchaseDate', 'priceAtPurchaseDate'],
  ['terminationDate', 'priceAtTerminationDate'],
  ['cycleOfRateReset', 'marketObjectCodeOfRateReset'],
  ['feeRate', 'feeBasis'],
  ['exerciseAmount', 'exerciseDate'],
];

/** Dates of which the first may not come after the second. */
const ORDERED: readonly (readonly [TermName, TermName])[] = [
  ['initialExchangeDate', 'maturityDate'],
  ['cycleAnchorDateOfInterestPayment', 'maturityDate'],
  ['cycleAnchorDateOfPrincipalRedemption', 'maturityDate'],
  ['cycleAnchorDateOfRateReset', 'maturityDate'],
  ['cycleAnchorDateOfFee', 'maturityDate'],
  ['cycleAnchorDateOfScalingIndex', 'maturityDate'],
  ['cycleAnchorDateOfInterestCalculationBase', 'maturityDate'],
  ['initialExchangeDate', 'capitalizationEndDate'],
  ['capitalizationEndDate', 'maturityDate'],
  ['initialExchangeDate', 'amortizationDate'],
  ['cycleAnchorDateOfPrincipalRedemption', 'amortizationDate'],
  ['purchaseDate', 'maturityDate'],
  ['purchaseDate', 'terminationDate'],
];

/** Adds an issue for each contradiction between terms (rule CONTRACT-9). */
export function checkTerms(terms: ContractTerms, path: string, issues: Issue[]): void {
  const report = (code: string, term: TermName, expected: string, got: string) => {
    issues.push(issue(code, read.pointer(path, term), expected, got));
  };
  for (const name of NOT_NEGATIVE) {
    const value = terms[name];
    if (typeof value !== 'number' || value >= 0) continue;
    const expected = 'an amount not below zero: the sign is that of contractRole';
    report('negative', name, expected, String(value));
  }
  for (const [name, other] of NEEDS) {
    const saysNothing = terms[name] === undefined || terms[name] === 0;
    if (saysNothing || terms[other] !== undefined) continue;
    report('missing', other, `a value, because ${name} is given`, 'nothing');
  }
  for (const [name, other] of ORDERED) {
    const [first, second] = [terms[name], terms[other]];
    if (typeof first !== 'number' || typeof second !== 'number' || first <= second) continue;
    const expected = `not after ${other} ${isoFromTime(second)}`;
    report('order', name, expected, isoFromTime(first));
  }
  checkRole(terms, report);
  checkExercise(terms, report);
  checkLimits(terms, report);
  checkScaling(terms, report);
}

type Report = (code: string, term: TermName, expected: string, got: string) => void;

const POSITION_ROLES: readonly string[] = ['RPA', 'RPL', 'COL', 'CNO', 'UDL', 'UDLP', 'UDLM'];
const PARTY_ROLES: readonly string[] = ['BUY', 'SEL'];

/** The roles of the types that are not held as an asset or a liability. */
const ROLES: Readonly<Partial<Record<ContractTerms['contractType'], readonly string[]>>> = {
  SWPPV: ['RF', 'PF'],
  SWAPS: ['RFL', 'PFL'],
  CAPFL: PARTY_ROLES,
  OPTNS: PARTY_ROLES,
  FUTUR: PARTY_ROLES,
  CEG: PARTY_ROLES,
  CEC: PARTY_ROLES,
};

function checkRole({ contractType, contractRole }: ContractTerms, report: Report): void {
  const roles = ROLES[contractType] ?? POSITION_ROLES;
  if (contractRole === undefined || roles.includes(contractRole)) return;
  report('enum', 'contractRole', `${roles.join(', ')} for ${contractType}`, contractRole);
}

/** An exercise up to the status date is not run again: its amount must be told. */
function checkExercise(terms: ContractTerms, report: Report): void {
  const { exerciseDate, statusDate, exerciseAmount } = terms;
  if (exerciseDate === undefined || statusDate === undefined || exerciseAmount !== undefined)
    return;
  if (effectiveTime(exerciseDate) > effectiveTime(statusDate)) return;
  const expected = 'a value, because exerciseDate is not after statusDate';
  report('missing', 'exerciseAmount', expected, 'nothing');
}

/** Scaling without an index, or without its value at the start, has no factor. */
function checkScaling(terms: ContractTerms, report: Report): void {
  if ((terms.scalingEffect ?? '000') === '000') return;
  for (const name of [
    'marketObjectCodeOfScalingIndex',
    'scalingIndexAtContractDealDate',
  ] as const) {
    if (terms[name] !== undefined) continue;
    report('missing', name, `a value, because scalingEffect is ${terms.scalingEffect}`, 'nothing');
  }
  if (terms.scalingIndexAtContractDealDate === 0) {
    report('range', 'scalingIndexAtContractDealDate', 'an index other than zero', '0');
  }
}

function checkLimits(terms: ContractTerms, report: Report): void {
  const { lifeCap, lifeFloor } = terms;
  if (lifeCap !== undefined && lifeFloor !== undefined && lifeFloor > lifeCap) {
    report('contradiction', 'lifeFloor', `not above lifeCap ${lifeCap}`, String(lifeFloor));
  }
  if (terms.cyclePointOfInterestPayment === 'B') {
    report('unsupported', 'cyclePointOfInterestPayment', 'E (in arrears)', 'B');
  }
  if (terms.cyclePointOfRateReset === 'E') {
    report('unsupported', 'cyclePointOfRateReset', 'B (in advance)', 'E');
  }
}
