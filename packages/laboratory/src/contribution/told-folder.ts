import type { FigureCorrection } from './figure-correction.js';
import { correctedFigures, figuresIn } from './figure-correction.js';

/** A folder with figures and prose and no Study: a disclosure study, or an article. */
export interface ToldFolder {
  readonly part: 'case' | 'article';
  readonly slug: string;
  /** figures.json, of unknown shape. */
  readonly figures: unknown;
  /** The day until which its figures had to be public: of the decision, or of the article. */
  readonly date: string;
}

/** The ids under which it holds the fact. */
export function heldIn(
  { part, slug, figures }: ToldFolder,
  correction: FigureCorrection,
): readonly string[] {
  // an article is never the home of a correction, which names a case
  const name = part === 'article' ? `article/${slug}` : slug;
  return Object.keys(correctedFigures(name, figuresIn(figures) ?? {}, correction));
}
