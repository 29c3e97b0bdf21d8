import {
  attribute,
  evaluateSubsets,
  type MeasureAttribution,
  shapleyValues,
} from '../attribution/index.js';
import { itemAt, ok, type Result } from '../foundation/index.js';
import { type Change, measureDefinition, measureOf, type Outcome } from '../study/index.js';
import { residualInWords } from './attribution-words.js';
import { capitalPaths } from './capital-path.js';
import { capitalPathFinding, capitalPathTable } from './capital-path-tables.js';
import type { AttributionPlan, CaseInput } from './case-input.js';
import type { AttributionResult, Cell, Picture, Step, Table } from './case-result.js';
import { ENGINE, withChanges } from './engine.js';
import { type Baseline, withBenchmark } from './step-baseline.js';
import { columns, eveShare, inWords, lowerFirst, table } from './table.js';

/** Step 1 and what the later steps quote of it. */
export interface AttributionStep {
  readonly step: Step;
  readonly attribution: readonly AttributionResult[];
  /** Points of EVE exposure that the assumption groups alone account for (Shapley). */
  readonly assumptionPoints: number;
}

/** Step 1: from averages to the bank's own behaviour, hedges and funding (rule CASE-5). */
export function stepAttribution(
  input: CaseInput,
  plan: AttributionPlan,
  baseline: Baseline,
  beside: readonly Table[],
): Result<AttributionStep> {
  const read = new Set(['0', ...plan.measures.map(({ scenario }) => scenario)]);
  const scenarios = baseline.study.scenarios.filter(({ id }) => read.has(id));
  const found = attribute({
    from: { ...baseline.study, scenarios },
    groups: plan.groups,
    measures: plan.measures,
    ...ENGINE,
  });
  if (!found.ok) return found;
  const path = pathTable(input, plan);
  if (!path.ok) return path;
  const points = benchmarkPoints(input, plan, baseline);
  if (!points.ok) return points;
  const capital = capitalPart(plan, baseline);
  if (!capital.ok) return capital;
  const { measures, check, subsetsEvaluated } = found.value;
  const share = measures.find(({ measure }) => measure === 'eve.changeShare');
  const assumptionPoints = 100 * sumOf(share, plan.assumptionGroups);
  return ok({
    attribution: measures.map(resultOf),
    assumptionPoints,
    step: {
      step: 1,
      id: 'attribution',
      title: "Attribution: averages replaced by the bank's own behaviour, hedges and funding",
      findings: [
        ...measures.filter(({ unit }) => unit === 'USD million').map(finding),
        `${subsetsEvaluated} subsets evaluated; ${check.subsetsChecked} of them again outside ` +
          'the attribution, largest relative difference ' +
          `${check.greatestRelativeDifference.toExponential(1)}.`,
        `Assumptions alone account for ${inWords(assumptionPoints)} points of EVE exposure at ` +
          `${share?.scenario ?? ''} bp${points.value.words}.`,
        ...capital.value.findings,
      ],
      tables: [
        endsTable(input, baseline),
        path.value,
        ...points.value.tables,
        ...capital.value.tables,
        ...beside,
      ],
      pictures: measures.filter(({ unit }) => unit === 'USD million').map(waterfall),
    },
  });
}

/** The lines of capital that step 1 shows, in the order in which they are shown. */
const SHOWN_LINES = [
  'capital.economic.e0',
  'capital.economic.e2',
  'capital.cet1.afterIncome',
  'capital.afterSales.tangible',
];

/** What the groups did to capital, by the link that carried it; nothing when E2 is not asked. */
function capitalPart(
  plan: AttributionPlan,
  baseline: Baseline,
): Result<Pick<Step, 'findings' | 'tables'>> {
  const asked = plan.measures.filter(({ id }) => id === 'capital.economic.e2');
  const scenario = asked.at(-1)?.scenario;
  if (scenario === undefined) return ok({ findings: [], tables: [] });
  const paths = capitalPaths({ from: baseline.study, groups: plan.groups, scenario });
  if (!paths.ok) return paths;
  const shown = paths.value.filter(({ line }) => SHOWN_LINES.includes(line.id));
  return ok({ findings: shown.map(capitalPathFinding), tables: shown.map(capitalPathTable) });
}

function sumOf(found: MeasureAttribution | undefined, groups: readonly string[]): number {
  const parts = found?.shapley.filter(({ id }) => groups.includes(id)) ?? [];
  return parts.reduce((sum, { value }) => sum + value, 0);
}

function resultOf(found: MeasureAttribution): AttributionResult {
  const main = found.main.map(({ id, value }) => ({ ids: [id], value }));
  const { measure, scenario, unit, from, to, total, residual, waterfall: steps } = found;
  return {
    measure,
    scenario,
    unit,
    from,
    to,
    total,
    residual,
    waterfall: steps,
    shapley: found.shapley,
    compounding: [...main, ...found.compounding],
    compoundingTotal: found.compoundingTotal,
    orderSpread: found.orderSpread.map(({ id, min, max }) => ({ id, min, max })),
  };
}

