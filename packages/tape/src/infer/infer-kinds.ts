import type { KindCondition, TapeKind } from '../mapping/index.js';
import type { TapeProfile } from '../profile/index.js';
import { kindOfCode } from './code-meanings.js';
import { wordsOfName } from './words-of-name.js';

/** Rows of one kind, the condition that tells them, and why. */
export interface KindGuess {
  readonly kind: TapeKind;
  /** Empty: every row. */
  readonly when: readonly KindCondition[];
  readonly evidence: string;
}

interface KindsFound {
  readonly kinds: readonly KindGuess[];
  readonly questions: readonly string[];
}

/** Words in the name of a file or of a column that only one kind of row has. */
const MARKS: readonly (readonly [TapeKind, string])[] = [
  ['derivatives', 'swap swaps derivative derivatives leg notional'],
  ['securities', 'security securities bond bonds cusip isin par coupon investment investments'],
  ['deposits', 'deposit deposits dda insured fdic savings guarantee'],
  ['borrowings', 'borrowing borrowings fhlb advance advances'],
  ['loans', 'loan loans mortgage mortgages ltv borrower arrears'],
];

const MOST_RECORD_CODES = 12;

/**
 * What kinds of rows a tape holds (rule TAPE-25): several where one column has the codes of at
 * least two kinds, else one by the words of its name and columns. Codes that are not known are a
 * question; so is a tape of which nothing can be told.
 */
export function inferKinds(profile: TapeProfile): KindsFound {
  return kindsByColumn(profile) ?? kindByWords(profile);
}

function kindsByColumn(profile: TapeProfile): KindsFound | undefined {
  for (const { name, distinct, absent, examples } of profile.columns) {
    if (distinct > MOST_RECORD_CODES || absent > 0) continue;
    const codes = new Map<TapeKind, string[]>();
    const unknown: string[] = [];
    for (const { cell } of examples) {
      const kind = kindOfCode(cell);
      if (kind === undefined) unknown.push(cell);
      else codes.set(kind, [...(codes.get(kind) ?? []), cell]);
    }
    if (codes.size < 2) continue;
    const kinds = [...codes].map(([kind, cells]): KindGuess => {
      const evidence = `${name} is ${cells.join(' or ')}`;
      return { kind, when: [{ column: name, in: cells }], evidence };
    });
    const questions = unknown.map(
      (cell) => `${name} is ${cell} in some rows: which kind are they, or are they left out?`,
    );
    return { kinds, questions };
  }
  return undefined;
}

function kindByWords(profile: TapeProfile): KindsFound {
  const words = new Set(
    [profile.fileName, ...profile.columns.map(({ name }) => name)].flatMap(wordsOfName),
  );
  const counted = MARKS.map(([kind, marks]) => {
    return { kind, found: marks.split(' ').filter((mark) => words.has(mark)) };
  });
  const most = Math.max(...counted.map(({ found }) => found.length));
  const best = counted.filter(({ found }) => found.length === most);
  const [first] = best;
  if (most === 0 || first === undefined || best.length > 1) {
    const kinds =
      best.length > 1 && most > 0 ? ` (${best.map(({ kind }) => kind).join(' or ')})` : '';
    return { kinds: [], questions: [`What kind of rows are these${kinds}?`] };
  }
  const evidence = `the words ${first.found.join(', ')}`;
  return { kinds: [{ kind: first.kind, when: [], evidence }], questions: [] };
}
