import { fail, issue, ok, type Result, read } from '../foundation/index.js';
import { contractEvents } from './contract-events.js';
import type { ContractEvent } from './event.js';
import { parseContractCase } from './parse-contract-case.js';

/** The events of one contract of a file, or the issues for which it could not be run. */
export interface ContractTestAnswer {
  /** Its id in a set; empty for a file of one contract. */
  readonly id: string;
  readonly events: Result<readonly ContractEvent[]>;
}

export interface ContractTestAnswers {
  /** False for a file of one contract: then there is one answer. */
  readonly isSet: boolean;
  readonly answers: readonly ContractTestAnswer[];
}

/** More contracts than this belong into columns, not into a file of terms. */
const MAX_CONTRACTS = 20_000;
/** All events of one file together: what a reader's memory and patience bear. */
const MAX_EVENTS = 2_000_000;

/**
 * Runs one contract in the form of the public ACTUS tests, or an object of such contracts keyed by
 * id (rule COMPOSED-19): JSON of unknown shape, as a person may have written it. Issues of the
 * whole: `type`, `length`. A contract of a set that cannot be run has issues in its place.
 */
export function contractTestAnswers(value: unknown): Result<ContractTestAnswers> {
  const expected = 'an object with terms, or an object of such objects by id';
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return fail(issue('type', '', expected, read.describe(value)));
  }
  if ('contractType' in value && typeof value.contractType === 'string') {
    const place = 'the terms in an object of their own, {"terms": {…}}';
    return fail(issue('missing', '/terms', place, 'contractType outside of it'));
  }
  if (isOneContract(value)) {
    return ok({ isSet: false, answers: [{ id: '', events: answerOf(value, '') }] });
  }
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  if (entries.length === 0 || entries.length > MAX_CONTRACTS) {
    const count = `1 to ${MAX_CONTRACTS} contracts`;
    return fail(issue('length', '', count, String(entries.length)));
  }
  return ok({ isSet: true, answers: setAnswers(entries) });
}

/** An id may be `terms` too: then what stands there has terms of its own. */
function isOneContract(value: object): boolean {
  const terms: unknown = Object.entries(value).find(([key]) => key === 'terms')?.[1];
  if (terms === undefined) return false;
  return terms === null || typeof terms !== 'object' || !Object.hasOwn(terms, 'terms');
}

function setAnswers(entries: readonly (readonly [string, unknown])[]): ContractTestAnswer[] {
  let left = MAX_EVENTS;
  return entries.map(([id, one]) => {
    const path = read.pointer('', id);
    const events = left > 0 ? answerOf(one, path) : tooManyEvents(path);
    if (events.ok) left -= events.value.length;
    return { id, events };
  });
}

function answerOf(value: unknown, path: string): Result<readonly ContractEvent[]> {
  const parsed = parseContractCase(value, path);
  return parsed.ok ? contractEvents(parsed.value.terms, parsed.value) : parsed;
}

function tooManyEvents(path: string): Result<readonly ContractEvent[]> {
  return fail(issue('length', path, `at most ${MAX_EVENTS} events in one file`, 'more'));
}
