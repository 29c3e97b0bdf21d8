import type { Behaviour, Parameter } from '@almfes/engine';
import type { AssumedValue, AssumedValues } from '../assumption/assumed-values.js';
import { DEPOSIT_MODELS } from '../row/deposit-part.js';
import { FIRST_LIEN_MODEL, OTHER_LOAN_MODEL } from '../row/loan-part.js';
import { securityPrepayment } from '../security-rows/index.js';

function judged(value: number, unit: string, note: string): Parameter {
  return { value, unit, basis: 'assumed', source: [], note };
}

function ranged({ value, level, range }: AssumedValue, unit: string): Parameter {
  return judged(value, unit, `${level} of ${range.low} to ${range.high}: ${range.source}`);
}

const NONE = 'none assumed: a Call Report does not tell';

interface DepositTerms {
  readonly id: string;
  readonly averageLifeYears: Parameter;
  readonly beta: Parameter;
  readonly betaDown?: Parameter;
  readonly lagMonths?: Parameter;
  readonly migrationTo: string;
}

function depositModel({ migrationTo, ...terms }: DepositTerms): Behaviour['deposits'][number] {
  return {
    lagMonths: judged(0, 'months', NONE),
    ...terms,
    servicingRate: judged(0, 'a year', NONE),
    valuationSpread: judged(0, 'a year', NONE),
    migrationShare: judged(0, 'share', NONE),
    migrationTo,
    outflowShare: judged(0, 'share', NONE),
    outflowMonth: judged(1, 'month', 'no outflow'),
  };
}

const FREE = judged(0, 'ratio', 'non-interest-bearing by contract');

/** Deposits and loans as they behave, at the assumptions made (rules CALL-26 and CALL-33). */
export function bankBehaviour(assumed: AssumedValues): Behaviour {
  const parameter = (name: Parameters<AssumedValues>[0], unit: string) =>
    ranged(assumed(name), unit);
  const down = assumed('betaDownShare');
  const betas = (name: 'transactionBeta' | 'savingsBeta') => ({
    beta: parameter(name, 'ratio'),
    betaDown: ranged({ ...down, value: down.value * assumed(name).value }, 'ratio'),
  });
  const own = parameter('transactionLife', 'years');
  const foreign = parameter('foreignLife', 'years');
  const { free, transaction, savings, foreignFree, foreign: overseas } = DEPOSIT_MODELS;
  return {
    deposits: [
      depositModel({ id: free, averageLifeYears: own, beta: FREE, migrationTo: savings }),
      depositModel({
        ...{ id: transaction, averageLifeYears: own, migrationTo: '' },
        ...betas('transactionBeta'),
        lagMonths: parameter('transactionLag', 'months'),
      }),
      depositModel({
        ...{ id: savings, averageLifeYears: parameter('savingsLife', 'years'), migrationTo: '' },
        ...betas('savingsBeta'),
        lagMonths: parameter('savingsLag', 'months'),
      }),
      depositModel({
        ...{ id: foreignFree, averageLifeYears: foreign, beta: FREE, migrationTo: overseas },
      }),
      depositModel({
        ...{ id: overseas, averageLifeYears: foreign, migrationTo: '' },
        beta: parameter('foreignBeta', 'ratio'),
      }),
    ],
    prepayments: [
      firstLienPrepayment(parameter('mortgageSpeed', 'times')),
      securityPrepayment(assumed('poolSpeed').value),
      { id: OTHER_LOAN_MODEL, kind: 'cpr', cpr: parameter('otherLoanSpeed', 'a year') },
    ],
  };
}

const SPEEDS =
  'arctangent curve of the Office of Thrift Supervision NPV model (coefficients seen in ' +
  'secondary public text only)';

function firstLienPrepayment(multiplier: Parameter): Behaviour['prepayments'][number] {
  return {
    ...{ id: FIRST_LIEN_MODEL, multiplier },
    minCpr: judged(0.06, 'a year', 'turnover of 100% PSA, 6% a year'),
    maxCpr: judged(0.458783, 'a year', SPEEDS),
    slope: judged(5.952, 'per unit of ratio', SPEEDS),
    midpoint: judged(1.089, 'ratio', SPEEDS),
  };
}
