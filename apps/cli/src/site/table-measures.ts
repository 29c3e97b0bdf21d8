const EVE = ['eve.value', 'eve.change', 'eve.changeShare'] as const;
const NII = ['nii.12m', 'nii.12m.change'] as const;
const MARKED = ['capital.economic.e0', 'capital.economicRatio.e0'] as const;
const THRESHOLDS = ['liquidity', 'cet1', 'tce'].flatMap((limit) =>
  ['1d', '2d', '30d'].map((days) => `runThreshold.${limit}.${days}`),
);
const SECOND_DAY = ['runThreshold.liquidity.2d', 'runThreshold.tce.2d'];
const CAPITAL = [
  'capital.cet1Ratio',
  'capital.cet1Ratio.noOptOut',
  'capital.tier1Ratio',
  'capital.totalRatio',
  'capital.leverageRatio',
  'capital.tceRatio',
  'unrealised.afs',
  'unrealised.htm',
  ...MARKED,
  'capital.economic.e0.afterTax',
  'capital.economic.e1',
  'capital.economic.e2',
  'liquidity.coverage',
  ...THRESHOLDS,
];

/** The measures that each table and picture of the five steps tells, or tells differences of. */
const OF_TABLES: readonly (readonly [name: RegExp, measures: readonly string[]])[] = [
  [/^(baseline-profile|eve-by-scenario)$/, [...EVE, ...NII]],
  [/^(baseline-range|attribution-ends|attribution-path|assumption-change)$/, EVE],
  [/^(assumption-points|variants-.*)$/, EVE],
  [/^capital-and-liquidity$/, CAPITAL],
  [/^funding-sources$/, ['liquidity.coverage']],
  [/^hedge-comparison$/, ['eve.change', 'capital.economic.e0', 'nii.12m', 'nii.24m']],
  [/^hedge-protection$/, ['eve.change']],
  [/^hedge-accounting$/, ['unrealised.hedges', 'capital.cet1']],
  [/^hedge-swap-spread$/, ['nii.12m']],
  [/^discipline$/, ['capital.economic.e0', 'nii.12m', 'nii.24m', 'unrealised.hedges']],
  [/^failure-(protection|rates-left|eve-.*|heat-map)$/, ['eve.value', 'eve.change']],
  [/^failure-run$/, ['capital.cet1Ratio', 'capital.tceRatio', ...THRESHOLDS]],
  [/^failure-detail$/, ['eve.value', ...NII]],
  [/^plan-failures-/, ['eve.value', 'nii.12m', 'capital.economic.e0', 'runThreshold.liquidity.1d']],
  [/^plan-margin-/, ['unrealised.hedges', 'capital.cet1Ratio', 'runThreshold.liquidity.1d']],
  [/^(plan|plan-cost|shadow-prices|frontier)-/, ['nii.12m']],
  [/^limits-/, ['eve.value', 'nii.12m', ...MARKED, 'liquidity.coverage', 'liquidity.lcr']],
  [/^afterwards-/, ['eve.change', 'nii.12m', ...MARKED, ...SECOND_DAY]],
];

/** Tables of assumptions and their grounds: no measure stands in them. */
const WITHOUT = /^failure-(parameters|anchors)$/;

/** A table or picture of one measure says so in its name. */
const OF_ONE = /^(?:capital-path|waterfall)-([^-]+)-/;

/** Measures of a table or picture, by its id; none where it tells assumptions, null if unknown. */
export function tableMeasures(id: string): readonly string[] | null {
  const one = OF_ONE.exec(id)?.[1];
  if (one !== undefined) return [one];
  if (WITHOUT.test(id)) return [];
  return OF_TABLES.find(([name]) => name.test(id))?.[1] ?? null;
}
