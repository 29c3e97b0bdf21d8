import type { SitePage } from '@almfes/report';

/** sitemap.xml: every page by its full address (sitemaps.org, protocol 0.9). */
export function sitemap(
  pages: readonly SitePage[],
  baseAddress: string,
): { readonly path: string; readonly content: string } {
  const lines = pages.map(({ address }) => {
    const path = address === 'index' ? '' : `${address}.html`;
    return `  <url><loc>${new URL(path, baseAddress).href.replaceAll('&', '&amp;')}</loc></url>`;
  });
  const content = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...lines,
    '</urlset>',
    '',
  ].join('\n');
  return { path: 'sitemap.xml', content };
}
