import { euScenarios, floorRateAt, type NamedFloor, shockedMidpointRates } from '@almfes/engine';
import type { ConformanceRow, ConformanceRule } from '../conformance-rule.js';
import { MIDPOINTS } from './shift-rules.js';

const SIZE = { parallelBp: 200, shortBp: 250, longBp: 100 };
const flat = (rate: number): number[] => MIDPOINTS.map(() => rate);

function floorRows(
  name: NamedFloor,
  expected: (years: number) => number,
): readonly ConformanceRow[] {
  return [0, ...MIDPOINTS, 20, 49, 50, 60].map((years) => ({
    what: `${name} at ${years} years`,
    found: floorRateAt(name, years),
    expected: expected(years),
  }));
}

/** 200 bp down from three flat curves: above the floor, on its way through, below it already. */
function applicationRows(): ConformanceRow[] {
  const down = { size: SIZE, shape: 'parallel-down', floor: 'eu-2024-856' } as const;
  return [0.03, 0.001, -0.02].flatMap((observed) => {
    const rates = shockedMidpointRates(flat(observed), down);
    return MIDPOINTS.map((years, bucket) => {
      const floor = Math.min(0, -0.015 + 0.0003 * years);
      return {
        what: `${observed} observed, ${years} years`,
        found: rates[bucket],
        expected: Math.max(observed - 0.02, Math.min(floor, observed)),
      };
    });
  });
}

function setRows(): ConformanceRow[] {
  const set = euScenarios('EUR');
  if (!set.ok) return [];
  return set.value.map(({ id, floor }) => ({
    what: id,
    found: typeof floor === 'string' ? floor : floor.rate,
    expected: 'eu-2024-856',
  }));
}

export const FLOOR_RULES: readonly ConformanceRule[] = [
  {
    paragraph: '(EU) 2024/856 Article 3(7)',
    rule: 'floor -150 bp, 3 bp more a year, 0 from 50 years',
    evidence: 'seen-secondary',
    tolerance: 1e-15,
    rows: () => floorRows('eu-2024-856', (years) => Math.min(0, -0.015 + 0.0003 * years)),
  },
  {
    paragraph: '(EU) 2024/856 Article 3(7)',
    rule: 'no shocked rate below the floor, an observed rate below it stays',
    evidence: 'seen-secondary',
    tolerance: 1e-15,
    rows: applicationRows,
  },
  {
    paragraph: '(EU) 2024/856 Article 3(7)',
    rule: 'every scenario of the EU set carries the floor',
    evidence: 'seen-secondary',
    rows: setRows,
  },
  {
    paragraph: 'OSFI B-12 Annex 1',
    rule: 'floor -75 bp at every tenor',
    evidence: 'seen',
    rows: () => floorRows('osfi-b12', () => -0.0075),
  },
  {
    paragraph: 'EBA/GL/2018/02',
    rule: 'floor -100 bp, 5 bp more a year, 0 from 20 years',
    evidence: 'recalled',
    tolerance: 1e-15,
    rows: () => floorRows('eba-gl-2018-02', (years) => Math.min(0, -0.01 + 0.0005 * years)),
  },
];
