import { type Issue, issue, type Result, read } from '@almfes/engine';
import { publicAddress } from '@almfes/intake';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { hiddenCharacter } from '../hidden-character.js';
import type { PlacedReference, Prose, ProseSection } from './prose.js';
import { parseReference } from './reference.js';
import { isBareAddress, type Nodes, runningText } from './running-text.js';
import { typedNumbers } from './typed-number.js';
import { typedShares } from './typed-share.js';

/** Markdown and where it comes from. */
export interface ProseText {
  readonly markdown: string;
  /** Name of the file, for the issues. */
  readonly file: string;
  /** Line of the file where the Markdown begins, from 1. */
  readonly firstLine: number;
}

type Root = ReturnType<typeof fromMarkdown>;

const MOST_CHARACTERS = 200_000;
const BRACKETS = /\[\[([^[\]]{0,400})\]\]/g;
/** What a feed and a letter cannot hold, for they have no foot. */
const NO_PLACE: Readonly<Record<string, string>> = {
  linkReference: 'the address beside its words',
  definition: 'the address beside its words',
  footnoteReference: 'the note in the text',
  footnoteDefinition: 'the note in the text',
};
const WRITER_TASK = /\bTO WRITE:/;

/**
 * Markdown as prose, or every reason why it is not, with file and line (rules PROSE-1 to PROSE-3):
 * raw HTML, pictures, links that are not public https, hidden characters, references that cannot
 * be read or stand where no value can, and numbers typed by hand.
 */
export function parseProse(text: ProseText): Result<Prose> {
  const { prose, issues } = readProse(text);
  return read.resultOf(prose, issues);
}

