import { FAILURE_PARAMETERS, type Severity } from '../stress/index.js';
import {
  type FundingAfter,
  type FundingLimit,
  fundingAfter,
  measureOf,
  type Outcome,
  type Study,
} from '../study/index.js';
import type { ComputedOrigin, Finding, Table } from './case-result.js';
import { ENGINE } from './engine.js';
import { RISE } from './failure-cells.js';
import { finding } from './finding.js';
import { WITHOUT_SWAPS } from './hedge-origin.js';
import { columns, inWords, scenarioName, table } from './table.js';
import { type RowCell, tell } from './told.js';

const LIMITS: Readonly<Record<FundingLimit, string>> = {
  liquidity: 'liquidity',
  cet1: 'CET1 4.5%',
  tce: 'TCE 2%',
};

/** One outflow of digital disruption, met by the sources of the bank (rule RUN-7). */
interface Run {
  readonly scenario: string;
  readonly severity: Severity;
  readonly days: 1 | 2;
  readonly outflowShare: number;
  /** Smallest of the run thresholds by that day; 1 = none up to 100%. */
  readonly smallestThreshold: number;
  readonly after: FundingAfter;
}

function runsOf(study: Study): Run[] {
  const outcome = ENGINE.evaluate(study);
  const severities: readonly Severity[] = ['moderate', 'severe'];
  return ['0', RISE].flatMap((scenario) =>
    ([1, 2] as const).flatMap((days) =>
      severities.map((severity) => {
        const { uninsuredOutflowDayOne, uninsuredOutflowDayTwo } = FAILURE_PARAMETERS[severity];
        const outflowShare = days === 1 ? uninsuredOutflowDayOne : uninsuredOutflowDayTwo;
        const after = fundingAfter(study, scenario, outflowShare, days);
        const smallestThreshold = smallest(outcome, days, scenario);
        return { scenario, severity, days, outflowShare, smallestThreshold, after };
      }),
    ),
  );
}

function smallest(outcome: Outcome, days: number, scenario: string): number {
  const limits = ['liquidity', 'cet1', 'tce'];
  return Math.min(
    ...limits.map((limit) => measureOf(outcome, `runThreshold.${limit}.${days}d`, scenario)),
  );
}

/** Digital disruption against the run threshold: the outflows, what meets them, what breaks. */
export function runTable(study: Study): Table {
  return table(
    'failure-run',
    'The run against the threshold, without hedge',
    columns(
      'run | Run |',
      'scenario | Rates |',
      'share | Outflow, of uninsured deposits | %',
      'outflow | Outflow | USD million',
      'available | Cash that can be raised by then | USD million',
      'unmet | Unmet | USD million',
      'cet1 | CET1 ratio after the sales | %',
      'tce | Tangible equity ratio after the sales | %',
      'threshold | Run threshold by then, of uninsured deposits |',
      'verdict | Verdict |',
    ),
    runsOf(study).map(runRow),
    [
      'E0 and run thresholds rest on securities, swaps and liquidity sources: they do not depend ' +
        'on deposit behaviour and are the same in every failure.',
      'An outflow ends the bank where it passes the smallest threshold; the limits named are ' +
        'those that do not hold at this outflow. Requests of day 2 are taken as paid.',
      'Sources in the order of the Study; uncommitted lines count zero; securities sold take ' +
        'their days to cash.',
    ],
  );
}

const RUN_ORIGIN: ComputedOrigin = {
  title: 'Uninsured deposits that leave, against the sources of cash, without hedge',
  rule: 'RUN-7',
  measures: ['liquidity', 'cet1', 'tce'].flatMap((limit) =>
    ['1d', '2d'].map((days) => `runThreshold.${limit}.${days}`),
  ),
  applied: [WITHOUT_SWAPS, 'the stated outflow of the row'],
};

function runRow(run: Run): RowCell[] {
  const { scenario, severity, days, outflowShare, smallestThreshold, after } = run;
  return tell(RUN_ORIGIN, [
    `Day ${days}, ${severity}`,
    scenarioName(scenario),
    100 * outflowShare,
    after.outflowUsdMillion,
    after.availableUsdMillion,
    after.unmetUsdMillion,
    100 * after.cet1Ratio,
    100 * after.tceRatio,
    smallestThreshold === 1 ? 'none up to 100%' : `${inWords(100 * smallestThreshold)}%`,
    verdict(run),
  ]);
}

/** A breach that a larger outflow heals is a breach: the bank does not get that far (RUN-6). */
function verdict({ after, outflowShare, smallestThreshold }: Run): string {
  if (after.broken.length > 0) {
    return `breaks ${after.broken.map((limit) => LIMITS[limit]).join(', ')}`;
  }
  return outflowShare > smallestThreshold ? 'breaks at a smaller outflow' : 'survives';
}

/** Which outflows the bank survives, rates as they are and after the rise. */
export function runFinding(study: Study): Finding {
  const runs = runsOf(study);
  const at = (scenario: string) =>
    runs
      .filter((run) => run.scenario === scenario)
      .map((run) => `${inWords(100 * run.outflowShare)}% by day ${run.days} ${verdict(run)}`)
      .join('; ');
  return finding(
    'Uninsured deposits that leave, against the sources of cash, without hedge: ' +
      `at base ${at('0')}. At ${RISE} bp ${at(RISE)}.`,
    RUN_ORIGIN,
  );
}
