import { ok, type Result } from '../foundation/index.js';
import {
  depositBalance,
  RUN_RESPONSES,
  type RunSurfaceCell,
  runDynamics,
  runSurface,
} from '../stress/index.js';
import type { Change, Study } from '../study/index.js';
import type { Answer } from './answer.js';
import type { Cell, Picture, Table } from './case-result.js';
import { withChanges } from './engine.js';
import { RUN_ENGINE, RUN_LIMITS } from './run-dynamics-answer.js';
import { columns, inWords, scenarioName, table } from './table.js';

/** Parallel shocks that bring the marks, basis points; falls floored at a rate of 0%. */
const SHOCKS_BP = [-300, -200, -100, 0, 100, 200, 300] as const;
const SHARES = [0.1, 0.25, 0.4, 0.55, 0.7, 0.85, 1] as const;

export interface RunSurfaceResult {
  readonly schema: 'almfes/run-surface/1';
  readonly days: 2;
  /** Uninsured deposits of the bank itself, as a share of all deposits. */
  readonly ownShare: number;
  readonly cells: readonly (RunSurfaceCell & {
    /** The greatest fixed point when depositors look at CET1; 0 = no run equilibrium. */
    readonly runOutflowShare: number;
  })[];
}

type SurfaceCell = RunSurfaceResult['cells'][number];

/**
 * The run threshold by day 2 over the uninsured share and the marks, with the bank's own point,
 * and where a run would settle (SPIRAL-6, SPIRAL-7). Issues as `runSurface`.
 */
export function runSurfaceAnswer(
  study: Study,
): Result<{ readonly answer: Answer; readonly result: RunSurfaceResult }> {
  const shocked = withChanges(study, SHOCKS_BP.map(shockChange));
  if (!shocked.ok) return shocked;
  const ownShare = Math.min(1, study.liquidity.uninsuredUsdMillion / depositBalance(study));
  const uninsuredShares = [...new Set([...SHARES, ownShare])].sort((a, b) => a - b);
  const scenarios = SHOCKS_BP.map(shockId);
  const found = runSurface({
    study: shocked.value,
    ...{ scenarios, uninsuredShares, days: 2 as const, ...RUN_ENGINE },
  });
  if (!found.ok) return found;
  const cells: SurfaceCell[] = [];
  for (const cell of found.value) {
    const settled = runOutflow(shocked.value, cell);
    if (!settled.ok) return settled;
    cells.push({ ...cell, runOutflowShare: settled.value });
  }
  const result: RunSurfaceResult = { schema: 'almfes/run-surface/1', days: 2, ownShare, cells };
  return ok({ answer: answerOf(study, result), result });
}

function runOutflow(study: Study, cell: RunSurfaceCell): Result<number> {
  const uninsuredUsdMillion = cell.uninsuredShare * depositBalance(study);
  const liquidity = { ...study.liquidity, uninsuredUsdMillion };
  const found = runDynamics({
    study: { ...study, liquidity },
    ...{ scenario: cell.scenario, days: 2, view: 'cet1', response: RUN_RESPONSES[2] },
    ...RUN_ENGINE,
  });
  return found.ok ? ok(found.value.run.outflowShare) : found;
}

const shockId = (shockBp: number): string =>
  shockBp > 0 ? `+${shockBp}` : String(shockBp === 0 ? 0 : shockBp);

function shockChange(shockBp: number): Change {
  const id = shockId(shockBp);
  return {
    kind: 'shock',
    id: `surface-${id}`,
    title: `Parallel shock of ${id} bp`,
    rationale: 'brings the marks of the run surface',
    sources: [],
    size: 1,
    scenario: {
      ...{ id, title: `${id} bp`, kind: 'parallel', shockBp },
      floorRate: shockBp < 0 ? 0 : null,
    },
  };
}

function answerOf(study: Study, result: RunSurfaceResult): Answer {
  const own = ownCell(result);
  return {
    title: `Run threshold surface of ${study.institution}, ${study.valuationDate}`,
    findings: own === undefined ? [] : [ownFinding(study, own), ...regionFinding(result)],
    tables: [surfaceTable(result)],
    pictures: [
      heatMap(result, {
        id: 'run-surface',
        title: 'Smallest outflow by day 2 that breaks a limit, % of uninsured deposits',
        of: ({ threshold }) => 100 * threshold.smallest,
      }),
      heatMap(result, {
        id: 'run-region',
        title: 'Where a run on CET1 settles, % of uninsured deposits; 0 = it comes to rest',
        of: ({ runOutflowShare }) => 100 * runOutflowShare,
      }),
    ],
    sources: ['docs/method/run-dynamics.md, docs/method/liquidity.md (RUN-1 to RUN-7)'],
  };
}

