import type { Issue } from '@almfes/engine';
import {
  type CaseEffect,
  type ChallengeEffect,
  type CheckReport,
  type CorrectedData,
  type FigureCorrection,
  type HistoryEvent,
  headlines,
  type MovedMeasure,
  type MovedSentence,
  standsOnData,
} from '@almfes/laboratory';
import { issueText } from './issue-text.js';
import { wrapped } from './wrapped.js';

const MOST_MEASURES = 12;
const MOST_FITS = 3;

/** The checks as lines: one a check, its issues and notes under it, and a count at the end. */
export function checkText({ checks }: CheckReport, width: number): string {
  const lines = checks.flatMap(({ name, title, issues, notes }) => [
    `${issues.length === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(13)} ${title}`,
    ...issues.map((each) => wrapped(issueText(each), '       ', width)),
    ...notes.map((each) => wrapped(each, '     - ', width)),
  ]);
  const failed = checks.filter(({ issues }) => issues.length > 0).length;
  return `${[...lines, `${checks.length} checks, ${failed} failed`].join('\n')}\n`;
}

/** What is told of a correction: the data sets in which the fact stands, if it is one of data. */
export interface CorrectionTold {
  readonly data: readonly CorrectedData[];
  readonly effects: readonly CaseEffect[];
  readonly correction: FigureCorrection;
  /** Those whose numbers move. */
  readonly sentences: readonly MovedSentence[];
  /** Those that only name what moves. */
  readonly mentions: readonly MovedSentence[];
}

/** What a correction of data leaves on the old value, and how each is made again. */
export function standsLines(data: readonly CorrectedData[], width: number): string[] {
  const found = standsOnData(data.map(({ before }) => before.name));
  if (found.length === 0) return [];
  const lines = found.flatMap(({ what, how }) => [
    wrapped(what, '  ', width),
    wrapped(`made again: ${how}`, '    ', width),
  ]);
  return ['What may stand on the old value, once it is accepted:', ...lines];
}

/** What a correction moves, by data set and case, and the sentences. */
export function correctionText(
  { correction, data, effects, sentences, mentions }: CorrectionTold,
  width: number,
): string {
  const sets = data.map(({ before, cells }) =>
    wrapped(`${before.name}: ${cells.map(({ id }) => id).join(', ')}`, 'data ', width),
  );
  const cases = effects.flatMap((effect) => caseLines(effect, width));
  const stand = sentences.flatMap((each) => [
    `${each.page} line ${each.line}`,
    wrapped(each.sentence, '  ', width),
    ...movedNumbers(each, correction).map((line) => wrapped(line, '    - ', width)),
  ]);
  const moved = effects.reduce((sum, { measures }) => sum + measures.length, 0);
  const counts = [
    `cases and articles touched: ${effects.length}`,
    `measures moved: ${moved}`,
    `sentences whose numbers move: ${sentences.length}`,
  ];
  const head = wrapped(correctedLine(correction), '', width);
  const named = [...mentionLines(mentions, width), ...standsLines(data, width)];
  return `${[head, ...sets, ...cases, ...stand, ...named, counts.join(', ')].join('\n')}\n`;
}

/** The value that is corrected, before and after; or that the passport alone changes. */
function correctedLine({ case: home, figure, before, passport }: FigureCorrection): string {
  const [was, is] = [before.value, passport.value].map(String);
  const name = `${home} ${figure}`;
  if (was === is && before.unit === passport.unit)
    return `${name}: ${was} stays; its passport changes`;
  return `${name}: ${was} ${before.unit} -> ${is} ${passport.unit}`;
}

/** What moves in a sentence, with its size; a figure is the corrected one. */
function movedNumbers({ because, sizes }: MovedSentence, { before, passport }: FigureCorrection) {
  return because.map((of) => {
    const size = sizes.find((each) => each.of === of);
    if (size !== undefined) {
      const [was, is] = [told(size.before), told(size.after)];
      const values = was === is ? `${was}` : `${was} -> ${is}`;
      const less = was === is ? ', moves by less than is shown' : '';
      return `${of}: ${`${values} ${size.unit}`.trimEnd()}${less}`;
    }
    if (!of.startsWith('figure ')) return `${of} says something else`;
    if (before.value === passport.value) return `${of}: its passport`;
    return `${of}: ${String(before.value)} -> ${String(passport.value)} ${passport.unit}`;
  });
}

/** Pages that only name what moves, one line a page: their numbers stay. */
function mentionLines(mentions: readonly MovedSentence[], width: number): string[] {
  if (mentions.length === 0) return [];
  const pages = [...new Set(mentions.map(({ page }) => page))];
  const lines = pages.map((page) => {
    const found = mentions.filter((each) => each.page === page);
    const at = found.map(({ line }) => line).join(', ');
    return wrapped(`${page} line ${at}`, '  ', width);
  });
  return [`Sentences that only name what moves (${mentions.length}), to be read again:`, ...lines];
}

