import type {
  Breach,
  Judged,
  Limit,
  Plan,
  PlannedObjective,
  SingleObjective,
} from '../decision/index.js';
import { measureDefinition } from '../study/index.js';
import { inWords, lowerFirst, scenarioName } from './table.js';

/** A value of a limit's measure in words: ratios in per cent, amounts in USD million. */
export function amountInWords(measure: string, value: number): string {
  const { unit } = measureDefinition(measure);
  if (unit === 'ratio') return `${inWords(100 * value)}%`;
  return unit === 'USD million' ? `${inWords(value)} million` : `${inWords(value)} ${unit}`;
}

/** A distance between two values of a measure: points where the measure is a ratio. */
export function distanceInWords(measure: string, distance: number): string {
  const { unit } = measureDefinition(measure);
  if (unit === 'ratio') return `${inWords(100 * distance)} points`;
  return unit === 'USD million' ? `${inWords(distance)} million` : `${inWords(distance)} ${unit}`;
}

export function scenarioInWords(scenario: string): string {
  return scenario === '' ? '' : ` at ${scenarioName(scenario)}`;
}

export function movesInWords({ moves }: Plan): string {
  if (moves.length === 0) return 'do nothing';
  return moves.map(moveInWords).join('; ');
}

/**
 * `pay fixed, 5 years USD 3.4 billion`: the currency stands before its amount, and an amount under
 * a billion is told in millions.
 */
export function moveInWords({ title, ...told }: Plan['moves'][number]): string {
  const { size, unit } = inOwnUnit(told.size, told);
  const amount = unit.startsWith('USD ')
    ? `USD ${inWords(size)} ${unit.slice('USD '.length)}`
    : `${inWords(size)} ${unit}`;
  return `${lowerFirst(title)} ${amount}`;
}

interface Sized {
  readonly size: number;
  readonly unit: string;
}

/** A size counted in billions as one in millions where `most` of it is under a billion. */
export function inOwnUnit(most: number, { size, unit }: Sized): Sized {
  if (unit !== 'USD billion' || most >= 1) return { size, unit };
  return { size: 1000 * size, unit: 'USD million' };
}

export function costInWords(costUsdMillion: number): string {
  const amount = inWords(Math.abs(costUsdMillion));
  if (amount === '0.0') return 'costs nothing';
  return costUsdMillion < 0 ? `earns ${amount} million a year` : `costs ${amount} million a year`;
}

/** What stands beside the plan: its cost and what it breaks, by full valuation. */
export interface Alternative extends Pick<Judged, 'costUsdMillion' | 'breaches'> {
  /** The first objective by full valuation; absent where only cost is told. */
  readonly objective?: PlannedObjective;
}

/**
 * Why an alternative lost (ANSWER-1, ANSWER-3): the limit it breaks by most scales more than the
 * plan does, else its cost.
 */
export function whyLost(plan: Alternative, other: Alternative, limits: readonly Limit[]): string {
  return breaksMore(plan, other, limits) ?? worseAim(plan, other);
}

/** The limit an alternative breaks by most scales more than the plan, or null. */
export function breaksMore(
  plan: Alternative,
  other: Alternative,
  limits: readonly Limit[],
): string | null {
  const known = new Map(plan.breaches.map(({ limit, byScales }) => [limit, byScales] as const));
  const more = ({ limit, byScales }: Breach): number => byScales - (known.get(limit) ?? 0);
  const worse = other.breaches
    .filter((breach) => more(breach) > SAME_SCALES)
    .toSorted((a, b) => more(b) - more(a));
  const [worst] = worse;
  if (worst === undefined) return null;
  const limit = limits.find(({ id }) => id === worst.limit);
  if (limit === undefined) throw new Error(`no limit ${worst.limit}`);
  const by = distanceInWords(limit.measure, more(worst) * limit.scale);
  const than = known.has(worst.limit) ? ' more than the plan' : '';
  const others = worse.length - 1;
  const rest = others > 0 ? `, and ${others} ${others === 1 ? 'limit' : 'limits'} more` : '';
  return `breaks "${worst.title}" by ${by}${than}${scenarioInWords(worst.scenario)}${rest}`;
}

const SAME_SCALES = 1e-3;

/** What it is worse at: the objective, or its cost where the objective is cost. */
function worseAim(plan: Alternative, other: Alternative): string {
  const aim = plan.objective?.objective.kind ?? 'least-cost';
  const [best, reached] = [plan.objective?.full, other.objective?.full];
  if (aim === 'least-cost' || best === undefined || reached === undefined) {
    return costsMore(other.costUsdMillion - plan.costUsdMillion);
  }
  const shown = (value: number): string =>
    aim === 'return-on-capital' ? `${inWords(100 * value)}%` : `${inWords(value)}`;
  return `reaches ${shown(reached)} where the plan reaches ${shown(best)} (${AIM_WORDS[aim]})`;
}

export const AIM_WORDS: Readonly<Record<SingleObjective['kind'], string>> = {
  'least-cost': 'yearly cost, USD million',
  most: 'measure net of yearly costs',
  'return-on-capital': 'return on capital',
  'conditional-value-at-risk': 'mean loss in the tail, USD million',
};

function costsMore(costUsdMillion: number): string {
  if (costUsdMillion >= 0) return `costs ${inWords(costUsdMillion)} million a year more`;
  return `costs ${inWords(-costUsdMillion)} million a year less, and breaks no limit more`;
}