/** The same with what can be read of it beside its issues, so that a check finds the rest too. */
export function readProse({ markdown, file, firstLine }: ProseText): {
  readonly prose?: Prose;
  readonly issues: readonly Issue[];
} {
  const at = (line: number): string => `${file} line ${line + firstLine - 1}`;
  if (markdown.length > MOST_CHARACTERS) {
    const got = `${markdown.length} characters`;
    return { issues: [issue('length', at(1), `at most ${MOST_CHARACTERS} characters`, got)] };
  }
  const issues = textIssues(markdown, at);
  const references = placedReferences(markdown, at, firstLine, issues);
  const blank = markdown.replace(BRACKETS, (all) => all.replace(/[^\n]/g, 'x'));
  const root = fromMarkdown(blank, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const texts: Nodes[] = [];
  visit(root, { at, issues, texts, inLink: false });
  for (const { start, line } of references) {
    if (texts.some((node) => covers(node, start))) continue;
    const expected = 'a reference in running text';
    issues.push(issue('reference-place', at(line - firstLine + 1), expected, 'one elsewhere'));
  }
  const sections = sectionsOf(root, markdown, firstLine);
  return { prose: { markdown, file, firstLine, sections, references }, issues };
}

function textIssues(markdown: string, at: (line: number) => string): Issue[] {
  return markdown.split('\n').flatMap((line, index) => {
    const hidden = hiddenCharacter(line);
    if (hidden !== undefined) {
      return [issue('hidden-character', at(index + 1), 'characters one can see', hidden)];
    }
    if (!WRITER_TASK.test(line)) return [];
    return [issue('to-write', at(index + 1), 'your own words', line.trim().slice(0, 200))];
  });
}

function placedReferences(
  markdown: string,
  at: (line: number) => string,
  firstLine: number,
  issues: Issue[],
): PlacedReference[] {
  return [...markdown.matchAll(BRACKETS)].flatMap((match) => {
    const line = markdown.slice(0, match.index).split('\n').length;
    const parsed = parseReference(match[1] ?? '', at(line));
    if (!parsed.ok) {
      issues.push(...parsed.issues);
      return [];
    }
    const end = match.index + match[0].length;
    return [{ ...parsed.value, line: line + firstLine - 1, start: match.index, end }];
  });
}

interface Visit {
  readonly at: (line: number) => string;
  readonly issues: Issue[];
  /** Where a reference may stand. */
  readonly texts: Nodes[];
  readonly inLink: boolean;
}

/** Every node is looked at, with the line it begins on. */
function visit(node: Nodes, context: Visit): void {
  const line = node.position?.start.line ?? 1;
  const refuse = (code: string, expected: string, got: string): void => {
    context.issues.push(issue(code, context.at(line), expected, got));
  };
  if (node.type === 'html') refuse('raw-html', 'Markdown', node.value.slice(0, 80));
  if (node.type === 'image' || node.type === 'imageReference') {
    refuse('picture', 'no picture: pictures are made from the Outcome', node.alt ?? 'a picture');
  }
  if (node.type === 'code') refuse('code', 'running text', 'a block of code');
  const instead = NO_PLACE[node.type];
  if (instead !== undefined) refuse('place', instead, `a ${node.type}`);
  if (node.type === 'link' || node.type === 'definition') {
    const before = context.issues.length;
    if (!node.url.startsWith('#')) publicAddress(node.url, context.at(line), context.issues);
    if (context.issues.length > before) return;
  }
  if (node.type === 'text' || node.type === 'inlineCode') checkText(node, line, context);
  checkShares(node, context);
  if (!('children' in node)) return;
  const noValue = node.type === 'link' || node.type === 'heading';
  const inLink = context.inLink || noValue;
  if (isBareAddress(node)) return;
  for (const child of node.children) visit(child, { ...context, inLink });
}

/** Shares are looked for in what is read in one run, through emphasis and line breaks. */
function checkShares(node: Nodes, { at, issues }: Visit): void {
  const running = runningText(node);
  if (running === null) return;
  for (const { text, offset } of typedShares(running.text)) {
    const expected = 'a reference, as [[ratio ID / ID]], or (chosen) behind it (PROSE-7)';
    issues.push(issue('typed-share', at(running.lineAt(offset)), expected, text));
  }
}

function checkText(
  node: Extract<Nodes, { type: 'text' | 'inlineCode' }>,
  line: number,
  { at, issues, texts, inLink }: Visit,
): void {
  if (node.type === 'text' && !inLink) texts.push(node);
  const place = (offset: number): string =>
    at(line + node.value.slice(0, offset).split('\n').length - 1);
  // An entity such as `&#x202e;` becomes its character only here.
  const hidden = hiddenCharacter(node.value);
  if (hidden !== undefined) {
    issues.push(issue('hidden-character', at(line), 'characters one can see', hidden));
  }
  const open = node.value.search(/\[\[|\]\]/);
  if (open >= 0) issues.push(issue('reference', place(open), 'both brackets in pairs', 'one pair'));
  for (const { text, offset } of typedNumbers(node.value)) {
    const expected =
      'a reference in double square brackets, ' +
      'as [[figure ID]] or [[measure ID SCENARIO]] (PROSE-2)';
    issues.push(issue('typed-number', place(offset), expected, text));
  }
}

function covers(node: Nodes, offset: number): boolean {
  const { start, end } = node.position ?? {};
  return (start?.offset ?? 0) <= offset && offset < (end?.offset ?? 0);
}

function sectionsOf(root: Root, markdown: string, firstLine: number): ProseSection[] {
  const headings = root.children.flatMap((node) =>
    node.type === 'heading' && node.depth === 2 && node.position !== undefined
      ? [{ text: node.position, title: titleOf(node.children) }]
      : [],
  );
  return headings.map(({ text, title }, index) => ({
    title,
    line: text.start.line + firstLine - 1,
    start: text.end.offset ?? 0,
    end: headings[index + 1]?.text.start.offset ?? markdown.length,
  }));
}

function titleOf(children: readonly Nodes[]): string {
  return children.map((node) => ('value' in node ? node.value : '')).join('');
}
