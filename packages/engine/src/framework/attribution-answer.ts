import type { Attribution, MeasureAttribution, MeasureRequest } from '../attribution/index.js';
import { itemAt } from '../foundation/index.js';
import type { Answer } from './answer.js';
import {
  attributionCheckWords,
  attributionWords,
  measureInWords,
  subsetWords,
  titlesOf,
} from './attribution-words.js';
import { capitalPathTable } from './capital-path-tables.js';
import { capitalWords } from './capital-path-words.js';
import type { Cell, Picture, Table } from './case-result.js';
import { columns, lowerFirst, table } from './table.js';
import { type TimeStep, timeTable } from './time-step.js';

/** What an attribution is told of, beside its numbers. */
export interface AttributionSubject {
  readonly title: string;
  /** The measures that are told in full, in this order; absent: the usual ones that there are. */
  readonly measures?: readonly MeasureRequest[];
  /** The shocked scenario of the usual ones; absent: that in which EVE changes most. */
  readonly scenario?: string;
  /** What time did before the groups, where it came first. */
  readonly time?: TimeStep;
  /** What was done otherwise than asked, and why. */
  readonly remarks: readonly string[];
  readonly sources: readonly string[];
}

/** Told in full when no measure was named: where value, income and capital stand. */
const USUAL: readonly (readonly [id: string, scenario: 'base' | 'shocked' | 'date'])[] = [
  ['eve.value', 'base'],
  ['eve.change', 'shocked'],
  ['nii.12m', 'base'],
  ['nii.12m.change', 'shocked'],
  ['capital.economic.e0', 'base'],
  ['capital.economic.e2', 'base'],
];

const MOST_INTERACTIONS = 12;
/** Together less than this share of the widest contribution is rounding. */
const NOTHING = 1e-9;
const MOST_TOLD = 12;
const MOST_PICTURES = 4;

/** An attribution told: each measure in sentences and tables, then all of them in one table. */
export function attributionAnswer(found: Attribution, subject: AttributionSubject): Answer {
  const told = toldMeasures(found, subject);
  return {
    title: subject.title,
    findings: [
      ...told.flatMap(attributionWords),
      ...(found.capital === undefined ? [] : capitalWords(found.capital)),
      ...attributionCheckWords(found),
      ...subject.remarks,
    ],
    tables: [
      ...timeTables(found, subject, told),
      ...told.flatMap((each, index) => [
        contributionTable(each, index),
        ...compoundingTable(each, index),
        ...partTable(each, index),
      ]),
      ...(found.capital?.paths ?? []).map((path) =>
        capitalPathTable(path, { most: MOST_INTERACTIONS }),
      ),
      ...(found.measures.length > told.length ? [overviewTable(found.measures)] : []),
      ...refusedTable(found),
    ],
    pictures: told
      .filter(({ unit }) => unit === 'USD million')
      .slice(0, MOST_PICTURES)
      .map(picture),
    sources: [
      'docs/method/attribution.md, rules ATTR-1 to ATTR-13.',
      ...(found.capital === undefined
        ? []
        : ['docs/method/attribution.md, rules ATTR-30 to ATTR-33; capital.md for E0 to E2.']),
      ...subject.sources,
    ],
  };
}

function timeTables(
  { capital }: Attribution,
  { time }: AttributionSubject,
  told: readonly MeasureAttribution[],
): Table[] {
  const lines = (capital?.paths ?? []).map(({ line: { measure } }) => measure);
  const asked = lines.map(({ id, scenario }) => ({ measure: id, scenario }));
  return time === undefined ? [] : [timeTable(time, [...told, ...asked])];
}

function toldMeasures(
  { measures }: Attribution,
  { measures: asked, scenario }: AttributionSubject,
): readonly MeasureAttribution[] {
  if (asked !== undefined) {
    const moved = measures.filter(moves);
    return (moved.length > 0 ? moved : measures).slice(0, MOST_TOLD);
  }
  const shocked = scenario ?? mostMoved(measures);
  const wanted = USUAL.map(([id, kind]) => `${id}[${kind === 'shocked' ? shocked : '0'}]`);
  return wanted.flatMap((key) =>
    measures.filter((each) => `${each.measure}[${each.scenario}]` === key),
  );
}

/** A change in the base scenario, for one, is zero at both ends and has nothing to tell. */
function moves({ from, to, shapley }: MeasureAttribution): boolean {
  return from !== 0 || to !== 0 || shapley.some(({ value }) => value !== 0);
}

/** The scenario in which EVE changes most at either end. */
function mostMoved(measures: readonly MeasureAttribution[]): string {
  const changes = measures.filter(({ measure }) => measure === 'eve.change');
  const size = ({ from, to }: MeasureAttribution) => Math.max(Math.abs(from), Math.abs(to));
  const [most] = changes.toSorted((a, b) => size(b) - size(a));
  return most?.scenario ?? '0';
}

/** Ratios are shown in per cent, money in millions. */
function shown({ unit }: MeasureAttribution): { unit: string; times: number } {
  return unit === 'ratio' ? { unit: '%', times: 100 } : { unit, times: 1 };
}

