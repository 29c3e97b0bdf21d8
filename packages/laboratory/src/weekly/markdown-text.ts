import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

type Root = ReturnType<typeof fromMarkdown>;
type Nodes = Root | Root['children'][number];

/** Prose as blocks of plain text, one a paragraph, heading or list item; links are numbered. */
export interface PlainProse {
  readonly blocks: readonly string[];
  /** Addresses, the first with number 1; each once. */
  readonly links: readonly string[];
}

/** Checked prose, filled, as plain text: `words [1]` for a link to the first address. */
export function markdownText(markdown: string): PlainProse {
  const root = fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const links: string[] = [];
  const blocks = root.children.flatMap((node) => blocksOf(node, links));
  return { blocks, links };
}

function blocksOf(node: Nodes, links: string[]): string[] {
  if (node.type === 'heading') return [inline(node, links).toUpperCase()];
  if (node.type === 'blockquote') return node.children.flatMap((child) => blocksOf(child, links));
  if (node.type === 'list') {
    const first = node.start ?? 1;
    return node.children.flatMap((item, at) => {
      const [head = '', ...rest] = item.children.flatMap((child) => blocksOf(child, links));
      return [`${node.ordered === true ? `${first + at}.` : '-'} ${head}`, ...rest];
    });
  }
  if (node.type === 'table') {
    return node.children.map(({ children }) =>
      children.map((cell) => inline(cell, links)).join(' | '),
    );
  }
  const text = inline(node, links);
  return text === '' ? [] : [text];
}

function inline(node: Nodes, links: string[]): string {
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  const inside = node.children.map((child) => inline(child, links)).join('');
  if (node.type !== 'link' || node.url.startsWith('#')) return inside;
  if (!links.includes(node.url)) links.push(node.url);
  return `${inside} [${links.indexOf(node.url) + 1}]`;
}
