import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const LIBRARY = fileURLToPath(new URL('../../../../library/', import.meta.url));

/** Text of a file of a case of the library. */
export function caseText(slug: string, file: string): string {
  return readFileSync(`${LIBRARY}case/${slug}/${file}`, 'utf8');
}

/** The latest vintage of a file of the library's data. */
export function newestText(folder: string, file: string): string {
  const home = `${LIBRARY}data/${folder}`;
  const vintage = readdirSync(home).sort().at(-1);
  return readFileSync(`${home}/${vintage}/${file}`, 'utf8');
}

/** The latest vintage of the library's par yields. */
export function curvesText(): string {
  return newestText('us-treasury-par', 'us-treasury-par.csv');
}

/** What a structural hedge of a case of the library is evaluated from. */
export function hedgeFiles(slug: string): { structuralHedge: unknown; giltCurves: string } {
  return {
    structuralHedge: JSON.parse(caseText(slug, 'structural-hedge.json')),
    giltCurves: newestText('boe-gilt-month-end', 'boe-gilt-month-end.csv'),
  };
}

export const FRONT = `---
schema: almfes/case-front/1
title: A bank before its year
institution: SVB Financial Group
jurisdiction: US
class: complete
rateCycle: up-2022-23
regime: "Category IV, AOCI filter elected"
outcome: failed
decisionDate: 2022-03-01
version: 1.0.0
status: draft
licence: CC-BY-4.0
authors: [laboratory]
---
`;

/** A page with every section, each one sentence but those given. */
export function page(
  sections: readonly string[],
  words: Readonly<Record<string, string>> = {},
  front = FRONT,
): string {
  const parts = sections.map((title) => `## ${title}\n\n${words[title] ?? 'A sentence.'}\n`);
  return `${front}\n${parts.join('\n')}`;
}
