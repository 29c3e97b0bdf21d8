import {
  attribute,
  type CapitalPath,
  evaluateSubsets,
  type MeasureAttribution,
  shapleyValues,
} from '../attribution/index.js';
import { itemAt, ok, type Result } from '../foundation/index.js';
import { type Change, measureDefinition, measureOf, type Outcome } from '../study/index.js';
import { differenceInWords, residualInWords } from './attribution-words.js';
import { capitalPaths } from './capital-path.js';
import { capitalPathFinding, capitalPathTable } from './capital-path-tables.js';
import type { AttributionPlan, CaseInput } from './case-input.js';
import type {
  AttributionResult,
  ComputedOrigin,
  Finding,
  Picture,
  Step,
  Table,
} from './case-result.js';
import { ENGINE, withChanges } from './engine.js';
import { finding, stepOf } from './finding.js';
import { type Baseline, withBenchmark } from './step-baseline.js';
import { columns, inWords, lowerFirst, scenarioName, table } from './table.js';
import { measureOrigin, originsOf, type Reader, type RowCell, reader, tell } from './told.js';

/** Step 1 and what the later steps quote of it. */
export interface AttributionStep {
  readonly step: Step;
  readonly attribution: readonly AttributionResult[];
  /** Points of EVE exposure that the assumption groups alone account for (Shapley). */
  readonly assumptionPoints: number;
  readonly pointsOrigin: ComputedOrigin;
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
  const inMoney = measures.filter(({ unit }) => unit === 'USD million');
  const origins = new Map(measures.map((each) => [each, attributionOrigin(each, plan)]));
  const originOf = (each: MeasureAttribution) => origins.get(each) ?? attributionOrigin(each, plan);
  const pointsOrigin = pointsOf(plan);
  return ok({
    attribution: measures.map((each) => ({ ...resultOf(each), origin: originOf(each) })),
    assumptionPoints,
    pointsOrigin,
    step: stepOf({
      step: 1,
      id: 'attribution',
      title: "Attribution: averages replaced by the bank's own behaviour, hedges and funding",
      findings: [
        ...inMoney.map((each) => finding(sentence(each), originOf(each))),
        finding(
          `${subsetsEvaluated} subsets evaluated; ${check.subsetsChecked} of them again outside ` +
            `the attribution, ${differenceInWords(check.greatestRelativeDifference)}.`,
          subsetsOf(plan),
        ),
        finding(
          `Assumptions alone account for ${inWords(assumptionPoints)} points of EVE exposure at ` +
            `${share?.scenario ?? ''} bp${points.value.words}.`,
          pointsOrigin,
        ),
        ...capital.value.findings,
      ],
      tables: [
        endsTable(input, baseline),
        path.value,
        ...points.value.tables,
        ...capital.value.tables,
        ...beside,
      ],
      pictures: inMoney.map((each) => waterfall(each, originOf(each))),
    }),
  });
}

/** What every number of one attribution comes from: the groups, put to one measure. */
function attributionOrigin({ measure, scenario }: MeasureAttribution, plan: AttributionPlan) {
  return groupsOrigin(plan, {
    title: `Attribution of ${lowerFirst(nameOf({ measure, scenario }))}`,
    rule: 'ATTR-3',
    measures: [measure],
  });
}

function subsetsOf(plan: AttributionPlan): ComputedOrigin {
  const title = 'Subsets of the groups, evaluated again outside the attribution';
  return groupsOrigin(plan, { title, rule: 'ATTR-7', measures: [] });
}

function pointsOf(plan: AttributionPlan): ComputedOrigin {
  const title = `Points of EVE exposure of ${plan.assumptionGroups.join(', ')} together`;
  return groupsOrigin(plan, { title, rule: 'ATTR-3', measures: ['eve.changeShare'] });
}

function groupsOrigin(
  { groups }: AttributionPlan,
  told: Omit<ComputedOrigin, 'applied'>,
): ComputedOrigin {
  const names = groups.map(({ title }) => title).join('; ');
  return { ...told, applied: [`from industry averages to the bank as it is, by groups: ${names}`] };
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
): Result<{ readonly findings: readonly Finding[]; readonly tables: readonly Table[] }> {
  const asked = plan.measures.filter(({ id }) => id === 'capital.economic.e2');
  const scenario = asked.at(-1)?.scenario;
  if (scenario === undefined) return ok({ findings: [], tables: [] });
  const paths = capitalPaths({ from: baseline.study, groups: plan.groups, scenario });
  if (!paths.ok) return paths;
  const shown = paths.value.filter(({ line }) => SHOWN_LINES.includes(line.id));
  const told = shown.map((path) => ({ path, origin: pathOrigin(path, plan) }));
  return ok({
    findings: told.map(({ path, origin }) => finding(capitalPathFinding(path), origin)),
    tables: told.map(({ path, origin }) => capitalPathTable(path, { origin })),
  });
}

