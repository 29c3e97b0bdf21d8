export { parseBalanceHistory } from './parse-balance-history.js';
export { parseRateHistory } from './parse-rate-history.js';
