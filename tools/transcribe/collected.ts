import { readFileSync } from 'node:fs';
import type { Figure, Figures, Role } from './figure.js';
import { sharedData } from './shared.js';

interface CollectedFigure {
  readonly id: string;
  readonly label: string;
  readonly value: number | string | readonly number[] | null;
  readonly unit: string;
  readonly as_of: string;
  readonly source: string;
  readonly document: string;
  readonly locator: string;
  readonly url: string;
  readonly confidence: Figure['confidence'];
  readonly note?: string;
}

/** First match wins; a figure that matches no rule is left out. */
export type RoleRule = readonly [pattern: RegExp, role: Role, relocated?: Relocation];

/** The same value in an earlier document than the one it was transcribed from. */
export interface Relocation {
  readonly document: string;
  readonly url: string;
  readonly locator: string;
  readonly knownFrom: string;
}

const knownFromBySource: Readonly<Record<string, string>> = {
  sec_10k_fy2022: '2023-02-24',
  sec_10k_fy2021: '2022-03-01',
  fed_barr_review: '2023-04-28',
  senate_hearing_20230328: '2023-03-28',
  dfpi_order_via_press: '2023-03-11',
  dfpi_release_via_pymnts: '2023-03-10',
  fdic_firstcitizens_via_press: '2023-03-27',
};

const quarterEnds: Readonly<Record<string, string>> = {
  Q1: '03-31',
  Q2: '06-30',
  Q3: '09-30',
  Q4: '12-31',
};

function lastDayOfMonth(yearMonth: string): string {
  const [year = 0, month = 0] = yearMonth.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** A flow of a year or quarter, or a month, is dated on the last day of its period. */
export function isoDate(asOf: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(asOf)) return asOf;
  if (/^FY\d{4}$/.test(asOf)) return `${asOf.slice(2)}-12-31`;
  if (/^\d{4}Q\d$/.test(asOf)) return `${asOf.slice(0, 4)}-${quarterEnds[asOf.slice(4)] ?? ''}`;
  if (/^\d{4}-\d{2}$/.test(asOf)) return lastDayOfMonth(asOf);
  if (/^\d{4}-\d{2}\.\.\d{4}-\d{2}$/.test(asOf)) return lastDayOfMonth(asOf.slice(9));
  throw new Error(`as-of date in an unknown form: ${asOf}`);
}

function passport(item: CollectedFigure, role: Role, moved: Relocation | undefined): Figure {
  const knownFrom = moved?.knownFrom ?? knownFromBySource[item.source];
  if (knownFrom === undefined) throw new Error(`no publication date held for ${item.source}`);
  if (typeof item.value !== 'number' && typeof item.value !== 'string') {
    throw new Error(`${item.id} is neither a number nor a text`);
  }
  const period = item.as_of.startsWith('FY') ? `, year ${item.as_of.slice(2)}` : '';
  const note = item.note === undefined ? '' : ` (${item.note})`;
  return {
    label: `${item.label}${period}${note}`,
    value: item.value,
    unit: item.unit,
    asOf: isoDate(item.as_of),
    knownFrom,
    document: moved?.document ?? item.document,
    locator: moved?.locator ?? item.locator,
    url: moved?.url ?? item.url,
    confidence: item.confidence,
    role,
  };
}

/** The figures of svb.json that a case uses, in that file's order, each with its role. */
export function selectCollected(rules: readonly RoleRule[]): Figures {
  const file: { figures: CollectedFigure[] } = JSON.parse(
    readFileSync(sharedData('svb/svb.json'), 'utf8'),
  );
  const chosen: Figures = {};
  for (const item of file.figures) {
    const rule = rules.find(([pattern]) => pattern.test(item.id));
    if (rule === undefined || item.value === null || Array.isArray(item.value)) continue;
    if (item.confidence === 'recalled') continue;
    chosen[item.id] = passport(item, rule[1], rule[2]);
  }
  return chosen;
}
