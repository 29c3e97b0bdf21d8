import { ALM_PROCESSES, type Entry, PHASES, SOURCE_READ, TECHNIQUES } from './entry.js';
import { resultText } from './result-text.js';

/** What an entry says, term by term, for the list under an issue. */
export interface EntryFact {
  readonly term: string;
  readonly text: string;
  readonly url?: string;
}

/** The passport of an entry in reading order (WEEK-12). */
export function entryFacts(entry: Entry): EntryFact[] {
  const { source, measuredResult } = entry;
  const result = resultText(entry);
  const via = source.via !== undefined && source.via !== source.url ? source.via : undefined;
  return [
    { term: 'Claim', text: entry.claim },
    ...(result === null || measuredResult === undefined
      ? []
      : [{ term: 'Measured result', text: `${result}. ${measuredResult.note}` }]),
    { term: 'What it changes', text: entry.whatItChanges },
    {
      term: 'Where it stands',
      text: [
        ALM_PROCESSES[entry.almProcess],
        TECHNIQUES[entry.technique],
        PHASES[entry.phase],
      ].join('; '),
    },
    { term: 'Source', text: `${source.title}. ${source.publisher}`, url: source.url },
    { term: 'How it was read', text: SOURCE_READ[source.read], ...(via && { url: via }) },
  ];
}
