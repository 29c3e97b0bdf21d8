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
  /** Before and after of each measure and number of the discipline among them. */
  readonly sizes: readonly MovedNumber[];
}

/** A number of a sentence before and after; a discipline may tell words, and has its own unit. */
export interface MovedNumber {
  readonly of: string;
  readonly before: number | string | null;
  readonly after: number | string | null;
  readonly unit: string;
}

/** Whether a number of the sentence moves; else it only names a page that says something else. */
export function holdsNumber({ because }: MovedSentence): boolean {
  return because.some((each) => !/^(?:case|article) /.test(each));
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
    const moved = targets.filter((each) => moves(each, page, effects));
    const because = moved.map(words);
    if (because.length === 0) continue;
    const [from, to] = sentenceAround(prose.markdown, start);
    const sentence = prose.markdown.slice(from, to).replaceAll(/\s+/g, ' ').trim();
    const known = found.get(from) ?? { page: name, line, sentence, because: [], sizes: [] };
    const fresh = moved.filter((each) => !known.because.includes(words(each)));
    const sizes = [...known.sizes, ...fresh.flatMap((each) => sizeOf(each, page, effects))];
    found.set(from, { ...known, because: [...new Set([...known.because, ...because])], sizes });
  }
  return [...found.values()];
}

function moves(target: Target, { part, slug }: Page, effects: readonly CaseEffect[]): boolean {
  if (target.kind === 'case' || target.kind === 'article') {
    return effects.some(
      (each) => each.part === target.kind && each.slug === target.id && saysOther(each),
    );
  }
  if (target.kind !== 'figure') return sizeOf(target, { part, slug }, effects).length > 0;
  const effect = effects.find((each) => each.part === part && each.slug === slug);
  return effect?.figures.includes(target.id) === true;
}

function sizeOf(
  target: Target,
  { part, slug }: Pick<Page, 'part' | 'slug'>,
  effects: readonly CaseEffect[],
): readonly MovedNumber[] {
  const effect = effects.find((each) => each.part === part && each.slug === slug);
  const of = words(target);
  if (effect === undefined) return [];
  if (target.kind === 'discipline') {
    const field = target.id.replace(/ratio$/, 'efficiency');
    return effect.discipline
      .filter((each) => each.field === field)
      .map(({ before, after }) => ({ of, before, after, unit: '' }));
  }
  if (target.kind !== 'measure') return [];
  const { id, scenario } = target;
  return effect.measures
    .filter((each) => each.id === id && each.scenario === scenario)
    .map(({ before, after, unit }) => ({ of, before, after, unit }));
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
