export type {
  BooleanRequest,
  ColumnRequest,
  DateRequest,
  NumberRequest,
  TextRequest,
} from './column-request.js';
export { type DatabaseLimits, DEFAULT_LIMITS } from './database/open-database.js';
export { LARGEST_REFUSED_SHARE } from './database/scan-rows.js';
export {
  ACCEPTED_CONFIDENCE,
  inferMapping,
  type MappingProposal,
  type OpenTerm,
  type ProposalLine,
  type ProposalSection,
  proposalText,
} from './infer/index.js';
export {
  FIRE_SCHEMAS,
  type FireSchemaName,
  fireMapping,
  mappingFromValue,
  mappingText,
  parseMapping,
  TAPE_KINDS,
  type TapeKind,
  type TapeMapping,
  TERM_NAMES,
  type TermName,
} from './mapping/index.js';
export { openTape, type TapeRequest } from './open-tape.js';
export {
  type CellCount,
  type ColumnProfile,
  type ProfileRange,
  profileTape,
  type TapeProfile,
} from './profile/index.js';
export {
  applyMapping,
  type Finding,
  joinRows,
  LEDGER_GROUPS,
  type Ledger,
  type LedgerLine,
  type LoadReport,
  loadTables,
  type MappedRows,
  type MappedText,
  type MappingRequest,
  parseLedger,
  QUALITY_RULES,
  type ReconciliationLine,
  type RuleId,
  type Severity,
  type TapeLoad,
} from './quality/index.js';
export {
  type QuarantineCounts,
  type QuarantineFile,
  type QuarantineOptions,
  quarantineFile,
} from './quarantine/write-quarantine.js';
export type {
  BooleanColumn,
  DateColumn,
  NumberColumn,
  ReadColumn,
  TextColumn,
} from './read-column.js';
export { cellPath, type RefusedCell, refusedCellIssue } from './refused-cell.js';
export type {
  OrderCondition,
  OutsideCondition,
  RowCondition,
  SumCondition,
} from './row-condition.js';
export { MOST_WORKBOOK_BYTES } from './sheet/write-sheet.js';
export type { CellOptions } from './study/cell-merger.js';
export {
  type CellReport,
  loadStudy,
  type MappedTape,
  type StudyLoad,
  type StudyReport,
  type StudyRequest,
} from './study/load-study.js';
export type { UnusedTerm } from './study/mapping-for-study.js';
export {
  type ColumnSummary,
  type ColumnsAsked,
  type Duplicates,
  type FoundRow,
  type FoundRows,
  type FrequentValue,
  type GroupTotal,
  type ReadOptions,
  type ScanTotals,
  type StoredType,
  TAPE_FORMATS,
  type Tape,
  type TapeColumn,
  type TapeFormat,
  type TapeRows,
  type TotalsRequest,
} from './tape.js';
export { DELIMITERS, type Delimiter } from './text/csv-layout.js';
export { ENCODINGS, type Encoding } from './text/encoding.js';
export { type ParquetColumn, type ParquetRequest, writeParquet } from './write-parquet.js';
