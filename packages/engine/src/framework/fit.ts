import { floatAt, itemAt } from '../foundation/index.js';
import { baseRowValues, baseYieldOf, measureOf, type Study } from '../study/index.js';
import { ENGINE } from './engine.js';

/** What a fitted number was solved to. All amounts USD million, rates and ratios decimal. */
export type FitTarget =
  | { readonly kind: 'measure'; readonly measure: string; readonly scenario: string }
  | { readonly kind: 'fair-value'; readonly products: readonly string[] }
  | { readonly kind: 'book-yield'; readonly products: readonly string[] }
  | { readonly kind: 'hedge-value' };

/** What the Study gives for a fit's target now (rule CASE-3). */
export function readTarget(study: Study, target: FitTarget): number {
  if (target.kind === 'measure') {
    return measureOf(
      ENGINE.evaluate(onlyScenario(study, target.scenario)),
      target.measure,
      target.scenario,
    );
  }
  if (target.kind === 'hedge-value') {
    const base = ENGINE.evaluate(onlyScenario(study, '0')).measures;
    return base.find((m) => m.id === 'eve.value')?.by?.hedges ?? 0;
  }
  const rows = rowsOf(study, target.products);
  if (target.kind === 'fair-value') {
    const values = baseRowValues(study);
    return rows.reduce((sum, row) => sum + floatAt(values, row), 0);
  }
  return baseYieldOf(study, rows);
}

function rowsOf(study: Study, products: readonly string[]): number[] {
  const { names, codes } = study.book.product;
  return [...study.book.id.keys()].filter((row) =>
    products.includes(itemAt(names, itemAt(codes, row))),
  );
}

/** The Study with the base scenario and one other: enough for one measure. */
function onlyScenario(study: Study, scenario: string): Study {
  const kept = study.scenarios.filter((each) => each.id === '0' || each.id === scenario);
  return { ...study, scenarios: kept };
}
