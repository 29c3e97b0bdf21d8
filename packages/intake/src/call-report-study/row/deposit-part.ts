import { itemAt, type Position } from '@almfes/engine';
import type { FieldName } from '../../call-report/index.js';
import { type BuiltPart, carryingOf, type PartTerms, reconciliationLine } from '../built-part.js';
import { parYieldAt } from '../curve-rate.js';
import { type BucketMonths, evenPrincipal, monthIn, positionRow } from './position-row.js';

/** Deposit models, by what they hold for. */
export const DEPOSIT_MODELS = {
  free: 'deposits-free',
  transaction: 'deposits-transaction',
  savings: 'deposits-savings',
  foreignFree: 'deposits-foreign-free',
  foreign: 'deposits-foreign',
} as const;

const bucket = (from: number, to: number): BucketMonths => ({ from, to });

/** Buckets of RC-E memoranda 3 and 4; what is over three years is taken to end at five. */
const TIME_BUCKETS = [bucket(0, 3), bucket(3, 12), bucket(12, 36), bucket(36, 60)] as const;
const ENDS = ['to-3m', '3m-to-1y', '1y-to-3y', 'over-3y'] as const;

const SMALL_TIME: readonly FieldName[] = [
  'smallTimeTo3Months',
  'smallTime3To12Months',
  'smallTime1To3Years',
  'smallTimeOver3Years',
];
const LARGE_TIME: readonly FieldName[] = [
  'largeTimeTo3Months',
  'largeTime3To12Months',
  'largeTime1To3Years',
  'largeTimeOver3Years',
];

/** Deposits by type, size and rate paid (rules CALL-26 to CALL-28). */
export function depositPart(terms: PartTerms): BuiltPart {
  const { reader } = terms;
  const demand = demandRows(terms);
  const small = timeRows(terms, 'deposits-time-small', SMALL_TIME, terms.rates.smallTime);
  const large = timeRows(terms, 'deposits-time-large', LARGE_TIME, terms.rates.largeTime);
  const foreign = foreignRows(terms);
  const [free, transaction, savings] = demand.map(({ carryingUsdMillion }) => carryingUsdMillion);
  const overseas = carryingOf(foreign);
  return {
    rows: [...demand, ...small, ...large, ...foreign],
    lines: [
      reconciliationLine(reader, {
        ...{ item: 'deposits-domestic', title: 'Deposits in domestic offices' },
        added: ['depositsDomestic'],
        builtUsdMillion: carryingOf([...demand, ...small, ...large]),
      }),
      reconciliationLine(reader, {
        ...{ item: 'time-deposits-small', title: 'of which time deposits up to 250,000 dollars' },
        added: ['timeDepositsTo100k', 'timeDeposits100kTo250k'],
        builtUsdMillion: carryingOf(small),
      }),
      reconciliationLine(reader, {
        ...{ item: 'time-deposits-large', title: 'of which time deposits over 250,000 dollars' },
        added: ['timeDepositsOver250k'],
        builtUsdMillion: carryingOf(large),
      }),
      reconciliationLine(reader, {
        ...{ item: 'deposits-foreign', title: 'Deposits in foreign offices' },
        added: ['depositsForeign'],
        builtUsdMillion: overseas,
      }),
    ],
    borne: {
      transactionLife: (free ?? 0) + (transaction ?? 0),
      ...{
        transactionBeta: transaction ?? 0,
        transactionLag: transaction ?? 0,
        savingsLife: savings ?? 0,
        savingsBeta: savings ?? 0,
        savingsLag: savings ?? 0,
      },
      betaDownShare: (transaction ?? 0) + (savings ?? 0),
      ...{ foreignLife: overseas, foreignBeta: reader.amount('depositsForeignInterestBearing') },
      timeBeta: carryingOf([...small, ...large]),
      timeDepositPlace: carryingOf([...small, ...large]),
    },
  };
}

/**
 * Free deposits as reported; interest-bearing transaction accounts are what transaction accounts
 * hold above them; savings are the savings and money market accounts less what of free deposits is
 * not in transaction accounts.
 */
function demandRows({ reader, rates }: PartTerms): Position[] {
  const free = reader.amount('depositsDomesticNoninterestBearing');
  const transaction = reader.amount('depositsTransaction');
  const paid = Math.max(0, transaction - free);
  const freeElsewhere = Math.max(0, free - transaction);
  const saved = reader.sum(['depositsMoneyMarket', 'depositsOtherSavings']);
  return [
    depositRow(DEPOSIT_MODELS.free, free, 0),
    depositRow(DEPOSIT_MODELS.transaction, paid, rates.transaction),
    depositRow(DEPOSIT_MODELS.savings, Math.max(0, saved - freeElsewhere), rates.savings),
  ];
}

function foreignRows({ reader, rates }: PartTerms): Position[] {
  const free = reader.amount('depositsForeignNoninterestBearing');
  const paid = reader.amount('depositsForeignInterestBearing');
  return [
    depositRow(DEPOSIT_MODELS.foreignFree, free, 0),
    depositRow(DEPOSIT_MODELS.foreign, paid, rates.foreign),
  ];
}

function depositRow(model: string, balance: number, rate: number): Position {
  return positionRow({
    ...{ id: model, side: 'liability', group: 'deposits', accountingClass: 'amortised-cost' },
    ...{ principal: 'decay', behaviour: model, rate },
    ...{ notionalUsdMillion: balance, carryingUsdMillion: balance },
  });
}

/** New time deposits pay the share beta of the par yield of their term (rule CALL-28). */
function timeRows(
  { reader, market, assumed }: PartTerms,
  prefix: string,
  fields: readonly FieldName[],
  rate: number,
): Position[] {
  const place = assumed('timeDepositPlace').value;
  const beta = assumed('timeBeta').value;
  return fields.map((field, at) => {
    const balance = reader.amount(field);
    const month = monthIn(itemAt(TIME_BUCKETS, at), place);
    return positionRow({
      ...{ id: `${prefix}-${itemAt(ENDS, at)}`, side: 'liability', group: 'deposits' },
      ...{ accountingClass: 'amortised-cost', rate },
      ...{ notionalUsdMillion: balance, carryingUsdMillion: balance },
      ...evenPrincipal(month),
      reinvestSpread: (beta - 1) * parYieldAt(market.market, month),
    });
  });
}
