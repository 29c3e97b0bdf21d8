import { floatAt, itemAt } from '../foundation/index.js';

/** A point of the path drawn between two known ones. */
interface BridgePoint {
  readonly left: number;
  readonly at: number;
  readonly right: number;
}

/**
 * The order in which a Brownian path of `steps` unit steps is drawn: its end first, then middles
 * of halves, the widest first (rule BRIDGE-1).
 */
export interface BrownianBridge {
  readonly steps: number;
  readonly points: readonly BridgePoint[];
}

/** The bridge of so many steps. Throws RangeError unless it is a whole number above 0. */
export function brownianBridge(steps: number): BrownianBridge {
  if (!Number.isInteger(steps) || steps < 1) throw new RangeError(`a bridge of ${steps} steps`);
  const points: BridgePoint[] = [];
  const open = [{ left: 0, right: steps }];
  for (const { left, right } of open) {
    if (right - left < 2) continue;
    const at = left + Math.floor((right - left) / 2);
    points.push({ left, at, right });
    open.push({ left, right: at }, { left: at, right });
  }
  return { steps, points };
}

/**
 * The unit normal increments of the path whose points are drawn with `normals`, in the order of
 * the bridge. Both have as many entries as the bridge has steps. Independent normals give
 * independent increments: the map is a rotation.
 */
export function bridgeIncrements(bridge: BrownianBridge, normals: Float64Array): Float64Array {
  const path = new Float64Array(bridge.steps + 1);
  path[bridge.steps] = Math.sqrt(bridge.steps) * floatAt(normals, 0);
  bridge.points.forEach(({ left, at, right }, index) => {
    const weight = (right - at) / (right - left);
    const deviation = Math.sqrt(((at - left) * (right - at)) / (right - left));
    const between = weight * itemAt(path, left) + (1 - weight) * itemAt(path, right);
    path[at] = between + deviation * floatAt(normals, index + 1);
  });
  return Float64Array.from(
    { length: bridge.steps },
    (_, step) => floatAt(path, step + 1) - floatAt(path, step),
  );
}
