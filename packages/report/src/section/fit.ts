import { type ComputedOrigin, type Fit, finding } from '@almfes/engine';
import type { DocumentTable, Section } from '../document.js';
import { formatNumber } from '../format.js';
import { withNumbers } from './cell-numbers.js';
import { numberSources } from './numbered-source.js';

const FITTED: ComputedOrigin = {
  title: 'How many numbers of the Study were solved for',
  rule: 'REPORT-7',
  measures: [],
  applied: ['nothing: counts of the table of fitted numbers'],
};

/** Every number that was solved for, and what it was solved to. */
export function fitSection(unsorted: readonly Fit[]): Section {
  const fits = unsorted.toSorted((a, b) => rank(a) - rank(b));
  const sources = numberSources(fits.map((fit) => fit.source));
  const free = fits.filter((fit) => fit.kind === 'free parameter').length;
  const text =
    `Calibrated to disclosures: ${fits.length - free}. Free parameters fitted to published EVE ` +
    `or NII: ${free}. Each stands below with its target.`;
  const table: DocumentTable = {
    id: 'fit-table',
    title: 'Fitted numbers and their targets',
    columns: [
      { title: 'Parameter', unit: '', align: 'start' },
      { title: 'Value', unit: '', align: 'end' },
      { title: 'Unit', unit: '', align: 'start' },
      { title: 'Kind', unit: '', align: 'start' },
      { title: 'Target', unit: '', align: 'start' },
      { title: 'Target value', unit: '', align: 'end' },
      { title: 'Reached', unit: '', align: 'end' },
    ],
    rows: fits.map((fit, index) => [
      `${fit.parameter} ${sources.marks[index] ?? ''}`.trimEnd(),
      formatNumber(fit.value, ''),
      fit.unit,
      fit.kind,
      fit.target,
      formatNumber(fit.targetValue, ''),
      formatNumber(fit.reached, ''),
    ]),
    notes: sources.notes,
  };
  return {
    id: 'fits',
    title: 'What was fitted',
    blocks:
      fits.length === 0
        ? []
        : [
            { kind: 'paragraph', text: finding(text, FITTED) },
            { kind: 'table', table: withNumbers(table, (row) => fits[row]?.origin) },
          ],
  };
}

/** Free parameters first: they are what a reader must judge. */
function rank({ kind }: Fit): number {
  return kind === 'free parameter' ? 0 : 1;
}
