import { ok, type Result } from '../foundation/index.js';
import { RUN_RESPONSES, type RunDynamics, runDynamics } from '../stress/index.js';
import { evaluate, type Study } from '../study/index.js';
import type { Answer } from './answer.js';
import type { Cell, Picture, Table } from './case-result.js';
import { columns, inWords, scenarioName, table } from './table.js';

/** What a run reads of an Outcome. */
export const RUN_ENGINE = {
  evaluate: (study: Study) => evaluate(study, ['marks', 'capital', 'liquidity']),
};

export interface RunDynamicsResult {
  readonly schema: 'almfes/run-dynamics/1';
  /** By day, scenario and view. */
  readonly dynamics: readonly RunDynamics[];
}

/** The limits of a run in words. */
export const RUN_LIMITS = { liquidity: 'liquidity', cet1: 'CET1 4.5%', tce: 'TCE 2%' } as const;

const VIEWS = ['cet1', 'e1', 'e2'] as const;
const VIEW_TITLES: Readonly<Record<RunDynamics['view'], string>> = {
  cet1: 'CET1 after forced sales',
  e1: 'economic CET1 without the franchise (E1)',
  e2: 'economic CET1 with the franchise (E2)',
};
/** In a narrow column; the note below the table says what they are. */
const VIEW_NAMES: Readonly<Record<RunDynamics['view'], string>> = {
  cet1: 'CET1',
  e1: 'E1',
  e2: 'E2',
};
const SHOWN_DAYS = [1, 2] as const;

/** Scenarios of the Study in which rates stay or rise: a run after a fall is no question here. */
function scenariosOf(study: Study): readonly string[] {
  return study.scenarios
    .filter((each) => each.kind === 'parallel' && each.shockBp >= 0)
    .map(({ id }) => id);
}

/**
 * The spiral of a run in every rising scenario, by day 1 and 2, in the three views of capital
 * (SPIRAL-1 to SPIRAL-5). Issues as `runDynamics`.
 */
export function runDynamicsAnswer(
  study: Study,
): Result<{ readonly answer: Answer; readonly result: RunDynamicsResult }> {
  const dynamics: RunDynamics[] = [];
  for (const days of SHOWN_DAYS) {
    for (const scenario of scenariosOf(study)) {
      for (const view of VIEWS) {
        const response = RUN_RESPONSES[days];
        const found = runDynamics({ study, scenario, days, view, response, ...RUN_ENGINE });
        if (!found.ok) return found;
        dynamics.push(found.value);
      }
    }
  }
  return ok({
    answer: answerOf(study, dynamics),
    result: { schema: 'almfes/run-dynamics/1', dynamics },
  });
}

function answerOf(study: Study, dynamics: readonly RunDynamics[]): Answer {
  const byDayTwo = dynamics.filter(({ days }) => days === 2);
  return {
    title: `Run dynamics of ${study.institution}, ${study.valuationDate}`,
    findings: findingsOf(byDayTwo),
    tables: [
      equilibriumTable(dynamics),
      responseTable(),
      ...byDayTwo.filter(({ path }) => path.length > 2).map(pathTable),
    ],
    pictures: [settledPicture(byDayTwo)],
    sources: ['docs/method/run-dynamics.md, docs/method/liquidity.md (RUN-1 to RUN-7)'],
  };
}

const percent = (share: number): string => `${inWords(100 * share)}%`;

/** Rates as they are, then for each view the first rise at which a run feeds itself. */
function findingsOf(dynamics: readonly RunDynamics[]): string[] {
  const rising = VIEWS.flatMap((view) => {
    const first = dynamics.find((each) => each.view === view && each.several);
    return first === undefined || first.scenario === '0' ? [] : [first];
  });
  return [...dynamics.filter(({ scenario }) => scenario === '0'), ...rising].map(findingOf);
}

function findingOf({
  view,
  scenario,
  capitalRatioBefore,
  calm,
  run,
  ...rest
}: RunDynamics): string {
  const rates = scenario === '0' ? '' : `At ${scenario} bp: `;
  const seen =
    `${rates}depositors who look at ${VIEW_TITLES[view]} see ${percent(capitalRatioBefore)} of ` +
    'RWA before anybody leaves';
  const sentence = seen.charAt(0).toUpperCase() + seen.slice(1);
  if (!rest.several || rest.tippingShare === null) {
    return `${sentence}: from both ends the run settles where ${restOf(calm)}.`;
  }
  return (
    `${sentence}: calm, ${restOf(calm)}; but once ${percent(rest.tippingShare)} leave for ` +
    `any reason, the run feeds itself to ${percent(run.outflowShare)}, ` +
    `${run.survives ? 'which the bank survives' : `which breaks ${brokenOf(run)}`}.`
  );
}

