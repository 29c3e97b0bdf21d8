import type { Parameter } from '../../foundation/index.js';
import type { RegimeId } from './regime.js';
import type { RiskWeightId } from './risk-weight.js';

/** The weight of a product of the book: a class of the table, or a stated one. */
export interface ProductRiskWeight {
  readonly product: string;
  readonly exposure: RiskWeightId | 'stated';
  /** Null unless `exposure` is `stated`. */
  readonly statedWeight: Parameter | null;
}

/** The bank's regime: a part that not every Study has. */
export interface CapitalRegime {
  readonly regime: RegimeId;
  readonly level: 'bank' | 'holding-company';
  /** Denominator of the supplementary leverage ratio; null where the bank reports none. */
  readonly totalLeverageExposureUsdMillion: Parameter | null;
  readonly riskWeights: readonly ProductRiskWeight[];
  /** Risk-weighted assets that no row of the book stands for: off balance sheet, market risk. */
  readonly otherRiskWeightedAssetsUsdMillion: Parameter;
  /**
   * Share of AOCI that CET1 takes in years 1, 2, … from the date (the last holds on); empty where
   * no phase-in is studied. A proposal is studied with its status and place in each note.
   */
  readonly aociPhaseIn: readonly Parameter[];
}
