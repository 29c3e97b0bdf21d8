export { type SweepTask, type SweptPiece, startSweep, sweepPieces } from './start-sweep.js';
export { type SweptBank, sweepBank } from './sweep-bank.js';
export { SWEEP_COLUMNS, type SweepColumn } from './sweep-columns.js';
export { refusedCsv, type SweepTable, sweepCsv, sweepJson, sweepTable } from './sweep-table.js';