function restOf(calm: RunDynamics['calm']): string {
  const end = calm.survives ? 'the bank survives it' : `it breaks ${brokenOf(calm)}`;
  if (calm.outflowShare > 0) {
    return `${percent(calm.outflowShare)} of uninsured deposits leave by day 2; ${end}`;
  }
  return calm.survives ? 'nobody leaves by day 2' : `nobody leaves by day 2, and yet ${end}`;
}

function brokenOf({ after }: RunDynamics['calm']): string {
  if (after.broken.length === 0) return 'a limit on the way';
  return after.broken.map((limit) => RUN_LIMITS[limit]).join(', ');
}

function equilibriumTable(dynamics: readonly RunDynamics[]): Table {
  return table(
    'run-equilibria',
    'Where a run settles, from no outflow (calm) and from all of it (run)',
    columns(
      'days | By day |',
      'scenario | Rates |',
      'view | Depositors look at |',
      'before | Ratio before | %',
      'calm | Calm: outflow | %',
      'calmRatio | Ratio then | %',
      'calmBroken | Breaks |',
      'run | Run: outflow | %',
      'runRatio | Ratio then | %',
      'runBroken | Breaks |',
      'tipping | Tipping point | %',
    ),
    dynamics.map((each): Cell[] => [
      String(each.days),
      scenarioName(each.scenario),
      VIEW_NAMES[each.view],
      100 * each.capitalRatioBefore,
      100 * each.calm.outflowShare,
      100 * each.calm.capitalRatio,
      each.calm.survives ? 'nothing' : brokenOf(each.calm),
      100 * each.run.outflowShare,
      100 * each.run.capitalRatio,
      each.run.survives ? 'nothing' : brokenOf(each.run),
      each.tippingShare === null ? null : 100 * each.tippingShare,
    ]),
    [
      'Outflows are shares of uninsured deposits. Calm is the least and run the greatest fixed ' +
        'point. Where they differ a tipping point lies between them: an outflow beyond it does ' +
        'not come back.',
      'CET1: after the forced sales. E1, E2: economic CET1 without and with the franchise.',
      ...unsettled(dynamics),
    ],
  );
}

function unsettled(dynamics: readonly RunDynamics[]): string[] {
  const open = dynamics.filter(({ calm, run }) => !calm.converged || !run.converged);
  return open.length === 0 ? [] : [`${open.length} of them had not settled when the rounds ended.`];
}

function responseTable(): Table {
  return table(
    'run-response',
    'Response of depositors: uninsured deposits gone, by the ratio they see',
    columns('ratio | Capital ratio | %', 'day1 | By day 1 | %', 'day2 | By day 2 | %'),
    RUN_RESPONSES[2].points.map(({ capitalRatio, outflowShare }, index): Cell[] => [
      100 * capitalRatio,
      100 * (RUN_RESPONSES[1].points[index]?.outflowShare ?? outflowShare),
      100 * outflowShare,
    ]),
    ['Straight lines between the points, flat beyond them.', ...RUN_RESPONSES[2].anchors],
  );
}

function pathTable({ view, scenario, path }: RunDynamics): Table {
  return table(
    `run-path-${view}-${scenario}`,
    `Rounds by day 2 at ${scenarioName(scenario)}, ${VIEW_TITLES[view]}`,
    columns(
      'round | Round |',
      'share | Outflow, of uninsured deposits | %',
      'outflow | Outflow | USD million',
      'sales | Forced sales | USD million',
      'ratio | Ratio seen | %',
      'called | Outflow it calls for | %',
    ),
    path.map((round): Cell[] => [
      String(round.round),
      100 * round.outflowShare,
      round.outflowUsdMillion,
      round.forcedSalesUsdMillion,
      100 * round.capitalRatio,
      100 * round.calledForShare,
    ]),
    path.length === 12 ? ['The first 12 rounds.'] : [],
  );
}

function settledPicture(dynamics: readonly RunDynamics[]): Picture {
  return {
    kind: 'bars',
    id: 'run-settled',
    title: 'Uninsured deposits gone by day 2 where the run settles',
    unit: '%',
    categories: dynamics.map(
      ({ scenario, view }) => `${scenarioName(scenario)}, ${VIEW_TITLES[view]}`,
    ),
    series: [
      { name: 'Calm', values: dynamics.map(({ calm }) => 100 * calm.outflowShare) },
      { name: 'Run', values: dynamics.map(({ run }) => 100 * run.outflowShare) },
    ],
  };
}
