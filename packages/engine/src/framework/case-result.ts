/** A cell of a table: a number in the column's unit, words, or null for "does not apply". */
export type Cell = number | string | null;

/** Where a number comes from; it goes with the number to every page that shows it (SITE-8). */
export type Origin = FigureOrigin | DataOrigin | ComputedOrigin;

export interface FigureOrigin {
  /** A published figure: `case/figure`. */
  readonly figure: string;
}

export interface DataOrigin {
  /** A data set of the library: `folder/file`. */
  readonly data: string;
}

export interface ComputedOrigin {
  /** What was computed, in words. */
  readonly title: string;
  /** The rule of the method pages by which it is made: 'EVE-1'. */
  readonly rule: string;
  /** The measure that it is, or those that it is made from. */
  readonly measures: readonly string[];
  /** What was done to the bank's own Study first, in words; nothing: the bank as it is. */
  readonly applied: readonly string[];
}

/** The origin of each cell: its place in `list`, or null where a cell has none. */
export interface Origins {
  readonly list: readonly Origin[];
  readonly cells: readonly (readonly (number | null)[])[];
}

/** A number inside a sentence, by its place, and where it comes from. */
export interface MarkedNumber {
  readonly at: number;
  readonly length: number;
  readonly origin: Origin;
}

/** A sentence with the places of its numbers. */
export interface Finding {
  readonly text: string;
  readonly numbers: readonly MarkedNumber[];
}

export interface TableColumn {
  readonly id: string;
  readonly title: string;
  /** 'USD million', '%', 'points', 'years', 'bp', 'USD million a year' or '' for words. */
  readonly unit: string;
}

export interface Table {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** Sources and limits, shown beneath. */
  readonly notes: readonly string[];
  /** The numbers in each of the notes, in their order; absent where no note has one. */
  readonly noteNumbers?: readonly (readonly MarkedNumber[])[];
  /** Every table of a case has them. */
  readonly origins?: Origins;
}

/** A picture as data; the report draws it, the engine never does. */
export type Picture = PictureData & {
  /** Of its numbers, in the order and rows of the table of its numbers. */
  readonly origins?: Origins;
};

type PictureData =
  | {
      readonly kind: 'waterfall';
      readonly id: string;
      readonly title: string;
      readonly unit: string;
      /** `total` marks a standing bar (start, end); the others are steps. */
      readonly items: readonly {
        readonly label: string;
        readonly value: number;
        readonly total: boolean;
      }[];
    }
  | {
      readonly kind: 'bars';
      readonly id: string;
      readonly title: string;
      readonly unit: string;
      readonly categories: readonly string[];
      readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
    }
  | {
      readonly kind: 'lines';
      readonly id: string;
      readonly title: string;
      readonly unit: string;
      /** Where the lines stand, evenly spaced and in order: dates, say. */
      readonly points: readonly string[];
      readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
    }
  | {
      readonly kind: 'heat-map';
      readonly id: string;
      readonly title: string;
      readonly unit: string;
      readonly rows: readonly string[];
      readonly columns: readonly string[];
      readonly values: readonly (readonly number[])[];
      /** The cell that is the bank itself, in an Answer; no picture of a case marks one. */
      readonly marked?: { readonly row: number; readonly column: number };
    }
  | {
      readonly kind: 'frontier';
      readonly id: string;
      readonly title: string;
      readonly xTitle: string;
      readonly yTitle: string;
      readonly points: readonly {
        readonly label: string;
        readonly x: number;
        readonly y: number;
        /** Third measure of an Answer: points of one name are one line. No case has it. */
        readonly line?: string;
        /** Shown hollow and off the lines: another point is nowhere worse. */
        readonly dominated?: boolean;
      }[];
    };

export interface Step {
  readonly step: 0 | 1 | 2 | 3 | 4;
  readonly id: string;
  readonly title: string;
  /** Deterministic sentences: what the step found, with numbers. */
  readonly findings: readonly string[];
  /** The numbers in each of the findings, in their order. */
  readonly findingNumbers?: readonly (readonly MarkedNumber[])[];
  readonly tables: readonly Table[];
  readonly pictures: readonly Picture[];
}

/** One published figure beside what the Study gives for it. */
export interface Reproduction {
  readonly id: string;
  readonly title: string;
  readonly published: number;
  readonly reproduced: number;
  readonly unit: string;
  readonly difference: number;
  readonly role: 'fitted' | 'predicted';
  /** Aim for the absolute difference, in `unit`; null = reported without a gate. */
  readonly aim: number | null;
  readonly source: string;
  /** Of what the Study gives; that of the published figure is its id. */
  readonly origin?: Origin;
}

/** A number that was solved for, with what it was solved to. */
export interface Fit {
  readonly parameter: string;
  readonly value: number;
  readonly unit: string;
  readonly kind: 'calibrated to a disclosure' | 'free parameter';
  readonly target: string;
  readonly targetValue: number;
  readonly reached: number;
  readonly source: string;
  readonly origin?: Origin;
}

export interface NamedValue {
  readonly id: string;
  readonly title: string;
  readonly value: number;
}

export interface AttributionResult {
  readonly measure: string;
  readonly scenario: string;
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  readonly total: number;
  readonly residual: number;
  readonly waterfall: readonly NamedValue[];
  readonly shapley: readonly NamedValue[];
  /** Harsanyi dividends: main effects (one id) and interactions (two ids or more). */
  readonly compounding: readonly { readonly ids: readonly string[]; readonly value: number }[];
  readonly compoundingTotal: number;
  readonly orderSpread: readonly {
    readonly id: string;
    readonly min: number;
    readonly max: number;
  }[];
  readonly origin?: Origin;
}

/** A claim published by the laboratory, beside our own figure; never a target. */
export interface ClaimBeside {
  readonly claim: string;
  readonly claimed: number;
  readonly ours: number | null;
  readonly unit: string;
  readonly explanation: string;
  readonly origin?: Origin;
}

/** Everything one case says: what `almfes case SLUG --json` prints. */
export interface CaseResult {
  readonly schema: 'almfes/case-result/1';
  readonly case: string;
  readonly title: string;
  readonly institution: string;
  readonly valuationDate: string;
  readonly curveDate: string;
  readonly decisionDate: string;
  readonly studyHash: string;
  readonly steps: readonly Step[];
  readonly publishedVsReproduced: readonly Reproduction[];
  readonly fits: readonly Fit[];
  readonly attribution: readonly AttributionResult[];
  readonly claims: readonly ClaimBeside[];
  readonly assumptions: readonly string[];
  readonly sources: readonly string[];
}
