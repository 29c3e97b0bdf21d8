import type { Picture } from '@almfes/engine';

/** A column of formatted text; numbers stand at the end of the line, words at the start. */
export interface DocumentColumn {
  readonly title: string;
  readonly unit: string;
  readonly align: 'start' | 'end';
}

/** A passport on the same page: the name of what it tells of, and its anchor. */
export interface DocumentOrigin {
  readonly title: string;
  readonly href: string;
}

/** A table whose cells are already the text the reader sees. */
export interface DocumentTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
  /** Passports of its numbers: all of them beneath it, and that of a cell where it has its own. */
  readonly origins?: {
    readonly beneath: readonly DocumentOrigin[];
    readonly cells: readonly (readonly (string | undefined)[])[];
  };
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
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
