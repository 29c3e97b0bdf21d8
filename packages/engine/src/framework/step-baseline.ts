import { ok, type Result } from '../foundation/index.js';
import { measureOf, type Outcome, type ParameterEdit, type Study, whyNot } from '../study/index.js';
import type { BaselinePlan, CaseInput } from './case-input.js';
import type { Finding, Picture, Step, Table } from './case-result.js';
import { ENGINE, withChanges } from './engine.js';
import { finding, stepOf } from './finding.js';
import { columns, inWords, niiShare, scenarioName, table } from './table.js';
import {
  measureOrigin,
  type Reader,
  type RowCell,
  reader,
  type Sentences,
  separated,
  type Told,
  tell,
} from './told.js';

/** Step 0: the risk profile with industry-average behaviour (rule CASE-4). */
export interface Baseline {
  readonly study: Study;
  readonly outcome: Outcome;
  /** Titles of the Changes that made it. */
  readonly applied: readonly string[];
}

export function baselineOf(input: CaseInput, plan: BaselinePlan): Result<Baseline> {
  const study = withChanges(input.study, plan.changes);
  const applied = plan.changes.map(({ title }) => title);
  if (!study.ok) return study;
  return ok({ study: study.value, outcome: ENGINE.evaluate(study.value), applied });
}

/** Issues: those of a benchmark of `plan.range` that does not fit the Study. */
export function stepBaseline(
  input: CaseInput,
  plan: BaselinePlan,
  baseline: Baseline,
): Result<Step> {
  const range = benchmarkRange(input, plan, baseline);
  if (!range.ok) return range;
  const own = ENGINE.evaluate(input.study);
  const average = sideOf(baseline.outcome, baseline.applied);
  const bank = sideOf(own);
  const scenarios = input.study.scenarios.map(({ id }) => id).filter((id) => id !== '0');
  const share = (id: string): number => average.eveShare(id).value;
  const worst = scenarios.reduce((a, b) => (share(b) < share(a) ? b : a));
  return ok(
    stepOf({
      step: 0,
      id: 'baseline',
      title: 'Foundational baseline: public balance sheet, industry-average behaviour',
      findings: findings(average, bank, worst),
      tables: [
        profile(average, bank, scenarios, notesOf(plan, baseline)),
        range.value,
        capitalTable(input.study, own),
        sourcesTable(input.study),
      ],
      pictures: [sharesPicture(average, bank, scenarios)],
    }),
  );
}

/** One side of the profile: EVE and NII of a Study, and their changes in % of its base. */
interface Side extends Reader {
  readonly eveShare: (scenario: string) => Told<number>;
  readonly niiShare: (scenario: string) => Told<number>;
}

function sideOf(outcome: Outcome, applied: readonly string[] = []): Side {
  const read = reader(outcome, applied);
  const origin = {
    ...measureOrigin('nii.12m.change', applied),
    title: 'Change of 12-month NII, in % of that of the base',
    measures: ['nii.12m.change', 'nii.12m'],
  };
  return {
    ...read,
    eveShare: (scenario) => read.percent('eve.changeShare', scenario),
    niiShare: (scenario) => ({ value: niiShare(outcome, scenario), origin }),
  };
}

function findings(average: Side, bank: Side, worst: string): Finding[] {
  const told = ({ value, eveShare }: Side) => [value('eve.value', '0'), eveShare(worst)] as const;
  const [eve, change] = told(average);
  const [ownEve, ownChange] = told(bank);
  return [
    finding(
      `With industry-average behaviour, base EVE is ${inWords(eve.value)} million and the worst ` +
        `shown scenario, ${scenarioName(worst)}, changes it by ${inWords(change.value)}%.`,
      eve.origin,
      [eve, change],
    ),
    finding(
      `With the bank's own behaviour, hedges and funding, base EVE is ` +
        `${inWords(ownEve.value)} million and the same scenario changes it ` +
        `by ${inWords(ownChange.value)}%.`,
      ownEve.origin,
      [ownEve, ownChange],
    ),
  ];
}

function sharesPicture(average: Side, bank: Side, scenarios: readonly string[]): Picture {
  const { rows, ...origins } = separated(
    scenarios.map((id) => [average.eveShare(id), bank.eveShare(id)]),
  );
  const values = (at: number) => rows.map((row) => Number(row[at]));
  return {
    kind: 'bars',
    id: 'eve-by-scenario',
    title: 'EVE change by scenario, % of base EVE',
    unit: '%',
    categories: scenarios.map(scenarioName),
    series: [
      { name: 'industry-average behaviour', values: values(0) },
      { name: "the bank's own behaviour", values: values(1) },
    ],
    ...origins,
  };
}

