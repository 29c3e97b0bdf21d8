import { type Issue, issue, type Read, type Result, read } from '../foundation/index.js';
import { checkTerms } from './check-terms.js';
import type { ContractReference, ContractTerms } from './contract-terms.js';
import { cycleFromText, periodFromText } from './cycle.js';
import { timeFromIso } from './date-time.js';
import {
  appliesTo,
  CONTRACT_TYPE_NAMES,
  isTermName,
  TERMS,
  type TermName,
} from './term-dictionary.js';

/** Larger amounts than this are a mistake in the terms. */
const MAX_REAL = 1e18;
const MAX_TEXT = 200;
const MAX_LIST = 5000;
/** A composed contract holds contracts, which hold none or one level more. */
const MAX_DEPTH = 4;
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/** Other spellings of enum values found in public test files (rule CONTRACT-1). */
const SPELLINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  calendar: { NOCALENDAR: 'NC', NoCalendar: 'NC', MONDAYTOFRIDAY: 'MF', MondayToFriday: 'MF' },
  businessDayConvention: { NULL: 'NOS', NOSHIFT: 'NOS', NS: 'NOS' },
  dayCountConvention: { '30E360ISDA': '30E360ISDA', '30E/360': '30E360' },
  arrayFixedVariable: { FIX: 'F', VAR: 'V' },
  penaltyType: { O: 'N' },
};

/**
 * Contract terms of JSON of unknown shape. Numbers may be text with blanks, lists may be a single
 * value. Issues name the ACTUS term: `unknown-term`, `not-applicable`, `type`, `enum`, `range`,
 * `date.*`, `cycle.*`, `period.format`, and the contradictions of rule CONTRACT-9.
 */
export function parseTerms(value: unknown, path = 'terms'): Result<ContractTerms> {
  const issues: Issue[] = [];
  return read.resultOf(readTerms(1)(value, path, issues), issues);
}

function readTerms(depth: number): Read<ContractTerms> {
  return (value, path, issues) => {
    const found = read.members(value, path, issues);
    if (found === undefined) return undefined;
    const before = issues.length;
    const typePath = read.pointer(path, 'contractType');
    const contractType = read.oneOf(CONTRACT_TYPE_NAMES)(
      trimmed(found.contractType),
      typePath,
      issues,
    );
    if (contractType === undefined) return undefined;
    const terms: Partial<Record<TermName, unknown>> = {};
    for (const [name, written] of Object.entries(found)) {
      const at = read.pointer(path, name);
      if (!isTermName(name)) {
        issues.push(issue('unknown-term', at, 'a term of the ACTUS dictionary', name));
      } else if (isAbsent(written)) {
      } else if (!appliesTo(name, contractType)) {
        issues.push(issue('not-applicable', at, `a term of ${contractType}`, name));
      } else {
        const parsed = readTerm(name, depth)(written, at, issues);
        if (parsed !== undefined) terms[name] = parsed;
      }
    }
    const parsed = { ...terms, contractType } as ContractTerms;
    if (issues.length === before) checkTerms(parsed, path, issues);
    return issues.length === before ? parsed : undefined;
  };
}

/** Public test files write an absent term as null, `NULL` or empty text. */
function isAbsent(written: unknown): boolean {
  if (written === null || written === undefined) return true;
  return typeof written === 'string' && (written.trim() === '' || written.trim() === 'NULL');
}

function trimmed(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value;
}

function readTerm(name: TermName, depth: number): Read<unknown> {
  const spec = TERMS[name];
  switch (spec.kind) {
    case 'text':
      return termText;
    case 'real':
      return real;
    case 'reals':
      return oneOrMany(real);
    case 'time':
      return parsedText(timeFromIso);
    case 'times':
      return oneOrMany(parsedText(timeFromIso));
    case 'cycle':
      return parsedText(cycleFromText);
    case 'cycles':
      return oneOrMany(parsedText(cycleFromText));
    case 'period':
      return parsedText(periodFromText);
    case 'enum':
      return enumerated(name, spec.allowed);
    case 'enums':
      return oneOrMany(enumerated(name, spec.allowed));
    case 'structure':
      return read.list(readReference(depth), MAX_LIST, 1);
  }
}

