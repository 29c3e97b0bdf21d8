import {
  type CaseInput,
  type Change,
  fail,
  type Issue,
  issue,
  ok,
  type PublishedFigure,
  parseChanges,
  type Result,
} from '@almfes/engine';
import { isRecord } from './amount.js';
import type { CurveTable } from './treasury-curve.js';

/** What changes.json says, before published values are read from their figures. */
export interface CasePlan
  extends Omit<CaseInput, 'slug' | 'study' | 'fits' | 'published' | 'sources' | 'sisters'> {
  readonly published: readonly (Omit<PublishedFigure, 'published' | 'source'> & {
    readonly figure: string;
  })[];
}

const KEYS = [
  'schema',
  'sisters',
  'baseline',
  'attribution',
  'hedge',
  'failureScenarios',
  'decision',
  'assumptionChange',
  'claims',
  'assumptions',
  'variants',
  'published',
];

interface Reading {
  readonly issues: Issue[];
  readonly curves: CurveTable;
}

/**
 * Reads changes.json: every Change goes through the door of Changes, every list and object must
 * be there, and an unknown key is an issue. Steps a case does not have are null.
 */
export function parsePlan(file: Record<string, unknown>, curves: CurveTable): Result<CasePlan> {
  const reading: Reading = { issues: [], curves };
  for (const key of Object.keys(file)) {
    if (!KEYS.includes(key)) refuse(reading, `/${key}`, KEYS.join(', '), key);
  }
  const list = (key: string): unknown[] => {
    const value = file[key] ?? [];
    if (Array.isArray(value)) return value;
    refuse(reading, `/${key}`, 'a list', typeof value);
    return [];
  };
  const plan = {
    baseline: part(file, 'baseline', ['title', 'changes', 'range', 'notes'], reading),
    attribution: part(file, 'attribution', ['groups', 'assumptionGroups', 'measures'], reading),
    hedge: part(
      file,
      'hedge',
      ['keptSwaps', 'scenarios', 'halfBidOfferBp', 'marginFundingSpread', 'swapSpreadRangeBp'],
      reading,
    ),
    decision: part(
      file,
      'decision',
      ['levers', 'worlds', 'limits', 'realisedLossYears', 'frontier', 'afterwards'],
      reading,
    ),
    assumptionChange: part(
      file,
      'assumptionChange',
      ['title', 'measure', 'scenario', 'readings', 'models', 'low', 'high', 'notes'],
      reading,
    ),
    failureScenarios: list('failureScenarios'),
    claims: list('claims'),
    assumptions: list('assumptions'),
    variants: list('variants'),
    published: list('published'),
  };
  const changed = withChanges(plan, reading);
  if (reading.issues.length > 0) return fail(...reading.issues);
  return ok(changed as unknown as CasePlan);
}

/** An object with exactly these keys, or null when the file leaves the part out. */
function part(
  file: Record<string, unknown>,
  key: string,
  keys: readonly string[],
  reading: Reading,
): Record<string, unknown> | null {
  const value = file[key];
  if (value === undefined || value === null) return null;
  if (!isRecord(value)) {
    refuse(reading, `/${key}`, 'an object', typeof value);
    return null;
  }
  for (const wanted of keys) {
    if (value[wanted] === undefined) refuse(reading, `/${key}/${wanted}`, 'a value', 'nothing');
  }
  for (const given of Object.keys(value)) {
    if (!keys.includes(given)) refuse(reading, `/${key}/${given}`, keys.join(', '), given);
  }
  return value;
}

type RawPlan = Record<string, unknown> & {
  readonly baseline: Record<string, unknown> | null;
  readonly attribution: Record<string, unknown> | null;
  readonly hedge: Record<string, unknown> | null;
  readonly decision: Record<string, unknown> | null;
};

function withChanges(plan: RawPlan, reading: Reading): Record<string, unknown> {
  const { baseline, attribution, hedge, decision } = plan;
  return {
    ...plan,
    baseline: baseline && {
      ...baseline,
      changes: changesOf(baseline['changes'], '/baseline/changes', reading),
    },
    attribution: attribution && { ...attribution, groups: groupsOf(attribution, reading) },
    hedge: hedge && {
      ...hedge,
      keptSwaps: changesOf(hedge['keptSwaps'], '/hedge/keptSwaps', reading),
    },
    decision: decision && { ...decision, afterwards: afterwardsOf(decision, reading) },
  };
}

function groupsOf(attribution: Record<string, unknown>, reading: Reading): unknown[] {
  const { groups } = attribution;
  if (!Array.isArray(groups)) {
    refuse(reading, '/attribution/groups', 'a list', typeof groups);
    return [];
  }
  return groups.map((group: unknown, index) => {
    const path = `/attribution/groups/${index}`;
    if (isRecord(group)) {
      return { ...group, changes: changesOf(group['changes'], `${path}/changes`, reading) };
    }
    refuse(reading, path, 'an object', typeof group);
    return group;
  });
}

function changesOf(value: unknown, path: string, reading: Reading): readonly Change[] {
  const parsed = parseChanges(value);
  if (parsed.ok) return parsed.value;
  for (const each of parsed.issues) {
    reading.issues.push({ ...each, path: `${path}${each.path}` });
  }
  return [];
}

/** The later curve is named by its date; it becomes a shock that puts it in place at once. */
function afterwardsOf(decision: Record<string, unknown>, reading: Reading): Change | null {
  const later = decision['afterwards'];
  if (later === null) return null;
  const path = '/decision/afterwards';
  const date = isRecord(later) ? String(later['curveDate']) : '';
  const quotes = reading.curves.get(date);
  if (!isRecord(later) || quotes === undefined) {
    refuse(reading, path, [...reading.curves.keys()].join(', '), date);
    return null;
  }
  return {
    kind: 'shock',
    id: `curve-of-${date}`,
    title: String(later['title']),
    rationale: 'what happened after the decision',
    sources: [],
    size: 1,
    scenario: {
      id: date,
      title: String(later['title']),
      kind: 'replay',
      curve: { dateIso: date, quotes },
    },
  };
}

function refuse(reading: Reading, path: string, expected: string, got: string): void {
  reading.issues.push(issue('form', path, expected, got));
}
