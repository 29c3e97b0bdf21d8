import { type Issue, issue, ok, type Read, type Result, read } from '../foundation/index.js';
import type { ContractTerms } from './contract-terms.js';
import { timeFromIso } from './date-time.js';
import { isEventType } from './event-order.js';
import type { ObservedData, ObservedEvent } from './observed-data.js';
import { parseTerms, real } from './parse-terms.js';

/** One contract in the form of the public ACTUS tests. */
export interface ContractCase {
  readonly terms: ContractTerms;
  readonly to: number | undefined;
  readonly observed: ObservedData;
  readonly observedEvents: readonly ObservedEvent[];
}

const MAX_OBSERVATIONS = 100000;
const KEYS = ['identifier', 'terms', 'to', 'dataObserved', 'eventsObserved', 'results'];

/**
 * `{terms, to, dataObserved, eventsObserved}` of JSON of unknown shape; `identifier` and `results`
 * may stand beside them. Issues: those of `parseTerms`, and `type`, `unknown-key`, `date.*`.
 */
export function parseContractCase(value: unknown, path = ''): Result<ContractCase> {
  const issues: Issue[] = [];
  const found = read.members(value, path, issues);
  if (found === undefined) return { ok: false, issues };
  read.refuseUnknownKeys(found, KEYS, path, issues);
  const terms = parseTerms(found.terms, read.pointer(path, 'terms'));
  if (!terms.ok) issues.push(...terms.issues);
  const to = isBlank(found.to) ? undefined : time(found.to, read.pointer(path, 'to'), issues);
  const observed = readObserved(found.dataObserved, read.pointer(path, 'dataObserved'), issues);
  const eventsPath = read.pointer(path, 'eventsObserved');
  const observedEvents = isBlank(found.eventsObserved)
    ? []
    : read.list(readEvent, MAX_OBSERVATIONS)(found.eventsObserved, eventsPath, issues);
  if (!terms.ok || observed === undefined || observedEvents === undefined || issues.length > 0) {
    return { ok: false, issues };
  }
  return ok({ terms: terms.value, to, observed, observedEvents });
}

function isBlank(value: unknown): boolean {
  return (
    value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
  );
}

const time: Read<number> = (value, path, issues) => {
  const text = read.text({ max: 40 })(value, path, issues);
  if (text === undefined) return undefined;
  const parsed = timeFromIso(text, path);
  if (parsed.ok) return parsed.value;
  issues.push(...parsed.issues);
  return undefined;
};

function readObserved(value: unknown, path: string, issues: Issue[]): ObservedData | undefined {
  const observed = new Map<string, ReadonlyMap<number, number>>();
  if (isBlank(value)) return observed;
  const found = read.members(value, path, issues);
  if (found === undefined) return undefined;
  for (const [code, series] of Object.entries(found)) {
    const at = read.pointer(path, code);
    const entry = read.members(series, at, issues);
    if (entry === undefined) continue;
    read.refuseUnknownKeys(entry, ['identifier', 'data'], at, issues);
    const dataPath = read.pointer(at, 'data');
    const points = read.list(readPoint, MAX_OBSERVATIONS)(entry.data, dataPath, issues);
    if (points !== undefined) observed.set(code, seriesOf(points, dataPath, issues));
  }
  return observed;
}

/** Two different values at one time contradict each other. */
function seriesOf(
  points: readonly (readonly [number, number])[],
  path: string,
  issues: Issue[],
): ReadonlyMap<number, number> {
  const series = new Map<number, number>();
  points.forEach(([at, value], index) => {
    const earlier = series.get(at);
    if (earlier !== undefined && earlier !== value) {
      const expected = `one value at a time, ${earlier} as before`;
      issues.push(issue('contradiction', read.pointer(path, index), expected, String(value)));
    }
    series.set(at, value);
  });
  return series;
}

const readPoint: Read<readonly [number, number]> = (value, path, issues) => {
  const found = read.members(value, path, issues);
  if (found === undefined) return undefined;
  read.refuseUnknownKeys(found, ['timestamp', 'value'], path, issues);
  const at = time(found.timestamp, read.pointer(path, 'timestamp'), issues);
  const observedAmount = real(found.value, read.pointer(path, 'value'), issues);
  return at === undefined || observedAmount === undefined ? undefined : [at, observedAmount];
};

const eventType: Read<string> = (value, path, issues) => {
  const type = read.text({ min: 1, max: 20 })(value, path, issues);
  if (type === undefined || isEventType(type)) return type;
  issues.push(issue('enum', path, 'an ACTUS event type (AD, CE, PP, XD, …)', type));
  return undefined;
};

const readEvent: Read<ObservedEvent> = (value, path, issues) => {
  const found = read.members(value, path, issues);
  if (found === undefined) return undefined;
  read.refuseUnknownKeys(found, ['time', 'type', 'value', 'contractId', 'states'], path, issues);
  const at = time(found.time, read.pointer(path, 'time'), issues);
  const type = eventType(found.type, read.pointer(path, 'type'), issues);
  const size = isBlank(found.value) ? 0 : real(found.value, read.pointer(path, 'value'), issues);
  const contractId = isBlank(found.contractId)
    ? undefined
    : read.identifier(found.contractId, read.pointer(path, 'contractId'), issues);
  const states = isBlank(found.states)
    ? {}
    : read.members(found.states, read.pointer(path, 'states'), issues);
  if (at === undefined || type === undefined || size === undefined || states === undefined) {
    return undefined;
  }
  return { time: at, type, value: size, contractId, states };
};
