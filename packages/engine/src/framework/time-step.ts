import type { Attribution, DifferenceOverTime } from '../attribution/index.js';
import {
  evaluate,
  familiesOf,
  measureDefinition,
  type Outcome,
  type Study,
} from '../study/index.js';
import type { Table } from './case-result.js';
import { columns, table } from './table.js';

/** What time alone does to one measure, in its unit. */
export interface TimeMove {
  readonly measure: string;
  readonly scenario: string;
  readonly unit: string;
  /** At the first Study, and at the same rolled to the date of the second. */
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** The step of time, which comes before every order of the groups (ATTR-28). */
export interface TimeStep {
  readonly months: number;
  readonly moves: readonly TimeMove[];
}

/**
 * What time did to every measure of an attribution that starts from the rolled Study, and to its
 * capital lines: from one evaluation of the first Study. A measure without a value there is left
 * out.
 */
export function timeStep(
  start: Study,
  { months }: Pick<DifferenceOverTime, 'months'>,
  { measures, capital }: Attribution,
): TimeStep {
  const lines = (capital?.paths ?? []).map(({ line, unit, from }) => ({
    ...{ measure: line.measure.id, scenario: line.measure.scenario, unit, from },
  }));
  const all = [...measures, ...lines];
  const byKey = new Map(all.map((each) => [`${each.measure}[${each.scenario}]`, each]));
  const outcome = evaluate(start, familiesOf(all.map(({ measure }) => measure)));
  return {
    months,
    moves: [...byKey.values()].flatMap(({ measure, scenario, unit, from: to }) => {
      const from = valueIn(outcome, measure, scenario);
      return from === undefined ? [] : [{ measure, scenario, unit, from, to, value: to - from }];
    }),
  };
}

function valueIn({ measures }: Outcome, id: string, scenario: string): number | undefined {
  return measures.find((each) => each.id === id && each.scenario === scenario)?.value;
}

/** The moves of time that are told, as one table. */
export function timeTable(
  { months, moves }: TimeStep,
  told: readonly Pick<TimeMove, 'measure' | 'scenario'>[],
): Table {
  const shown = moves.filter((move) =>
    told.some(({ measure, scenario }) => measure === move.measure && scenario === move.scenario),
  );
  return table(
    'time-first',
    `Time first: ${months} months on, forwards come true, nothing is done`,
    columns(
      ...['measure | Measure |', 'scenario | Scenario |', 'unit | Unit |'],
      ...['start | First Study |', 'time | Time |', 'rolled | Rolled |'],
    ),
    shown.map(({ measure, scenario, unit, from, value, to }) => [
      `${measureDefinition(measure).title} (${measure})`,
      ...[scenario, unit, from, value, to],
    ]),
    ['The groups lead on from the rolled Study: market is the surprise over the forwards.'],
  );
}
