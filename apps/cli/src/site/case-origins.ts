import type { ComputedOrigin, Figure, Origin } from '@almfes/engine';
import {
  answerNumbers,
  formatNumber,
  type HrefOf,
  type ReportNumber,
  reportNumbers,
} from '@almfes/report';
import { computedAnchor } from './computed-passport.js';
import { dataSetAddress } from './data-passports.js';
import { figuresAddress, measuresAddress, passportAddress, type SiteCase } from './site-case.js';

/** What the numbers of a case's report come from, and where each finds its passport (SITE-8). */
export interface CaseOrigins {
  /** Measures of the bank's own Study. */
  readonly measures: readonly string[];
  /** Everything else that was computed, each with its numbers. */
  readonly computed: ReadonlyMap<ComputedOrigin, readonly ReportNumber[]>;
  readonly hrefOf: HrefOf;
}

export function caseOrigins(each: SiteCase): CaseOrigins {
  const { slug, outcome, hedge, figures } = each;
  const known = new Set(outcome?.measures.map(({ id }) => id));
  const measures = new Set<string>();
  const computed = new Map<string, { origin: ComputedOrigin; numbers: ReportNumber[] }>();
  for (const number of numbersOf(each)) {
    const { origin } = number;
    if (!isComputed(origin)) continue;
    const own = ownMeasure(origin, known);
    if (own !== undefined) measures.add(own);
    else {
      const anchor = computedAnchor(origin);
      const kept = computed.get(anchor) ?? { origin, numbers: [] };
      kept.numbers.push(number);
      computed.set(anchor, kept);
    }
  }
  const amounts = figuresByAmount(figures);
  return {
    measures: [...measures],
    computed: new Map([...computed.values()].map(({ origin, numbers }) => [origin, numbers])),
    hrefOf: (origin, number) => {
      if (outcome === undefined && hedge === undefined) return undefined;
      if (!isComputed(origin)) return `page:${publishedPlace(slug, origin, figures)}`;
      const figure = isSource(origin) ? amounts.get(number) : undefined;
      if (figure !== undefined)
        return `page:${passportAddress(slug, { kind: 'figure', id: figure })}`;
      const own = ownMeasure(origin, known);
      if (own !== undefined) return `page:${passportAddress(slug, { kind: 'measure', id: own })}`;
      return `page:${measuresAddress(slug)}#${computedAnchor(origin)}`;
    },
  };
}

function numbersOf({ result, hedge }: SiteCase): readonly ReportNumber[] {
  return [
    ...(result === undefined ? [] : reportNumbers(result)),
    ...(hedge === undefined ? [] : answerNumbers(hedge)),
  ];
}

/** Funding sources are amounts of the Study, often figures as they were published. */
function isSource({ rule, measures }: ComputedOrigin): boolean {
  return rule === 'RUN-1' && measures.includes('liquidity.coverage');
}

type Published = Exclude<Origin, ComputedOrigin>;

function isComputed(origin: Origin): origin is ComputedOrigin {
  return 'measures' in origin;
}

function publishedPlace(slug: string, origin: Published, figures: SiteCase['figures']): string {
  return 'data' in origin ? dataSetAddress(origin.data) : figurePlace(slug, origin.figure, figures);
}

/** The measure of the bank's own Study that an origin is; nothing was done to the Study first. */
function ownMeasure(
  { measures, applied }: ComputedOrigin,
  known: ReadonlySet<string>,
): string | undefined {
  const [only] = measures;
  const isPlain = applied.length === 0 && measures.length === 1;
  return isPlain && only !== undefined && known.has(only) ? only : undefined;
}

/** A figure of the case, or of the sister case that its id names. */
function figurePlace(slug: string, id: string, figures: SiteCase['figures']): string {
  const at = id.indexOf('/');
  const own = id.slice(at + 1);
  if (Object.hasOwn(figures, own)) return passportAddress(slug, { kind: 'figure', id: own });
  return `${figuresAddress(id.slice(0, at))}#figure-${own}`;
}

/** Figures by their amount as shown: of 100 million and above, and equal to no other figure. */
function figuresByAmount(
  figures: Readonly<Record<string, Figure>>,
): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  for (const [id, { value, unit }] of Object.entries(figures)) {
    if (typeof value !== 'number' || value < 100 || unit !== 'USD million') continue;
    const shown = formatNumber(value, unit);
    found.set(shown, found.has(shown) ? undefined : id);
  }
  return found;
}
