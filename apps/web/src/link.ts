/** A link as it must stand in a page, and whether it leaves the site. */
export interface Link {
  readonly href: string;
  readonly outside: boolean;
}

/**
 * An address inside the site ('library/svb-2022#step-1') as seen from the page at `from`: relative,
 * so that the site works under any address and from a folder alike.
 */
export function linkTo(address: string, from: string): Link {
  if (/^https?:/.test(address)) return { href: address, outside: true };
  if (address.startsWith('#')) return { href: address, outside: false };
  const [path = '', anchor] = address.split('#');
  const up = '../'.repeat(from.split('/').length - 1);
  const file = /\.(xml|json|txt|zip|cff|bib|html|eml|csv)$/.test(path) ? path : `${path}.html`;
  const ending = anchor === undefined ? '' : `#${anchor}`;
  return { href: `${up}${file}${ending}`, outside: false };
}

/**
 * HTML of the report, each `<a href="page:ADDRESS">` as it must stand in the page at `from`. A link
 * to a page that the site does not hold keeps its words and leads nowhere.
 */
export function linkedHtml(html: string, from: string, addresses: readonly string[]): string {
  return html.replaceAll(
    /<a href="page:([^"#]*)(#[^"]*)?">(.*?)<\/a>/gs,
    (_, address: string, anchor: string | undefined, words: string) =>
      addresses.includes(address)
        ? `<a href="${linkTo(`${address}${anchor ?? ''}`, from).href}">${words}</a>`
        : words,
  );
}

/** The repository path a relative link leads to from a file, with its anchor apart. */
export function repositoryPath(href: string, from: string): { path: string; anchor: string } {
  const [path = '', anchor = ''] = href.split('#');
  const parts = from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return { path: path === '' ? from : parts.join('/'), anchor };
}
