import { measureOf, type Outcome, type Study, scenarioName } from '../study/index.js';
import type { CaseFit, CaseInput, PublishedFigure } from './case-input.js';
import type { Fit, Reproduction } from './case-result.js';
import { ENGINE } from './engine.js';
import { readTarget } from './fit.js';
import { WITHOUT_SWAPS } from './hedge-origin.js';
import { measureOrigin } from './told.js';

/** Every published figure of the case and its sisters beside our own (rules CASE-1, CASE-2). */
export function publishedVsReproduced(input: CaseInput): Reproduction[] {
  return [input, ...input.sisters].flatMap((each) => {
    const hedged = ENGINE.evaluate(each.study);
    const unhedged = ENGINE.evaluate(withoutHedges(each.study));
    return each.published.map((figure) =>
      reproduction(each.slug, figure, figure.withoutHedges ? unhedged : hedged),
    );
  });
}

function reproduction(slug: string, figure: PublishedFigure, outcome: Outcome): Reproduction {
  const value = measureOf(outcome, figure.measure, figure.scenario);
  const reproduced =
    figure.percentOf === null ? value : (100 * value) / measureOf(outcome, figure.percentOf, '0');
  const { id, title, published, unit, role, aim, source } = figure;
  const applied = [`on the Study of ${slug}`, ...(figure.withoutHedges ? [WITHOUT_SWAPS] : [])];
  const { measure, percentOf } = figure;
  const measures = [measure, ...(percentOf === null ? [] : [percentOf])];
  return {
    id,
    title,
    published,
    reproduced,
    unit,
    difference: reproduced - published,
    role,
    aim,
    source,
    origin: { ...measureOrigin(measure, applied), title: `Reproduced: ${title}`, measures },
  };
}

function withoutHedges(study: Study): Study {
  return { ...study, hedges: [] };
}

/** Every fitted number with its target and what the Study reaches now (rule CASE-3). */
export function fitsOf(input: CaseInput): Fit[] {
  return [input, ...input.sisters].flatMap((each) =>
    each.fits.map((fit) => fitOf(each.slug, each.study, fit)),
  );
}

function fitOf(slug: string, study: Study, fit: CaseFit): Fit {
  return {
    parameter: `${slug}: ${fit.parameter}`,
    value: fit.value,
    unit: fit.unit,
    kind: fit.kind,
    target: describeTarget(fit),
    targetValue: fit.wanted,
    reached: readTarget(study, fit.target),
    source: fit.source,
    origin: {
      title: `Fitted number of the Study: ${slug}: ${fit.parameter}`,
      rule: 'CASE-3',
      measures: fit.target.kind === 'measure' ? [fit.target.measure] : [],
      applied: [`solved to: ${describeTarget(fit)} (${fit.source})`],
    },
  };
}

function describeTarget({ target, wantedUnit }: CaseFit): string {
  if (target.kind === 'measure') {
    const where = target.scenario === '' ? '' : ` at ${scenarioName(target.scenario)}`;
    return `${target.measure}${where}, ${wantedUnit}`;
  }
  if (target.kind === 'hedge-value') return `value of the swaps, ${wantedUnit}`;
  const what = target.kind === 'fair-value' ? 'fair value' : 'book yield';
  return `${what} of ${target.products.join(', ')}, ${wantedUnit}`;
}
