/** What peers did in one cycle of rising rates, at `PERCENTILES`. */
export interface PeerCycle {
  readonly cycle: string;
  readonly knownFrom: string;
  readonly years: number;
  readonly banks: number;
  readonly interestBearingBeta: readonly number[];
  /** Change of the non-interest-bearing share of domestic deposits, percentage points. */
  readonly freeShareChangePoints: readonly number[];
  readonly depositGrowthPercent: readonly number[];
}

/**
 * What public US banks above USD 1 bn did in each cycle of rising rates (FLIP-4): percentiles 5,
 * 10, 25, 50, 75, 90 and 95 across banks, from library/data/peer-behaviour, which carries the
 * passport; its test reads them again. In the order in which they became known.
 */
export const PEER_CYCLES: readonly PeerCycle[] = [
  {
    cycle: 'up_2018Q1_2019Q2',
    knownFrom: '2019-08-04',
    years: 1.25,
    banks: 696,
    interestBearingBeta: [0.136, 0.218, 0.355, 0.523, 0.659, 0.825, 0.925],
    freeShareChangePoints: [-6.124, -3.685, -1.758, -0.216, 0.644, 2.158, 3.485],
    depositGrowthPercent: [-4.144, -2.149, 2.471, 7.873, 15.791, 27.991, 41.583],
  },
  {
    cycle: 'up_2021Q4_2022Q4',
    knownFrom: '2023-02-04',
    years: 1,
    banks: 904,
    interestBearingBeta: [0.008, 0.033, 0.089, 0.172, 0.278, 0.432, 0.563],
    freeShareChangePoints: [-7.976, -4.666, -2.371, -0.528, 0.858, 2.585, 4.53],
    depositGrowthPercent: [-10.319, -7.648, -2.854, 1.91, 8.507, 19.554, 28.066],
  },
  {
    cycle: 'up_2021Q4_2023Q4',
    knownFrom: '2024-02-04',
    years: 2,
    banks: 878,
    interestBearingBeta: [0.202, 0.243, 0.335, 0.439, 0.553, 0.683, 0.751],
    freeShareChangePoints: [-15.358, -11.636, -7.986, -4.218, -1.602, 0.427, 3.319],
    depositGrowthPercent: [-14.438, -10.337, -2.886, 4.83, 16, 32.527, 48.137],
  },
];