function caseLines(effect: CaseEffect, width: number): string[] {
  const { part, slug, figures, measures, reproductions, unsolvedFits, issues } = effect;
  const under = (text: string): string => wrapped(text, '  ', width);
  return [
    `${part === 'article' ? 'article ' : ''}${slug}: ${held(figures)}`,
    under(readInto(effect)),
    ...effect.namedIn.map((place) => under(`a source of the Change at ${place}: judge it again`)),
    ...issueLines(issues, width),
    ...measureLines(measures),
    ...disciplineLines(effect).map(under),
    ...effect.brokenTotals.map(({ of, published, built }) =>
      under(`${of} of ${published} is met no more: the rows add up to ${built.toFixed(1)}`),
    ),
    ...effect.unexplained.map(({ of, before, after }) =>
      under(`no item explains ${after.toFixed(1)} of ${of}; before, ${before.toFixed(1)}`),
    ),
    ...reproductions.map(({ title, unit, before, after, isMissedNow }) =>
      under(
        `${title}: difference ${shown(before.difference)} becomes ${shown(after.difference)} ` +
          `${unit}${isMissedNow ? ', beyond its aim' : ''}`,
      ),
    ),
    ...unsolvedFits.slice(0, MOST_FITS).map(({ parameter }) => under(`${parameter}: fit again`)),
    ...(unsolvedFits.length > MOST_FITS
      ? [under(`and ${unsolvedFits.length - MOST_FITS} more must be fitted again`)]
      : []),
  ];
}

/** A Study built by the rules of a Call Report reads figures and refers to none of its numbers. */
function readInto({ numbers, measures, discipline }: CaseEffect): string {
  if (numbers.length > 0) return `read into ${numbers.join(', ')}`;
  if (measures.length > 0) return 'read by the rules that build the Study';
  if (discipline.length > 0) return 'read into its discipline alone, not into its Study';
  return 'read into no number of a Study';
}

function held(figures: readonly string[]): string {
  return figures.length === 0 ? 'through a sister or a data set' : figures.join(', ');
}

function told(value: number | string | null): string {
  return typeof value === 'number' ? shown(value) : (value ?? 'not told');
}

/** What a challenge moves, case by case. */
export function challengeText(effects: readonly ChallengeEffect[], width: number): string {
  const lines = effects.flatMap(({ slug, measures, issues }) => [
    issues.length > 0
      ? `${slug}: the Change does not fit`
      : `${slug}: ${measures.length} measures move`,
    ...issueLines(issues, width),
    ...measureLines(measures),
  ]);
  const count = effects.length === 1 ? '1 case' : `${effects.length} cases`;
  return `${[...lines, count].join('\n')}\n`;
}

function issueLines(issues: readonly Issue[], width: number): string[] {
  return issues.map((each) => wrapped(issueText(each), '  ', width));
}

/** Numbers of the discipline that move as they are shown, and how many move by less. */
function disciplineLines({ discipline }: CaseEffect): string[] {
  const seen = discipline.filter(({ before, after }) => told(before) !== told(after));
  const less = discipline.length - seen.length;
  return [
    ...seen.map(
      ({ field, before, after }) => `discipline ${field} ${told(before)} -> ${told(after)}`,
    ),
    ...(less > 0 ? [`${less} numbers of the discipline move by less than is shown`] : []),
  ];
}

/**
 * The headline measures, or the first, of those that move as they are shown; how many more there
 * are, and how many move by less (CONTRIB-12).
 */
function measureLines(measures: readonly MovedMeasure[]): string[] {
  const seen = measures.filter(({ before, after }) => shown(before) !== shown(after));
  const first = headlines(seen);
  const chosen = (first.length > 0 ? first : seen).slice(0, MOST_MEASURES);
  const rest = seen.length - chosen.length;
  const less = measures.length - seen.length;
  return [
    ...chosen.map(({ id, scenario, unit, before, after, change }) => {
      const name = scenario === '' ? id : `${id} at ${scenario}`;
      const values = `${shown(before)} -> ${shown(after)} (${shown(change)})`;
      return `  ${name.padEnd(34)} ${values} ${unit}`;
    }),
    ...(rest > 0 ? [`  and ${rest} more measures; --json has them all`] : []),
    ...(less > 0 ? [`  ${less} measures move by less than is shown`] : []),
  ];
}

function shown(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e5 || (size > 0 && size < 1e-3)) return value.toPrecision(6);
  return value.toFixed(size >= 100 ? 1 : 4);
}

/** A history as lines. */
export function historyLines(events: readonly HistoryEvent[], width: number): string {
  return events
    .map(({ state, date, by, reason }) =>
      wrapped(`${state} by ${by}: ${reason}`, `${date} `, width),
    )
    .join('\n');
}
