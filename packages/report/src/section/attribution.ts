import { type AttributionResult, finding, scenarioName } from '@almfes/engine';
import type { Block, DocumentTable, Section } from '../document.js';
import { formatChange, formatNumber, formatResidual } from '../format.js';
import { anchor } from './anchor.js';
import { withNumbers } from './cell-numbers.js';

/** One picture-free page a measure: contributions, compounding and the residual, never hidden. */
export function attributionSection(attributions: readonly AttributionResult[]): Section {
  return {
    id: 'attribution',
    title: 'Attribution, measure by measure',
    blocks: attributions.map(inPoints).flatMap(attributionBlocks),
  };
}

/** A ratio reads better in points: every value times 100. */
function inPoints(found: AttributionResult): AttributionResult {
  if (found.unit !== 'ratio') return found;
  const scaled = <T extends { readonly value: number }>(items: readonly T[]): T[] =>
    items.map((item) => ({ ...item, value: 100 * item.value }));
  return {
    ...found,
    unit: 'points',
    from: 100 * found.from,
    to: 100 * found.to,
    total: 100 * found.total,
    residual: 100 * found.residual,
    waterfall: scaled(found.waterfall),
    shapley: scaled(found.shapley),
    compounding: scaled(found.compounding),
    compoundingTotal: 100 * found.compoundingTotal,
    orderSpread: found.orderSpread.map(({ id, min, max }) => ({
      id,
      min: 100 * min,
      max: 100 * max,
    })),
  };
}

function attributionBlocks(attribution: AttributionResult): Block[] {
  const { unit, origin } = attribution;
  const name = measureName(attribution);
  const text =
    `${name} goes from ${formatNumber(attribution.from, unit)} to ` +
    `${formatNumber(attribution.to, unit)} ${unit}: ${formatChange(attribution.total, unit)}, ` +
    `of which ${formatChange(attribution.compoundingTotal, unit)} is compounding. ` +
    `Residual: ${formatResidual(attribution.residual)} ${unit}.`;
  const blocks: Block[] = [
    { kind: 'paragraph', text: origin === undefined ? text : finding(text, origin) },
    { kind: 'table', table: withNumbers(contributionTable(attribution, name), () => origin) },
  ];
  const interactions = attribution.compounding.filter(({ ids }) => ids.length > 1);
  if (interactions.length > 0) {
    const table = withNumbers(compoundingTable(attribution, name), () => origin);
    blocks.push({ kind: 'table', table });
  }
  return blocks;
}

function measureName({ measure, scenario }: AttributionResult): string {
  return scenario === '' || scenario === '0' ? measure : `${measure} at ${scenarioName(scenario)}`;
}

function contributionTable(attribution: AttributionResult, name: string): DocumentTable {
  const { unit } = attribution;
  const column = (title: string) => ({ title, unit, align: 'end' }) as const;
  return {
    id: anchor('attribution', attribution.measure, attribution.scenario),
    title: `Contributions to ${name}`,
    columns: [
      { title: 'Change', unit: '', align: 'start' },
      column('In order'),
      column('Shapley'),
      column('Alone'),
      column('Least over orders'),
      column('Most over orders'),
    ],
    rows: [...contributionRows(attribution), totalRow(attribution), residualRow(attribution)],
    notes: [
      'In order: each Change on top of those above it. Shapley: the mean over all orders. ' +
        'Alone: the Change on the starting Study by itself; what is missing from the total is ' +
        'compounding.',
    ],
  };
}

function contributionRows(attribution: AttributionResult): string[][] {
  const change = (value: number | undefined): string =>
    formatChange(value ?? null, attribution.unit);
  return attribution.waterfall.map(({ id, title, value }) => {
    const spread = attribution.orderSpread.find((item) => item.id === id);
    return [
      title,
      change(value),
      change(attribution.shapley.find((item) => item.id === id)?.value),
      change(aloneValue(attribution, id)),
      change(spread?.min),
      change(spread?.max),
    ];
  });
}

function aloneValue(attribution: AttributionResult, id: string): number | undefined {
  return attribution.compounding.find(({ ids }) => ids.length === 1 && ids[0] === id)?.value;
}

function totalRow({ total, compoundingTotal, unit }: AttributionResult): string[] {
  const all = formatChange(total, unit);
  return ['Total', all, all, formatChange(total - compoundingTotal, unit), '', ''];
}

function residualRow({ residual }: AttributionResult): string[] {
  return ['Residual', formatResidual(residual), '', '', '', ''];
}

const SHOWN_INTERACTIONS = 5;

/** The largest interactions by size; what is not shown is counted and summed in a last row. */
function compoundingTable(attribution: AttributionResult, name: string): DocumentTable {
  const { unit } = attribution;
  const titles = new Map(attribution.waterfall.map(({ id, title }) => [id, title]));
  const sorted = attribution.compounding
    .filter(({ ids }) => ids.length > 1)
    .toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const rows = sorted
    .slice(0, SHOWN_INTERACTIONS)
    .map(({ ids, value }) => [
      ids.map((id) => titles.get(id) ?? id).join(' with '),
      formatChange(value, unit),
    ]);
  const rest = sorted.slice(SHOWN_INTERACTIONS);
  if (rest.length > 0) {
    const sum = rest.reduce((total, { value }) => total + value, 0);
    rows.push([`${rest.length} smaller terms, together`, formatChange(sum, unit)]);
  }
  rows.push(['Compounding in all', formatChange(attribution.compoundingTotal, unit)]);
  return {
    id: anchor('compounding', attribution.measure, attribution.scenario),
    title: `Compounding in ${name}`,
    columns: [
      { title: 'Changes together', unit: '', align: 'start' },
      { title: 'Beyond the sum of the parts', unit, align: 'end' },
    ],
    rows,
    notes: [],
  };
}
