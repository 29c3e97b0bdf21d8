import type { HtmlSection } from './html-section.js';

/** A row of facts under the title: a term, its words and, where it has one, a place to go. */
export interface PageFact {
  readonly term: string;
  readonly text: string;
  /** An address inside the site ('library/svb-2022'), of another site, or '#anchor'. */
  readonly href?: string;
}

/** A cell of a list: its words, where it leads, and what it is sorted by when not its words. */
export interface ListCell {
  readonly text: string;
  readonly href?: string;
  readonly sort?: number | string;
  /** A second line in quiet letters. */
  readonly note?: string;
}

export interface ListColumn {
  readonly title: string;
  readonly align: 'start' | 'end';
}

/** One row, with the value of each facet the reader may choose by. */
export interface ListRow {
  readonly id?: string;
  readonly cells: readonly ListCell[];
  readonly facets: Readonly<Record<string, string>>;
}

/** A table of things to choose from: a reader may narrow it by a facet and sort it by a column. */
export interface ListTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly ListColumn[];
  readonly rows: readonly ListRow[];
  readonly facets: readonly { readonly id: string; readonly title: string }[];
  /** Its order tells something, or there is nothing to sort. */
  readonly isFixed?: true;
}

/** Where a number comes from: everything a reader needs to find it again. */
export interface Passport {
  /** The place in the page that links to it lead to. */
  readonly anchor: string;
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  /** Dates, confidence and role of a figure; definition of a measure. */
  readonly told: string;
  /** What it is made of: words, and a number with the address of its own passport. */
  readonly parts?: readonly {
    readonly words: string;
    readonly text: string;
    readonly href: string;
  }[];
  /** The document, or the rule; with its address where it has one. */
  readonly document: string;
  readonly locator: string;
  readonly href: string;
}

export type PageBlock =
  /** `from` is the repository path that relative links start from. */
  | { readonly kind: 'markdown'; readonly text: string; readonly from: string }
  /** Made and escaped by this package; `href="page:ADDRESS"` leads to a page of the site. */
  | { readonly kind: 'html'; readonly html: HtmlSection['html'] }
  | { readonly kind: 'facts'; readonly facts: readonly PageFact[] }
  | { readonly kind: 'list'; readonly list: ListTable }
  | { readonly kind: 'passports'; readonly passports: readonly Passport[] };

export interface PageSection {
  readonly id: string;
  readonly title: string;
  readonly level: 2 | 3;
  /** Only its title is seen until it is opened, or a link leads into it. */
  readonly isFolded?: true;
  /** Places inside it that the contents of the page name too. */
  readonly places?: readonly { readonly id: string; readonly title: string }[];
  readonly blocks: readonly PageBlock[];
}

/** A page of the site as data: the site's maker sets it and computes nothing. */
export interface SitePage {
  /** Path in the site without an ending: 'library/svb-2022'; 'index' is the home page. */
  readonly address: string;
  /** The entry of the head's navigation that it belongs to, or ''. */
  readonly part: string;
  readonly kicker: string;
  readonly title: string;
  readonly description: string;
  readonly facts: readonly PageFact[];
  /** The pages it belongs with, itself among them, in the order they are read. */
  readonly siblings?: readonly { readonly title: string; readonly address: string }[];
  readonly sections: readonly PageSection[];
}

/** What all pages share. */
export interface SiteFrame {
  readonly name: string;
  readonly navigation: readonly { readonly part: string; readonly href: string }[];
  readonly style: string;
  /** Pages made from a file of the repository, by its path. */
  readonly documents: Readonly<Record<string, string>>;
  /** Every address of the site: a link to another keeps its words and leads nowhere. */
  readonly addresses: readonly string[];
  /** Feeds the site offers, as files beside the pages. */
  readonly feeds: readonly {
    readonly href: string;
    readonly type: string;
    readonly title: string;
  }[];
  /** Absolute address of the site, or '' when it was not told. */
  readonly baseAddress: string;
}
