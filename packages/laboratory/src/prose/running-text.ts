import type { fromMarkdown } from 'mdast-util-from-markdown';

type Root = ReturnType<typeof fromMarkdown>;
/** Any node of a Markdown page. */
export type Nodes = Root | Root['children'][number];

/** The words of a paragraph, heading or table cell, and the line on which each begins. */
export interface RunningText {
  readonly text: string;
  readonly lineAt: (offset: number) => number;
}

const BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell']);

/**
 * The words that a reader takes in one run, through emphasis, links and line breaks; null where the
 * node is no such block. A link told by its own address has no words.
 */
export function runningText(node: Nodes): RunningText | null {
  if (!BLOCKS.has(node.type)) return null;
  const pieces: { readonly text: string; readonly line: number }[] = [];
  gather(node, pieces);
  const text = pieces.map((piece) => piece.text).join('');
  return {
    text,
    lineAt: (offset) => {
      let rest = offset;
      for (const piece of pieces) {
        const before = piece.text.slice(0, rest);
        if (rest < piece.text.length) return piece.line + before.split('\n').length - 1;
        rest -= piece.text.length;
      }
      return node.position?.start.line ?? 1;
    },
  };
}

function gather(node: Nodes, pieces: { readonly text: string; readonly line: number }[]): void {
  const line = node.position?.start.line ?? 1;
  if (node.type === 'text' || node.type === 'inlineCode') pieces.push({ text: node.value, line });
  if (node.type === 'break') pieces.push({ text: ' ', line });
  if (!('children' in node) || isBareAddress(node)) return;
  for (const child of node.children) gather(child, pieces);
}

/** Whether a link shows its address and no words. */
export function isBareAddress(node: Nodes): boolean {
  if (node.type !== 'link') return false;
  const [only] = node.children;
  return node.children.length === 1 && only?.type === 'text' && node.url.endsWith(only.value);
}
