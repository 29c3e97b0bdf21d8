export { attributeOnThreads, type ThreadOptions } from './attribute-on-threads.js';
export type { StartTask } from './pieces.js';
export { builtFile, type Run, runPieces } from './run-pieces.js';
