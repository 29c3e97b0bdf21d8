export * from './conversion-factor.js';
export type { DeliverableNote } from './deliverable-note.js';
export * from './parse-future.js';
export * from './rate-future.js';
export * from './swap-future.js';
export * from './treasury-future.js';
