import {
  type Explanation,
  evaluate,
  explain,
  explanationToJson,
  folded,
  hedgeLinesOf,
  type Issue,
  MEASURES,
  measureDefinition,
  type Outcome,
  type Study,
} from '@almfes/engine';
import { nearNames } from '@almfes/intake';
import { complaint } from '../complaint.js';
import { issuesJson } from '../contract-answer-json.js';
import type { Effects } from '../effect/effects.js';
import { explanationText } from '../explanation-text.js';
import { readStudy, type StudySource } from '../study-source.js';
import type { ExitCode } from './exit-code.js';

export interface ExplainCommandOptions {
  readonly scenario?: string;
  readonly position?: string;
  readonly depth?: number;
  readonly most: number;
  readonly months?: number;
  readonly json?: boolean;
}

/** Levels shown when nothing is said: books and positions; all of a position that is named. */
const DEPTH = 2;

/** `almfes explain`: the tree behind one measure of a Study. */
export async function explainCommand(
  words: string,
  measure: string,
  options: ExplainCommandOptions,
  effects: Effects,
): Promise<ExitCode> {
  const source = await readStudy(words, options, effects);
  if (source === null) return 2;
  const wrong = wrongWords(source.study, measure, options);
  if (wrong !== null) {
    effects.stderr(complaint(wrong));
    return 2;
  }
  const outcome = effects.longWork('evaluation', () => evaluate(source.study));
  const explained = explain(outcome, measure, {
    ...(options.scenario === undefined ? {} : { scenario: options.scenario }),
    citations: source.citations,
  });
  if (!explained.ok) {
    if (options.json === true) effects.stdout(issuesJson(explained.issues));
    return notExplained(explained.issues, measure, outcome, effects);
  }
  effects.stdout(shown(explained.value, options, source, effects));
  return 0;
}

function shown(
  explanation: Explanation,
  options: ExplainCommandOptions,
  { study }: StudySource,
  { width }: Effects,
): string {
  const { position, most, json } = options;
  const all = Number.POSITIVE_INFINITY;
  const depth = options.depth ?? (position === undefined ? DEPTH : all);
  const only = position === undefined ? {} : { position };
  const short = folded(explanation, { most, depth, ...only });
  const months = options.months ?? (position === undefined ? 0 : 12);
  if (json === true) {
    const limited = options.months === undefined ? {} : { months: options.months };
    return `${JSON.stringify(explanationToJson(short, limited), null, 2)}\n`;
  }
  return explanationText(short, { width, months, study });
}

/** What can be told to be wrong before anything is computed, with the nearest names. */
function wrongWords(
  study: Study,
  measure: string,
  { scenario, position }: ExplainCommandOptions,
): string | null {
  const { book, scenarios } = study;
  const ids = MEASURES.map(({ id }) => id);
  if (!ids.includes(measure)) {
    return unknown('measure', measure, ids, 'almfes measures --list names them');
  }
  const known = scenarios.map(({ id }) => id);
  if (scenario !== undefined && !known.includes(scenario)) {
    return `there is no scenario '${scenario}'; there are ${known.join(', ')}`;
  }
  const places = [...book.id, ...hedgeLinesOf(study).map(({ id }) => id)];
  if (position !== undefined && !places.includes(position)) {
    return unknown(
      'position',
      position,
      places,
      `--depth 2 --most ${places.length} without --position names them`,
    );
  }
  return null;
}

function unknown(what: string, typed: string, names: readonly string[], otherwise: string): string {
  const near = nearNames(typed, names);
  const hint = near.length > 0 ? `did you mean ${near.join(' or ')}?` : otherwise;
  return `there is no ${what} '${typed}'; ${hint}`;
}

/** A refusal is an answer; a scenario that is missing or too much is a slip of the words. */
function notExplained(
  issues: readonly Issue[],
  measure: string,
  outcome: Outcome,
  effects: Effects,
): ExitCode {
  const [issue] = issues;
  if (issue?.code === 'measure.scenario') {
    const scenarios = outcome.measures.filter(({ id }) => id === measure);
    const known = scenarios.map((each) => each.scenario).filter((id) => id !== '');
    effects.stderr(
      complaint(
        known.length === 0
          ? `${measure} stands at the valuation date: leave --scenario out`
          : `${measure} has one value a scenario: say --scenario=ID, one of ${known.join(', ')}`,
      ),
    );
    return 2;
  }
  const reason = issue?.message ?? 'no reason';
  effects.stderr(complaint(`${measure} has no value here: ${reason}`));
  effects.stderr(complaint(`it is: ${measureDefinition(measure).definition}`));
  return 1;
}