const termText: Read<string> = (value, path, issues) => {
  const written = typeof value === 'number' ? String(value) : trimmed(value);
  return read.text({ min: 1, max: MAX_TEXT })(written, path, issues);
};

/** A number, or decimal text with or without blanks around it. */
export const real: Read<number> = (value, path, issues) => {
  const written = trimmed(value);
  const isDecimal = typeof written === 'string' && DECIMAL.test(written);
  const what = 'a number';
  return read.number({ min: -MAX_REAL, max: MAX_REAL, what })(
    isDecimal ? Number(written) : written,
    path,
    issues,
  );
};

function parsedText<T>(parse: (text: string, path: string) => Result<T>): Read<T> {
  return (value, path, issues) => {
    const written = termText(value, path, issues);
    if (written === undefined) return undefined;
    const parsed = parse(written, path);
    if (parsed.ok) return parsed.value;
    issues.push(...parsed.issues);
    return undefined;
  };
}

function enumerated(name: TermName, allowed: readonly string[]): Read<string> {
  return (value, path, issues) => {
    const written = trimmed(value);
    const spelt = typeof written === 'string' ? canonicalSpelling(name, written) : written;
    return read.oneOf(allowed)(spelt as string, path, issues);
  };
}

function canonicalSpelling(name: TermName, written: string): string {
  if (name === 'scalingEffect') return written.replaceAll('O', '0');
  return SPELLINGS[name]?.[written] ?? written;
}

/** A list, a single value, or comma-separated text in brackets, as array terms are written. */
function oneOrMany<T>(item: Read<T>): Read<T[]> {
  return (value, path, issues) => {
    const written = typeof value === 'string' ? splitList(value) : value;
    return read.list(item, MAX_LIST, 1)(Array.isArray(written) ? written : [written], path, issues);
  };
}

function splitList(text: string): string[] {
  return text
    .trim()
    .replace(/^\[|\]$/g, '')
    .split(',');
}

function readReference(depth: number): Read<ContractReference> {
  return (value, path, issues) => {
    const found = read.members(value, path, issues);
    if (found === undefined) return undefined;
    const keys = ['object', 'referenceType', 'referenceRole'];
    read.refuseUnknownKeys(found, keys, path, issues);
    const typePath = read.pointer(path, 'referenceType');
    const rolePath = read.pointer(path, 'referenceRole');
    const referenceType = read.oneOf(['CNT', 'CID', 'MOC', 'EID', 'CST'])(
      trimmed(found.referenceType) as string,
      typePath,
      issues,
    );
    const referenceRole = termText(found.referenceRole, rolePath, issues);
    if (referenceType === undefined || referenceRole === undefined) return undefined;
    const at = read.pointer(path, 'object');
    if (referenceType === 'CNT') {
      const contract = readChild(depth, found.object, at, issues);
      return contract && { referenceType, referenceRole, contract, code: contract.contractID };
    }
    const code = readCode(found.object, at, issues);
    return code === undefined
      ? undefined
      : { referenceType, referenceRole, contract: undefined, code };
  };
}

function readChild(
  depth: number,
  value: unknown,
  path: string,
  issues: Issue[],
): ContractTerms | undefined {
  if (depth < MAX_DEPTH) return readTerms(depth + 1)(value, path, issues);
  issues.push(issue('depth', path, `contracts at most ${MAX_DEPTH} deep`, 'one deeper'));
  return undefined;
}

/** `{contractIdentifier}`, `{marketObjectCode}` or the code itself. */
function readCode(value: unknown, path: string, issues: Issue[]): string | undefined {
  if (typeof value === 'string') return termText(value, path, issues);
  const found = read.members(value, path, issues);
  if (found === undefined) return undefined;
  read.refuseUnknownKeys(found, ['contractIdentifier', 'marketObjectCode'], path, issues);
  return termText(found.contractIdentifier ?? found.marketObjectCode, path, issues);
}
