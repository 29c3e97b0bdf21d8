import { SITE_STYLE, type SiteFrame, type SitePage } from '@almfes/report';
import type { SiteContent } from '../effect/effects.js';
import { casePage, figuresPage } from './case-page.js';
import type { SiteDocument } from './document-page.js';
import { homePage } from './home-page.js';
import { libraryPage } from './library-page.js';
import type { SiteCase } from './site-case.js';
import { documentPages } from './site-documents.js';
import { sitemap } from './sitemap.js';

/** What the site is made from; a part that is not there has no page and no entry anywhere. */
export interface SiteSource {
  readonly cases: readonly SiteCase[];
  readonly documents: readonly SiteDocument[];
  /** Absolute, with a closing slash, or ''. */
  readonly baseAddress: string;
}

/** Every page and file of the site. */
export async function siteContent(source: SiteSource): Promise<SiteContent> {
  const { cases, documents, baseAddress } = source;
  const casePages: SitePage[] = [];
  for (const each of cases) casePages.push(await casePage(each), figuresPage(each));
  const pages = [
    homePage(cases, []),
    libraryPage(cases),
    ...casePages,
    ...documentPages(documents),
  ];
  const files = baseAddress === '' ? [] : [sitemap(pages, baseAddress)];
  return { frame: frameOf(source, pages), pages, files };
}

const NAVIGATION = [
  { part: 'Library', href: 'library' },
  { part: 'Method', href: 'method' },
  { part: 'Contribute', href: 'contribute' },
];

function frameOf(source: SiteSource, pages: readonly SitePage[]): SiteFrame {
  const addresses = new Set(pages.map(({ address }) => address));
  return {
    name: 'ALMFES',
    navigation: NAVIGATION.filter(({ href }) => addresses.has(href)),
    style: SITE_STYLE,
    documents: Object.fromEntries(source.documents.map(({ path, address }) => [path, address])),
    feeds: [],
    baseAddress: source.baseAddress,
  };
}