function profile(average: Side, bank: Side, scenarios: readonly string[], notes: Sentences): Table {
  const side = ({ value, eveShare, niiShare: share }: Side, id: string) => [
    value('eve.value', id),
    id === '0' ? null : eveShare(id),
    value('nii.12m', id),
    id === '0' ? null : share(id),
  ];
  const row = (id: string) => [scenarioName(id), ...side(average, id), ...side(bank, id)];
  return table(
    'baseline-profile',
    'Risk profile: industry average beside own behaviour',
    columns(
      'scenario | Scenario |',
      'eve | EVE, average | USD million',
      'eveChange | change | %',
      'nii | 12m NII, average | USD million',
      'niiChange | change | %',
      'eveOwn | EVE, own | USD million',
      'eveOwnChange | change | %',
      'niiOwn | 12m NII, own | USD million',
      'niiOwnChange | change | %',
    ),
    ['0', ...scenarios].map(row),
    notes,
  );
}

/** What the case says of industry-average behaviour: numbers of the Changes that make it. */
function notesOf({ title, notes }: BaselinePlan, { applied }: Baseline): Sentences {
  const origin = { title, rule: 'CASE-4', measures: [], applied };
  return notes.map((note) => finding(note, origin));
}

/** Where public data cannot tell the average life, the answer is a range (DESIGN rule 5). */
function benchmarkRange(input: CaseInput, plan: BaselinePlan, baseline: Baseline): Result<Table> {
  const rows: RowCell[][] = [];
  for (const { title, edits } of plan.range) {
    const study = withBenchmark(baseline.study, title, edits);
    if (!study.ok) return study;
    const outcome = ENGINE.evaluate(study.value);
    const { value, percent } = reader(outcome, [...baseline.applied, title]);
    const eve = value('eve.value', '0');
    rows.push([
      ...tell(eve.origin, [title]),
      eve,
      percent('eve.changeShare', '+100'),
      percent('eve.changeShare', '+200'),
    ]);
  }
  return ok(
    table(
      'baseline-range',
      'What the public benchmarks of deposit life would give',
      columns(
        'benchmark | Benchmark |',
        'eve | Base EVE | USD million',
        'plus100 | EVE +100 | %',
        'plus200 | EVE +200 | %',
      ),
      rows,
      [
        `${input.study.institution}: no public figure names an industry-average life; ` +
          'hence a range.',
      ],
    ),
  );
}

/** The baseline with one benchmark of `plan.range` in place. Issues: those of edits that misfit. */
export function withBenchmark(
  study: Study,
  title: string,
  edits: readonly ParameterEdit[],
): Result<Study> {
  return withChanges(study, [
    {
      kind: 'replace-assumption',
      id: `range-${title}`,
      title,
      rationale: 'public benchmarks differ',
      sources: [],
      size: 1,
      edits,
    },
  ]);
}

type LiquiditySource = Study['liquidity']['sources'][number];

type CapitalRow = [line: string, amount: Told | null, share: Told | null];

function capitalTable(study: Study, own: Outcome): Table {
  const { value, percentOrNone: share } = reader(own);
  const ratio = (id: string) => share(`capital.${id}`);
  const money = (id: string) => value(id, '0');
  const rows: CapitalRow[] = [
    ['CET1, as reported (AOCI opt-out)', null, ratio('cet1Ratio')],
    ['CET1 without the opt-out', null, ratio('cet1Ratio.noOptOut')],
    ['Tier 1', null, ratio('tier1Ratio')],
    ['Total capital', null, ratio('totalRatio')],
    ['Leverage', null, ratio('leverageRatio')],
    ['Tangible common equity to tangible assets', null, ratio('tceRatio')],
    ['Unrealised gain or loss, AFS', money('unrealised.afs'), null],
    ['Unrealised gain or loss, HTM', money('unrealised.htm'), null],
    [
      'Economic CET1 E0: AFS and HTM marks taken, no tax',
      money('capital.economic.e0'),
      share('capital.economicRatio.e0', '0'),
    ],
    [
      `Economic CET1 E0 after tax at ${percent(study.capital.taxRate)}%`,
      money('capital.economic.e0.afterTax'),
      null,
    ],
    ['E1: and marks on loans and debt', money('capital.economic.e1'), null],
    ['E2: and the deposit franchise', money('capital.economic.e2'), null],
    [
      `Liquidity of 30 days over ${percent(study.liquidity.outflowShare)}% of uninsured`,
      null,
      share('liquidity.coverage', '0'),
    ],
    ...runThresholds(share),
    ...slowerLines(study),
  ];
  return table(
    'capital-and-liquidity',
    'Capital, marks and run threshold at the valuation date',
    columns('line | Line |', 'amount | Amount | USD million', 'share | Ratio | %'),
    rows.map(named),
    [
      finding(
        'Run thresholds in % of uninsured deposits; 100 = none up to 100%.',
        measureOrigin('runThreshold.liquidity.1d'),
      ),
      ...(ratio('cet1Ratio') === null ? [noRatio(own)] : []),
    ],
  );
}

function noRatio(own: Outcome): string {
  const { expected, got } = whyNot(own, 'capital.cet1Ratio', '');
  return `No ratio to risk-weighted assets: expected ${expected}, got ${got}.`;
}

