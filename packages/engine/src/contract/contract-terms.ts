import type { TermCycle, TermPeriod } from './cycle.js';
import type { ContractType, TERMS, TermName } from './term-dictionary.js';

/** A part of a composed contract: a contract of its own, or the name of one or of an index. */
export interface ContractReference {
  readonly referenceType: string;
  readonly referenceRole: string;
  /** With reference type CNT. */
  readonly contract: ContractTerms | undefined;
  /** With reference type CID (contractIdentifier) or MOC (marketObjectCode). */
  readonly code: string | undefined;
}

type Spec = (typeof TERMS)[TermName];
type ValueOf<S extends Spec> = S extends { readonly allowed: readonly (infer A)[] }
  ? S extends { readonly kind: 'enums' }
    ? readonly A[]
    : A
  : {
      readonly text: string;
      readonly real: number;
      readonly reals: readonly number[];
      readonly time: number;
      readonly times: readonly number[];
      readonly cycle: TermCycle;
      readonly cycles: readonly TermCycle[];
      readonly period: TermPeriod;
      readonly structure: readonly ContractReference[];
      readonly enum: string;
      readonly enums: readonly string[];
    }[S['kind']];

/**
 * The terms of a contract as parsed: ACTUS names, times in seconds since 1970 (local), numbers as
 * written, absent terms absent. Defaults are applied where a rule reads the term.
 */
export type ContractTerms = {
  readonly [N in TermName]?: ValueOf<(typeof TERMS)[N]>;
} & { readonly contractType: ContractType };
