export { transferIncome } from './transfer-income.js';
export { type TransferTerms, transferBeta, transferTerms } from './transfer-rate.js';
export { transferValues } from './transfer-value.js';
