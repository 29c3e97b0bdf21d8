import { type Issue, issue } from '@almfes/engine';
import type { CallReportMarket } from './bank-study.js';
import type { ReportReader } from './report-reader.js';

/** Without these there is no balance to close, no rate to earn or pay and no capital to lose. */
const REPORTED = [
  'totalLiabilities',
  'totalEquity',
  'bankEquity',
  'cet1',
  'tier1',
  'interestIncome',
  'interestExpense',
] as const;

/** What keeps a report from being a Study before anything is built (rule CALL-20). */
export function reportIssues(reader: ReportReader, market: CallReportMarket): readonly Issue[] {
  const { report, amount } = reader;
  const issues: Issue[] = [];
  if (market.quarterEnd !== report.quarterEnd) {
    const expected = 'the market of the quarter';
    issues.push(issue('call-report.market', report.quarterEnd, expected, market.quarterEnd));
  }
  for (const name of REPORTED) {
    if (report.amount(name) !== undefined) continue;
    issues.push(issue('call-report.no-amount', name, 'an amount', 'nothing reported'));
  }
  const positive = {
    totalAssets: amount('totalAssets'),
    averageAssetsForLeverage: amount('averageAssetsForLeverage'),
    deposits: amount('depositsDomestic') + amount('depositsForeign'),
  };
  for (const [name, value] of Object.entries(positive)) {
    if (value > 0) continue;
    issues.push(issue('call-report.no-amount', name, 'an amount above zero', String(value)));
  }
  return issues;
}
