import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { itemAt } from '../foundation/index.js';
import { quantile } from '../numeric/index.js';
import { CURVE_DISPERSIONS } from './curve-dispersion.js';
import {
  dispersionKnownOn,
  fallingPoints,
  PERCENTILES,
  peerHazards,
  percentileOf,
  upperSpread,
} from './dispersion.js';
import { PEER_CYCLES } from './peer-cycles.js';

const data = new URL('../../../../library/data/', import.meta.url);

function rowsOf(file: string): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(new URL(file, data), 'utf8').trim().split('\n');
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}

const months = rowsOf('us-treasury-month-end/2026-11-28/us-treasury-month-end.csv');
const NODES = ['3M', '1Y', '2Y', '5Y', '10Y'];

/** Month-end to month-end a year later, bp, of every month that had its year by `until`. */
function changesUntil(until: string): number[][] {
  return months.flatMap((from, index) => {
    const to = months[index + 12];
    if (to === undefined || (to.date ?? '') > until) return [];
    return [NODES.map((node) => 100 * (Number(to[node]) - Number(from[node])))];
  });
}

describe('one-year changes of the curve', () => {
  it.each(CURVE_DISPERSIONS)('FLIP-4: until $until: $changes changes, from the file', (stated) => {
    const changes = changesUntil(stated.until);
    expect(changes.length).toBe(stated.changes);
    NODES.forEach((_, i) => {
      NODES.forEach((_other, j) => {
        const sum = changes.reduce((all, row) => all + itemAt(row, i) * itemAt(row, j), 0);
        const stands = itemAt(itemAt(stated.covarianceBp2, i), j);
        expect(stands).toBeCloseTo(sum / changes.length, 0);
      });
      PERCENTILES.forEach((share, at) => {
        const found = quantile(
          changes.map((row) => itemAt(row, i)),
          share,
        );
        const stands = itemAt(itemAt(stated.percentilesBp, i), at);
        expect(found.ok && Math.abs(found.value - stands)).toBeLessThanOrEqual(0.06);
      });
    });
  });
});

describe('what peers did', () => {
  const published = rowsOf('peer-behaviour/2026-11-22/peer-percentiles.csv');

  it.each(PEER_CYCLES)('FLIP-4: $cycle as in the file', (stated) => {
    const row = (metric: string) =>
      published.find((each) => {
        return each.cycle === stated.cycle && each.size === '>=1bn' && each.metric === metric;
      }) ?? {};
    const at = (metric: string) =>
      ['p05', 'p10', 'p25', 'p50', 'p75', 'p90', 'p95'].map((name) => Number(row(metric)[name]));
    expect(stated.interestBearingBeta).toEqual(at('beta_ib'));
    expect(stated.freeShareChangePoints).toEqual(at('chg_nib_share'));
    expect(stated.depositGrowthPercent).toEqual(at('dep_growth_pct'));
    expect(stated.knownFrom).toBe(row('beta_ib').knownFrom);
    expect(stated.banks).toBe(Number(row('beta_ib').banks));
  });

  it('FLIP-4: one standard move of beta: p90 - p50; of the hazard: p50 to p10 of growth', () => {
    const peers = itemAt(PEER_CYCLES, 1); // 2021Q4 to 2022Q4, one year
    expect(upperSpread(peers.interestBearingBeta)).toBeCloseTo(0.432 - 0.172, 12);
    // growth 1.91% at the median, -7.648% at the 10th percentile: ln(1.0191 / 0.92352) = 0.09848
    expect(upperSpread(peerHazards(peers).toReversed())).toBeCloseTo(0.09848, 5);
    // of two years: growth 4.83% and -10.337%: ln(1.0483 / 0.89663) / 2 = 0.07814
    const both = itemAt(PEER_CYCLES, 2);
    expect(upperSpread(peerHazards(both).toReversed())).toBeCloseTo(0.07814, 5);
  });

  it('FLIP-4: the share that falls is read the other way round', () => {
    const falls = fallingPoints(itemAt(PEER_CYCLES, 1).freeShareChangePoints);
    // the 10th percentile of the change, -4.666 points, is the 90th of the fall
    expect(falls.at(-2)).toEqual({ share: 0.9, value: 4.666 });
    expect(falls[3]).toEqual({ share: 0.5, value: 0.528 });
  });

  it.each([
    [0.172, 0.5], // the median itself
    [0.225, 0.625], // half way to 0.278
    [0.6, null], // beyond the 95th
    [0, null], // below the 5th
  ])('FLIP-11: beta %d stands at %d among the peers of 2022', (level, share) => {
    const points = PERCENTILES.map((each, index) => ({
      share: each,
      value: itemAt(itemAt(PEER_CYCLES, 1).interestBearingBeta, index),
    }));
    const found = percentileOf(points, level);
    if (share === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(share, 9);
  });
});

describe('what was known', () => {
  it.each([
    ['2021-03-01', '2020-12-31', 'up_2018Q1_2019Q2'],
    ['2022-03-01', '2021-12-31', 'up_2018Q1_2019Q2'],
    ['2023-02-24', '2022-12-30', 'up_2021Q4_2022Q4'],
    ['2024-02-03', '2023-12-29', 'up_2021Q4_2022Q4'],
    ['2026-01-31', '2025-12-31', 'up_2021Q4_2023Q4'],
  ])('FLIP-4: on %s the curve until %s and peers of %s', (date, until, cycle) => {
    const known = dispersionKnownOn(date);
    expect(known.ok && [known.value.curve.until, known.value.peers.cycle]).toEqual([until, cycle]);
  });

  it('FLIP-4: before the first cycle there is no dispersion, and none is borrowed', () => {
    const known = dispersionKnownOn('2019-08-03');
    expect(known.ok ? '' : known.issues[0]?.code).toBe('flip.dispersion');
  });
});
