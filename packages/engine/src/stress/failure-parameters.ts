/** How hard an assumption breaks. Both are judgements on the public anchors (FAIL-1). */
export type Severity = 'moderate' | 'severe';

export type FailureKind =
  | 'deposit-stickiness-reversion'
  | 'pricing-power-loss'
  | 'digital-disruption'
  | 'combined-adverse';

export interface FailureParameters {
  /** Non-maturity deposits leave at no less than this rate a year … */
  readonly hazardFloorPerYear: number;
  /** … times this. */
  readonly hazardMultiple: number;
  /** Fall of the non-interest-bearing share of all deposits over 12 months. */
  readonly freeShareFall: number;
  /** Added to the beta of interest-bearing deposits when rates rise. */
  readonly betaRise: number;
  /** The beta is multiplied by this when rates fall. */
  readonly betaFallingMultiple: number;
  /** The lag is multiplied by this, and is never longer than `lagCapMonths`. */
  readonly lagMultiple: number;
  readonly lagCapMonths: number;
  /** Share of uninsured deposits that leaves in the first day (shown; the engine is monthly). */
  readonly uninsuredOutflowDayOne: number;
  /** Share of uninsured deposits gone or asked for by the end of the second day. */
  readonly uninsuredOutflowDayTwo: number;
}

/** Month in which the run of the combined failure comes, after reversion has begun. */
export const COMBINED_RUN_MONTH = 3;

/** A beta above this is not applied, whatever is added. */
export const BETA_CAP = 1;

/** METHOD section 3, one column a severity. Every number is a parameter. */
export const FAILURE_PARAMETERS: Readonly<Record<Severity, FailureParameters>> = {
  moderate: {
    hazardFloorPerYear: 0.38,
    hazardMultiple: 1,
    freeShareFall: 0.12,
    betaRise: 0.11,
    betaFallingMultiple: 0.66,
    lagMultiple: 0.5,
    lagCapMonths: Number.MAX_SAFE_INTEGER,
    uninsuredOutflowDayOne: 0.21,
    uninsuredOutflowDayTwo: 0.33,
  },
  severe: {
    hazardFloorPerYear: 0.38,
    hazardMultiple: 2,
    freeShareFall: 0.2,
    betaRise: 0.24,
    betaFallingMultiple: 0.66,
    lagMultiple: 1,
    lagCapMonths: 1,
    uninsuredOutflowDayOne: 0.25,
    uninsuredOutflowDayTwo: 0.86,
  },
};

/** A public observation, and where it stands in the library. */
export interface FailureAnchor {
  readonly text: string;
  /** A data set, `folder/file`, or figures of a case from which it is reckoned, `case/figure`. */
  readonly source: { readonly data: string } | { readonly figures: readonly string[] };
}

export interface FailureDescription {
  readonly title: string;
  readonly rationale: string;
  /** What the parameters rest on. */
  readonly anchors: readonly FailureAnchor[];
}

const OUTFLOWS = { data: 'peer-behaviour/failure-anchors' };
const PEERS = { data: 'peer-behaviour/peer-percentiles' };
const INDUSTRY = { data: 'peer-behaviour/aggregate-deposit-betas' };
const SVB_DEPOSITS = {
  figures: ['dep_nib', 'dep_total'].flatMap((id) => [
    `svb-2022/bs.2021.${id}`,
    `svb-2022/bs.2022.${id}`,
  ]),
};

/** What each failure says, and what has been seen of it in public data (METHOD section 3). */
export const FAILURE_DESCRIPTIONS: Readonly<Record<FailureKind, FailureDescription>> = {
  'deposit-stickiness-reversion': {
    title: 'Deposit stickiness reversion',
    rationale: 'Deposits gathered when money was free leave, or move to interest, when it is not.',
    anchors: [
      {
        text:
          "Schwab's two listed banks excluding brokered: USD 436 bn to 224 bn, 2022Q1 to 2023Q4 " +
          '(part was reclassified)',
        source: OUTFLOWS,
      },
      {
        text: "Peers' 10th percentile: non-interest-bearing share -11.6 points over two years",
        source: PEERS,
      },
      {
        text: 'SVB 2022: non-interest-bearing share -20 points, balances -36% in a year',
        source: SVB_DEPOSITS,
      },
      { text: 'Zions: non-interest-bearing balances -36% in two years', source: OUTFLOWS },
    ],
  },
  'pricing-power-loss': {
    title: 'Pricing power loss',
    rationale: 'The bank must pay more of a rate rise, sooner, and keeps paying when rates fall.',
    anchors: [
      {
        text:
          'Interest-bearing beta of banks above USD 1 bn, 2021Q4 to 2023Q4: median 0.44, ' +
          '75th percentile 0.55, 90th percentile 0.68',
        source: PEERS,
      },
      {
        text: 'Industry: 0.50 up (2018-19), 0.33 down (2019-20), a ratio of 0.66',
        source: INDUSTRY,
      },
    ],
  },
  'digital-disruption': {
    title: 'Digital disruption',
    rationale: 'Uninsured deposits leave in two days, as transfers need no queue.',
    anchors: [
      {
        text:
          'Share of uninsured deposits gone on the first day: First Republic at most 21%, ' +
          'Signature 23%, SVB 25% (USD 42 of 165.4 bn)',
        source: OUTFLOWS,
      },
      {
        text: 'By the second day, requests included: Signature 33%, SVB 86%',
        source: OUTFLOWS,
      },
      {
        text:
          "First Republic's quarter without the USD 30 bn consortium deposit: 58% of all " +
          'deposits',
        source: OUTFLOWS,
      },
    ],
  },
  'combined-adverse': {
    title: 'Combined adverse',
    rationale: 'Reversion from month 1, higher betas on the survivors, a run in month 3.',
    anchors: [
      {
        text: 'Silvergate: -68% of digital-asset customer deposits in a quarter, as the tail',
        source: OUTFLOWS,
      },
    ],
  },
};