function ownCell({ cells, ownShare }: RunSurfaceResult): SurfaceCell | undefined {
  return cells.find((cell) => cell.uninsuredShare === ownShare && cell.scenario === '0');
}

function ownFinding({ institution }: Study, own: SurfaceCell): string {
  const { uninsuredShare, markUsdMillion, threshold, limit } = own;
  const where =
    `${institution} stands at ${inWords(100 * uninsuredShare)}% uninsured and marks of ` +
    `${inWords(markUsdMillion)} million`;
  if (limit === null) return `${where}: no outflow by day 2 breaks a limit.`;
  const share = inWords(100 * threshold.smallest);
  const outflow = `an outflow of ${share}% of uninsured deposits by day 2`;
  return `${where}: ${outflow} breaks ${RUN_LIMITS[limit]}.`;
}

/** From which marks on a run equilibrium stands beside the calm one, at the bank's own share. */
function regionFinding({ cells, ownShare }: RunSurfaceResult): string[] {
  const row = cells.filter(({ uninsuredShare }) => uninsuredShare === ownShare);
  const first = row.find(({ runOutflowShare }) => runOutflowShare > 0);
  if (first === undefined) {
    return ['At its own uninsured share every run on CET1 comes to rest in the shocks shown.'];
  }
  return [
    `At its own uninsured share a run on CET1 feeds itself from marks of ` +
      `${inWords(first.markUsdMillion)} million (${first.scenario} bp) on.`,
  ];
}

function surfaceTable({ cells, ownShare }: RunSurfaceResult): Table {
  return table(
    'run-surface-cells',
    'The run threshold by day 2, cell by cell',
    columns(
      'uninsured | Uninsured, of all deposits | %',
      'scenario | Rates |',
      'mark | AFS and HTM mark | USD million',
      'liquidity | Liquidity | %',
      'cet1 | CET1 4.5% | %',
      'tce | TCE 2% | %',
      'limit | Gives way first |',
      'run | A run on CET1 settles at | %',
    ),
    cells.map((cell): Cell[] => [
      100 * cell.uninsuredShare,
      scenarioName(cell.scenario),
      cell.markUsdMillion,
      100 * cell.threshold.liquidity,
      100 * cell.threshold.cet1,
      100 * cell.threshold.tce,
      cell.limit === null ? 'none' : RUN_LIMITS[cell.limit],
      100 * cell.runOutflowShare,
    ]),
    [
      `The bank itself: ${inWords(100 * ownShare)}% uninsured, base. 100 stands for none up to ` +
        '100%. Uninsured deposits exclude collateralised and intragroup ones; where a bank ' +
        'states a range, read the rows at both its ends.',
      'The marks come from parallel shocks, falls floored at a rate of 0%; swaps of the Study ' +
        'gain or lose with them. Sources of cash are those of the Study in every cell.',
    ],
  );
}

/** Billions, or millions of a small bank. */
function markWords(usdMillion: number): string {
  const small = Math.abs(usdMillion) < 100;
  return small ? `${inWords(usdMillion)} m` : `${inWords(usdMillion / 1000)} bn`;
}

function heatMap(
  { cells, ownShare }: RunSurfaceResult,
  terms: {
    readonly id: string;
    readonly title: string;
    readonly of: (cell: SurfaceCell) => number;
  },
): Picture {
  const shares = [...new Set(cells.map(({ uninsuredShare }) => uninsuredShare))];
  const row = cells.filter(({ uninsuredShare }) => uninsuredShare === ownShare);
  return {
    kind: 'heat-map',
    id: terms.id,
    title: terms.title,
    unit: '%',
    rows: shares.map(
      (share) => `${inWords(100 * share)}% uninsured${share === ownShare ? ' (the bank)' : ''}`,
    ),
    columns: row.map(({ scenario, markUsdMillion }) => {
      return `${scenarioName(scenario)}: ${markWords(markUsdMillion)}`;
    }),
    values: shares.map((share) =>
      cells.filter(({ uninsuredShare }) => uninsuredShare === share).map(terms.of),
    ),
    marked: {
      row: shares.indexOf(ownShare),
      column: row.findIndex(({ scenario }) => scenario === '0'),
    },
  };
}
