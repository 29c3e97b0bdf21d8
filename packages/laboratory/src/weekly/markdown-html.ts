import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { escapeXml } from './escape-xml.js';

type Root = ReturnType<typeof fromMarkdown>;
type Nodes = Root | Root['children'][number];

/** The style of an element as the value of its `style` attribute; '' for none. */
export type StyleOf = (element: string) => string;

/**
 * Checked prose, filled, as HTML. Links inside the page lose their address, for a feed or a letter
 * has no page; `styleOf` writes every style into the element, as e-mail programs want it. Throws on
 * Markdown that the door of prose refuses.
 */
export function markdownHtml(markdown: string, styleOf: StyleOf = () => ''): string {
  const root = fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  return root.children.map((node) => nodeHtml(node, styleOf)).join('\n');
}

const ELEMENTS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  emphasis: 'em',
  strong: 'strong',
  delete: 'del',
  blockquote: 'blockquote',
  listItem: 'li',
  table: 'table',
  tableRow: 'tr',
  tableCell: 'td',
};

function nodeHtml(node: Nodes, styleOf: StyleOf): string {
  switch (node.type) {
    case 'text':
      return escapeXml(node.value);
    case 'inlineCode':
      return element('code', escapeXml(node.value), styleOf);
    case 'break':
      return '<br>';
    case 'thematicBreak':
      return '<hr>';
    case 'heading':
      return element(`h${node.depth}`, childrenHtml(node, styleOf), styleOf);
    case 'list':
      return element(node.ordered === true ? 'ol' : 'ul', childrenHtml(node, styleOf), styleOf);
    case 'link':
      return linkHtml(node.url, childrenHtml(node, styleOf), styleOf);
    default: {
      const name = ELEMENTS[node.type];
      if (name === undefined) throw new Error(`prose has no ${node.type}`);
      return element(name, childrenHtml(node, styleOf), styleOf);
    }
  }
}

function childrenHtml(node: Nodes, styleOf: StyleOf): string {
  if (!('children' in node)) return '';
  return node.children.map((child) => nodeHtml(child, styleOf)).join('');
}

function linkHtml(url: string, inside: string, styleOf: StyleOf): string {
  if (url.startsWith('#')) return inside;
  if (!url.startsWith('https://')) throw new Error(`prose has no address ${url}`);
  return `<a href="${escapeXml(url)}"${styleAttribute('a', styleOf)}>${inside}</a>`;
}

function element(name: string, inside: string, styleOf: StyleOf): string {
  return `<${name}${styleAttribute(name, styleOf)}>${inside}</${name}>`;
}

function styleAttribute(name: string, styleOf: StyleOf): string {
  const style = styleOf(name);
  return style === '' ? '' : ` style="${escapeXml(style)}"`;
}
