import { type Issue, issue, ok, type Read, type Result, read } from '@almfes/engine';
import { type Form, formOfText } from '../form-of-text.js';
import { type DisclosedDocument, type Disclosure, MONEY_UNITS } from './disclosure.js';
import { identityIssues, missingTotals, repetitionIssues, timeIssues } from './fact-issues.js';
import { identitiesOf } from './identities.js';
import { publicAddress } from './public-address.js';
import { type FactContext, readFact } from './read-fact.js';
import { SECTION_NAMES, type SectionName } from './section.js';

/** The most that a form may hold; the largest of ours has a fiftieth of it. */
export const MOST_DISCLOSURE_CHARACTERS = 5_000_000;

/** Facts of a section. */
const MOST_FACTS = 5000;

type Head = Omit<Disclosure, 'documents' | 'facts' | 'identities'>;

/** Whether a text can name a case folder. */
export function isCaseName(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,59}$/.test(text);
}

const slug: Read<string> = (value, path, issues) => {
  const text = read.text({ min: 1, max: 60 })(value, path, issues);
  if (text === undefined || isCaseName(text)) return text;
  issues.push(issue('slug', path, 'small letters, digits and hyphens', read.describe(text)));
  return undefined;
};

const HEAD_READERS: { readonly [K in keyof Head]: Read<Head[K]> } = {
  case: slug,
  institution: read.title,
  valuationDate: read.isoDate,
  decisionDate: read.isoDate,
  unit: read.oneOf(MONEY_UNITS),
  note: read.prose,
};
const OWN_KEYS = ['schema', 'currency', 'documents'];

const readDocument: Read<DisclosedDocument> = read.object<DisclosedDocument>({
  title: read.text({ min: 1, max: 1000 }),
  knownFrom: read.isoDate,
  url: publicAddress,
});

/** Stands for a document that cannot be read, so that its facts are read as far as they go. */
const UNREAD: DisclosedDocument = { title: '?', knownFrom: '9999-12-31', url: '?' };

/**
 * A form of public facts (JSON or YAML, at most 5 million characters) as a Disclosure whose facts
 * stand in time and add up, or the issues, each with its line before its JSON pointer. Never
 * throws for what a text may hold (rules DISC-1 to DISC-11).
 */
export function parseDisclosure(text: string, format: 'json' | 'yaml'): Result<Disclosure> {
  const form = formOfText({ text, name: '', mostCharacters: MOST_DISCLOSURE_CHARACTERS });
  if (!form.ok) return form;
  const strict = format === 'json' ? jsonIssues(text) : [];
  if (strict.length > 0) return { ok: false, issues: strict };
  const read = disclosureOf(form.value.value);
  return read.ok ? read : { ok: false, issues: placed(read.issues, form.value) };
}

function disclosureOf(value: unknown): Result<Disclosure> {
  const issues: Issue[] = [];
  const form = formParts(value, issues);
  if (form === undefined || issues.length > 0) return { ok: false, issues };
  issues.push(...repetitionIssues(form.facts), ...missingTotals(form));
  const { valuationDate, decisionDate } = form;
  if (valuationDate > decisionDate) {
    const expected = `a day up to the decision date ${decisionDate}`;
    issues.push(issue('date-order', '/valuationDate', expected, valuationDate));
  }
  if (issues.length > 0) return { ok: false, issues };
  const identities = identitiesOf(form.facts);
  const broken = [...timeIssues(form), ...identityIssues(identities)];
  return broken.length > 0 ? { ok: false, issues: broken } : ok({ ...form, identities });
}

/** All parts of the form, as far as each can be read; undefined after an issue. */
function formParts(value: unknown, issues: Issue[]): Omit<Disclosure, 'identities'> | undefined {
  const form = read.members(value, '', issues);
  if (form === undefined) return undefined;
  const others = [...OWN_KEYS, ...SECTION_NAMES];
  read.refuseUnknownKeys(form, [...others, ...Object.keys(HEAD_READERS)], '', issues);
  for (const key of others) {
    if (!Object.hasOwn(form, key)) issues.push(issue('missing', `/${key}`, 'a value', 'nothing'));
  }
  given(form, 'schema', read.oneOf(['almfes/disclosure/1']), issues);
  given(form, 'currency', read.oneOf(['USD']), issues);
  const head = read.object<Head>(HEAD_READERS)(only(form, HEAD_READERS), '', issues);
  const documents = given(form, 'documents', readDocuments, issues) ?? new Map();
  const isUnit = MONEY_UNITS.some((unit) => unit === form.unit);
  const moneyUnits = isUnit ? [String(form.unit)] : MONEY_UNITS;
  const facts = factsOf(form, { documents, moneyUnits }, issues);
  return head === undefined
    ? undefined
    : { ...head, documents: Object.fromEntries(documents), facts };
}

function only(
  form: Readonly<Record<string, unknown>>,
  keys: Readonly<Record<string, unknown>>,
): unknown {
  return Object.fromEntries(Object.entries(form).filter(([key]) => Object.hasOwn(keys, key)));
}

/** A key that is there; that another is missing is told already. */
function given<T>(
  form: Readonly<Record<string, unknown>>,
  key: string,
  reader: Read<T>,
  issues: Issue[],
): T | undefined {
  return Object.hasOwn(form, key) ? reader(form[key], `/${key}`, issues) : undefined;
}

const readDocuments: Read<Map<string, DisclosedDocument>> = (value, path, issues) => {
  const found = read.table<unknown>((each) => each ?? {}, 1000)(value, path, issues);
  if (found === undefined) return undefined;
  const entries = Object.entries(found).map(([name, each]): [string, DisclosedDocument] => [
    name,
    readDocument(each, read.pointer(path, name), issues) ?? UNREAD,
  ]);
  return new Map(entries);
};

function factsOf(
  form: Readonly<Record<string, unknown>>,
  context: FactContext,
  issues: Issue[],
): Disclosure['facts'] {
  return SECTION_NAMES.flatMap((section: SectionName) => {
    const readAll = read.list(readFact(section, context), MOST_FACTS);
    return given(form, section, readAll, issues) ?? [];
  });
}

/** YAML takes more than JSON does: what is called JSON must be JSON. */
function jsonIssues(text: string): Issue[] {
  const json = text.replace(/^\uFEFF/, '');
  const got = jsonFault(json);
  if (got === undefined) return [];
  return [issue('syntax', `line ${faultLine(json)}`, 'JSON', got)];
}

function jsonFault(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Not every complaint tells its place: up to it a text is cut off, beyond it a text is wrong. */
function faultLine(text: string): number {
  let whole = 0;
  let wrong = text.length;
  while (wrong - whole > 1) {
    const middle = Math.floor((whole + wrong) / 2);
    const fault = jsonFault(text.slice(0, middle)) ?? '';
    const isAtEnd = Number(/position (\d+)/.exec(fault)?.[1] ?? -1) >= middle;
    if (isAtEnd || /end of JSON|Unterminated/.test(fault)) whole = middle;
    else wrong = middle;
  }
  return text.slice(0, wrong).split('\n').length;
}

/** Issues with their lines; what a template leaves empty is to be filled in. */
function placed(issues: readonly Issue[], form: Form): Issue[] {
  return issues.map((found) => {
    const isEmpty = found.got === 'null';
    const told = isEmpty ? issue('fill-in', found.path, found.expected, 'nothing yet') : found;
    return form.placed(told);
  });
}
