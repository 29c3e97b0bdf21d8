import { evaluate, type Study } from '@almfes/engine';

/** A headline measure of a case as it was when the file was written. */
export interface ExpectedRow {
  readonly measure: string;
  readonly scenario: string;
  readonly unit: string;
  readonly value: number;
}

/** The golden file of a case: it guards against drift and proves nothing (docs/method/case.md). */
export interface Expected {
  readonly schema: 'almfes/expected/1';
  readonly case: string;
  /** Largest difference by column; `value` is met within either of its two. */
  readonly columns: {
    readonly measure: 'exact';
    readonly scenario: 'exact';
    readonly unit: 'exact';
    readonly value: { readonly relative: number; readonly absolute: number };
  };
  readonly rows: readonly ExpectedRow[];
}

/** Every scenario of the Study. */
const IN_ALL = ['eve.value', 'nii.12m'];
/** The base, +200 and -200 bp. */
const IN_THREE = ['capital.economic.e0', 'capital.economic.e2'];
const IN_BASE = [
  'nii.24m',
  'unrealised.afs',
  'unrealised.htm',
  'franchise',
  'capital.economic.e1',
  'capital.economic.e0.afterTax',
  'capital.economicRatio.e0',
  'liquidity.coverage',
  'runThreshold.liquidity.1d',
  'runThreshold.liquidity.2d',
  'runThreshold.cet1.2d',
  'runThreshold.tce.2d',
];
const OF_THE_DATE = [
  'duration.modified.afs',
  'duration.modified.afs.hedged',
  'duration.modified.htm',
  'duration.modified.loans',
  'duration.modified.deposits',
  'duration.modified.borrowings',
  'capital.cet1Ratio',
  'capital.cet1Ratio.noOptOut',
  'capital.tier1Ratio',
  'capital.totalRatio',
  'capital.leverageRatio',
  'capital.tceRatio',
];

function wanted(study: Study): string[] {
  const at = (ids: readonly string[], scenarios: readonly string[]) =>
    ids.flatMap((id) => scenarios.map((scenario) => `${id}[${scenario}]`));
  return [
    ...at(
      IN_ALL,
      study.scenarios.map(({ id }) => id),
    ),
    ...at(IN_THREE, ['-200', '0', '+200']),
    ...at(IN_BASE, ['0']),
    ...at(OF_THE_DATE, ['']),
  ];
}

/** Headline measures of a Study that it has, in the order of the lists above (rule CASE-10). */
export function expectedOf(slug: string, study: Study): Expected {
  const { measures } = evaluate(study);
  const found = new Map(measures.map((each) => [`${each.id}[${each.scenario}]`, each]));
  const rows = wanted(study).flatMap((key) => {
    const measure = found.get(key);
    if (measure === undefined) return [];
    const { id, scenario, unit, value } = measure;
    return [{ measure: id, scenario, unit, value }];
  });
  return expectedRows(slug, rows);
}

/** The same of rows that are known: those of a structural hedge (rule STRUCT-14). */
export function expectedRows(slug: string, rows: readonly ExpectedRow[]): Expected {
  return {
    schema: 'almfes/expected/1',
    case: slug,
    columns: {
      measure: 'exact',
      scenario: 'exact',
      unit: 'exact',
      value: { relative: 1e-9, absolute: 1e-9 },
    },
    rows,
  };
}

/** One row a line, so that a change shows as the lines that moved. */
export function expectedText({ schema, case: slug, columns, rows }: Expected): string {
  const lines = rows.map((row) => `    ${JSON.stringify(row)}`);
  return `{
  "schema": ${JSON.stringify(schema)},
  "case": ${JSON.stringify(slug)},
  "columns": ${JSON.stringify(columns)},
  "rows": [
${lines.join(',\n')}
  ]
}
`;
}
