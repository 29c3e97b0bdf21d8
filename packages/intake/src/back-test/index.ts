export { findReportedBank } from './find-reported-bank.js';
export {
  type CallReportQuarter,
  parseReportedBanks,
  type ReportedBank,
} from './parse-call-report-quarters.js';
export { type MortgageRate, parseMortgageRates } from './parse-mortgage-rates.js';
export { type ReplaySources, replayedReports, replayQuarters } from './replay-quarters.js';
