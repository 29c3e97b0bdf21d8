export type { ContractEvent } from './event.js';
