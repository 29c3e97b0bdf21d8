import type { MeasureDefinition } from '../measure.js';

const LIMITS =
  'Gaussian rates under the risk-neutral measure, no forecast; deposit margins, mortgage spread ' +
  'and behaviour parameters do not move; run-off value, constant balance sheet for income.';

/** Percentiles that a simulation gives, per cent (rule PATH-11). */
export const PERCENTILES = [1, 5, 50, 95, 99] as const;

interface Simulated {
  /** First word of the ids. */
  readonly id: string;
  readonly of: string;
  readonly title: string;
  readonly atRisk: string;
}

export const SIMULATED: readonly Simulated[] = [
  {
    id: 'eve',
    of: 'eve.value',
    title: 'economic value of equity, discounted along each path',
    atRisk: 'EVE-at-risk',
  },
  {
    id: 'nii.12m',
    of: 'nii.12m',
    title: 'net interest income of 12 months',
    atRisk: 'Earnings-at-risk, 12 months',
  },
  {
    id: 'nii.24m',
    of: 'nii.24m',
    title: 'net interest income of 24 months',
    atRisk: 'Earnings-at-risk, 24 months',
  },
];

function simulated({ id, of, title, atRisk }: Simulated): MeasureDefinition[] {
  const base = { unit: 'USD million', limits: LIMITS } as const;
  const sign = `that of ${of}`;
  return [
    {
      ...base,
      id: `${id}.paths.mean`,
      title: `Mean over paths of the ${title}`,
      sign,
      definition: `Mean of ${of} over all paths`,
      source: 'PATH-10',
    },
    {
      ...base,
      id: `${id}.paths.standardError`,
      title: `Standard error of the mean of the ${title}`,
      sign: 'positive',
      definition: 'From the means of independent groups of paths',
      source: 'PATH-8',
    },
    ...PERCENTILES.map((percent) => ({
      ...base,
      id: `${id}.paths.p${percent}`,
      title: `Percentile ${percent} over paths of the ${title}`,
      sign,
      definition: `${percent}% of the paths have a lower ${of}`,
      source: 'PATH-11',
    })),
    {
      ...base,
      id: `${id}.atRisk`,
      title: `${atRisk}, 99%`,
      sign: 'positive: so much is lost against the base in the first percentile',
      definition: `${of} of the base minus its percentile 1 over paths`,
      source: 'PATH-12',
    },
  ];
}

const OPTION_COST = {
  unit: 'USD million',
  source: 'PATH-13',
  limits: LIMITS,
} as const;

/** Measures of a simulation: they stand apart from those that every Outcome holds. */
export const SIMULATION_MEASURES: readonly MeasureDefinition[] = [
  ...SIMULATED.flatMap(simulated),
  {
    ...OPTION_COST,
    id: 'eve.optionCost',
    title: 'Cost of the options in the book',
    sign: 'positive: the bank is short options, their time value is not in base EVE',
    definition: 'Mean over paths of base cash flows less cash flows of the path, discounted on it',
  },
  {
    ...OPTION_COST,
    id: 'eve.optionCost.standardError',
    title: 'Standard error of the option cost',
    sign: 'positive',
    definition: 'From the means of independent groups of paths',
  },
];
