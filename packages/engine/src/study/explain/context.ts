import type { MeasureInput, MeasureValue, ScenarioView } from '../../metric/index.js';
import type { Study } from '../study.js';
import type { Formula, MeasureNode, SourceNode, ValueNode } from './explanation.js';
import type { Sources } from './sources.js';

/** What an explainer works with. */
export interface Explaining {
  readonly study: Study;
  readonly input: MeasureInput;
  /** The scenario of the measure; the base for a measure of the date. */
  readonly view: ScenarioView;
  /** The measure that is explained. */
  readonly id: string;
  readonly value: number;
  /** The measure's own splits: by book, by tenor, and by what made it. */
  readonly by: MeasureValue['by'];
  readonly byTenor: MeasureValue['byTenor'];
  readonly split: MeasureValue['parts'];
  readonly sources: Sources;
  /** Another measure as a node: of the same scenario or a named one, or of the date. */
  readonly measure: (id: string, scenario?: string) => MeasureNode;
}

/** What stands beneath a measure. */
export interface Beneath {
  readonly formula: Formula;
  readonly children: readonly ValueNode[];
  readonly restsOn?: readonly SourceNode[];
}

/**
 * How the measures of a family are explained: the longest `prefix` of an id decides. `beneath` may
 * return null for an id that it does not know; such a measure, and a family without `beneath`,
 * shows its split by book where it has one, and the `parts` of the Study that it is made from.
 */
export interface Explainer {
  readonly prefix: string;
  readonly parts: readonly (keyof Study)[];
  readonly beneath?: (context: Explaining) => Beneath | null;
}
