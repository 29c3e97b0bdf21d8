import {
  apaCitation,
  bibtexEntry,
  type Citable,
  citationFile,
  permanentId,
} from '@almfes/laboratory';
import type { PageSection } from '@almfes/report';

/** How this version is cited (CITE-4): in words, for BibTeX, and as a CITATION.cff. */
export function citationSections(citable: Citable | undefined): PageSection[] {
  if (citable === undefined) return [];
  const text = [
    fence(apaCitation(citable)),
    `Permanent id: \`${permanentId(citable)}\`. BibTeX:`,
    fence(bibtexEntry(citable)),
    'CITATION.cff:',
    fence(citationFile(citable)),
  ].join('\n\n');
  return [
    {
      id: 'cite',
      title: 'Cite this version',
      level: 2,
      blocks: [{ kind: 'markdown', text, from: '' }],
    },
  ];
}

/** As it is, whatever it holds: no text of a citation has four backticks and a line break. */
function fence(text: string): string {
  return `\`\`\`\`text\n${text.trim()}\n\`\`\`\``;
}
