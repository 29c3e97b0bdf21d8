import { type Assumption, type AssumptionRange, always, type BankSize } from './assumption.js';

/** A cycle of policy rates over which cumulative betas were measured across banks. */
const CYCLES = {
  up2018: { knownFrom: '2019-08-04', title: 'up, 2018 Q1 to 2019 Q2' },
  down2019: { knownFrom: '2021-02-04', title: 'down, 2019 Q2 to 2020 Q4' },
  up2021: { knownFrom: '2024-02-04', title: 'up, 2021 Q4 to 2023 Q4' },
} as const;

type Percentiles = readonly [p10: number, p50: number, p90: number];

/** Percentiles 10, 50 and 90 across banks; a beta below zero is taken as zero (STUDY-6). */
function cycle(
  name: keyof typeof CYCLES,
  measured: Readonly<Record<Exclude<BankSize, 'all'>, Percentiles>>,
): readonly AssumptionRange[] {
  const { knownFrom, title } = CYCLES[name];
  return (['below-1bn', 'from-1bn'] as const).map((banks) => {
    const [low, central, high] = measured[banks];
    const group = banks === 'below-1bn' ? 'below 1 billion' : 'of 1 billion and more';
    return {
      ...{ knownFrom, banks, central, high, low: Math.max(0, low) },
      source: `Call Reports: p10, p50, p90 of cumulative beta of banks ${group}, ${title}`,
    };
  });
}

/** Lag of least squares of the industry's quarterly cost, the least and the greatest that fit. */
function lags(
  measured: Readonly<Record<'known2021' | 'known2024', Readonly<Record<Measured, Lags>>>>,
): readonly AssumptionRange[] {
  const unknown = always(
    [0, 3, 6],
    'judgement, while the rise of 2018 to 2019 alone was known: it tells no lag from a beta',
  );
  const ranges = (['known2021', 'known2024'] as const).flatMap((name) =>
    (['below-1bn', 'from-1bn'] as const).map((banks): AssumptionRange => {
      const [low, central, high] = measured[name][banks];
      const group = banks === 'below-1bn' ? 'below 1 billion' : 'of 1 to 10 billion';
      const { knownFrom, title } = LAG_PERIODS[name];
      return {
        ...{ knownFrom, banks, low, central, high },
        source:
          `Call Reports: quarterly cost of banks ${group}, ${title}, least residual; low and ` +
          'high leave at most 1.5 times as much, low also the lag of banks above 100 billion',
      };
    }),
  );
  return [...unknown, ...ranges];
}

type Measured = Exclude<BankSize, 'all'>;
type Lags = readonly [low: number, central: number, high: number];

const LAG_PERIODS = {
  known2021: { knownFrom: '2021-11-04', title: '2018 Q1 to 2021 Q3' },
  known2024: { knownFrom: '2024-02-04', title: '2021 Q4 to 2023 Q4' },
} as const;

const CAPS =
  'Basel Committee, d368 (April 2016), Table 2: core share x average maturity cap of wholesale ' +
  'deposits (50% x 4 years) as low; the least and the greatest cap of a category (4 and 5 years)';

