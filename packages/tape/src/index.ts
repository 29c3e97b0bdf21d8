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
export { tapeReaderVersion } from './open-tape.js';
