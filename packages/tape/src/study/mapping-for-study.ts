import { type Issue, issue } from '@almfes/engine';
import type { TapeKind, TapeMapping, TermName } from '../mapping/index.js';
import { termOf } from '../mapping/index.js';

/** What no tape says of itself and a Study needs: stated in the mapping (rule TAPE-41). */
const ASKED: Readonly<Record<TapeKind, readonly TermName[]>> = {
  loans: ['behaviour', 'discountSpread', 'reinvestTenorMonths', 'reinvestSpread'],
  securities: [
    ...(['amortisedCost', 'fairValue', 'bookYield'] as const),
    ...(['behaviour', 'discountSpread', 'reinvestTenorMonths', 'reinvestSpread'] as const),
  ],
  deposits: ['rateType', 'behaviour', 'discountSpread', 'reinvestTenorMonths', 'reinvestSpread'],
  borrowings: ['discountSpread', 'reinvestTenorMonths', 'reinvestSpread'],
  derivatives: ['initialExchangeDate', 'rateIndex', 'rateSpread'],
  other: [],
};

/** Issues for terms that a Study asks for and the mapping gives neither as column nor constant. */
export function mappingForStudyIssues(mapping: TapeMapping, fileName: string): readonly Issue[] {
  return mapping.rows.flatMap(({ kind, terms }, at) =>
    ASKED[kind].flatMap((name) => {
      if (terms[name] !== undefined) return [];
      const path = `${fileName} /rows/${at}/terms/${name}`;
      const expected = `${termOf(name).title}: a column or a constant, for a Study of ${kind}`;
      return [issue('missing', path, expected, 'nothing')];
    }),
  );
}

const UNUSED: Readonly<Partial<Record<TermName, string>>> = {
  lifeCap: 'rows of a Study have no cap; options sold to customers stand in automaticOptions',
  lifeFloor: 'rows of a Study have no floor; options sold to customers stand in automaticOptions',
  insuredAmount: 'uninsured deposits are one total of the frame, liquidity.uninsuredUsdMillion',
  cycleOfInterestPayment: 'interest is paid every month (CF-1)',
  cycleOfRateReset: 'after the first reset a rate resets every month (CF-4)',
};

/** A term that was read and that the Study has no place for, with what holds instead. */
export interface UnusedTerm {
  readonly kind: TapeKind;
  readonly term: TermName;
  readonly reason: string;
}

/** Terms of a mapping that do not enter the Study: told, never dropped in silence (TAPE-41). */
export function unusedTerms(mapping: TapeMapping): readonly UnusedTerm[] {
  const found = new Map<string, UnusedTerm>();
  for (const { kind, terms } of mapping.rows) {
    for (const [term, reason] of unusedOf(kind)) {
      if (terms[term] === undefined) continue;
      found.set(`${kind} ${term}`, { kind, term, reason });
    }
  }
  return [...found.values()];
}

function unusedOf(kind: TapeKind): readonly (readonly [TermName, string])[] {
  const known: (readonly [TermName, string])[] = [];
  const add = (term: TermName, reason = UNUSED[term]): void => {
    if (reason !== undefined) known.push([term, reason]);
  };
  for (const term of ['lifeCap', 'lifeFloor', 'insuredAmount'] as const) add(term);
  for (const term of ['cycleOfInterestPayment', 'cycleOfRateReset'] as const) add(term);
  if (kind !== 'derivatives') {
    add('rateSpread', 'the margin is the present rate less the index today (CF-4)');
  }
  if (kind === 'derivatives') add('fairValue', 'a swap is worth what its curve says');
  else if (kind !== 'securities') add('fairValue', 'the value is measured, not read');
  return known;
}
