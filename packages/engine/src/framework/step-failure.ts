import { ok, type Result } from '../foundation/index.js';
import {
  type FailureCell,
  failureGrid,
  type HedgeVariant,
  namedFailures,
} from '../stress/index.js';
import type { Study } from '../study/index.js';
import type { CaseInput } from './case-input.js';
import type { Picture, Step, Table } from './case-result.js';
import { ENGINE } from './engine.js';
import { columns, inWords, lowerFirst, table } from './table.js';

/** Hedges shown in the grids: none, the swaps of 2021, and the ladder sized three ways. */
const SHOWN = /^(none|kept-2021|ladder-2-5-7-)/;

/** Step 3: the four failures crossed with hedges and scenarios (rule CASE-8). */
export function stepFailure(
  input: CaseInput,
  variants: readonly [HedgeVariant, ...HedgeVariant[]],
): Result<Step> {
  const study: Study = { ...input.study, hedges: [] };
  const failures = namedFailures(study);
  if (!failures.ok) return failures;
  const [first, ...rest] = variants;
  const grid = failureGrid({
    study,
    hedgeVariants: [first, ...rest.filter(({ id }) => SHOWN.test(id))],
    failures: failures.value,
    scenarios: input.failureScenarios,
    runDays: '2d',
    ...ENGINE,
  });
  if (!grid.ok) return grid;
  const cells = grid.value;
  return ok({
    step: 3,
    id: 'failure',
    title: 'Assumption failure: what if behaviour breaks, not only rates move',
    findings: findings(cells),
    tables: [
      protectionTable(cells),
      ...hedgesOf(cells).map((hedge) => hedgeTable(cells, hedge, input.failureScenarios)),
      detailTable(cells),
      anchorsTable(failures.value),
    ],
    pictures: [heatMap(cells, input.failureScenarios)],
  });
}

function cellsOf(cells: readonly FailureCell[], hedge: string, scenario: string): FailureCell[] {
  return cells.filter((cell) => cell.hedge === hedge && cell.scenario === scenario);
}

function hedgesOf(cells: readonly FailureCell[]): { id: string; title: string }[] {
  const found = new Map(cells.map((cell) => [cell.hedge, cell.hedgeTitle]));
  return [...found].map(([id, title]) => ({ id, title }));
}

/**
 * The finding to test: the share of the total loss that a hedge gives back, with behaviour as
 * assumed and with the deposit life collapsed.
 */
function findings(cells: readonly FailureCell[]): string[] {
  const share = (hedge: string, failure: string): string => {
    const percent = givenBackPercent(cells, hedge, failure);
    return percent === null ? 'no loss' : `${inWords(percent)}%`;
  };
  const worst = cells.reduce((a, b) => (b.eveChange < a.eveChange ? b : a));
  const severe = 'combined-adverse-severe';
  return [
    `Worst cell: ${lowerFirst(worst.failureTitle)}, ${worst.scenario} bp, ` +
      `${lowerFirst(worst.hedgeTitle)}: EVE change ${inWords(worst.eveChange)} million.`,
    `Of the loss at +200 bp, the ladder sized to the industry-average risk gives back ` +
      `${share('ladder-2-5-7-industry-average-risk', '')} while behaviour holds and ` +
      `${share('ladder-2-5-7-industry-average-risk', severe)} in the severe combined failure; ` +
      `sized to the true risk, ${share('ladder-2-5-7-true-risk', '')} and ` +
      `${share('ladder-2-5-7-true-risk', severe)}.`,
  ];
}

