import type { Reference } from './reference.js';

/** A reference and where it stands. */
export type PlacedReference = Reference & {
  /** Line of the file, from 1. */
  readonly line: number;
  /** Offsets into the Markdown, brackets included. */
  readonly start: number;
  readonly end: number;
};

/** A part of prose under a `##` heading. */
export interface ProseSection {
  readonly title: string;
  readonly line: number;
  /** Offsets into the Markdown of what stands under the heading. */
  readonly start: number;
  readonly end: number;
}

/** Checked Markdown: no raw HTML, no picture, no typed number; values are references. */
export interface Prose {
  /** As the author wrote it, references unfilled. */
  readonly markdown: string;
  /** Name of the file, and the line of it where the Markdown begins. */
  readonly file: string;
  readonly firstLine: number;
  readonly sections: readonly ProseSection[];
  readonly references: readonly PlacedReference[];
}

/** One thing a line of prose rests on; a ratio rests on two. */
export interface ProseUse {
  readonly line: number;
  readonly kind: 'figure' | 'measure' | 'discipline' | 'case' | 'entry' | 'article';
  readonly id: string;
  /** '' for a measure of the valuation date and for what is no measure. */
  readonly scenario: string;
}

/** What each line rests on, in order: which sentences a figure or a measure moves. */
export function proseReferences(prose: Prose): ProseUse[] {
  return prose.references.flatMap(({ line, target }) => {
    const targets = target.kind === 'ratio' ? [target.over, target.under] : [target];
    return targets.map((each) => ({
      line,
      kind: each.kind,
      id: each.id,
      scenario: each.kind === 'measure' ? each.scenario : '',
    }));
  });
}
