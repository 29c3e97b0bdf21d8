export type { Behaviour, DepositModel, PrepaymentModel } from './model.js';
