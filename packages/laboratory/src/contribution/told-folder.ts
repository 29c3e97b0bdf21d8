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
  /** structural-hedge.json of a disclosure study that has one, of unknown shape. */
  readonly structuralHedge?: unknown;
}

/** How a correction names the folder of its figure: a case by its slug, an article by its part. */
export function homeName({ part, slug }: Pick<ToldFolder, 'part' | 'slug'>): string {
  return part === 'article' ? `article/${slug}` : slug;
}

/** The ids under which it holds the fact. */
export function heldIn(folder: ToldFolder, correction: FigureCorrection): readonly string[] {
  const figures = figuresIn(folder.figures) ?? {};
  return Object.keys(correctedFigures(homeName(folder), figures, correction));
}
