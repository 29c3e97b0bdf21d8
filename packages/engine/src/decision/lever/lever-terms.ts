import type { Study } from '../../study/index.js';
import type { Dealing, LeverTemplate, SwapPricing } from '../lever-template.js';
import type { Lever } from '../problem.js';
import type { DepositRules } from './deposit-rules.js';

/** What levers are made with beside their templates. */
export interface LeverTerms {
  readonly pricing: SwapPricing;
  /** Sizes of levers in money count in this. */
  readonly unitUsdMillion: number;
  /** Null: the bank is well capitalised, and no such rule binds. */
  readonly deposits: DepositRules | null;
}

export type TemplateOf<K extends LeverTemplate['kind']> = Extract<
  LeverTemplate,
  { readonly kind: K }
>;

/** Whoever makes a lever of one kind gets these. */
export interface LeverInput<K extends LeverTemplate['kind']> {
  readonly study: Study;
  readonly template: TemplateOf<K>;
  readonly terms: LeverTerms;
}

export const REASON = { rationale: 'Strategic action', sources: [] };

/** What one unit of a size in money is called. */
export function unitWords(unitUsdMillion: number): string {
  if (unitUsdMillion === 1000) return 'USD billion';
  return unitUsdMillion === 1 ? 'USD million' : `USD ${unitUsdMillion} million`;
}

interface Money {
  readonly id: string;
  readonly title: string;
  readonly mostUsdMillion: number;
  readonly dealing?: Dealing;
}

/** A lever in money without its Changes: range, unit, lots; it costs nothing beside NII. */
export function moneyLever(
  { id, title, mostUsdMillion, dealing = {} }: Money,
  unitUsdMillion: number,
): Omit<Lever, 'makeChanges'> {
  const { lotUsdMillion, smallestUsdMillion, fixedCostUsdMillion } = dealing;
  return {
    id,
    title,
    low: 0,
    high: Math.max(0, mostUsdMillion) / unitUsdMillion,
    unitSize: 1,
    unit: unitWords(unitUsdMillion),
    addedCostUsdMillion: 0,
    costNote: '',
    ...(lotUsdMillion === undefined ? {} : { lotSize: lotUsdMillion / unitUsdMillion }),
    ...(smallestUsdMillion === undefined
      ? {}
      : { smallestSize: smallestUsdMillion / unitUsdMillion }),
    ...(fixedCostUsdMillion === undefined ? {} : { fixedCostUsdMillion }),
  };
}
