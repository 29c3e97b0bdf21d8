import { dirname, join } from 'node:path';
import type { ListTable, SitePage } from '@almfes/report';
import type { Effects } from '../effect/effects.js';
import { documentPage, type SiteDocument, titleOf } from './document-page.js';

const LIMIT_BYTES = 2_000_000;

interface Shelf {
  readonly folder: string;
  readonly address: string;
  readonly kicker: string;
}

const SHELVES: readonly Shelf[] = [
  { folder: 'docs/method', address: 'method', kicker: 'Method' },
  { folder: 'docs/validation', address: 'validation', kicker: 'Validation' },
];

/** Pages that readers look for by name. */
const OWN_PARTS: Readonly<Record<string, { readonly address: string; readonly part: string }>> = {
  'docs/validation/league.md': { address: 'league', part: 'League' },
};

const SINGLES = [
  { path: 'GLOSSARY.md', address: 'glossary', part: 'Method', kicker: 'Method' },
  { path: 'CONTRIBUTING.md', address: 'contribute', part: 'Contribute', kicker: '' },
  { path: 'CHANGELOG.md', address: 'changes', part: 'Contribute', kicker: '' },
] as const;

/** The repository's pages of method, validation and terms; a file that is not there is no page. */
export async function siteDocuments(effects: Effects): Promise<readonly SiteDocument[]> {
  const root = dirname(effects.libraryFolder);
  const found: SiteDocument[] = [];
  for (const { folder, address, kicker } of SHELVES) {
    const names = (await effects.files.fileNames(join(root, folder))).filter(isMarkdown);
    for (const name of names) {
      const path = `${folder}/${name}`;
      const text = await effects.files.readText(join(root, path), LIMIT_BYTES);
      if (!text.ok) continue;
      const own = OWN_PARTS[path] ?? { address: `${address}/${name.slice(0, -3)}`, part: 'Method' };
      found.push({ ...own, path, kicker, text: text.value });
    }
  }
  for (const single of SINGLES) {
    const text = await effects.files.readText(join(root, single.path), LIMIT_BYTES);
    if (text.ok) found.push({ ...single, text: text.value });
  }
  return found;
}

function isMarkdown(name: string): boolean {
  return name.endsWith('.md');
}

/** A page a document, and the page that lists them. */
export function documentPages(documents: readonly SiteDocument[]): readonly SitePage[] {
  return [...documents.map(documentPage), methodPage(documents)];
}

function methodPage(documents: readonly SiteDocument[]): SitePage {
  const shelves = SHELVES.filter(({ kicker }) => documents.some((each) => each.kicker === kicker));
  return {
    address: 'method',
    part: 'Method',
    kicker: '',
    title: 'Method',
    description:
      'What each number means, as numbered rules with formula, assumption, source and limit. ' +
      'A test cites every rule.',
    facts: [{ term: 'Terms', text: 'Glossary', href: 'glossary' }],
    sections: shelves.map((shelf) => ({
      id: shelf.address,
      title: shelf.address === 'method' ? 'Rules' : 'Validation',
      level: 2,
      blocks: [{ kind: 'list', list: shelfList(shelf, documents) }],
    })),
  };
}

function shelfList(shelf: Shelf, documents: readonly SiteDocument[]): ListTable {
  const own = documents.filter(({ path }) => path.startsWith(`${shelf.folder}/`));
  return {
    id: `${shelf.address}-pages`,
    title: shelf.kicker,
    columns: [
      { title: 'Page', align: 'start' },
      { title: 'Rules', align: 'end' },
    ],
    facets: [],
    rows: own.map(({ address, text }) => ({
      cells: [{ text: titleOf(text, address), href: address }, { text: String(ruleCount(text)) }],
      facets: {},
    })),
  };
}

function ruleCount(text: string): number {
  return [...text.matchAll(/^- \*\*[A-Z]+-\d+\*\*/gm)].length;
}
