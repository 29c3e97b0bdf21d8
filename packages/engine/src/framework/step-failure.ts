import { fail, issue, ok, type Result } from '../foundation/index.js';
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
import {
  cellAt,
  failuresOf,
  type GridOrigin,
  gridOrigins,
  hedgesOf,
  type Named,
  RISE,
} from './failure-cells.js';
import { anchorsTable, parametersTable } from './failure-parameter-table.js';
import { protectionFindings, protectionTable, ratesLeftTable } from './failure-protection.js';
import { runFinding, runTable } from './failure-run.js';
import { finding, stepOf } from './finding.js';
import { WITHOUT_SWAPS } from './hedge-origin.js';
import { columns, inWords, lowerFirst, scenarioName, table } from './table.js';
import { originsOf, tell } from './told.js';

/** Hedges shown in the grids: none, the swaps of 2021, and the ladder sized three ways. */
const SHOWN = /^(none|kept-2021|ladder-2-5-7-)/;

/**
 * Step 3: the four failures crossed with hedges and scenarios (rule CASE-8). Issues: those of the
 * failures and the grid, and `failure.scenario` when the case does not name +200 bp.
 */
export function stepFailure(
  input: CaseInput,
  variants: readonly [HedgeVariant, ...HedgeVariant[]],
): Result<Step> {
  const study: Study = { ...input.study, hedges: [] };
  const scenarios = input.failureScenarios;
  if (!scenarios.includes(RISE)) {
    const expected = `a list with ${RISE}, at which hedges are compared`;
    return fail(issue('failure.scenario', 'failureScenarios', expected, scenarios.join(', ')));
  }
  const failures = namedFailures(study);
  if (!failures.ok) return failures;
  const [first, ...rest] = variants;
  const grid = failureGrid({
    study,
    hedgeVariants: [first, ...rest.filter(({ id }) => SHOWN.test(id))],
    failures: failures.value,
    scenarios,
    runDays: '2d',
    ...ENGINE,
  });
  if (!grid.ok) return grid;
  const cells = grid.value;
  const originOf = gridOrigins(variants, failures.value, [WITHOUT_SWAPS]);
  return ok(
    stepOf({
      step: 3,
      id: 'failure',
      title: 'Assumption failure: what if behaviour breaks, not only rates move',
      findings: [...protectionFindings(cells, originOf), runFinding(study)],
      tables: [
        protectionTable(cells, originOf),
        ratesLeftTable(cells, originOf),
        runTable(study),
        ...hedgesOf(cells).map((hedge) => hedgeTable(cells, hedge, scenarios, originOf)),
        detailTable(cells, originOf),
        parametersTable(study, failures.value),
        anchorsTable(),
      ],
      pictures: heatMap(cells, scenarios, originOf),
    }),
  );
}

/** One table a hedge: failures down, scenarios across, as a share of the unbroken base EVE. */
function hedgeTable(
  cells: readonly FailureCell[],
  hedge: Named,
  scenarios: readonly string[],
  originOf: GridOrigin,
): Table {
  return table(
    `failure-eve-${hedge.id}`,
    `EVE change, ${lowerFirst(hedge.title)}`,
    [
      ...columns('failure | Failure |'),
      ...scenarios.map((id) => ({ id, title: scenarioName(id), unit: '%' })),
    ],
    failuresOf(cells).map(({ id, title }) =>
      tell(originOf(hedge.id, id), [
        title,
        ...scenarios.map((scenario) => sharePercent(cellAt(cells, hedge.id, id, scenario))),
      ]),
    ),
    ['In % of the base EVE of the same hedge with every assumption unbroken.'],
  );
}

/** Null where the unbroken base EVE is not positive. */
function sharePercent({ eveChangeShare }: FailureCell): number | null {
  return eveChangeShare === null ? null : 100 * eveChangeShare;
}

function detailTable(cells: readonly FailureCell[], originOf: GridOrigin): Table {
  const rows = failuresOf(cells).map(({ id, title }) => {
    const cell = cellAt(cells, 'none', id, RISE);
    const parts = [cell.eveLossFromFailure, cell.eveLossFromRates, cell.nii12mChange];
    return tell(originOf('none', id), [title, ...parts]);
  });
  const { economicE0 } = cellAt(cells, 'none', '', RISE);
  return table(
    'failure-detail',
    `Without hedge, at ${RISE} bp: where the loss comes from`,
    columns(
      'failure | Failure |',
      'fromFailure | EVE from the failure | USD million',
      'fromRates | EVE from rates | USD million',
      'nii | 12m NII change | USD million',
    ),
    rows,
    [
      finding(
        `E0 is ${inWords(economicE0)} USD million in every row: it takes no deposit value. Run ` +
          'thresholds do not depend on deposit behaviour either; they stand in the table of the ' +
          'run.',
        originOf('none', ''),
      ),
    ],
  );
}

/** No picture where a share of base EVE has no meaning: a colour for it would be invented. */
function heatMap(
  cells: readonly FailureCell[],
  scenarios: readonly string[],
  originOf: GridOrigin,
): Picture[] {
  const failures = failuresOf(cells);
  const values = failures.map(({ id }) =>
    scenarios.flatMap((scenario) => sharePercent(cellAt(cells, 'none', id, scenario)) ?? []),
  );
  if (values.some((row) => row.length < scenarios.length)) return [];
  return [
    {
      kind: 'heat-map',
      id: 'failure-heat-map',
      title: 'EVE change without hedge, % of unbroken base EVE',
      unit: '%',
      rows: failures.map(({ title }) => title),
      columns: scenarios.map(scenarioName),
      values,
      ...originsOf(failures.map(({ id }) => tell(originOf('none', id), scenarios))),
    },
  ];
}
