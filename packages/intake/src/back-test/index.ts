export {
  type CallReportQuarter,
  parseCallReportQuarters,
} from './parse-call-report-quarters.js';
export { type MortgageRate, parseMortgageRates } from './parse-mortgage-rates.js';
export { type ReplaySources, replayQuarters } from './replay-quarters.js';