function finding(found: MeasureAttribution): string {
  const largest = found.shapley.reduce((a, b) => (Math.abs(b.value) > Math.abs(a.value) ? b : a));
  return (
    `${nameOf(found)}: ${inWords(found.from)} to ${inWords(found.to)} million; most from ` +
    `${lowerFirst(largest.title)} (${inWords(largest.value)}); compounding ` +
    `${inWords(found.compoundingTotal)}, ${residualInWords(found.residual)}.`
  );
}

function nameOf({ measure, scenario }: MeasureAttribution): string {
  const name = measureDefinition(measure).title;
  return scenario === '' || scenario === '0' ? name : `${name} at ${scenario} bp`;
}

function waterfall(found: MeasureAttribution): Picture {
  const step = ({ title, value }: { title: string; value: number }) => ({
    label: title,
    value,
    total: false,
  });
  return {
    kind: 'waterfall',
    id: `waterfall-${found.measure}-${found.scenario}`,
    title: `${nameOf(found)}: from industry average to the bank as it is`,
    unit: 'USD million',
    items: [
      { label: 'Industry average', value: found.from, total: true },
      ...found.waterfall.map(step),
      { label: 'The bank', value: found.to, total: true },
    ],
  };
}

const EXPOSURE = columns(
  'study | Study |',
  'htm | HTM duration | years',
  'afs | AFS duration | years',
  'deposits | Deposit duration | years',
  'plus100 | EVE +100 | %',
  'plus200 | EVE +200 | %',
);

function exposure(title: string, outcome: Outcome): Cell[] {
  return [
    title,
    yearsOrNone(outcome, 'htm'),
    yearsOrNone(outcome, 'afs'),
    yearsOrNone(outcome, 'deposits'),
    eveShare(outcome, '+100'),
    eveShare(outcome, '+200'),
  ];
}

/** A bank without such a book has no duration of it (rule DUR-1). */
function yearsOrNone({ measures }: Outcome, book: string): Cell {
  return measures.find(({ id }) => id === `duration.modified.${book}`)?.value ?? null;
}

function endsTable(input: CaseInput, baseline: Baseline): Table {
  return table('attribution-ends', 'Durations and EVE exposure at both ends', EXPOSURE, [
    exposure('Industry average', baseline.outcome),
    exposure('The bank as it is', ENGINE.evaluate(input.study)),
  ]);
}

/** The stops of one assumption, everything else as the bank has it. */
function pathTable(input: CaseInput, { path }: AttributionPlan): Result<Table> {
  const rows: Cell[][] = [];
  for (const { title, edits } of path.stops) {
    const change: Change = {
      kind: 'replace-assumption',
      id: 'stop',
      title,
      rationale: path.title,
      sources: [],
      size: 1,
      edits,
    };
    const study = withChanges(input.study, [change]);
    if (!study.ok) return study;
    rows.push(exposure(title, ENGINE.evaluate(study.value)));
  }
  return ok(table('attribution-path', path.title, EXPOSURE, rows));
}

interface BenchmarkPoints {
  readonly tables: readonly Table[];
  /** The range, to follow the chosen benchmark's points in a sentence. */
  readonly words: string;
}

const POINTS = columns(
  'benchmark | Benchmark of step 0 |',
  'eve | Base EVE | USD million',
  'points | Assumption points | points of EVE',
);

/** How the assumption points move with the benchmark life that the baseline happens to take. */
function benchmarkPoints(
  input: CaseInput,
  plan: AttributionPlan,
  baseline: Baseline,
): Result<BenchmarkPoints> {
  const share = plan.measures.find(({ id }) => id === 'eve.changeShare');
  const range = input.baseline?.range ?? [];
  if (share === undefined || range.length === 0) return ok({ tables: [], words: '' });
  const scenarios = baseline.study.scenarios.filter(({ id }) => ['0', share.scenario].includes(id));
  const rows: [string, number, number][] = [];
  for (const { title, edits } of range) {
    const from = withBenchmark({ ...baseline.study, scenarios }, title, edits);
    if (!from.ok) return from;
    const eve = measureOf(ENGINE.evaluate(from.value), 'eve.value', '0');
    const lattice = evaluateSubsets({
      from: from.value,
      groups: plan.groups,
      measures: [share],
      ...ENGINE,
    });
    if (!lattice.ok) return lattice;
    const values = shapleyValues(itemAt(lattice.value.values, 0), plan.groups.length);
    const points = plan.groups.reduce(
      (sum, { id }, index) =>
        plan.assumptionGroups.includes(id) ? sum + itemAt(values, index) : sum,
      0,
    );
    rows.push([title, eve, 100 * points]);
  }
  const all = rows.map(([, , points]) => points);
  const words =
    `, between ${inWords(Math.min(...all))} and ${inWords(Math.max(...all))} ` +
    'over the benchmark lives';
  return ok({
    words,
    tables: [
      table('assumption-points', 'Assumption points by benchmark life', POINTS, rows, [
        `Shapley value of ${plan.assumptionGroups.join(', ')} together, EVE change at ` +
          `${share.scenario} bp in % of base EVE.`,
      ]),
    ],
  });
}
