import type { LeftOut, TermName, TermSource } from '../mapping/index.js';
import type { KindGuess } from './infer-kinds.js';

/** A term, the column that may give it, how sure that is, and why, in words. */
export interface ProposalLine {
  readonly term: TermName;
  readonly source: TermSource;
  /** 0 to 1 (rule TAPE-25). */
  readonly confidence: number;
  readonly evidence: readonly string[];
}

/** A part of the confidence with its reason. */
export interface Reason {
  readonly points: number;
  readonly evidence: string;
}

/** A term that is left open: below the stated confidence, or without a column. */
export interface OpenTerm {
  readonly term: TermName;
  readonly question: string;
  /** The best column found, for the reader to accept. */
  readonly best?: ProposalLine;
}

/** What is proposed for the rows of one kind. */
export interface ProposalSection extends KindGuess {
  readonly lines: readonly ProposalLine[];
  readonly open: readonly OpenTerm[];
}

/**
 * A mapping that may be right. It is no mapping: it is written out, answered and saved by a
 * person, and read like every other file before it is used.
 */
export interface MappingProposal {
  readonly fileName: string;
  readonly leaveOut: readonly LeftOut[];
  readonly sections: readonly ProposalSection[];
  /** About the tape as a whole. */
  readonly questions: readonly string[];
}
