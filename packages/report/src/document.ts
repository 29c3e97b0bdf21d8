import type { Finding, MarkedNumber, Picture } from '@almfes/engine';

/** A column of formatted text; numbers stand at the end of the line, words at the start. */
export interface DocumentColumn {
  readonly title: string;
  readonly unit: string;
  readonly align: 'start' | 'end';
}

/** Words, with the places of their numbers where their origins are known. */
export type Words = string | Finding;

/** A table whose cells are already the text the reader sees. */
export interface DocumentTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly Words[];
  /** The numbers in each cell. */
  readonly numbers?: readonly (readonly (readonly MarkedNumber[])[])[];
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: Words }
  | { readonly kind: 'list'; readonly items: readonly Words[] }
  | { readonly kind: 'table'; readonly table: DocumentTable }
  /** `data` holds the numbers of the picture, for those who cannot or do not want to see it. */
  | {
      readonly kind: 'picture';
      readonly picture: Picture;
      readonly description: string;
      readonly data: DocumentTable;
    };

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface Fact {
  readonly term: string;
  readonly text: string;
}

/** What every rendering (HTML, terminal) says, in one order and in the same words. */
export interface ReportDocument {
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly sections: readonly Section[];
}

/** The words alone. */
export function textOf(words: Words): string {
  return typeof words === 'string' ? words : words.text;
}
