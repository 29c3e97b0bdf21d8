import { type ComputedOrigin, finding, type Reproduction } from '@almfes/engine';
import type { DocumentTable, Section } from '../document.js';
import { formatChange, formatNumber } from '../format.js';
import { withNumbers } from './cell-numbers.js';
import { numberSources } from './numbered-source.js';

/** Published figures beside ours; in words which were fitted, and which miss their aim. */
export function reproductionSection(rows: readonly Reproduction[]): Section {
  const { gated, within } = countWithinAim(rows);
  const text =
    `Published figures: ${rows.length}, of which fitted: ${count(rows, 'fitted')}, ` +
    `predicted: ${count(rows, 'predicted')}. With an aim for the difference: ${gated}, of which ` +
    `within it: ${within}, not within it: ${gated - within}.`;
  return {
    id: 'published-and-reproduced',
    title: 'Published and reproduced',
    blocks:
      rows.length === 0
        ? []
        : [
            { kind: 'paragraph', text: finding(text, REPRODUCED) },
            { kind: 'table', table: reproductionTable(rows) },
          ],
  };
}

/** What the counts of published figures come from. */
export const REPRODUCED: ComputedOrigin = {
  title: 'How many published figures are reproduced, and how many of them within their aim',
  rule: 'REPORT-6',
  measures: [],
  applied: ['nothing: counts of the table of published figures beside those of the Study'],
};

/** How many figures have an aim, and how many of those are within it. */
export function countWithinAim(rows: readonly Reproduction[]): { gated: number; within: number } {
  const verdicts = rows.map(verdict);
  const within = verdicts.filter((words) => words === WITHIN).length;
  return { gated: within + verdicts.filter((words) => words === NOT_WITHIN).length, within };
}

const WITHIN = 'within aim';
const NOT_WITHIN = 'NOT within aim';

export type Verdict = typeof WITHIN | typeof NOT_WITHIN | 'no aim set';

/** Whether a difference is within its aim, in words. */
export function verdict({ difference, aim }: Reproduction): Verdict {
  if (aim === null) return 'no aim set';
  return Math.abs(difference) <= aim ? WITHIN : NOT_WITHIN;
}

/** The column of the published figures, each with a passport of its own. */
const PUBLISHED = 2;

function reproductionTable(rows: readonly Reproduction[]): DocumentTable {
  const sources = numberSources(rows.map((row) => row.source));
  const table: DocumentTable = {
    id: 'reproduction-table',
    title: 'Published figures beside the figures of this Study',
    columns: [
      { title: 'Figure', unit: '', align: 'start' },
      { title: 'Unit', unit: '', align: 'start' },
      { title: 'Published', unit: '', align: 'end' },
      { title: 'Reproduced', unit: '', align: 'end' },
      { title: 'Difference', unit: '', align: 'end' },
      { title: 'Aim', unit: '', align: 'end' },
      { title: 'Role', unit: '', align: 'start' },
      { title: 'Verdict', unit: '', align: 'start' },
    ],
    rows: rows.map((row, index) => [
      `${row.title} ${sources.marks[index] ?? ''}`.trimEnd(),
      row.unit,
      formatNumber(row.published, row.unit),
      formatNumber(row.reproduced, row.unit),
      formatChange(row.difference, row.unit),
      row.aim === null ? formatNumber(null, '') : `\u00b1${formatNumber(row.aim, row.unit)}`,
      row.role,
      verdict(row),
    ]),
    notes: ['Difference is reproduced minus published.', ...sources.notes],
  };
  return withNumbers(table, (at, column) => {
    const row = rows[at];
    return column === PUBLISHED && row !== undefined ? { figure: row.id } : row?.origin;
  });
}

function count(rows: readonly Reproduction[], role: Reproduction['role']): number {
  return rows.filter((row) => row.role === role).length;
}
