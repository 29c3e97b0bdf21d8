import type {
  Amortisation,
  FutureHedge,
  OptionHedge,
  Position,
  Swap,
} from '../balance-sheet/index.js';
import type { Behaviour, RolloverModel } from '../behaviour/index.js';
import type { Capital, Liquidity, StudyBlocks } from '../metric/index.js';
import type { Scenario } from '../scenario/index.js';
import type { Market } from './study.js';

/**
 * Names of the deposit parameters a Change may replace or break; `core.share` is the one of the
 * optional part `core`.
 */
export const DEPOSIT_PARAMETERS = [
  'averageLifeYears',
  'beta',
  'lagMonths',
  'servicingRate',
  'valuationSpread',
  'migrationShare',
  'outflowShare',
  'outflowMonth',
  'core.share',
  'core.averageLifeYears',
  'surge.share',
  'surge.averageLifeYears',
  'rateGap.sensitivity',
  'rateGap.minMultiple',
  'rateGap.maxMultiple',
  'betaDown',
  'betaCurve.low',
  'betaCurve.midpoint',
  'betaCurve.slope',
  'rateFloor',
  'rateCap',
] as const;
export type DepositParameter = (typeof DEPOSIT_PARAMETERS)[number];

export const PREPAYMENT_PARAMETERS = [
  'multiplier',
  'minCpr',
  'maxCpr',
  'slope',
  'midpoint',
  'seasoningMonths',
  'burnoutFloor',
  'lockIn.floor',
  'lockIn.startRatio',
  'lockIn.fullRatio',
  'cpr',
  'psa',
] as const;
export type PrepaymentParameter = (typeof PREPAYMENT_PARAMETERS)[number];

export const REDEMPTION_PARAMETERS = [
  'redemptionRate',
  'redemptionSensitivity',
  'penaltyMonths',
] as const;
export const DRAWDOWN_PARAMETERS = ['drawRate', 'drawSensitivity'] as const;
export const ROLLOVER_PARAMETERS = ['rolloverShare'] as const;

export type BehaviourParameter =
  | DepositParameter
  | PrepaymentParameter
  | (typeof REDEMPTION_PARAMETERS)[number]
  | (typeof DRAWDOWN_PARAMETERS)[number]
  | (typeof ROLLOVER_PARAMETERS)[number];

/** One parameter of one behaviour model, set to a value. */
export interface ParameterEdit {
  readonly model: string;
  readonly parameter: BehaviourParameter;
  readonly value: number;
}

/** Some terms of one position, in the place of those it has; an id stays. */
export interface RowEdit {
  readonly id: string;
  readonly terms: Partial<Omit<Position, 'id'>>;
}

/** Some terms of one swap, in the place of those it has; null: it no longer amortises. */
export interface SwapEdit {
  readonly id: string;
  readonly terms: Partial<
    Omit<Swap, 'id' | 'amortisation'> & { readonly amortisation: Amortisation | null }
  >;
}

/** Behaviour models by family, each in the place of the one with its id. */
export type ModelReplacement = Partial<Omit<Behaviour, 'rollovers'>>;

/** Parts of a Study that are replaced whole. */
export interface StudyParts extends StudyBlocks {
  readonly valuationDate: string;
  readonly capital: Capital;
  readonly liquidity: Liquidity;
  readonly scenarios: readonly Scenario[];
  readonly rollovers: readonly RolloverModel[];
}

/** Parts that a Study need not have. */
export type OptionalPart = keyof StudyBlocks | 'rollovers';

/** What every Change carries. `size` scales the patch where the kind says so; 1 = as written. */
interface ChangeHeader {
  readonly id: string;
  readonly title: string;
  readonly rationale: string;
  /** Figure ids, or documents named in words. */
  readonly sources: readonly string[];
  readonly size: number;
}

/**
 * One named, sourced, typed edit of a Study: data, never a closure. `size` scales amounts and
 * notionals; for parameter edits it moves that share of the way from the present value to the
 * edited one (0 = nothing, 1 = all of it).
 */
