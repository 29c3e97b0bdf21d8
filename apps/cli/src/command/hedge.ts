import { resolve } from 'node:path';
import {
  cheapestHedges,
  dayFromIso,
  evaluateHedges,
  HEDGE_CATALOGUE,
  type HedgeQuestion,
  hedgeAnswer,
  historicMoves,
  type LaterRate,
  needsNothing,
  ok,
  PARALLEL_HISTORY,
  parseStructures,
  type Result,
  type SizeTo,
  type StructureFile,
  type Study,
  treasuryParRows,
  USUAL_TERMS,
  unknownPath,
  type VintageRows,
} from '@almfes/engine';
import { type AnswerOptions, answerIsWelcome, putAnswer } from '../answer-output.js';
import { readCurves, readJson } from '../case-run.js';
import type { Effects } from '../effect/effects.js';
import { refused } from '../refused.js';
import { readStudy } from '../study-source.js';
import type { ExitCode } from './exit-code.js';

export interface HedgeOptions extends AnswerOptions {
  readonly structures?: string;
  readonly sizeTo: SizeTo;
  readonly target?: number;
  readonly scenario?: string;
  readonly quarters: number;
  readonly paths?: string;
}

/** Fewer moves than this are no history (HEDGE-15). */
const FEWEST_MOVES = 4;
const LEAST_DAYS = 28;
const DAYS_PER_MONTH = 365.25 / 12;

/** `almfes hedge`: structures sized, priced and judged on a Study. */
export async function hedgeCommand(
  words: string,
  options: HedgeOptions,
  effects: Effects,
): Promise<ExitCode> {
  if (!(await answerIsWelcome(options, effects, [words, options.structures]))) return 2;
  const source = await readStudy(words, options, effects);
  if (source === null) return 2;
  const { study } = source;
  const question = await questionOf(study, options, effects);
  if (!question.ok) {
    return refused(
      `${options.structures ?? words} could not be read`,
      question.issues,
      options,
      effects,
    );
  }
  const found =
    options.sizeTo === 'cheapest'
      ? await cheapestHedges(study, question.value, await effects.createSolver())
      : effects.longWork('hedges', () => evaluateHedges(study, question.value));
  if (!found.ok && found.issues[0]?.code === 'hedge.cheapest') {
    refused('no mix keeps the limits', found.issues, options, effects);
    return 1;
  }
  if (!found.ok) return refused(`${words} could not be hedged`, found.issues, options, effects);
  const issues = unknownPath(question.value, found.value);
  if (issues.length > 0) return refused('no such path', issues, options, effects);
  const answer = hedgeAnswer(study, question.value, found.value);
  if (!(await putAnswer({ answer, result: found.value }, options, effects))) return 2;
  const { hedges, left } = found.value;
  return hedges.length > 0 || needsNothing(left) ? 0 : 1;
}

async function questionOf(
  study: Study,
  options: HedgeOptions,
  effects: Effects,
): Promise<Result<HedgeQuestion>> {
  const file = await structuresOf(options, effects);
  if (!file.ok) return file;
  const curves = await readCurves(effects);
  if (!curves.ok) return curves;
  const rows = treasuryParRows(curves.value);
  if (!rows.ok) return rows;
  const moves = historicMoves(rows.value, {
    untilIso: study.decisionDate,
    leastDays: LEAST_DAYS,
  });
  return ok({
    ...file.value,
    sizeTo: options.sizeTo,
    target: options.target ?? null,
    scenario: options.scenario ?? null,
    history: moves.length < FEWEST_MOVES ? PARALLEL_HISTORY : moves,
    laterRates: laterRates(study, rows.value),
    quarters: options.quarters,
    paths: options.paths ?? null,
  });
}

async function structuresOf(
  { structures }: HedgeOptions,
  { workingFolder, files }: Effects,
): Promise<Result<StructureFile>> {
  if (structures === undefined) return ok({ structures: HEDGE_CATALOGUE, terms: USUAL_TERMS });
  const json = await readJson(resolve(workingFolder, structures), files);
  return json.ok ? parseStructures(json.value) : json;
}

/** One-month Treasury yields from the curve date on; nothing where the table starts later. */
function laterRates({ market }: Study, rows: VintageRows): readonly LaterRate[] {
  const date = dayFromIso(market.curveDate, '/market/curveDate');
  if (!date.ok) return [];
  return rows.flatMap((row): LaterRate[] => {
    const rate = row.ok ? row.value.rates.get('1M') : undefined;
    if (!row.ok || rate === undefined || row.value.day < date.value) return [];
    const month = Math.round((row.value.day - date.value) / DAYS_PER_MONTH);
    return [{ month, oneMonthRate: rate }];
  });
}
