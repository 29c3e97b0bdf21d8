import type { Figure } from '@almfes/engine';
import type { CallReportMarket } from '@almfes/intake';
import { derivedFigure } from './recorded-report.js';

/** What a bank's own deposit cost did in the cycle of 2018 to 2019, beside that of all banks. */
export interface OwnBeta {
  /** Rise of the cost of interest-bearing deposits over the rise of federal funds. */
  readonly beta: number;
  /** The same of all banks together. */
  readonly industry: number;
  readonly figures: Readonly<Record<string, Figure>>;
}

const FROM = '2018-03-31';
const TO = '2019-06-30';
/** All banks, 2018 Q1 to 2019 Q2: library/data/peer-behaviour, aggregate-deposit-betas.csv. */
const INDUSTRY = 0.497;

interface OwnBetaTerms {
  /** Text of library/data/deposit-history/…/named-bank-deposits.csv. */
  readonly history: string;
  readonly idrssd: number;
  readonly market: CallReportMarket;
  readonly decisionDate: string;
}

/** Null when the history has not the bank, or was not yet known (rule FORM-22). */
export function ownBeta({ history, idrssd, market, decisionDate }: OwnBetaTerms): OwnBeta | null {
  const lines = history.trim().split('\n');
  const names = (lines[0] ?? '').split(',');
  const rows = lines.slice(1).map((line) => {
    const cells = line.split(',');
    return (name: string): string => cells[names.indexOf(name)] ?? '';
  });
  const at = (date: string) =>
    rows.find((cell) => cell('idrssd') === String(idrssd) && cell('date') === date);
  const [first, last] = [at(FROM), at(TO)];
  const [low, high] = [market.policyAverages.get(FROM), market.policyAverages.get(TO)];
  if (first === undefined || last === undefined || low === undefined || high === undefined) {
    return null;
  }
  if (last('knownFrom') > decisionDate) return null;
  const cost = (cell: (name: string) => string) => Number(cell('interestBearingPercent'));
  const beta = (cost(last) - cost(first)) / (100 * (high - low));
  if (!(beta > 0 && beta <= 1.5)) return null;
  const figure = (cell: (name: string) => string): [string, Figure] => [
    `own.interestBearingCost.${cell('date')}`,
    derivedFigure({
      label: 'Cost of interest-bearing deposits of the quarter, a year',
      percent: cost(cell),
      ...{ asOf: cell('date'), knownFrom: cell('knownFrom') },
      document: `FFIEC Call Report of ${cell('bank')}, ${cell('date')}`,
      locator: `interest expense over average balances, schedules RI and RC-K, IDRSSD ${idrssd}`,
    }),
  ];
  return { beta, industry: INDUSTRY, figures: Object.fromEntries([figure(first), figure(last)]) };
}