export type Change = ChangeHeader &
  (
    | { readonly kind: 'replace-assumption'; readonly edits: readonly ParameterEdit[] }
    | { readonly kind: 'break-assumption'; readonly edits: readonly ParameterEdit[] }
    | { readonly kind: 'add-hedge'; readonly swap: Swap }
    | {
        /** A premium is paid out of cash, or received. */
        readonly kind: 'add-option';
        readonly option: OptionHedge;
        readonly cashPositionId: string;
      }
    | { readonly kind: 'add-future'; readonly future: FutureHedge }
    | { readonly kind: 'remove-hedge'; readonly hedgeId: string }
    | {
        /** Ended for cash: received (+) or paid (-) for the whole hedge. */
        readonly kind: 'terminate-hedge';
        readonly hedgeId: string;
        readonly settlementUsdMillion: number;
        readonly cashPositionId: string;
      }
    | {
        /** Stays, undesignated; `accumulatedUsdMillion` is what the whole hedge has gained. */
        readonly kind: 'dedesignate-hedge';
        readonly hedgeId: string;
        readonly accumulatedUsdMillion: number;
      }
    | { readonly kind: 'release-deferral'; readonly deferralId: string }
    | {
        /** Sells rows pro rata at their discounted value; the loss is realised, cash comes in. */
        readonly kind: 'sell';
        readonly group: 'afs' | 'htm' | 'loans';
        readonly carryingUsdMillion: number;
        readonly cashPositionId: string;
        /** Rows of the group that are sold; absent: all of them. */
        readonly positionIds?: readonly string[];
      }
    | {
        readonly kind: 'buy';
        readonly position: Position;
        readonly cashPositionId: string;
        /** Risk-weighted assets for each dollar bought; absent: they stand as they are. */
        readonly riskWeight?: number;
      }
    | {
        readonly kind: 'reclassify';
        readonly positionId: string;
        readonly toGroup: 'afs' | 'htm';
      }
    | {
        /** New borrowing (or deposit) of `position`; the money goes to cash or repays a row. */
        readonly kind: 'fund';
        readonly position: Position;
        readonly useOfProceedsId: string;
      }
    | {
        /** Moves balances between two liability rows (a shift of mix). */
        readonly kind: 'move-funding';
        readonly fromId: string;
        readonly toId: string;
        readonly amountUsdMillion: number;
      }
    | {
        /** Pays `rateChange` more on a deposit row and gains `lifeChangeYears` of average life. */
        readonly kind: 'reprice-deposits';
        readonly positionId: string;
        readonly rateChange: number;
        readonly lifeChangeYears: number;
      }
    | {
        /** Common equity raised (+) or returned (-), through cash. */
        readonly kind: 'capital';
        readonly amountUsdMillion: number;
        readonly cashPositionId: string;
      }
    | { readonly kind: 'shock'; readonly scenario: Scenario }
    | {
        /** Time passes and forwards come true; what is paid meanwhile goes through cash. */
        readonly kind: 'roll-forward';
        readonly months: number;
        readonly cashPositionId: string;
        /** A liability that grows by what cash is short of; null: a shortfall is refused. */
        readonly shortfallPositionId: string | null;
      }
    | { readonly kind: 'replace-market'; readonly terms: Partial<Market> }
    | { readonly kind: 'replace-rows'; readonly rows: readonly RowEdit[] }
    | { readonly kind: 'replace-models'; readonly models: ModelReplacement }
    | { readonly kind: 'replace-hedges'; readonly swaps: readonly SwapEdit[] }
    | {
        /** Parts set whole; `absent` are the optional ones that are taken away. */
        readonly kind: 'replace-parts';
        readonly parts: Partial<StudyParts>;
        readonly absent: readonly OptionalPart[];
      }
  );

export type ChangeKind = Change['kind'];
