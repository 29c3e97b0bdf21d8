/** ALM processes an entry may concern (WEEK-2), each with its name for a reader. */
export const ALM_PROCESSES = {
  'deposit-modelling': 'Deposit modelling',
  prepayment: 'Prepayment and loan behaviour',
  forecasting: 'NII and EVE forecasting',
  hedging: 'Hedging and investment',
  liquidity: 'Liquidity and stress',
  'transfer-pricing': 'Pricing and transfer pricing',
  'scenario-design': 'Scenario design',
  reporting: 'Reporting and narrative',
  'model-governance': 'Governance and model risk',
  data: 'Data and tapes',
  'balance-sheet-steering': 'Steering of the whole balance sheet',
} as const;

/** Techniques (WEEK-3), from what is easiest to look inside to what is hardest. */
export const TECHNIQUES = {
  'constrained-model': 'Interpretable or shape-constrained model',
  'tree-ensemble': 'Trees: forest or boosting',
  'neural-network': 'Neural network',
  'generative-series': 'Generator of paths or curves',
  'reinforcement-learning': 'Reinforcement learning or learned policy',
  'anomaly-detection': 'Anomaly detection',
  'uncertainty-drift': 'Intervals and drift tests',
  'language-model': 'Language model',
  agent: 'Agent that uses tools',
  'not-stated': 'AI of a kind the source does not state',
  'any-technique': 'Any technique: a rule or a survey',
} as const;

/** Where a use would stand on the Glass Box ladder (WEEK-4). */
export const PHASES = {
  G0: 'G0 Baseline: AI does nothing',
  G1: 'G1 Observe: runs in the shadow and writes nothing',
  G2: 'G2 Explain: shown to analysts beside the baseline',
  G3: 'G3 Advise: a proposal a person accepts or rejects',
  G4: 'G4 Bounded overlay: a capped line of its own, with expiry',
  G5: 'G5 Re-baseline: a new validated baseline',
  X: 'X Out of bounds: acts alone, or makes the number by language',
  all: 'All phases: a rule for the whole ladder',
} as const;

/** Evidence grades (WEEK-5); a grade is of the evidence, never of the institution. */
export const EVIDENCE_GRADES = {
  A: 'A Measured: peer-reviewed paper, or a public authority’s measurement',
  B: 'B Data: a paper or open test with data, not peer-reviewed',
  C: 'C Own word: an institution says it of itself',
  D: 'D Vendor: a seller says it of its product',
  E: 'E Opinion: a view without data',
  R: 'R Rule: a text of an authority, which asks and measures nothing',
} as const;

export type AlmProcess = keyof typeof ALM_PROCESSES;
export type Technique = keyof typeof TECHNIQUES;
export type Phase = keyof typeof PHASES;
export type EvidenceGrade = keyof typeof EVIDENCE_GRADES;
export type SourceRead = keyof typeof SOURCE_READ;

/**
 * How a source was read, with what a reader is told; what is recalled carries no measured result,
 * and what was read through another page names it in `via` (WEEK-6).
 */
export const SOURCE_READ = {
  seen: 'its own page or text, at least the part that carries the claim',
  'seen-abstract': 'its abstract or summary alone',
  'seen-secondary': 'through another page',
  recalled: 'recalled, not read',
} as const;

export interface EntrySource {
  readonly title: string;
  /** Public address, https or http; an entry without one is refused (WEEK-1). */
  readonly url: string;
  readonly publisher: string;
  readonly read: SourceRead;
  /** Day it was read, YYYY-MM-DD. */
  readonly accessed?: string;
  /** The page through which a secondary reading was made. */
  readonly via?: string;
}

export interface MeasuredResult {
  readonly value: number;
  readonly unit: string;
  /** What was measured, on what, against what. */
  readonly note: string;
}

/** One thing that is claimed where AI meets balance sheet management. */
export interface Entry {
  /** A slug, the permanent name of the entry. */
  readonly id: string;
  /** Date of the source as precisely as it is known: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly date: string;
  /** Institution or authors. */
  readonly author: string;
  readonly almProcess: AlmProcess;
  readonly technique: Technique;
  readonly phase: Phase;
  readonly evidenceGrade: EvidenceGrade;
  /** What the source claims, in our own words. */
  readonly claim: string;
  readonly measuredResult?: MeasuredResult;
  readonly source: EntrySource;
  /** What it changes for a treasurer. */
  readonly whatItChanges: string;
}
