export { anchorOf, fillProse, type PageLink, type ProseLookup } from './fill-prose.js';
export { type FrontedText, frontOf } from './front.js';
export { type ProseText, parseProse, readProse } from './parse-prose.js';
export {
  type PlacedReference,
  type Prose,
  type ProseSection,
  type ProseUse,
  proseReferences,
} from './prose.js';
export type { PageTarget, RatioTarget, Reference, ValueTarget } from './reference.js';
export { formattedValue, type UnitValue, VALUE_FORMATS, type ValueFormat } from './value-format.js';
