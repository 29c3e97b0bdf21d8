import type { Certificate } from './certificate.js';
import type { Curvature } from './curvature.js';
import type { IntegerSearch } from './linear-programme.js';
import type { SingleObjective } from './objective.js';
import type { ShadowPrice } from './shadow-price.js';
import type { Waiting } from './waiting.js';

export interface PlannedMove {
  readonly lever: string;
  readonly title: string;
  readonly size: number;
  readonly unit: string;
  /** Yearly cost of this move by the last linear model, fixed cost included, USD million. */
  readonly costUsdMillion: number;
  readonly costNote: string;
}

export interface PlannedLimit {
  readonly limit: string;
  readonly title: string;
  readonly scenario: string;
  readonly world: string;
  readonly floor: number | null;
  readonly cap: number | null;
  /** The measure when nothing is done, by the model at the plan, and by full valuation. */
  readonly before: number;
  readonly modelled: number;
  readonly full: number;
  /** By full valuation, to 0.1% of the limit's scale; against the limit as it was given. */
  readonly met: boolean;
}

export interface LimitRelaxation {
  readonly limit: string;
  readonly title: string;
  /** In the unit of the measure, positive. */
  readonly amount: number;
  readonly words: string;
}

/** One objective of the plan, in its own unit. */
export interface PlannedObjective {
  readonly objective: SingleObjective;
  readonly before: number;
  readonly modelled: number;
  readonly full: number;
}

export interface Plan {
  readonly status: 'meets limits' | 'relaxed';
  /** By lever, in the order of the problem, as valued in full. */
  readonly sizes: readonly number[];
  readonly moves: readonly PlannedMove[];
  /** By full valuation, USD million a year, and its parts. */
  readonly costUsdMillion: number;
  readonly niiGivenUpUsdMillion: number;
  readonly realisedLossUsdMillion: number;
  /** Fixed costs of what is used are counted in it. */
  readonly addedCostUsdMillion: number;
  readonly objectives: readonly PlannedObjective[];
  readonly limits: readonly PlannedLimit[];
  readonly relaxations: readonly LimitRelaxation[];
  readonly shadowPrices: readonly ShadowPrice[];
  readonly certificate: Certificate;
  /** What the solver proved of the whole numbers; null where there are none. */
  readonly search: IntegerSearch | null;
  readonly rounds: number;
  /** Greatest difference of model and full valuation in the last round, in limit scales. */
  readonly disagreement: number;
  readonly agreed: boolean;
  /** The last round kept its steps to this share of each range; 1 = it did not (PLAN-18). */
  readonly stepShare: number;
  /** Null: not sampled, as in the points of a frontier. */
  readonly curvature: Curvature | null;
  /** What doing nothing would break: the decision to wait. */
  readonly waiting: Waiting;
}