/** What a Call Report does not tell about deposits. */
export const DEPOSIT_ASSUMPTIONS = {
  transactionLife: {
    title: 'Average life of non-interest-bearing and transaction deposits',
    unit: 'years',
    drives: 'decay of deposits without a rate and of interest-bearing transaction accounts',
    ranges: always([2, 4, 5], CAPS),
  },
  savingsLife: {
    title: 'Average life of savings and money market deposits',
    unit: 'years',
    drives: 'decay of savings and money market deposits',
    ranges: always(
      [2, 4, 4.5],
      `${CAPS.replace('4 and 5 years', '4 years')}; retail non-transactional 4.5`,
    ),
  },
  foreignLife: {
    title: 'Average life of deposits in foreign offices',
    unit: 'years',
    drives: 'decay of deposits in foreign offices',
    ranges: always(
      [0.25, 1, 2],
      'judgement: wholesale, uninsured; high is 50% x 4 years of Basel d368',
    ),
  },
  transactionBeta: {
    title: 'Beta of interest-bearing transaction accounts',
    unit: 'ratio',
    drives: 'rate paid on transaction accounts when rates rise',
    ranges: [
      ...cycle('up2018', { 'below-1bn': [-0.028, 0.073, 0.542], 'from-1bn': [-0.04, 0.23, 1.102] }),
      ...cycle('up2021', { 'below-1bn': [0, 0.082, 0.419], 'from-1bn': [0.016, 0.279, 0.726] }),
    ],
  },
  savingsBeta: {
    title: 'Beta of savings and money market deposits',
    unit: 'ratio',
    drives: 'rate paid on savings and money market deposits when rates rise',
    ranges: [
      ...cycle('up2018', {
        'below-1bn': [-0.004, 0.186, 0.673],
        'from-1bn': [0.087, 0.334, 0.761],
      }),
      ...cycle('up2021', { 'below-1bn': [0.012, 0.183, 0.52], 'from-1bn': [0.126, 0.35, 0.669] }),
    ],
  },
  transactionLag: {
    title: 'Lag of interest-bearing transaction accounts',
    unit: 'months',
    drives: 'months over which the rate paid on transaction accounts follows the market (NMD-3)',
    ranges: lags({
      known2021: { 'below-1bn': [2, 5, 8], 'from-1bn': [1, 5, 8] },
      known2024: { 'below-1bn': [3, 10, 20], 'from-1bn': [1, 3, 6] },
    }),
  },
  savingsLag: {
    title: 'Lag of savings and money market deposits',
    unit: 'months',
    drives: 'months over which the rate paid on savings follows the market (NMD-3)',
    ranges: lags({
      known2021: { 'below-1bn': [2, 6, 9], 'from-1bn': [1, 5, 8] },
      known2024: { 'below-1bn': [4, 10, 18], 'from-1bn': [3, 9, 15] },
    }),
  },
  foreignBeta: {
    title: 'Beta of interest-bearing deposits in foreign offices',
    unit: 'ratio',
    drives: 'rate paid on deposits in foreign offices',
    ranges: always([0.4, 0.7, 1], 'judgement: wholesale money follows the market'),
  },
  timeBeta: {
    title: 'Beta of time deposits',
    unit: 'ratio',
    drives: 'rate of time deposits on the date, from the average cost of the year',
    ranges: [
      ...cycle('up2018', { 'below-1bn': [0.24, 0.679, 1.141], 'from-1bn': [0.409, 0.793, 1.218] }),
      ...cycle('up2021', { 'below-1bn': [0.26, 0.497, 0.708], 'from-1bn': [0.41, 0.618, 0.826] }),
    ],
  },
  betaDownShare: {
    title: 'Beta when rates fall, as a share of beta when they rise',
    unit: 'ratio',
    drives: 'rate paid on transaction and savings deposits when rates fall',
    ranges: [
      ...always([0.5, 0.75, 1], 'judgement, before the cycle down of 2019 to 2020 was known'),
      {
        ...{ knownFrom: CYCLES.down2019.knownFrom, banks: 'all', low: 0.4, central: 0.66, high: 1 },
        source: 'Call Reports: industry beta 0.33 down (2019 to 2020) over 0.50 up (2018 to 2019)',
      },
    ],
  },
  timeDepositPlace: {
    title: 'Place of time deposits inside their bucket',
    unit: 'share of the bucket',
    drives: 'months to repricing of time deposits',
    ranges: always([0.25, 0.5, 0.75], 'bucket ends of RC-E memoranda 3 and 4; even inside: 0.5'),
  },
  uninsuredShare: {
    title: 'Uninsured deposits, as a share of what may be above the insurance limit',
    unit: 'share',
    drives: 'run threshold, where RC-O memorandum 2 is not reported',
    ranges: always(
      [0.25, 0.55, 1],
      'high: every account that may be uninsured by RC-E is; central and low are judgements',
    ),
  },
} as const satisfies Readonly<Record<string, Assumption>>;
