import { type Figure, type Issue, issue, type Read, read, readFigure } from '@almfes/engine';
import type { DisclosedDocument, DisclosedFact } from './disclosure.js';
import { addsUp, itemsOf, type SectionName } from './section.js';

/** What the facts of a form are read against. */
export interface FactContext {
  readonly documents: ReadonlyMap<string, DisclosedDocument>;
  /** The unit of money; all that are known where the form's own cannot be read. */
  readonly moneyUnits: readonly string[];
}

interface Terms {
  readonly id: string;
  readonly item: string;
  readonly label: unknown;
  readonly value: number;
  readonly unit: string;
  readonly asOf: string;
  readonly document: string;
  readonly locator: string;
  readonly confidence: unknown;
  readonly role: unknown;
}

interface Part {
  readonly of: string;
  readonly bucket: string;
  readonly shockBp: number;
}

const RATE_UNITS = ['percent', 'years'];
const TOTAL_WORDS = ['total', 'all'];

const asWritten: Read<unknown> = (value) => value;
const amount: Read<number> = read.number({ what: 'a number, without quotes or separators' });

/** The name of a part. A total is the fact without one, so that no word for it can differ. */
const part: Read<string> = (value, path, issues) => {
  const name = read.text({ min: 1, max: 60 })(value, path, issues);
  if (name === undefined || !TOTAL_WORDS.includes(name.toLowerCase())) return name;
  issues.push(issue('total', path, 'a part; the total is the fact without this key', name));
  return undefined;
};

/** A fact of a section with its passport (rules DISC-3 and DISC-4), or undefined after issues. */
export function readFact(section: SectionName, context: FactContext): Read<DisclosedFact> {
  const readTerms = read.objectWith<Terms, Part>(
    {
      id: read.identifier,
      item: read.oneOf(itemsOf(section)),
      label: asWritten,
      value: amount,
      unit: unitIn(context.moneyUnits),
      asOf: read.isoDate,
      document: documentIn(context.documents),
      locator: read.text({ min: 1, max: 1000 }),
      confidence: asWritten,
      role: asWritten,
    },
    { of: part, bucket: part, shockBp: read.number({ min: -1000, max: 1000, what: 'a shock' }) },
  );
  return (value, path, issues) => {
    const terms = readTerms(value, path, issues);
    if (terms === undefined) return undefined;
    checkPlace(section, terms, path, issues);
    const figure = figureOf(terms, path, context, issues);
    if (figure === undefined) return undefined;
    const { id, item, of, bucket, shockBp, value: amountRead } = terms;
    return {
      ...{ id, section, path, item, figure: { ...figure, value: amountRead } },
      ...(of === undefined ? {} : { of }),
      ...(bucket === undefined ? {} : { bucket }),
      ...(shockBp === undefined ? {} : { shockBp }),
    };
  };
}

/** The figure as a case holds it, through the door of every figure. */
function figureOf(
  terms: Terms,
  path: string,
  context: FactContext,
  issues: Issue[],
): Figure | undefined {
  const document = context.documents.get(terms.document);
  if (document === undefined) return undefined;
  const { label, value, unit, asOf, locator, confidence, role } = terms;
  const { title, knownFrom, url } = document;
  const passport = { label, value, unit, asOf, knownFrom, document: title, locator, url };
  return readFigure({ ...passport, confidence, role }, path, issues);
}

function unitIn(moneyUnits: readonly string[]): Read<string> {
  const allowed = [...moneyUnits, ...RATE_UNITS];
  return (value, path, issues) => {
    const found = allowed.find((unit) => unit === value);
    if (found === undefined) {
      const expected = `one of ${allowed.join(', ')} (money as the form says)`;
      issues.push(issue('unit', path, expected, read.describe(value)));
    }
    return found;
  };
}

function documentIn(documents: ReadonlyMap<string, DisclosedDocument>): Read<string> {
  return (value, path, issues) => {
    if (typeof value === 'string' && documents.has(value)) return value;
    const expected = `one of ${[...documents.keys()].join(', ')}`;
    issues.push(issue('document', path, expected, read.describe(value)));
    return undefined;
  };
}

/** Shocks belong to sensitivities and to nothing else; what adds up is money. */
function checkPlace(
  section: SectionName,
  { item, unit, shockBp }: Terms & Partial<Part>,
  path: string,
  issues: Issue[],
): void {
  const at = read.pointer(path, 'shockBp');
  const needsShock = section === 'sensitivities' && item !== 'memorandum';
  if (needsShock && shockBp === undefined) {
    issues.push(issue('missing', at, 'the shock in basis points, 0 for the base', 'nothing'));
  }
  if (section !== 'sensitivities' && shockBp !== undefined) {
    issues.push(issue('unknown-key', at, 'a shock only in sensitivities', String(shockBp)));
  }
  if (addsUp(section, item) && RATE_UNITS.includes(unit)) {
    const expected = `money, since parts of ${item} add up`;
    issues.push(issue('unit', read.pointer(path, 'unit'), expected, unit));
  }
}
