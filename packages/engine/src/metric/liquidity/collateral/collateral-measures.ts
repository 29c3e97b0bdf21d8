import { type MeasureResult, quotient, refusedWithout } from '../../measure.js';
import type { MeasureInput } from '../../view.js';
import { cashOf, type Promised, promisesIn } from './pool-value.js';

const IDS = [
  'collateral.capacity',
  'collateral.saleable',
  'collateral.shortfall',
  'collateral.encumbered',
] as const;

/** Capacity, saleable cash, calls and encumbrance of every scenario (COLL-2 to COLL-4). */
export function collateralMeasures(
  input: Pick<MeasureInput, 'blocks' | 'program' | 'scenarios'>,
): MeasureResult[] {
  const { collateral } = input.blocks;
  if (collateral === undefined) return refusedWithout('/collateral', IDS);
  return input.scenarios.flatMap((view) => {
    const promises = promisesIn(collateral, input.program, view);
    return measuresOf(view.id, promises, poolsValue(input, view));
  });
}

function measuresOf(
  scenario: string,
  promises: readonly Promised[],
  poolsUsdMillion: number,
): MeasureResult[] {
  const of = (kind: 'pledge' | 'sale') =>
    sumOf(promises, (promise) => (promise.kind === kind ? cashOf(promise) : 0));
  const call = sumOf(promises, (promise) =>
    Math.max(0, promise.drawnUsdMillion - promise.lendableUsdMillion),
  );
  const pledged = sumOf(promises, (promise) =>
    promise.kind === 'sale' ? 0 : promise.marketValueUsdMillion,
  );
  const unit = 'USD million';
  return [
    { id: 'collateral.capacity', scenario, unit, value: of('pledge') },
    { id: 'collateral.saleable', scenario, unit, value: of('sale') },
    { id: 'collateral.shortfall', scenario, unit, value: call },
    quotient({ id: 'collateral.encumbered', scenario }, pledged, {
      value: poolsUsdMillion,
      what: 'the market value of the pools',
    }),
  ];
}

/** Market value of every position that is in a pool, promised or not. */
function poolsValue(
  { blocks, program }: Pick<MeasureInput, 'blocks' | 'program'>,
  view: MeasureInput['base'],
): number {
  const pooled = new Set(blocks.collateral?.pools.flatMap(({ positions }) => positions));
  let value = 0;
  program.book.id.forEach((id, row) => {
    if (pooled.has(id)) value += view.rowValues[row] ?? 0;
  });
  return value;
}

function sumOf(promises: readonly Promised[], amountOf: (promise: Promised) => number): number {
  let sum = 0;
  for (const promise of promises) sum += amountOf(promise);
  return sum;
}
