import { fail, issue, itemAt, ok, type Result } from '../../foundation/index.js';
import {
  type Change,
  type FamilyName,
  measureOf,
  type Outcome,
  type Study,
} from '../../study/index.js';
import { type HedgeEngine, withChanges } from '../variant.js';

/** One value of an Outcome: a measure in a scenario (empty: of the valuation date). */
export interface MeasureKey {
  readonly measure: string;
  readonly scenario: string;
}

/** The bank without a hedge and what one unit of each structure makes of it. */
export interface UnitResponses {
  readonly without: Outcome;
  /** One Outcome a structure, the bank with one unit of it. */
  readonly withUnit: readonly Outcome[];
}

export interface ResponseRequest extends HedgeEngine {
  readonly study: Study;
  /** Unit Changes of each structure. */
  readonly units: readonly (readonly Change[])[];
  readonly families: readonly FamilyName[];
}

/**
 * Evaluates the bank once bare and once with a unit of each structure: since a hedge's value and
 * income are proportional to its size, these are all that sizing needs (HEDGE-10).
 */
export function unitResponses(request: ResponseRequest): Result<UnitResponses> {
  const { study, units, families, evaluate, apply } = request;
  const without = evaluate(study, families);
  const withUnit: Outcome[] = [];
  for (const changes of units) {
    const hedged = withChanges(study, changes, apply);
    if (!hedged.ok) return hedged;
    withUnit.push(evaluate(hedged.value, families));
  }
  return ok({ without, withUnit });
}

/** What the bank has of a measure, and what a unit of each structure adds to it. */
export interface MeasureResponse {
  readonly base: number;
  readonly perUnit: readonly number[];
}

export function responseOf(found: UnitResponses, key: MeasureKey): MeasureResponse {
  const base = measureOf(found.without, key.measure, key.scenario);
  return {
    base,
    perUnit: found.withUnit.map((each) => measureOf(each, key.measure, key.scenario) - base),
  };
}

/** EVE sensitivity by key tenor: of the bank, and what a unit of each structure adds. */
export interface TenorResponses {
  readonly tenors: readonly string[];
  readonly base: readonly number[];
  /** One list a structure, in the order of the tenors. */
  readonly perUnit: readonly (readonly number[])[];
}

/** Issues: `hedge.key-rate` when an Outcome has no key rates. */
export function tenorResponses(found: UnitResponses): Result<TenorResponses> {
  const profiles: Readonly<Record<string, number>>[] = [];
  for (const outcome of [found.without, ...found.withUnit]) {
    const byTenor = outcome.measures.find(({ id }) => id === 'keyRate.eve')?.byTenor;
    if (byTenor === undefined) {
      return fail(issue('hedge.key-rate', 'keyRate.eve', 'a sensitivity by tenor', 'nothing'));
    }
    profiles.push(byTenor);
  }
  const bare = itemAt(profiles, 0);
  const tenors = Object.keys(bare);
  const base = tenors.map((tenor) => bare[tenor] ?? 0);
  return ok({
    tenors,
    base,
    perUnit: profiles
      .slice(1)
      .map((profile) => tenors.map((tenor, at) => (profile[tenor] ?? 0) - itemAt(base, at))),
  });
}
