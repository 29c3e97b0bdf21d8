export {
  type DisclosedDocument,
  type DisclosedFact,
  type Disclosure,
  type IdentityCheck,
  MONEY_UNITS,
  type MoneyUnit,
} from './disclosure.js';
export { disclosureTemplate } from './disclosure-template.js';
export { isFactIssue } from './fact-issues.js';
export { isCaseName, MOST_DISCLOSURE_CHARACTERS, parseDisclosure } from './parse-disclosure.js';
export { publicAddress } from './public-address.js';
export { SECTIONS, type SectionName } from './section.js';
export { type FiguresFile, toFigures } from './to-figures.js';
