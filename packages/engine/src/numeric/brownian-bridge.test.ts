import { describe, expect, it } from 'vitest';
import { bridgeIncrements, brownianBridge } from './brownian-bridge.js';

describe('brownianBridge', () => {
  it('BRIDGE-1: four steps by hand', () => {
    const [end, middle, first, third] = [1, 1, 1, 1];
    // W4 = 2 z1 = 2; W2 = W4/2 + z2 = 2; W1 = W2/2 + z3/sqrt 2; W3 = (W2 + W4)/2 + z4/sqrt 2.
    const half = Math.SQRT1_2;
    const increments = bridgeIncrements(
      brownianBridge(4),
      Float64Array.of(end, middle, first, third),
    );
    const expected = [1 + half, 1 - half, half, -half];
    expected.forEach((value, step) => {
      expect(increments[step]).toBeCloseTo(value, 14);
    });
  });

  it('BRIDGE-1: the map from normals to increments is a rotation, for any number of steps', () => {
    for (const steps of [1, 2, 3, 7, 60, 361]) {
      const bridge = brownianBridge(steps);
      const columns = Array.from({ length: steps }, (_, which) => {
        const normals = new Float64Array(steps);
        normals[which] = 1;
        return bridgeIncrements(bridge, normals);
      });
      for (let row = 0; row < steps; row += 7) {
        for (let other = 0; other < steps; other += 1) {
          const covariance = columns.reduce(
            (sum, column) => sum + (column[row] ?? 0) * (column[other] ?? 0),
            0,
          );
          expect(covariance).toBeCloseTo(row === other ? 1 : 0, 12);
        }
      }
    }
  });

  it('BRIDGE-1: a bridge of no steps is refused', () => {
    expect(() => brownianBridge(0)).toThrow(RangeError);
    expect(() => brownianBridge(2.5)).toThrow(RangeError);
  });
});
