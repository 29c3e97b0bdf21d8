import {
  type NodesScenario,
  type ParallelScenario,
  RAMP_MONTHS,
  type ShockNode,
} from './scenario.js';

/** Steps of 100 bp to 400: the 2010 interagency advisory names 300 and 400 (seen-secondary). */
const PARALLEL_BP = [100, 200, 300, 400, -100, -200, -300, -400] as const;

const node = (tenorMonths: number, shockBp: number): ShockNode => ({ tenorMonths, shockBp });

/**
 * Twists of the curve. The advisory asks for changes in its slope and shape and gives no sizes:
 * these are the house's own. `inversion` inverts a curve whose ten-year rate is less than 300 bp
 * above its three-month rate.
 */
const TWISTS: readonly { readonly id: string; readonly nodes: readonly ShockNode[] }[] = [
  { id: 'steepener', nodes: [node(3, -100), node(36, 0), node(120, 100)] },
  { id: 'flattener', nodes: [node(3, 100), node(36, 0), node(120, -100)] },
  { id: 'short-up', nodes: [node(3, 200), node(60, 0)] },
  { id: 'short-down', nodes: [node(3, -200), node(60, 0)] },
  { id: 'inversion', nodes: [node(3, 200), node(36, 0), node(120, -100)] },
];

/**
 * The US set (rule SCEN-10): parallel shocks at once (`+100`), the same as ramps
 * (`+100.ramp12`), and twists (`us.steepener`). `floorRate` (decimal, null for none) is the
 * case's to state.
 */
export function usScenarios(floorRate: number | null): (ParallelScenario | NodesScenario)[] {
  const parallel = PARALLEL_BP.map((shockBp) => parallelScenario(shockBp, floorRate));
  const ramps = RAMP_MONTHS.flatMap((rampMonths) =>
    parallel.map((shock): ParallelScenario => {
      const id = `${shock.id}.ramp${rampMonths}`;
      return { ...shock, id, title: `${shock.title} over ${rampMonths} months`, rampMonths };
    }),
  );
  const twists = TWISTS.map(({ id, nodes }): NodesScenario => {
    const title = `US ${id.replace('-', ' ')}, house sizes`;
    return { id: `us.${id}`, title, kind: 'nodes', nodes, floorRate };
  });
  return [...parallel, ...ramps, ...twists];
}

function parallelScenario(shockBp: number, floorRate: number | null): ParallelScenario {
  const id = shockBp > 0 ? `+${shockBp}` : String(shockBp);
  return { id, title: `parallel ${id} bp`, kind: 'parallel', shockBp, floorRate };
}
