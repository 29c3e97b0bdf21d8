import type { Finding, Origin, Step } from './case-result.js';
import { inWords } from './table.js';
import { plainSentences, type Sentences, type Told } from './told.js';

/** Numbers that are `told` have their own origin, all others of the sentence that of it. */
export function finding(text: string, origin: Origin, told: readonly Told<number>[] = []): Finding {
  const numbers = numbersIn(text).map(({ at, length }) => {
    const word = text.slice(at, at + length);
    const own = told.find(({ value }) => inWords(Math.abs(value)) === word.replace('−', ''));
    return { at, length, origin: own?.origin ?? origin };
  });
  return { text, numbers };
}

const NUMBER =
  /(?<![\p{L}\d.,/_-])[-−+±]?\d[\d,]*(?:\.\d+)?(?:e[+−-]\d+)?(?![\p{L}\d_]|[/-][\p{L}\d]|\.\d)/gu;

const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December';

/** Dates, years; shocks, basis points; spans of time, steps, tiers; marks of sources, places. */
const NAMES = [
  new RegExp(`\\b\\d{1,2} (${MONTHS})\\b`, 'g'),
  /\b\d{4}-\d\d(-\d\d)?\b|\b(19|20)\d\d\b(?![,.]\d)/g,
  /[+-]?\b\d[\d.]* bp\b|(?<=\b[Aa]t )[+-]\d+\b|^[+-]\d+( [+-]\d+)*$/g,
  /\b(day|month) \d+\b|(?<!\.)\b\d+ (day|month|year)s?\b|\b(step|tier) \d\b/gi,
  /\[\d+\]|^\d+\. |\b(article|figure|page|section|table) \d+\b|\bp\. ?\d+\b/gi,
];

/** Where numbers stand in words that are results, and not names (SITE-13). */
export function numbersIn(text: string): { readonly at: number; readonly length: number }[] {
  const blank = (name: string): string => ' '.repeat(name.length);
  const bare = NAMES.reduce((left, names) => left.replace(names, blank), text);
  return [...bare.matchAll(NUMBER)].map(({ 0: word, index }) => ({
    at: index,
    length: word.replace(/,+$/, '').length,
  }));
}

/** A step with the numbers of its findings beside them. */
export function stepOf({
  findings,
  ...step
}: Omit<Step, 'findings'> & { findings: Sentences }): Step {
  const { texts, numbers } = plainSentences(findings);
  return { ...step, findings: texts, findingNumbers: numbers };
}

/** The same step with more findings at its end. */
export function withFindings(step: Step, more: Sentences): Step {
  const added = stepOf({ ...step, findings: more });
  const none = step.findings.map(() => []);
  return {
    ...step,
    findings: [...step.findings, ...added.findings],
    findingNumbers: [...(step.findingNumbers ?? none), ...(added.findingNumbers ?? [])],
  };
}
