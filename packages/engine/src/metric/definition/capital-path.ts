import { PATH_RATIOS } from '../capital/path/path-ratio.js';
import type { MeasureDefinition } from '../measure.js';

const LIMITS =
  'Constant balance sheet; marks along the forwards; proceeds of a sale earn what was sold; ' +
  'tax quarter by quarter without allowance against deferred tax.';

const SUMMARIES = [
  ['min', 'least of the path', 'ratio', 'positive: capital is positive', 'Least ratio'],
  ['minYears', 'time of the least', 'years', '0: at the date', 'Years from the date to the least'],
  ['end', 'at the end of the path', 'ratio', 'positive: capital is positive', 'Ratio at the end'],
] as const;

export const CAPITAL_PATH: readonly MeasureDefinition[] = [
  ...PATH_RATIOS.flatMap(({ id, title }) =>
    SUMMARIES.map(
      ([name, what, unit, sign, definition]): MeasureDefinition => ({
        id: `capital.path.${id}.${name}`,
        title: `${title}, ${what}`,
        unit,
        sign,
        definition: `${definition} over quarters 0 to the plan's last`,
        source: 'CPATH-1 to CPATH-10',
        limits: LIMITS,
      }),
    ),
  ),
  {
    id: 'capital.path.headroom',
    title: 'Least headroom of the path',
    unit: 'ratio',
    sign: 'positive: every limit is met in every quarter',
    definition: 'Least of ratio minus minimum over quarters and the limits of the regime',
    source: 'CPATH-11 and CAP-11; 12 CFR 217.10(a)(1) and 217.12',
    limits: LIMITS,
  },
  {
    id: 'capital.path.retainedIncome',
    title: 'Income retained over the path',
    unit: 'USD million',
    sign: 'negative: owners are paid more than the bank earns',
    definition: 'Sum of net income less tax distributions, dividends and buybacks',
    source: 'CPATH-1',
    limits: LIMITS,
  },
];
