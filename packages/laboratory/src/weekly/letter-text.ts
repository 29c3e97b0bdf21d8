import { dayLine, type Edition, editionName, kindLine, SERIES } from './edition.js';
import { entryFacts } from './entry-facts.js';
import { entryName, gradeLine } from './fill-issue.js';
import { markdownText } from './markdown-text.js';
import { wrapped } from './wrap-text.js';

/** Letters in a line of plain text; RFC 5322 (section 2.1.1) advises at most 78. */
const WIDTH = 72;

/** The plain text edition: links are numbers, their addresses stand at the end (WEEK-15). */
export function letterText(edition: Edition): string {
  const { front, entries, markdown, authors, urn } = edition;
  const prose = markdownText(markdown);
  const lines = [
    `${SERIES.title} · ${front.week} · ${dayLine(edition)}`,
    '',
    ...wrapped(front.title.toUpperCase(), WIDTH),
    '',
    ...wrapped(front.question, WIDTH),
    ...wrapped(kindLine(front, entries), WIDTH),
    '',
    ...prose.blocks.flatMap((block) => [...wrapped(block, WIDTH), '']),
    'THE ENTRIES',
    '',
    ...wrapped(gradeLine(entries), WIDTH),
    '',
    ...entries.flatMap((entry) => [
      ...wrapped(entryName(entry), WIDTH),
      ...entryFacts(entry).flatMap(({ term, text, url }) => [
        ...wrapped(`${term}: ${text}`, WIDTH, '  '),
        ...(url === undefined ? [] : [`  ${url}`]),
      ]),
      '',
    ]),
    'LINKS',
    '',
    ...prose.links.map((url, index) => `[${index + 1}] ${url}`),
    '',
    ...wrapped(`By ${authors.join(', ')}. Licence ${front.licence}.`, WIDTH),
    editionName(front),
    urn,
  ];
  return `${lines.join('\n')}\n`;
}
