import { type Issue, issue } from '@almfes/engine';
import type { Prose } from '../prose/index.js';
import type { CaseFront } from './case-front.js';

/** The one section that may tell what nobody knew on the day (rule FORM-16). */
export const AFTERWARDS = 'What came after';

const CLOSING = [
  'What public data cannot tell',
  'What would change our mind',
  'The decision lesson',
] as const;

/** Headings of a case in their order; the last of all, `What came after`, may be left out. */
export const CASE_SECTIONS: Readonly<Record<CaseFront['class'], readonly string[]>> = {
  complete: [
    'What was known on the day',
    'The five steps as they would have read',
    'What the discipline cost and saved',
    'Published and reproduced',
    'What we fitted',
    ...CLOSING,
  ],
  disclosure: ['What was published', ...CLOSING],
};

/** Whether the sections are those of the class, in their order, none empty (rule FORM-16). */
export function sectionIssues(prose: Prose, caseClass: CaseFront['class']): Issue[] {
  const wanted = CASE_SECTIONS[caseClass];
  const titles = prose.sections.map(({ title }) => title);
  const issues = wanted
    .filter((title) => !titles.includes(title))
    .map((title) => issue('section-missing', prose.file, `a section '## ${title}'`, 'none'));
  const known = [...wanted, AFTERWARDS];
  let last = -1;
  for (const { title, line, start, end } of prose.sections) {
    const at = `${prose.file} line ${line}`;
    const place = known.indexOf(title);
    if (place < 0) {
      issues.push(issue('section-unknown', at, `one of: ${known.join('; ')}`, title));
    } else if (place <= last) {
      issues.push(issue('section-order', at, `the order: ${known.join('; ')}`, title));
    }
    if (prose.markdown.slice(start, end).trim() === '') {
      issues.push(issue('section-empty', at, 'at least one sentence', 'none'));
    }
    last = Math.max(last, place);
  }
  return issues;
}