function contributionTable(found: MeasureAttribution, at: number): Table {
  const { unit, times } = shown(found);
  const sampled = found.standardErrors.length > 0;
  const number = (id: string, title: string) => `${id} | ${title} | ${unit}`;
  const heads = columns(
    'group | Group |',
    number('shapley', 'Shapley'),
    ...(sampled ? [number('error', 'Standard error')] : []),
    number('waterfall', 'Waterfall'),
    number('least', 'Least step'),
    number('most', 'Greatest step'),
    number('alone', 'Alone'),
  );
  const rows = found.shapley.map(({ title, value }, index): Cell[] => [
    title,
    times * value,
    ...(sampled ? [times * itemAt(found.standardErrors, index).value] : []),
    times * itemAt(found.waterfall, index).value,
    times * itemAt(found.orderSpread, index).min,
    times * itemAt(found.orderSpread, index).max,
    times * itemAt(found.main, index).value,
  ]);
  const ends = (name: string, value: number): Cell[] => [
    name,
    times * value,
    ...Array.from({ length: heads.length - 2 }, () => null),
  ];
  return table(
    `contribution-${at + 1}`,
    measureInWords(found),
    heads,
    [ends('From', found.from), ...rows, ends('To', found.to)],
    [
      `Residual ${found.residual.toExponential(1)} of the Shapley values, ` +
        `${found.dividendResidual.toExponential(1)} of the dividends (${found.unit}).`,
      'Least and greatest step: what a group makes over all orders in which groups may come' +
        (sampled ? ' that were drawn.' : '.'),
    ],
  );
}

function compoundingTable(found: MeasureAttribution, at: number): Table[] {
  const { unit, times } = shown(found);
  const sorted = found.compounding.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const nothing = NOTHING * Math.max(...found.shapley.map(({ value }) => Math.abs(value)));
  const above = sorted.filter(({ value }) => Math.abs(value) > nothing);
  const listed = above.slice(0, MOST_INTERACTIONS);
  if (listed.length === 0) return [];
  const left = found.compounding.length - listed.length + found.compoundingRest.count;
  const sum = listed.reduce((total, { value }) => total + value, 0);
  const rows: Cell[][] = listed.map(({ ids, value }) => [titlesOf(found, ids), times * value]);
  const rest: Cell[][] =
    left === 0
      ? []
      : [[left === 1 ? '1 other' : `${left} others`, times * (found.compoundingTotal - sum)]];
  const all: Cell[] = ['Compounding in all', times * found.compoundingTotal];
  return [
    table(
      `compounding-${at + 1}`,
      `Only together: ${lowerFirst(measureInWords(found))}`,
      columns('groups | Groups |', `value | Together | ${unit}`),
      [...rows, ...rest, all],
      ['Harsanyi dividends: what these groups do beyond what they do in smaller company.'],
    ),
  ];
}

function partTable(found: MeasureAttribution, at: number): Table[] {
  if (found.parts.length === 0) return [];
  const { unit, times } = shown(found);
  return [
    table(
      `part-${at + 1}`,
      `Parts of groups: ${lowerFirst(measureInWords(found))}`,
      columns('within | Group |', 'part | Part |', `owen | Owen value | ${unit}`),
      found.parts.map(({ within, title, value }) => [within.join(', '), title, times * value]),
    ),
  ];
}

function overviewTable(measures: readonly MeasureAttribution[]): Table {
  const heads = columns(
    ...['measure | Measure |', 'scenario | Scenario |', 'unit | Unit |', 'from | From |'],
    ...['to | To |', 'total | Change |', 'group | Most from |', 'value | Of it |'],
    ...['compounding | Compounding |', 'residual | Residual |'],
  );
  const rows = measures.map((each): Cell[] => {
    const [widest] = each.shapley.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
    const most = widest === undefined || widest.value === 0 ? null : widest;
    return [
      ...[each.measure, each.scenario, each.unit, each.from, each.to, each.total],
      ...[
        most === null ? 'none' : titlesOf(each, [most.id]),
        most?.value ?? null,
        each.compoundingTotal,
      ],
      each.residual.toExponential(1),
    ];
  });
  return table('all-measures', 'All measures', heads, rows, [
    'Shapley values, in the unit of each.',
  ]);
}

function refusedTable({ refused, measures }: Attribution): Table[] {
  if (refused.length === 0) return [];
  const heads = columns('measure | Measure |', 'subset | In the subset |', 'why | Why |');
  const rows = refused.map(({ measure, scenario, subset, issue }): Cell[] => [
    scenario === '' ? measure : `${measure}[${scenario}]`,
    subset.length === 0 ? 'no group' : subsetWords(measures, subset),
    issue.message,
  ]);
  return [table('refused', 'Measures left out', heads, rows)];
}

function picture(found: MeasureAttribution): Picture {
  return {
    kind: 'waterfall',
    id: `shapley-${found.measure}-${found.scenario}`,
    title: `${measureInWords(found)}: Shapley values`,
    unit: found.unit,
    items: [
      { label: 'From', value: found.from, total: true },
      ...found.shapley.map(({ title, value }) => ({ label: title, value, total: false })),
      { label: 'To', value: found.to, total: true },
    ],
  };
}