/** One table a hedge: failures down, scenarios across, as a share of the unbroken base EVE. */
function hedgeTable(
  cells: readonly FailureCell[],
  hedge: { readonly id: string; readonly title: string },
  scenarios: readonly string[],
): Table {
  const rows = failuresOf(cells).map(({ id, title }) => [
    title,
    ...scenarios.map((scenario) => {
      const cell = cellsOf(cells, hedge.id, scenario).find(({ failure }) => failure === id);
      return cell === undefined || cell.eveChangeShare === null ? null : 100 * cell.eveChangeShare;
    }),
  ]);
  return table(
    `failure-eve-${hedge.id}`,
    `EVE change, ${lowerFirst(hedge.title)}`,
    [
      ...columns('failure | Failure |'),
      ...scenarios.map((id) => ({ id, title: id === '0' ? 'base' : `${id} bp`, unit: '%' })),
    ],
    rows,
    ['In % of the base EVE of the same hedge with every assumption unbroken.'],
  );
}

/** The finding to test, cell by cell: how much of the loss at +200 bp each hedge gives back. */
function protectionTable(cells: readonly FailureCell[]): Table {
  const hedges = hedgesOf(cells).filter(({ id }) => id !== 'none');
  const rows = failuresOf(cells).map(({ id, title }) => [
    title,
    ...hedges.map((hedge) => givenBackPercent(cells, hedge.id, id)),
  ]);
  return table(
    'failure-protection',
    'Share of the EVE loss at +200 bp that each hedge gives back',
    [
      ...columns('failure | Failure |'),
      ...hedges.map(({ id, title }) => ({ id, title, unit: '%' })),
    ],
    rows,
    ['The loss of the bank without hedge, failure and rates together, is 100.'],
  );
}

function givenBackPercent(
  cells: readonly FailureCell[],
  hedge: string,
  failure: string,
): number | null {
  const find = (id: string) => cellsOf(cells, id, '+200').find((c) => c.failure === failure);
  const bare = find('none');
  const hedged = find(hedge);
  if (bare === undefined || hedged === undefined || bare.eveChange >= 0) return null;
  return (-100 * hedged.hedgeProtection) / bare.eveChange;
}

function failuresOf(cells: readonly FailureCell[]): { id: string; title: string }[] {
  const found = new Map(cells.map((cell) => [cell.failure, cell.failureTitle]));
  return [...found].map(([id, title]) => ({ id, title }));
}

function detailTable(cells: readonly FailureCell[]): Table {
  const rows = cellsOf(cells, 'none', '+200').map((cell) => [
    cell.failureTitle,
    cell.eveLossFromFailure,
    cell.eveLossFromRates,
    cell.nii12mChange,
    cell.economicE0,
    100 * cell.runThreshold.liquidity,
    100 * cell.runThreshold.tce,
  ]);
  return table(
    'failure-detail',
    'Without hedge, at +200 bp: where the loss comes from',
    columns(
      'failure | Failure |',
      'fromFailure | EVE from the failure | USD million',
      'fromRates | EVE from rates | USD million',
      'nii | 12m NII change | USD million',
      'e0 | Economic CET1 E0 | USD million',
      'liquidity | Run threshold, liquidity 2d | %',
      'tce | Run threshold, TCE 2d | %',
    ),
    rows,
    ['E0 takes no deposit value, so it does not move with deposit behaviour.'],
  );
}

function anchorsTable(failures: readonly { title: string; anchors: readonly string[] }[]): Table {
  return table(
    'failure-anchors',
    'What the severities rest on',
    columns('failure | Failure |', 'anchors | Public anchors |'),
    failures.map(({ title, anchors }) => [title, anchors.join('; ')]),
    ['Severities are judgements on these anchors, many seen only after the decision date.'],
  );
}

function heatMap(cells: readonly FailureCell[], scenarios: readonly string[]): Picture {
  const failures = failuresOf(cells);
  return {
    kind: 'heat-map',
    id: 'failure-heat-map',
    title: 'EVE change without hedge, % of unbroken base EVE',
    unit: '%',
    rows: failures.map(({ title }) => title),
    columns: scenarios.map((id) => (id === '0' ? 'base' : `${id} bp`)),
    values: failures.map(({ id }) =>
      scenarios.map((scenario) => {
        const cell = cellsOf(cells, 'none', scenario).find(({ failure }) => failure === id);
        return 100 * (cell?.eveChangeShare ?? 0);
      }),
    ),
  };
}
