import type { MeasureDefinition } from '../measure.js';

const LADDER_LIMITS =
  "A month's cash is spread evenly over 30 days; servicing cost, new business and drawing of " +
  'commitments are left out.';

const KINDS = [
  ['contractual', 'deposits without maturity due overnight, no prepayment', 'LADDER-2'],
  ['behavioural', 'as the behaviour models project', 'LADDER-3'],
] as const;

export const LADDER: readonly MeasureDefinition[] = KINDS.flatMap(([kind, how, rule]) =>
  [
    ['30d', '30 days'],
    ['12m', '12 months'],
  ].map(
    ([name, horizon]): MeasureDefinition => ({
      id: `liquidity.gap.${kind}.${name}`,
      title: `Cumulative ${kind} gap of ${horizon}`,
      unit: 'USD million',
      sign: 'positive: more comes in than goes out',
      definition: `Cash in minus cash out within ${horizon}, ${how}`,
      source: `${rule} and LADDER-5`,
      limits: LADDER_LIMITS,
    }),
  ),
);

const STRESS_LIMITS =
  'Outflows are stated, not predicted; model values, not bids; capital plays no part.';

const BY_DAY: readonly MeasureDefinition[] = [1, 7, 30].flatMap((days): MeasureDefinition[] => [
  {
    id: `liquidity.stress.uninsured.${days}d`,
    title: `Uninsured deposits that leave by day ${days} of the stress`,
    unit: 'USD million',
    sign: 'positive: deposits leave',
    definition: `Sum over uninsured segments of balance x share that has left by day ${days}`,
    source: 'SURV-1',
    limits: STRESS_LIMITS,
  },
  {
    id: `liquidity.stress.netOutflow.${days}d`,
    title: `Net outflow of the stress by day ${days}`,
    unit: 'USD million',
    sign: 'positive: cash leaves',
    definition: 'Segment outflows and borrowings not rolled over, less loan cash that counts',
    source: 'SURV-2',
    limits: STRESS_LIMITS,
  },
  {
    id: `liquidity.stress.coverage.${days}d`,
    title: `Counterbalancing capacity over net outflow by day ${days}`,
    unit: 'ratio',
    sign: 'above 1: the stress is met by then',
    definition: `Cash of the sources of the run by day ${days} / net outflow by then`,
    source: 'SURV-3',
    limits: STRESS_LIMITS,
  },
]);

export const LIQUIDITY_STRESS: readonly MeasureDefinition[] = [
  {
    id: 'liquidity.survivalDays',
    title: 'Survival horizon',
    unit: 'days',
    sign: 'larger: survives longer; the horizon of the stress stands for all of it',
    definition:
      'Days whose cumulative net outflow is within the capacity before the first above it',
    source: 'SURV-4',
    limits: STRESS_LIMITS,
  },
  ...BY_DAY,
  {
    id: 'liquidity.intraday.hours',
    title: 'Hours of the intraday run met in full',
    unit: 'hours',
    sign: 'larger: survives longer; all stated hours stand for the whole day',
    definition: 'Hours before the first whose payments the cash come in by then does not meet',
    source: 'SURV-5',
    limits: STRESS_LIMITS,
  },
  {
    id: 'liquidity.intraday.unmet',
    title: 'Payments of the intraday run still waiting at its end',
    unit: 'USD million',
    sign: 'positive: payments not made',
    definition: 'Requested less paid over all stated hours',
    source: 'SURV-5',
    limits: STRESS_LIMITS,
  },
];
