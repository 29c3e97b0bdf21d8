import type { Position, Study } from '@almfes/engine';
import type { AssumedValues } from '../assumption/assumed-values.js';
import { carryingOf } from '../built-part.js';
import type { ReportReader } from '../report-reader.js';

const DAYS_TO_SELL = 2;
const BID_OFFER = { afs: 0.002, htm: 0.005 } as const;
/** METHOD section 3, digital disruption, severe, day 1: a severity, not a forecast. */
const STATED_OUTFLOW = 0.25;

/**
 * A 0 in a file of whole thousands is less than half of one; a Study needs an amount (STUDY-9).
 */
const LESS_THAN_FILED = 0.0005;

/** Uninsured deposits, and what they were taken from (rule CALL-36). */
export interface UninsuredDeposits {
  readonly uninsuredUsdMillion: number;
  /** The amount the assumption bears on; 0 where the bank reports them. */
  readonly assumedOnUsdMillion: number;
}

/**
 * RC-O memorandum 2 where it is reported, else a share of the accounts over the insurance limit
 * (RC-O memorandum 1), else of every domestic deposit but time deposits up to the limit. Deposits
 * of foreign offices are not insured; secured public deposits do not run.
 */
export function uninsuredDeposits(reader: ReportReader, assumed: AssumedValues): UninsuredDeposits {
  const { amount, sum, report } = reader;
  const foreign = amount('depositsForeign');
  const secured = amount('depositsPreferred');
  const reported = amount('uninsuredDeposits');
  const less = (base: number) => Math.max(0, base - secured);
  if (report.amount('uninsuredDeposits') !== undefined) {
    const uninsuredUsdMillion = Math.max(LESS_THAN_FILED, less(reported) + foreign);
    return { uninsuredUsdMillion, assumedOnUsdMillion: 0 };
  }
  const isTold = report.amount('accountsOverInsuredSize') !== undefined;
  const large = sum(['accountsOverInsuredSize', 'retirementOverInsuredSize']);
  const small = sum(['timeDepositsTo100k', 'timeDeposits100kTo250k']);
  const most = less(isTold ? large : amount('depositsDomestic') - small);
  const assumedUsdMillion = assumed('uninsuredShare').value * most + foreign;
  return {
    uninsuredUsdMillion: isTold ? Math.max(LESS_THAN_FILED, assumedUsdMillion) : assumedUsdMillion,
    assumedOnUsdMillion: most,
  };
}

/** Cash, money lent overnight, and the securities that are not pledged; no line is known. */
export function bankLiquidity(
  reader: ReportReader,
  rows: readonly Position[],
  uninsuredUsdMillion: number,
): Study['liquidity'] {
  const cash = reader.sum(['cashNoninterestBearing', 'cashInterestBearing']);
  const lent = reader.sum(['federalFundsSold', 'securitiesPurchasedToResell']);
  const books = (['afs', 'htm'] as const).map((group) => ({
    group,
    carrying: carryingOf(rows.filter((row) => row.group === group)),
  }));
  const all = books.reduce((sum, { carrying }) => sum + carrying, 0);
  const pledgedShare = all > 0 ? Math.min(1, reader.amount('pledgedSecurities') / all) : 0;
  return {
    sources: [
      cashSource('cash', 'Cash and balances due', cash, 0),
      cashSource('federal-funds-sold', 'Federal funds sold and resale agreements', lent, 1),
      ...books
        .filter(({ carrying }) => carrying > 0)
        .map(({ group, carrying }) => ({
          ...{ id: `${group}-sale`, title: `${group.toUpperCase()} sold`, group },
          ...{ kind: 'sale' as const, pledgedUsdMillion: pledgedShare * carrying },
          ...{ bidOffer: BID_OFFER[group], daysToCash: DAYS_TO_SELL },
        })),
    ],
    ...{ uninsuredUsdMillion, outflowShare: STATED_OUTFLOW },
  };
}

function cashSource(id: string, title: string, amountUsdMillion: number, daysToCash: number) {
  return { id, title, kind: 'cash' as const, amountUsdMillion, committed: true, daysToCash };
}
