import { ok, type Result } from '../foundation/index.js';
import { evaluate, measureOf, type Outcome, type Study } from '../study/index.js';
import type { BaselinePlan, CaseInput } from './case-input.js';
import type { Step, Table } from './case-result.js';
import { withChanges } from './engine.js';
import { columns, eveShare, inWords, niiShare, table } from './table.js';

/** Step 0: the risk profile with industry-average behaviour (rule CASE-4). */
export interface Baseline {
  readonly study: Study;
  readonly outcome: Outcome;
}

export function baselineOf(input: CaseInput, plan: BaselinePlan): Result<Baseline> {
  const study = withChanges(input.study, plan.changes);
  return study.ok ? ok({ study: study.value, outcome: evaluate(study.value) }) : study;
}

export function stepBaseline(input: CaseInput, plan: BaselinePlan, baseline: Baseline): Step {
  const { outcome } = baseline;
  const own = evaluate(input.study);
  const scenarios = input.study.scenarios.map(({ id }) => id).filter((id) => id !== '0');
  const worst = scenarios.reduce((a, b) => (eveShare(outcome, b) < eveShare(outcome, a) ? b : a));
  return {
    step: 0,
    id: 'baseline',
    title: 'Foundational baseline: public balance sheet, industry-average behaviour',
    findings: [
      `With industry-average behaviour, base EVE is ` +
        `${inWords(measureOf(outcome, 'eve.value', '0'))} million and the worst shown ` +
        `scenario, ${worst} bp, changes it by ${inWords(eveShare(outcome, worst))}%.`,
      `With the bank's own behaviour, hedges and funding, base EVE is ` +
        `${inWords(measureOf(own, 'eve.value', '0'))} million and the same scenario changes it ` +
        `by ${inWords(eveShare(own, worst))}%.`,
    ],
    tables: [
      profile(outcome, own, scenarios, plan.notes),
      benchmarkRange(input, plan, baseline),
      capitalTable(own),
    ],
    pictures: [
      {
        kind: 'bars',
        id: 'eve-by-scenario',
        title: 'EVE change by scenario, % of base EVE',
        unit: '%',
        categories: scenarios,
        series: [
          {
            name: 'industry-average behaviour',
            values: scenarios.map((s) => eveShare(outcome, s)),
          },
          { name: "the bank's own behaviour", values: scenarios.map((s) => eveShare(own, s)) },
        ],
      },
    ],
  };
}

function profile(
  outcome: Outcome,
  own: Outcome,
  scenarios: readonly string[],
  notes: readonly string[],
): Table {
  const row = (id: string) => [
    id === '0' ? 'base' : `${id} bp`,
    measureOf(outcome, 'eve.value', id),
    id === '0' ? null : eveShare(outcome, id),
    measureOf(outcome, 'nii.12m', id),
    id === '0' ? null : niiShare(outcome, id),
    measureOf(own, 'eve.value', id),
    id === '0' ? null : eveShare(own, id),
    measureOf(own, 'nii.12m', id),
    id === '0' ? null : niiShare(own, id),
  ];
  return table(
    'baseline-profile',
    'Risk profile: industry average beside own behaviour',
    columns(
      'scenario | Scenario |',
      'eve | EVE, average | USD million',
      'eveChange | change | %',
      'nii | 12m NII, average | USD million',
      'niiChange | change | %',
      'eveOwn | EVE, own | USD million',
      'eveOwnChange | change | %',
      'niiOwn | 12m NII, own | USD million',
      'niiOwnChange | change | %',
    ),
    ['0', ...scenarios].map(row),
    notes,
  );
}

/** Where public data cannot tell the average life, the answer is a range (DESIGN rule 5). */
function benchmarkRange(input: CaseInput, plan: BaselinePlan, baseline: Baseline): Table {
  const rows = plan.range.map(({ title, edits }) => {
    const study = withChanges(baseline.study, [
      {
        kind: 'replace-assumption',
        id: `range-${title}`,
        title,
        rationale: 'public benchmarks differ',
        sources: [],
        size: 1,
        edits,
      },
    ]);
    if (!study.ok) return [title, null, null, null];
    const outcome = evaluate(study.value);
    return [
      title,
      measureOf(outcome, 'eve.value', '0'),
      eveShare(outcome, '+100'),
      eveShare(outcome, '+200'),
    ];
  });
  return table(
    'baseline-range',
    'What the public benchmarks of deposit life would give',
    columns(
      'benchmark | Benchmark |',
      'eve | Base EVE | USD million',
      'plus100 | EVE +100 | %',
      'plus200 | EVE +200 | %',
    ),
    rows,
    [`${input.study.institution}: no public figure names an industry-average life; hence a range.`],
  );
}

function capitalTable(own: Outcome): Table {
  const ratio = (id: string) => 100 * measureOf(own, `capital.${id}`);
  const money = (id: string) => measureOf(own, id, '0');
  const rows: [string, number | null, number | null][] = [
    ['CET1, as reported (AOCI opt-out)', null, ratio('cet1Ratio')],
    ['CET1 without the opt-out', null, ratio('cet1Ratio.noOptOut')],
    ['Tier 1', null, ratio('tier1Ratio')],
    ['Total capital', null, ratio('totalRatio')],
    ['Leverage', null, ratio('leverageRatio')],
    ['Tangible common equity to tangible assets', null, ratio('tceRatio')],
    ['Unrealised gain or loss, AFS', money('unrealised.afs'), null],
    ['Unrealised gain or loss, HTM', money('unrealised.htm'), null],
    [
      'Economic CET1 E0: AFS and HTM marks taken, no tax',
      money('capital.economic.e0'),
      100 * measureOf(own, 'capital.economicRatio.e0', '0'),
    ],
    ['Economic CET1 E0 after tax at 21%', money('capital.economic.e0.afterTax'), null],
    ['E1: and marks on loans and debt', money('capital.economic.e1'), null],
    ['E2: and the deposit franchise', money('capital.economic.e2'), null],
    ['Liquidity of 30 days over 25% of uninsured', null, 100 * money('liquidity.coverage')],
    ['Run threshold, liquidity, 1 day', null, 100 * money('runThreshold.liquidity.1d')],
    ['Run threshold, liquidity, 2 days', null, 100 * money('runThreshold.liquidity.2d')],
    ['Run threshold, CET1 under 4.5%, 2 days', null, 100 * money('runThreshold.cet1.2d')],
    ['Run threshold, tangible equity 2%, 2 days', null, 100 * money('runThreshold.tce.2d')],
  ];
  return table(
    'capital-and-liquidity',
    'Capital, marks and run threshold at the valuation date',
    columns('line | Line |', 'amount | Amount | USD million', 'share | Ratio | %'),
    rows,
    [
      'Run thresholds in % of uninsured deposits; 100 = none up to 100%.',
      'Tax: SVB used fair value tax accounting and held NOLs, so (1 − t) × loss approximates.',
    ],
  );
}
