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
  if (node.type === 'list' || node.type === 'blockquote') {
    return node.children.flatMap((child) => blocksOf(child, links));
  }
  if (node.type === 'listItem') {
    return node.children.flatMap((child, index) =>
      blocksOf(child, links).map((block) => (index === 0 ? `- ${block}` : block)),
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
