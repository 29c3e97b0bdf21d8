import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { alignNumbers } from './align-numbers.js';
import { linkTo, repositoryPath } from './link.js';
import { frame } from './site-data.js';

/** A node of a Markdown or HTML tree, as far as this file touches it. */
interface Node {
  type: string;
  value?: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

interface Place {
  /** The page the words stand on. */
  readonly page: string;
  /** The repository file they were read from, or ''. */
  readonly from: string;
}

/** Markdown as HTML: raw HTML becomes text, rules get anchors, links lead inside the site. */
export async function markdownHtml(text: string, place: Place): Promise<string> {
  const processor = await createMarkdownProcessor({
    syntaxHighlight: false,
    smartypants: false,
    remarkPlugins: [() => htmlAsText],
    rehypePlugins: [() => (tree: Node) => finish(tree, place)],
  });
  return (await processor.render(text)).code;
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const child of node.children ?? []) walk(child, visit);
}

function htmlAsText(tree: Node): void {
  walk(tree, (node) => {
    if (node.type === 'html') {
      node.type = 'text';
      if (node.value?.startsWith('<!--')) node.value = '';
    }
    if (node.type === 'image') Object.assign(node, { type: 'text', value: '' });
  });
}

function finish(tree: Node, place: Place): void {
  walk(tree, (node) => {
    if (node.tagName === 'li') markRule(node);
    if (node.tagName === 'a') markLink(node, place);
    const isBox = node.tagName === 'div';
    if (!isBox && node.children !== undefined) node.children = node.children.map(scrolled);
  });
}

/** `- **EVE-1** …` can be linked to as #eve-1. */
function markRule(item: Node): void {
  const first = item.children?.find(({ type }) => type === 'element');
  const strong = first?.tagName === 'p' ? first.children?.[0] : first;
  if (strong?.tagName !== 'strong') return;
  const name = strong.children?.[0]?.value ?? '';
  if (!/^[A-Z]+-\d+$/.test(name)) return;
  item.properties = { ...item.properties, id: name.toLowerCase(), className: ['rule'] };
  strong.children = [
    {
      type: 'element',
      tagName: 'a',
      properties: { href: `#${name.toLowerCase()}` },
      children: [{ type: 'text', value: name }],
    },
  ];
}

/** A link to a file that is no page of the site keeps its words and leads nowhere. */
function markLink(link: Node, { page, from }: Place): void {
  const href = String(link.properties?.href ?? '');
  if (href.startsWith('#')) return;
  const address = /^https?:/.test(href) ? href : pageOf(href, from);
  if (address === undefined) {
    link.tagName = 'span';
    link.properties = {};
    return;
  }
  const { href: target, outside } = linkTo(address, page);
  link.properties = outside ? { href: target, rel: ['noopener', 'noreferrer'] } : { href: target };
}

/** The page of `page:library/svb-2022`, or of a file beside the one the words stand in. */
function pageOf(href: string, from: string): string | undefined {
  if (href.startsWith('page:')) return knownAddress(href.slice('page:'.length));
  if (/^[a-z]+:/i.test(href)) return undefined;
  const { path, anchor } = repositoryPath(href, from);
  const address = frame.documents[path];
  if (address === undefined) return undefined;
  return anchor === '' ? address : `${address}#${anchor}`;
}

function knownAddress(address: string): string | undefined {
  return frame.addresses.includes(address.split('#')[0] ?? '') ? address : undefined;
}

/** Shorter tables are read at a glance. */
const SORTABLE_ROWS = 8;

function rowCount(table: Node): number {
  let count = 0;
  walk(table, ({ tagName }) => {
    if (tagName === 'tr') count += 1;
  });
  return count - 1;
}

/** What may be wider than a phone scrolls in a box of its own. */
function scrolled(node: Node): Node {
  if (node.tagName !== 'table') return node;
  alignNumbers(node);
  if (rowCount(node) >= SORTABLE_ROWS) node.properties = { ...node.properties, dataSortable: '' };
  const properties = { className: ['scroll'], role: 'region', tabIndex: 0, ariaLabel: 'Table' };
  return { type: 'element', tagName: 'div', properties, children: [node] };
}
