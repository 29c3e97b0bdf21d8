import type { DatedCurve } from '../../market/index.js';
import type { GrowthPlacement } from './ladder.js';
import type { NotionalPoint } from './ladder-history.js';

/** An assumption by its three values; the ends need not be in order of size. */
export interface ThreeValues {
  readonly low: number;
  readonly central: number;
  readonly high: number;
}

/** One programme of a structural hedge, with what public data leave open (STRUCT-11). */
export interface HedgeProgramme {
  readonly id: string;
  readonly title: string;
  /** Published notional, in the money of the hedge. */
  readonly points: readonly NotionalPoint[];
  readonly lengthMonths: ThreeValues;
  /** Whole months since when nothing was renewed; null: the programme rolls. */
  readonly stoppedMonths: ThreeValues | null;
}

/** What a published number says, and the months it says it of. */
export interface PublishedNumber {
  readonly measure: PublishedMeasure;
  /** '2021Q1', '2022H1', '2021'; '' of the day. */
  readonly period: string;
  readonly from: number;
  readonly to: number;
  /** Id of the figure, and its value in the unit of the measure. */
  readonly figure: string;
  readonly value: number;
}

/** The measures that banks publish of a structural hedge. */
export const PUBLISHED_MEASURES = [
  'structural.contribution',
  'structural.yield',
  'structural.averageNotional',
  'structural.marketRate',
] as const;
export type PublishedMeasure = (typeof PUBLISHED_MEASURES)[number];

/**
 * A structural hedge as public figures tell it. Money in millions of `currency`; months are counted
 * from year 0 (12 x year + month - 1); rates are decimals.
 */
export interface StructuralHedge {
  readonly slug: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly decisionDate: string;
  /** The month at whose end the hedge stands. */
  readonly month: number;
  readonly programmes: readonly HedgeProgramme[];
  readonly placed: GrowthPlacement;
  /** Added to every zero rate of the curve (STRUCT-6). */
  readonly spread: ThreeValues;
  readonly shortRate: number;
  readonly published: readonly PublishedNumber[];
  /** The curve of the end of each month that is held, in order. */
  readonly curves: readonly MonthCurve[];
  /** Why each assumption is what it is, by the name of `assumptionRuns`. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Documents the hedge rests on, each once. */
  readonly sources: readonly string[];
}

export interface MonthCurve {
  readonly month: number;
  readonly curve: DatedCurve;
}

/** A number of a hedge: its central value and its ends over each assumption alone (STRUCT-11). */
export interface HedgeMeasure {
  readonly id: string;
  /** '' of the day, a period, or a shift in basis points: '+100'. */
  readonly scenario: string;
  readonly unit: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}