function pathOrigin({ line, links }: CapitalPath, plan: AttributionPlan): ComputedOrigin {
  const measures = [line.measure, ...links.map(({ measure }) => measure)];
  return groupsOrigin(plan, {
    title: `Path to ${lowerFirst(line.title)}`,
    rule: 'ATTR-31',
    measures: [...new Set(measures.flatMap((each) => each?.id ?? []))],
  });
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

function sentence(found: MeasureAttribution): string {
  const largest = found.shapley.reduce((a, b) => (Math.abs(b.value) > Math.abs(a.value) ? b : a));
  return (
    `${nameOf(found)}: ${inWords(found.from)} to ${inWords(found.to)} million; most from ` +
    `${lowerFirst(largest.title)} (${inWords(largest.value)}); compounding ` +
    `${inWords(found.compoundingTotal)}, ${residualInWords(found.residual)}.`
  );
}

function nameOf({ measure, scenario }: Pick<MeasureAttribution, 'measure' | 'scenario'>): string {
  const name = measureDefinition(measure).title;
  return scenario === '' || scenario === '0' ? name : `${name} at ${scenarioName(scenario)}`;
}

function waterfall(found: MeasureAttribution, origin: ComputedOrigin): Picture {
  const step = ({ title, value }: { title: string; value: number }) => ({
    label: title,
    value,
    total: false,
  });
  const items = [
    { label: 'Industry average', value: found.from, total: true },
    ...found.waterfall.map(step),
    { label: 'The bank', value: found.to, total: true },
  ];
  return {
    kind: 'waterfall',
    id: `waterfall-${found.measure}-${found.scenario}`,
    title: `${nameOf(found)}: from industry average to the bank as it is`,
    unit: 'USD million',
    items,
    ...originsOf(items.map(({ value }) => tell(origin, [value]))),
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

function exposure(title: string, outcome: Outcome, applied: readonly string[] = []): RowCell[] {
  const read = reader(outcome, applied);
  return [
    ...tell(measureOrigin('eve.changeShare', applied), [title]),
    yearsOrNone(outcome, read, 'htm'),
    yearsOrNone(outcome, read, 'afs'),
    yearsOrNone(outcome, read, 'deposits'),
    read.percent('eve.changeShare', '+100'),
    read.percent('eve.changeShare', '+200'),
  ];
}

/** A bank without such a book has no duration of it (rule DUR-1). */
function yearsOrNone({ measures }: Outcome, { value }: Reader, book: string): RowCell {
  const found = measures.find(({ id }) => id === `duration.modified.${book}`);
  return found === undefined ? null : value(found.id, found.scenario);
}

function endsTable(input: CaseInput, { outcome, applied }: Baseline): Table {
  return table('attribution-ends', 'Durations and EVE exposure at both ends', EXPOSURE, [
    exposure('Industry average', outcome, applied),
    exposure('The bank as it is', ENGINE.evaluate(input.study)),
  ]);
}

/** The stops of one assumption, everything else as the bank has it. */
function pathTable(input: CaseInput, { path }: AttributionPlan): Result<Table> {
  const rows: RowCell[][] = [];
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
    rows.push(exposure(title, ENGINE.evaluate(study.value), [title]));
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
  const rows: { title: string; eve: number; points: number }[] = [];
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
    rows.push({ title, eve, points: 100 * points });
  }
  const all = rows.map(({ points }) => points);
  const cells = rows.map(({ title, eve, points }) => {
    const applied = [...baseline.applied, title];
    const own = { ...pointsOf(plan), applied };
    return [...tell(measureOrigin('eve.value', applied), [title, eve]), ...tell(own, [points])];
  });
  const words =
    `, between ${inWords(Math.min(...all))} and ${inWords(Math.max(...all))} ` +
    'over the benchmark lives';
  return ok({
    words,
    tables: [
      table('assumption-points', 'Assumption points by benchmark life', POINTS, cells, [
        `Shapley value of ${plan.assumptionGroups.join(', ')} together, EVE change at ` +
          `${share.scenario} bp in % of base EVE.`,
      ]),
    ],
  });
}
