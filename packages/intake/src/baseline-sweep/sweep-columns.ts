/** A number of the table: what it is called there, what it says, and its unit. */
export interface SweepColumn {
  readonly name: string;
  readonly title: string;
  readonly unit: 'USD million' | 'ratio';
}

/** A number that is a measure of the Outcome in each scenario. */
export interface MeasureColumn extends SweepColumn {
  readonly measure: string;
}

/** Numbers of a bank that are the same in every scenario (rule CALL-14). */
export const BANK_COLUMNS = [
  { name: 'totalAssetsUsdMillion', title: 'Total assets, reported', unit: 'USD million' },
  { name: 'depositsUsdMillion', title: 'Deposits, reported', unit: 'USD million' },
  { name: 'equityUsdMillion', title: 'Bank equity, reported', unit: 'USD million' },
  {
    name: 'largestDifferenceUsdMillion',
    title: 'Largest difference of a line built from what was reported',
    unit: 'USD million',
  },
  { name: 'uninsuredUsdMillion', title: 'Uninsured deposits, central', unit: 'USD million' },
  { name: 'uninsuredLowUsdMillion', title: 'Uninsured deposits, low', unit: 'USD million' },
  { name: 'uninsuredHighUsdMillion', title: 'Uninsured deposits, high', unit: 'USD million' },
  { name: 'cet1UsdMillion', title: 'CET1, reported', unit: 'USD million' },
  { name: 'cet1Ratio', title: 'CET1 ratio', unit: 'ratio' },
  { name: 'leverageRatio', title: 'Tier 1 leverage ratio', unit: 'ratio' },
  { name: 'tangibleEquityRatio', title: 'Tangible common equity ratio', unit: 'ratio' },
] as const satisfies readonly SweepColumn[];

/** Measures of a bank in each scenario, by our names and the ids of the Outcome. */
export const MEASURE_COLUMNS = [
  { name: 'eveUsdMillion', title: 'EVE', unit: 'USD million', measure: 'eve.value' },
  { name: 'eveChangeUsdMillion', title: 'EVE change', unit: 'USD million', measure: 'eve.change' },
  {
    name: 'eveChangeShare',
    title: 'EVE change, share of base EVE',
    unit: 'ratio',
    measure: 'eve.changeShare',
  },
  { name: 'nii12mUsdMillion', title: '12m NII', unit: 'USD million', measure: 'nii.12m' },
  {
    name: 'nii12mChangeUsdMillion',
    title: '12m NII change',
    unit: 'USD million',
    measure: 'nii.12m.change',
  },
  {
    name: 'unrealisedAfsUsdMillion',
    title: 'Unrealised, AFS',
    unit: 'USD million',
    measure: 'unrealised.afs',
  },
  {
    name: 'unrealisedHtmUsdMillion',
    title: 'Unrealised, HTM',
    unit: 'USD million',
    measure: 'unrealised.htm',
  },
  {
    name: 'unrealisedLoansUsdMillion',
    title: 'Unrealised, loans',
    unit: 'USD million',
    measure: 'unrealised.loans',
  },
  {
    name: 'unrealisedHedgesUsdMillion',
    title: 'Unrealised, hedges',
    unit: 'USD million',
    measure: 'unrealised.hedges',
  },
  {
    name: 'economicCet1UsdMillion',
    title: 'Economic CET1 (E0)',
    unit: 'USD million',
    measure: 'capital.economic.e0',
  },
  {
    name: 'economicCet1Ratio',
    title: 'Economic CET1 (E0), share of RWA',
    unit: 'ratio',
    measure: 'capital.economicRatio.e0',
  },
  {
    name: 'economicCet1WithLoansUsdMillion',
    title: 'Economic CET1 with loans and debt (E1)',
    unit: 'USD million',
    measure: 'capital.economic.e1',
  },
  {
    name: 'economicCet1WithFranchiseUsdMillion',
    title: 'Economic CET1 with the deposit franchise (E2)',
    unit: 'USD million',
    measure: 'capital.economic.e2',
  },
] as const satisfies readonly MeasureColumn[];

/** The run threshold, a share of uninsured deposits, over what those may be (rule CALL-15). */
export const THRESHOLD_COLUMNS = [
  { name: 'runThreshold2dRatio', title: 'Run threshold, 2 days, central', unit: 'ratio' },
  { name: 'runThreshold2dLowRatio', title: 'Run threshold, 2 days, lowest', unit: 'ratio' },
  { name: 'runThreshold2dHighRatio', title: 'Run threshold, 2 days, highest', unit: 'ratio' },
] as const satisfies readonly SweepColumn[];

/** The numbers of a row of the table: of the bank, then of the bank in the scenario. */
export const SWEEP_COLUMNS: readonly SweepColumn[] = [
  ...BANK_COLUMNS,
  ...MEASURE_COLUMNS,
  ...THRESHOLD_COLUMNS,
];
