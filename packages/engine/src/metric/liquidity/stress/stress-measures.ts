import { type MeasureResult, quotient, refusedWithout } from '../../measure.js';
import type { MeasureInput, ScenarioView } from '../../view.js';
import { promisesIn } from '../collateral/pool-value.js';
import { lineCash, lineHours } from '../contingency/line-cash.js';
import type { LiquidityStress } from './input.js';
import { hoursMet, intradayRun, type RunHour } from './intraday-run.js';
import { segmentOutflows } from './segment-outflow.js';
import { stressPath, survivalDays } from './survival.js';

const DAYS = [1, 7, 30] as const;

const STRESS_IDS = [
  'liquidity.survivalDays',
  ...DAYS.flatMap((days) => [
    `liquidity.stress.uninsured.${days}d`,
    `liquidity.stress.netOutflow.${days}d`,
    `liquidity.stress.coverage.${days}d`,
  ]),
];
const INTRADAY_IDS = ['liquidity.intraday.hours', 'liquidity.intraday.unmet'];

type StressInput = Pick<MeasureInput, 'blocks' | 'program' | 'base' | 'liquidity' | 'scenarios'>;

/** The stated stress and the intraday run in every scenario (SURV-1 to SURV-5). */
export function liquidityStressMeasures(input: StressInput): MeasureResult[] {
  const { liquidityStress: stress } = input.blocks;
  if (stress === undefined) {
    return refusedWithout('/liquidityStress', [...STRESS_IDS, ...INTRADAY_IDS]);
  }
  const ofStress = input.scenarios.flatMap((view) => stressIn(input, stress, view));
  return [...ofStress, ...intradayMeasures(input, stress)];
}

function stressIn(
  input: StressInput,
  stress: LiquidityStress,
  view: ScenarioView,
): MeasureResult[] {
  const path = stressPath(input, stress, view);
  const scenario = view.id;
  const survived = survivalDays(path, stress.horizonDays.value);
  return [
    { id: 'liquidity.survivalDays', scenario, unit: 'days', value: survived },
    ...DAYS.flatMap((days): MeasureResult[] => {
      const net = path.netOutflow(days);
      const id = (name: string) => `liquidity.stress.${name}.${days}d`;
      const unit = 'USD million';
      return [
        { id: id('uninsured'), scenario, unit, value: uninsured(stress, days) },
        { id: id('netOutflow'), scenario, unit, value: net },
        quotient({ id: id('coverage'), scenario }, path.capacity(days), {
          value: net,
          what: 'the net outflow of the stress',
        }),
      ];
    }),
  ];
}

function uninsured(stress: LiquidityStress, days: number): number {
  let sum = 0;
  for (const { insured, outflowUsdMillion } of segmentOutflows(stress, days)) {
    if (!insured) sum += outflowUsdMillion;
  }
  return sum;
}

function intradayMeasures(input: StressInput, stress: LiquidityStress): MeasureResult[] {
  if (stress.hourlyRequests === null) {
    return refusedWithout('/liquidityStress/hourlyRequests', INTRADAY_IDS);
  }
  if (input.blocks.contingencyPlan === undefined) {
    return refusedWithout('/contingencyPlan', INTRADAY_IDS);
  }
  return input.scenarios.flatMap((view): MeasureResult[] => {
    const run = intradayRunIn(input, view);
    const unmet = run.at(-1)?.queue ?? 0;
    const scenario = view.id;
    return [
      { id: 'liquidity.intraday.hours', scenario, unit: 'hours', value: hoursMet(run) },
      { id: 'liquidity.intraday.unmet', scenario, unit: 'USD million', value: unmet },
    ];
  });
}

/** The stated hours against the lines of the contingency plan; empty without either. */
export function intradayRunIn(
  { blocks, program }: Pick<MeasureInput, 'blocks' | 'program'>,
  view: ScenarioView,
): RunHour[] {
  const { liquidityStress, contingencyPlan, collateral = { pools: [] } } = blocks;
  const requests = liquidityStress?.hourlyRequests ?? [];
  const promises = promisesIn(collateral, program, view);
  const sources = (contingencyPlan?.lines ?? []).map((line) => ({
    hoursToCash: lineHours(line, promises),
    cashUsdMillion: lineCash(line, promises),
  }));
  return intradayRun(
    requests.map(({ value }) => value),
    sources,
  );
}
