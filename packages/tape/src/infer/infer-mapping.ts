import { isRequired, type TapeKind, type TermName, termOf, termsOfKind } from '../mapping/index.js';
import type { ColumnProfile, TapeProfile } from '../profile/index.js';
import { inferFire } from './infer-fire.js';
import { inferKinds, type KindGuess } from './infer-kinds.js';
import type { MappingProposal, OpenTerm, ProposalLine, ProposalSection } from './proposal.js';
import { proposeLine } from './propose-line.js';
import { nameMatches } from './synonyms.js';

/** A line below this confidence is left open as a question (rule TAPE-25). */
export const ACCEPTED_CONFIDENCE = 0.75;
/** Two columns this near to each other are a question, however sure either is. */
const TOO_NEAR = 0.05;

/** Terms of text and codes may share a column with others; numbers and dates may not. */
const SHARING: readonly string[] = ['code', 'text', 'months'];

/**
 * Proposes which column is which term by names, types and values (rule TAPE-25), with a confidence
 * and the evidence in words for every line. `kind` states what the rows are where that is known.
 */
export function inferMapping(profile: TapeProfile, kind?: TapeKind): MappingProposal {
  const { fileName } = profile;
  const fire = kind === undefined ? inferFire(profile) : undefined;
  if (fire !== undefined) return { fileName, ...fire, questions: [] };
  const stated = {
    kinds: [{ kind: kind ?? 'other', when: [], evidence: 'stated' }],
    questions: [],
  };
  const { kinds, questions } = kind === undefined ? inferKinds(profile) : stated;
  const sections = kinds.map((guess) => inferSection(guess, profile.columns));
  return { fileName, leaveOut: [], sections, questions };
}

function inferSection(guess: KindGuess, columns: readonly ColumnProfile[]): ProposalSection {
  const allowed = termsOfKind(guess.kind);
  const told = new Set(guess.when.map(({ column }) => column));
  const candidates = columns
    .filter(({ name }) => !told.has(name))
    .flatMap((column) =>
      nameMatches(column.name)
        .filter(({ term }) => allowed.includes(term) && !isSwapType(term, guess.kind))
        .flatMap((match) => proposeLine(match, column) ?? []),
    )
    .sort((a, b) => b.confidence - a.confidence);
  const chosen = chooseLines(candidates);
  const lines: ProposalLine[] = [];
  const open: OpenTerm[] = [];
  for (const term of allowed) {
    const best = chosen.get(term);
    const rival = best === undefined ? undefined : rivalOf(best, candidates, chosen);
    if (best !== undefined && rival === undefined && best.confidence >= ACCEPTED_CONFIDENCE) {
      lines.push(best);
    } else if (best !== undefined || isRequired(term, guess.kind)) {
      open.push({ term, question: questionOf(term, best, rival), ...(best ? { best } : {}) });
    }
  }
  return { ...guess, lines, open };
}

/** A swap's type is no code of repayment. */
function isSwapType(term: TermName, kind: TapeKind): boolean {
  return term === 'contractType' && kind === 'derivatives';
}

/** The surest column of each term, the surest first; a column of numbers or dates serves once. */
function chooseLines(candidates: readonly ProposalLine[]): ReadonlyMap<TermName, ProposalLine> {
  const chosen = new Map<TermName, ProposalLine>();
  const taken = new Set<string>();
  for (const line of candidates) {
    const column = columnOf(line);
    if (chosen.has(line.term) || taken.has(column)) continue;
    chosen.set(line.term, line);
    if (!SHARING.includes(termOf(line.term).type)) taken.add(column);
  }
  return chosen;
}

/** Another column nearly as sure of the same term, which is of no other term. */
function rivalOf(
  best: ProposalLine,
  candidates: readonly ProposalLine[],
  chosen: ReadonlyMap<TermName, ProposalLine>,
): ProposalLine | undefined {
  const used = new Set([...chosen.values()].map(columnOf));
  return candidates.find(
    (line) =>
      line.term === best.term &&
      !used.has(columnOf(line)) &&
      line.confidence > best.confidence - TOO_NEAR,
  );
}

function columnOf({ source }: ProposalLine): string {
  return 'column' in source ? source.column : '';
}

function questionOf(
  term: TermName,
  best: ProposalLine | undefined,
  rival: ProposalLine | undefined,
): string {
  const { title, codes } = termOf(term);
  if (best !== undefined && rival !== undefined) {
    return `${title}: ${columnOf(best)} or ${columnOf(rival)}?`;
  }
  if (best !== undefined) {
    return `${title}: is it ${columnOf(best)}? ${best.evidence.join('; ')}`;
  }
  if (term === 'currency') return 'currency: no column tells it; { constant: USD } if all are USD';
  const choices = codes === undefined ? '' : ` (${codes.join(', ')})`;
  return `${title}${choices}: which column, or which constant?`;
}
