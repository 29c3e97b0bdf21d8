/** A measure of the Outcome in one scenario and one world. */
export interface MeasureCell {
  readonly measure: string;
  /** Empty for a measure of the valuation date, '0' for the base. */
  readonly scenario: string;
  readonly world: string;
}

/** A state of the world with its probability; probabilities of an objective sum to 1. */
export interface WeightedState {
  readonly scenario: string;
  readonly world: string;
  readonly probability: number;
}

/** Objectives that are one number, each better when less (cost, tail loss) or when more. */
export type SingleObjective =
  | {
      /** Yearly cost against doing nothing (PLAN-1). */
      readonly kind: 'least-cost';
    }
  | {
      /** Most of one measure, 12-month NII say, net of the yearly costs that it does not show. */
      readonly kind: 'most';
      readonly of: MeasureCell;
    }
  | {
      /**
       * Most income for each dollar of capital at risk: (12-month NII of the base in the first
       * world - yearly costs that NII does not show - a stated charge) / (`times` x a measure),
       * say 0.105 x risk-weighted assets, or -1 x the EVE change of the worst shock.
       */
      readonly kind: 'return-on-capital';
      readonly capital: MeasureCell;
      readonly times: number;
      /** Expected losses and running costs a year, taken off the income. */
      readonly chargeUsdMillion: number;
    }
  | {
      /** Least mean loss in the worst `1 - level` of the states; loss = minus the measure. */
      readonly kind: 'conditional-value-at-risk';
      readonly measure: string;
      readonly states: readonly WeightedState[];
      /** Confidence level, above 0 and below 1. */
      readonly level: number;
    };

/** What a plan is to be best at. */
export type Objective =
  | SingleObjective
  | {
      /** One after the other; a later one may give up at most `tolerance` of an earlier one. */
      readonly kind: 'lexicographic';
      readonly order: readonly RankedObjective[];
    };

export interface RankedObjective {
  readonly objective: SingleObjective;
  /** In the unit of the objective (USD million; of a return, its decimal), at least 0. */
  readonly tolerance: number;
}

/** The objective of a case: the first of the laboratory. */
export const LEAST_COST: Objective = { kind: 'least-cost' };
