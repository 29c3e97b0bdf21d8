import type { Figure } from '@almfes/engine';
import type { SectionName } from './section.js';

/** The unit in which the documents print money. */
export const MONEY_UNITS = ['USD thousand', 'USD million', 'USD billion'] as const;
export type MoneyUnit = (typeof MONEY_UNITS)[number];

/** A published document: what it is, the day it became public, and where it stands. */
export interface DisclosedDocument {
  readonly title: string;
  readonly knownFrom: string;
  readonly url: string;
}

/** A figure at its place in the form: section, item, and which part of it (none is the total). */
export interface DisclosedFact {
  readonly id: string;
  readonly section: SectionName;
  /** JSON pointer of the fact in the form. */
  readonly path: string;
  readonly item: string;
  readonly of?: string;
  readonly bucket?: string;
  readonly shockBp?: number;
  /** In the unit of the documents. */
  readonly figure: Figure & { readonly value: number };
}

/** One printed number beside what it is made of. */
export interface IdentityCheck {
  readonly name: string;
  readonly total: DisclosedFact;
  readonly parts: readonly DisclosedFact[];
  readonly expected: number;
  /** The printed number less `expected`. */
  readonly difference: number;
  /** The most that rounding of the printed numbers can make. */
  readonly rounding: number;
}

/** What a bank has published, read and checked (rules DISC-1 to DISC-12). */
export interface Disclosure {
  readonly case: string;
  readonly institution: string;
  readonly valuationDate: string;
  readonly decisionDate: string;
  readonly unit: MoneyUnit;
  readonly note: string;
  readonly documents: Readonly<Record<string, DisclosedDocument>>;
  readonly facts: readonly DisclosedFact[];
  readonly identities: readonly IdentityCheck[];
}
