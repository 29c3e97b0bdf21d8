import { type Prose, type ProseUse, proseReferences } from '../prose/index.js';
import type { CaseEffect } from './correction-effect.js';

/** A page of the library: a case's own, or one that only names cases. */
export interface Page {
  readonly name: string;
  /** The case whose figures and measures its references mean; null for an article. */
  readonly slug: string | null;
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
 * The sentences that a correction moves (rule CONTRIB-13): in the page of a case, those that hold the
 * figure, a measure that moves, or its discipline when any measure moves; in other pages, those that
 * name a case whose measures move. A sentence ends at a full stop, question or exclamation mark
 * before a blank and a capital or bracket, and nowhere beyond its paragraph.
 */
export function movedSentences(
  pages: readonly Page[],
  effects: readonly CaseEffect[],
): readonly MovedSentence[] {
  return pages.flatMap((page) => {
    const found = proseReferences(page.prose).map((use, index) => ({ use, index }));
    const moving = found.filter(({ use }) => moves(use, page, effects));
    return sentencesOf(page, moving.map(({ use }) => use));
  });
}

function moves(use: ProseUse, { slug }: Page, effects: readonly CaseEffect[]): boolean {
  if (use.kind === 'case') {
    return effects.some((each) => each.slug === use.id && each.measures.length > 0);
  }
  const effect = effects.find((each) => each.slug === slug);
  if (effect === undefined) return false;
  if (use.kind === 'figure') return effect.figures.includes(use.id);
  if (use.kind === 'discipline') return effect.measures.length > 0;
  return (
    use.kind === 'measure' &&
    effect.measures.some(({ id, scenario }) => id === use.id && scenario === use.scenario)
  );
}

/** The sentences in which the uses stand, each once, in the order of the page. */
function sentencesOf({ name, prose }: Page, uses: readonly ProseUse[]): MovedSentence[] {
  const found = new Map<number, { line: number; sentence: string; because: Set<string> }>();
  for (const { line, start, target } of prose.references) {
    const targets = target.kind === 'ratio' ? [target.over, target.under] : [target];
    const because = targets.flatMap((each) =>
      uses.some((use) => use.line === line && use.kind === each.kind && use.id === each.id)
        ? [words(each)]
        : [],
    );
    if (because.length === 0) continue;
    const [from, to] = sentenceAround(prose.markdown, start);
    const sentence = prose.markdown.slice(from, to).replaceAll(/\s+/g, ' ').trim();
    const known = found.get(from) ?? { line, sentence, because: new Set() };
    for (const each of because) known.because.add(each);
    found.set(from, known);
  }
  return [...found.values()].map((each) => ({ page: name, ...each, because: [...each.because] }));
}

function words(target: { readonly kind: string; readonly id: string; readonly scenario?: string }) {
  const scenario = target.scenario ?? '';
  return scenario === '' ? `${target.kind} ${target.id}` : `${target.kind} ${target.id} ${scenario}`;
}

const SENTENCE_END = /[.!?]["')\]]*\s+(?=[A-Z[("'])/g;

function sentenceAround(markdown: string, at: number): readonly [number, number] {
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
