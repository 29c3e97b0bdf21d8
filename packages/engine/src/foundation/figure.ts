/** How sure we are of a figure, from "seen in the cited document" down to memory. */
export type Confidence = 'seen' | 'seen-secondary' | 'derived' | 'recalled';

/** What a figure may do: carry a result, be reproduced, or only be shown. */
export type FigureRole = 'input' | 'target' | 'evidence' | 'outcome';

/**
 * A public fact with its passport. `knownFrom` is the publication date of the document: a Study
 * may cite a figure only when `knownFrom` is not later than the Study's decision date.
 */
export interface Figure {
  readonly label: string;
  readonly value: number | string | readonly number[];
  readonly unit: string;
  readonly asOf: string;
  readonly knownFrom: string;
  readonly document: string;
  readonly locator: string;
  readonly url: string;
  readonly confidence: Confidence;
  readonly role: FigureRole;
}

/**
 * A model input that is not read off a page as it stands. `basis` says where the number comes
 * from; `source` lists figure ids (or, for `assumed`, the public text named in `note`).
 */
export interface Parameter {
  readonly value: number;
  readonly unit: string;
  readonly basis: 'disclosed' | 'derived' | 'fitted' | 'assumed';
  readonly source: readonly string[];
  readonly note: string;
}
