import type { AssumptionRanges, RangedAssumption } from './assumption-range.js';

/** Who reported, and when. */
export interface ReportingBank {
  readonly idrssd: string;
  readonly name: string;
  readonly city: string;
  readonly state: string;
  readonly quarterEnd: string;
}

/** A line of the balance sheet as reported and as the Study holds it, USD million. */
export interface BaselineLine {
  readonly title: string;
  readonly reported: number;
  readonly built: number;
  readonly difference: number;
}

/** A ratio of a bank beside those of its peers (rules CALL-86 and CALL-87). */
export interface PeerRatio {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /** Null: the bank does not report what the ratio needs. */
  readonly value: number | null;
  /** Banks of the group that have the ratio. */
  readonly banks: number;
  /** At 5, 10, 25, 50, 75, 90 and 95 per cent; empty where no bank has the ratio. */
  readonly percentiles: readonly number[];
  /** Share of those banks that lie below, and half of those that are equal, per cent. */
  readonly standing: number | null;
}

export interface PeerStanding {
  /** The size group in words, `USD 1 to 10 billion`. */
  readonly group: string;
  readonly banks: number;
  readonly ratios: readonly PeerRatio[];
}

/** An assumption of a bank, with the amount it bears on, USD million; 0: on nothing of it. */
export interface OpenAssumption extends RangedAssumption {
  readonly amountUsdMillion: number;
}

/** Step 0 of one bank: its Study, what it measures, and how wide public data leave it. */
export interface BankBaseline {
  readonly bank: ReportingBank;
  readonly decisionDate: string;
  /** ISO date on which the report was last submitted; null: the file does not say. */
  readonly submittedOn: string | null;
  readonly lines: readonly BaselineLine[];
  /** Schedules the file lacks and amounts the bank does not report, in words. */
  readonly missing: readonly string[];
  /** Starts of the ids of rows that carry a rate of the market in place of the bank's own. */
  readonly replacedRates: readonly string[];
  /** AOCI of securities moved to HTM that E0 takes, before tax, USD million; a loss < 0. */
  readonly movedToHtm: number;
  readonly assumptions: readonly OpenAssumption[];
  readonly ranged: AssumptionRanges;
  readonly peers: PeerStanding | null;
}
