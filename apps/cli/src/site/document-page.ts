import type { PageSection, SitePage } from '@almfes/report';
import { headingId } from './heading-id.js';

/** A Markdown file of the repository that becomes a page. */
export interface SiteDocument {
  /** Path from the root of the repository, forward slashes. */
  readonly path: string;
  readonly address: string;
  readonly part: string;
  readonly kicker: string;
  readonly text: string;
}

/** One page a document: its first heading is the title, each second-level heading a section. */
export function documentPage({ path, address, part, kicker, text }: SiteDocument): SitePage {
  const { title, body } = titled(text, address);
  const sections = documentSections(body, path);
  return { address, part, kicker, title, description: '', facts: [], sections };
}

/** Markdown cut at its second-level headings; `from` is where its relative links start. */
export function documentSections(body: string, from: string): PageSection[] {
  return piecesOf(body).map(({ heading, markdown }) => ({
    id: heading === '' ? 'begin' : headingId(heading),
    title: heading,
    level: 2,
    blocks: [{ kind: 'markdown', text: markdown, from }],
  }));
}

/** The title of a document, or its address when it has none. */
export function titleOf(text: string, address: string): string {
  return titled(text, address).title;
}

function titled(text: string, address: string): { title: string; body: string } {
  const found = /^# (.+)\n/m.exec(text);
  if (found === null) return { title: address, body: text };
  return { title: found[1] ?? address, body: text.slice(found.index + found[0].length) };
}

interface Piece {
  readonly heading: string;
  readonly markdown: string;
}

/** Cut before every `## ` that is not inside a fence of code. */
function piecesOf(body: string): Piece[] {
  const pieces: { heading: string; lines: string[] }[] = [{ heading: '', lines: [] }];
  let fenced = false;
  for (const line of body.split('\n')) {
    if (line.startsWith('```')) fenced = !fenced;
    const heading = fenced ? undefined : /^## (.+)$/.exec(line)?.[1];
    if (heading === undefined) pieces.at(-1)?.lines.push(line);
    else pieces.push({ heading: heading.trim(), lines: [] });
  }
  return pieces
    .map(({ heading, lines }) => ({ heading, markdown: lines.join('\n').trim() }))
    .filter(({ heading, markdown }) => heading !== '' || markdown !== '');
}
