export type { ReplayCurve, Scenario } from './scenario.js';