/** The name of a row may hold numbers: they have the origin of its amount or share. */
function named([line, amount, share]: CapitalRow): RowCell[] {
  const origin = (amount ?? share)?.origin;
  return [...(origin === undefined ? [line] : tell(origin, [line])), amount, share];
}

/** A share in per cent as words: 0.21 is 21, 0.125 is 12.5. */
function percent(share: number): string {
  return String(Math.round(1000 * share) / 10);
}

const DAYS = [1, 2, 30] as const;

const BREACHES = [
  ['liquidity', 'liquidity'],
  ['cet1', 'CET1 under 4.5%'],
  ['tce', 'tangible equity 2%'],
] as const;

function daysInWords(days: number): string {
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}

function runThresholds(share: Reader['percentOrNone']): CapitalRow[] {
  return BREACHES.flatMap(([id, words]) =>
    DAYS.map((days): CapitalRow => {
      const threshold = share(`runThreshold.${id}.${days}d`, '0');
      return [`Run threshold, ${words}, ${daysInWords(days)}`, null, threshold];
    }),
  );
}

/** Committed lines on which the one-day threshold rests. */
function oneDayLines({ liquidity }: Study): LiquiditySource[] {
  return liquidity.sources.filter(
    (source) => source.kind === 'line' && source.committed && source.daysToCash === 1,
  );
}

/** The one-day threshold with each of them a day late, one at a time. */
function slowerLines(study: Study): CapitalRow[] {
  return oneDayLines(study).map(({ id, title }) => {
    const sources = study.liquidity.sources.map((source) =>
      source.id === id ? { ...source, daysToCash: 2 } : source,
    );
    const outcome = ENGINE.evaluate({
      ...atBase(study),
      liquidity: { ...study.liquidity, sources },
    });
    const { percent: share } = reader(outcome, [`${title} pays in 2 days`]);
    const threshold = share('runThreshold.liquidity.1d', '0');
    return [`Run threshold, liquidity, 1 day, if it takes 2 days: ${title}`, null, threshold];
  });
}

function atBase(study: Study): Study {
  return { ...study, scenarios: study.scenarios.filter(({ id }) => id === '0') };
}

function sourcesTable(study: Study): Table {
  const lines = oneDayLines(study).map(({ title }) => title);
  return table(
    'funding-sources',
    'Funding sources of the run thresholds, in the order they are used',
    columns(
      'source | Source |',
      'amount | Amount, or book at carrying amount | USD million',
      'committed | Committed |',
      'days | Days to cash | days',
      'bidOffer | Bid-offer | %',
      'pledged | Pledged | USD million',
      'day1 | Cash by 1 day | USD million',
      'day2 | by 2 days | USD million',
      'day30 | by 30 days | USD million',
    ),
    study.liquidity.sources.map((source) => sourceRow(study, source)),
    [
      'Uncommitted lines count zero. Books are sold at market, what is pledged is not for sale.',
      ...(lines.length === 0
        ? []
        : [
            'The one-day figure rests on these paying within a day (judgement): ' +
              `${lines.join('; ')}.`,
          ]),
    ],
  );
}

function sourceRow(study: Study, source: LiquiditySource): RowCell[] {
  const { title, daysToCash } = source;
  const origin = {
    title: `Funding source of the Study: ${title}, and the cash it gives`,
    rule: 'RUN-1',
    measures: ['liquidity.coverage'],
    applied: ['this source alone'],
  };
  const cash = cashOf(study, source);
  const byDay = DAYS.map((days) => (source.daysToCash > days ? 0 : cash));
  if (source.kind === 'sale') {
    const { bidOffer, pledgedUsdMillion, group } = source;
    const book = carryingOf(study, group);
    const sold = tell(origin, [daysToCash, 100 * bidOffer, pledgedUsdMillion, ...byDay]);
    return [title, ...tell(origin, [book]), '', ...sold];
  }
  const committed = source.committed ? 'yes' : 'no';
  const paid = tell(origin, [daysToCash, null, null, ...byDay]);
  return [title, ...tell(origin, [source.amountUsdMillion]), committed, ...paid];
}

/** What the source gives once it pays: coverage with it alone, times the outflow covered. */
function cashOf(study: Study, source: LiquiditySource): number {
  const liquidity = { ...study.liquidity, sources: [{ ...source, daysToCash: 0 }] };
  const outcome = ENGINE.evaluate({ ...atBase(study), liquidity });
  const outflow = liquidity.uninsuredUsdMillion * liquidity.outflowShare;
  return measureOf(outcome, 'liquidity.coverage', '0') * outflow;
}

function carryingOf({ book }: Study, group: 'afs' | 'htm'): number {
  const code = book.group.names.indexOf(group);
  return book.carryingUsdMillion.reduce(
    (sum, amount, row) => (book.group.codes[row] === code ? sum + amount : sum),
    0,
  );
}
