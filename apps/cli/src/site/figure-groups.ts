import type { Figure } from '@almfes/engine';
import type { PageSection } from '@almfes/report';
import { passportOf } from './passport-of.js';

/** What the first part of a figure's id says it is of. */
const SUBJECTS: Readonly<Record<string, string>> = {
  avg: 'Average balances and rates',
  bs: 'Balance sheet',
  cap: 'Capital',
  cash: 'Cash',
  dep: 'Deposits',
  duration: 'Durations',
  fv: 'Fair values',
  hedge: 'Hedges',
  irr: 'Sensitivities of EVE and income',
  is: 'Income statement',
  liq: 'Liquidity',
  loanmat: 'Loans by maturity',
  loans: 'Loans',
  ltd: 'Long-term debt',
  mat: 'Securities by maturity',
  sec: 'Securities by type',
  time_deposits: 'Time deposits',
};

/** Fewer are read as one list. */
const LEAST = 60;

type Named = readonly [id: string, figure: Figure];

/**
 * Figures by schedule of the Call Report or by subject, each group folded, in the order in which
 * they first stand; nothing where they are few enough for one list.
 */
export function figureGroups(role: string, figures: readonly Named[]): PageSection[] {
  if (figures.length < LEAST) return [];
  const groups = new Map<string, Named[]>();
  for (const each of figures) {
    const title = groupOf(each);
    groups.set(title, [...(groups.get(title) ?? []), each]);
  }
  return [...groups].map(([title, own]) => ({
    id: `${role}-${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`,
    title: `${title} (${own.length})`,
    level: 3,
    isFolded: true,
    blocks: [{ kind: 'passports', passports: own.map(([id, each]) => passportOf(id, each)) }],
  }));
}

function groupOf([id, { document, locator }]: Named): string {
  const schedule = /\bschedule (R[CI][-\w]*)/i.exec(`${document} ${locator}`)?.[1];
  if (schedule !== undefined) return `Call Report, schedule ${schedule}`;
  return SUBJECTS[id.split('.')[0] ?? ''] ?? 'Other figures';
}
