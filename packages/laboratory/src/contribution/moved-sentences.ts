import type { Prose } from '../prose/index.js';
import type { CaseEffect } from './correction-effect.js';

/** A page of the library: of a case or an article, or a weekly issue, which only names them. */
export interface Page {
  readonly name: string;
  readonly part: 'case' | 'article' | 'weekly';
  /** The folder whose figures and measures its references mean. */
  readonly slug: string;
  readonly prose: Prose;
}

/** A sentence that says something else once a correction is accepted. */
export interface MovedSentence {
  readonly page: string;
  readonly line: number;
  readonly sentence: string;
  /** What in it moves: `figure ID`, `measure ID SCENARIO`, `discipline FIELD`, `case SLUG`. */
  readonly because: readonly string[];
}

/**
 * The sentences that a correction moves (rule CONTRIB-13): in the page of a case, those that hold
 * the figure, a measure or a number of the discipline that moves; in an article, those with the
 * figure; in every page, those that name a case or article that says something else then. A
 * sentence ends at a full stop, question or exclamation mark before a blank and a capital or
 * bracket, and nowhere beyond its paragraph; a row of a table is one.
 */
export function movedSentences(
  pages: readonly Page[],
  effects: readonly CaseEffect[],
): readonly MovedSentence[] {
  return pages.flatMap((page) => movedIn(page, effects));
}

type Target = Exclude<Prose['references'][number]['target'], { readonly kind: 'ratio' }>;

function movedIn(page: Page, effects: readonly CaseEffect[]): MovedSentence[] {
  const { name, prose } = page;
  const found = new Map<number, MovedSentence>();
  for (const { line, start, target } of prose.references) {
    const targets = target.kind === 'ratio' ? [target.over, target.under] : [target];
    const because = targets.filter((each) => moves(each, page, effects)).map(words);
    if (because.length === 0) continue;
    const [from, to] = sentenceAround(prose.markdown, start);
    const sentence = prose.markdown.slice(from, to).replaceAll(/\s+/g, ' ').trim();
    const known = found.get(from) ?? { page: name, line, sentence, because: [] };
    found.set(from, { ...known, because: [...new Set([...known.because, ...because])] });
  }
  return [...found.values()];
}

function moves(target: Target, { part, slug }: Page, effects: readonly CaseEffect[]): boolean {
  if (target.kind === 'case' || target.kind === 'article') {
    return effects.some(
      (each) => each.part === target.kind && each.slug === target.id && saysOther(each),
    );
  }
  const effect = effects.find((each) => each.part === part && each.slug === slug);
  if (effect === undefined) return false;
  if (target.kind === 'figure') return effect.figures.includes(target.id);
  if (target.kind === 'discipline') {
    const field = target.id.replace(/ratio$/, 'efficiency');
    return effect.discipline.some((each) => each.field === field);
  }
  if (target.kind !== 'measure') return false;
  const { id, scenario } = target;
  return effect.measures.some((each) => each.id === id && each.scenario === scenario);
}

/** Whether a page that names it may have to be read again: a result moves, or a figure it tells. */
function saysOther({ measures, discipline, hasStudy, figures }: CaseEffect): boolean {
  return measures.length + discipline.length > 0 || (!hasStudy && figures.length > 0);
}

function words(target: Target): string {
  const scenario = target.kind === 'measure' ? target.scenario : '';
  return scenario === ''
    ? `${target.kind} ${target.id}`
    : `${target.kind} ${target.id} ${scenario}`;
}

const SENTENCE_END = /[.!?]["')\]]*\s+(?=[A-Z[("'])/g;

function sentenceAround(markdown: string, at: number): readonly [number, number] {
  const start = markdown.lastIndexOf('\n', at) + 1;
  if (markdown[start] === '|') {
    const end = markdown.indexOf('\n', at);
    return [start, end < 0 ? markdown.length : end];
  }
  const before = markdown.lastIndexOf('\n\n', at);
  const after = markdown.indexOf('\n\n', at);
  const first = before < 0 ? 0 : before + 2;
  const last = after < 0 ? markdown.length : after;
  let from = first;
  for (const match of markdown.slice(first, last).matchAll(SENTENCE_END)) {
    const end = first + match.index + match[0].length;
    if (end > at) return [from, end];
    from = end;
  }
  return [from, last];
}
