import type { CallReport, FieldName } from '../../call-report/index.js';
import type { IncomeLine } from './security-type.js';

/** Book yield a year by income line, and of all together; null where the report gives none. */
export interface SecurityYields {
  readonly byLine: Readonly<Record<IncomeLine, number | null>>;
  readonly all: number | null;
}

const FIELDS: Readonly<Record<IncomeLine, readonly [income: FieldName, average: FieldName]>> = {
  government: ['interestTreasuryAndAgency', 'averageTreasuryAndAgency'],
  mortgage: ['interestMbs', 'averageMbs'],
  other: ['interestOtherSecurities', 'averageOtherSecurities'],
};

/** Beyond these a quotient is an error of the report or of its averages, not a yield. */
const LEAST_YIELD = 0;
const GREATEST_YIELD = 0.1;

/**
 * Income since 1 January, made a year's, over the average of the quarter (CALL-63): too low for
 * a bank that has grown in the year. A quotient below 0 or above 10% is no yield.
 */
export function securityYields(report: CallReport): SecurityYields {
  const quarter = Number(report.quarterEnd.slice(5, 7)) / 3;
  const yieldOf = (income: number, average: number): number | null => {
    const found = average > 0 ? (income * 4) / quarter / average : -1;
    return found >= LEAST_YIELD && found <= GREATEST_YIELD ? found : null;
  };
  const amount = (name: FieldName) => report.amount(name) ?? 0;
  const lineYield = (line: IncomeLine) => {
    const [income, average] = FIELDS[line];
    return yieldOf(amount(income), amount(average));
  };
  const lines = Object.values(FIELDS);
  const total = (at: 0 | 1) => lines.reduce((sum, fields) => sum + amount(fields[at]), 0);
  return {
    byLine: {
      government: lineYield('government'),
      mortgage: lineYield('mortgage'),
      other: lineYield('other'),
    },
    all: yieldOf(total(0), total(1)),
  };
}
