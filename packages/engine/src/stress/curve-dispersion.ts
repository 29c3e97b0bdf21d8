/** How far the curve moved within one year, in the window that ended on `until`. */
export interface CurveDispersion {
  readonly until: string;
  /** Number of one-year changes. */
  readonly changes: number;
  readonly tenorMonths: readonly number[];
  /** Second moments of the changes about zero: no drift is forecast. */
  readonly covarianceBp2: readonly (readonly number[])[];
  /** One row a tenor, at `PERCENTILES`. */
  readonly percentilesBp: readonly (readonly number[])[];
}

/**
 * How the Treasury par curve moved within one year, month-end to month-end since January 1990, as
 * known on the date `until` (FLIP-4): second moments about zero, bp squared, and percentiles of the
 * changes, bp. Computed from library/data/us-treasury-month-end; its test computes them again.
 */
export const CURVE_DISPERSIONS: readonly CurveDispersion[] = [
  {
    until: '2021-12-31',
    changes: 372,
    tenorMonths: [3, 12, 24, 60, 120],
    covarianceBp2: [
      [17516.5, 16447.5, 14269.7, 9595.9, 6329],
      [16447.5, 16675.7, 15218.1, 10990.8, 7702.4],
      [14269.7, 15218.1, 14623.7, 11368.5, 8366.3],
      [9595.9, 10990.8, 11368.5, 10322.6, 8474.8],
      [6329, 7702.4, 8366.3, 8474.8, 7637],
    ],
    percentilesBp: [
      [-274.8, -214.9, -80, -4.5, 46.8, 128.9, 184],
      [-252.9, -205.8, -101.5, -6.5, 38.5, 130.7, 176],
      [-224.9, -196.7, -112.2, -11.5, 38, 126.8, 156.8],
      [-174.5, -151.8, -104, -26.5, 49, 97, 138],
      [-147.4, -128.6, -86, -28, 37, 85, 113],
    ],
  },
  {
    until: '2022-12-30',
    changes: 384,
    tenorMonths: [3, 12, 24, 60, 120],
    covarianceBp2: [
      [19185.6, 18455.1, 16148.7, 11052.7, 7500.4],
      [18455.1, 19146.2, 17573.6, 12802.6, 9090.6],
      [16148.7, 17573.6, 16892.8, 13098.7, 9650.6],
      [11052.7, 12802.6, 13098.7, 11603.1, 9393.7],
      [7500.4, 9090.6, 9650.6, 9393.7, 8293.7],
    ],
    percentilesBp: [
      [-272.1, -213.1, -77.2, -3, 56.5, 137.8, 187.8],
      [-249.6, -204, -98, -5, 51, 151.8, 199],
      [-223.6, -192.5, -110.5, -6.5, 46.3, 137.1, 201.5],
      [-173.4, -149.4, -101, -21.5, 54, 103, 159.5],
      [-147, -124.7, -85.2, -25, 44.5, 98.4, 136.6],
    ],
  },
  {
    until: '2023-12-29',
    changes: 396,
    tenorMonths: [3, 12, 24, 60, 120],
    covarianceBp2: [
      [22031.7, 20430.9, 17434.3, 11864.7, 8311.7],
      [20430.9, 20485.1, 18411.4, 13307.2, 9611.7],
      [17434.3, 18411.4, 17387.1, 13369, 9948.6],
      [11864.7, 13307.2, 13369, 11703.8, 9512.4],
      [8311.7, 9611.7, 9948.6, 9512.4, 8410],
    ],
    percentilesBp: [
      [-268.5, -208.5, -73.5, -3, 73.7, 170, 213],
      [-240, -203, -97, -4, 65.7, 167.5, 223.2],
      [-221.8, -185.5, -105.2, -4, 56.8, 144.5, 212],
      [-171, -148, -97.3, -15.5, 58.2, 114.5, 174.7],
      [-147, -124, -80.2, -22, 54, 101, 143.2],
    ],
  },
  {
    until: '2025-12-31',
    changes: 420,
    tenorMonths: [3, 12, 24, 60, 120],
    covarianceBp2: [
      [21162.7, 19600.3, 16700.6, 11324.7, 7882.6],
      [19600.3, 19675.2, 17665.8, 12722.2, 9134.2],
      [16700.6, 17665.8, 16689.5, 12809.1, 9499.1],
      [11324.7, 12722.2, 12809.1, 11213.8, 9110.3],
      [7882.6, 9134.2, 9499.1, 9110.3, 8076.4],
    ],
    percentilesBp: [
      [-251.8, -200.4, -80, -3, 61.8, 160.7, 207.1],
      [-236, -194.8, -97.2, -5, 53.3, 162.1, 215.1],
      [-221, -179, -99.2, -6.5, 51.5, 140.3, 203.4],
      [-170, -147.1, -93, -16.5, 55.3, 112.2, 160.6],
      [-146, -123.1, -78, -19, 54, 101, 138.2],
    ],
  },
];
