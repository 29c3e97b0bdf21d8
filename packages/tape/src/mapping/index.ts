export { type DateReader, dateReader } from './date-pattern.js';
export { FIRE_SCHEMAS, type FireSchemaName, fireMapping } from './fire/fire-mapping.js';
export { mappingText } from './mapping-text.js';
export { mappingFromValue, parseMapping } from './parse-mapping.js';
export { TERM_BOUNDS } from './read-term-source.js';
export {
  type AmountUnit,
  type ColumnSource,
  type ConstantSource,
  columnsOf,
  type KindCondition,
  type LeftOut,
  type LoadLimits,
  MAPPING_VERSION,
  NUMERALS,
  type Numerals,
  type RateUnit,
  type RowMapping,
  type Sign,
  type TapeMapping,
  type TermSource,
  UNITS,
} from './tape-mapping.js';
export {
  isRequired,
  isTermName,
  TAPE_KINDS,
  type TapeKind,
  TERM_NAMES,
  type Term,
  type TermName,
  type TermType,
  termOf,
  termsOfKind,
} from './term.js';
