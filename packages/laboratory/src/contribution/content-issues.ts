import { type Issue, issue, read } from '@almfes/engine';
import { formOfText, publicAddress } from '@almfes/intake';
import type { FolderFile } from '../folder-file.js';
import { isTooDeep } from './json-depth.js';

interface Danger {
  readonly code: string;
  readonly pattern: RegExp;
  readonly expected: string;
}

/**
 * Controls, directions, what Unicode says is drawn as nothing (also fillers that count as letters,
 * and selectors of a variant), an empty pattern of dots, and halves of a character.
 */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u{2800}]/u;
const EVERY_HIDDEN = new RegExp(HIDDEN, 'gu');

/**
 * What no contribution needs and a page could be harmed by (rule CONTRIB-4). A tag is `<` and a
 * letter, `/`, `!` or `?`; every form of a script needs one, or an address that is run.
 */
const DANGERS: readonly Danger[] = [
  { code: 'html', pattern: /<\s*[a-z/!?]/iu, expected: 'text without HTML, SVG or XML' },
  {
    code: 'script-address',
    pattern: /\b(?:(?:java|vb|live)script\s*:|data:\s*(?:[a-z]+\/|[;,])|file:\s*\/|blob:\s*h)/iu,
    expected: 'no address that runs or holds a program, or opens a local file',
  },
  {
    code: 'hidden-character',
    pattern: HIDDEN,
    expected: 'no control, invisible or direction-changing character',
  },
];

const ENTITY = /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?|&(colon|lt|gt|Tab|NewLine);/gi;
const NAMED: Readonly<Record<string, string>> = {
  colon: ':',
  lt: '<',
  gt: '>',
  tab: '\t',
  newline: '\n',
};
const HIGHEST_CODE_POINT = 0x10ffff;

/**
 * Everything in a file that could do harm, each with file and line: HTML, SVG and scripts, also
 * behind character references (`&#106;`), percent signs or JSON escapes; control and bidirectional
 * characters; pictures and links of Markdown that lead to no public https address.
 */
export function contentIssues({ name, text }: FolderFile): readonly Issue[] {
  const issues: Issue[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const at = `${name} line ${index + 1}`;
    issues.push(...dangersIn(line.replaceAll('\t', ' '), at));
    if (name.endsWith('.md')) issues.push(...linkIssues(line, at));
  }
  return name.endsWith('.json') ? [...issues, ...escapedIssues({ name, text }, issues)] : issues;
}

function dangersIn(text: string, at: string): Issue[] {
  const forms = [text, decoded(text)];
  return DANGERS.flatMap(({ code, pattern, expected }) => {
    const form = forms.find((each) => pattern.test(each));
    return form === undefined ? [] : [issue(code, at, expected, seen(form, pattern))];
  });
}

/** The text as a browser would read it: character references and percent signs undone. */
function decoded(text: string): string {
  const plain = text.replace(ENTITY, (whole, hex, decimal, word) => {
    if (word !== undefined) return NAMED[String(word).toLowerCase()] ?? whole;
    const point = Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16);
    return point <= HIGHEST_CODE_POINT ? String.fromCodePoint(point) : whole;
  });
  const once = plain.replace(/%([2-7][0-9a-f])/gi, (_, hex) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
  return once.replaceAll(/[\t\n]/g, '');
}

/** Where it begins, with what cannot be seen written out. */
function seen(text: string, pattern: RegExp): string {
  const start = text.search(pattern);
  const shown = text.slice(start, start + 40);
  return shown.replaceAll(
    EVERY_HIDDEN,
    (character) =>
      `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}

const PICTURE = /!\s*\[/;
/** Programs make a link of an address that stands in the text, too. */
const BARE = /(?:\b(?:https?|ftp):\/\/|(?<![\w/.@-])www\.)[^\s<>()[\]"]*[^\s<>()[\]".,;:!?'*_]/giu;
const LINK = /\]\s*\(\s*<?([^)\s>]*)|^\s*\[[^\]]+\]:\s*<?(\S+?)>?\s*$/g;

function linkIssues(line: string, at: string): Issue[] {
  const issues: Issue[] = [];
  if (PICTURE.test(line)) {
    issues.push(issue('picture', at, 'text; pictures are made from an Outcome', 'a picture'));
  }
  const links = [...line.matchAll(LINK)].map(([, inline, reference]) => inline ?? reference ?? '');
  const bare = [...line.matchAll(BARE)].map(([found]) => found);
  const others = bare.filter((each) => !links.some((link) => link.startsWith(each)));
  for (const address of new Set([...links, ...others])) {
    if (address.includes('"'))
      issues.push(issue('address', at, 'an address without quotes', address));
    else publicAddress(address, at, issues);
  }
  return issues;
}

/**
 * JSON may write any character as an escape: its texts are looked at as they are read, and their
 * links and pictures too, for a page sets a claim as it sets prose.
 */
function escapedIssues({ name, text }: FolderFile, known: readonly Issue[]): Issue[] {
  const issues = dangersInValue(parsed(text), '');
  if (issues.length === 0) return [];
  const form = formOfText({ text, name, mostCharacters: text.length });
  if (!form.ok) return issues;
  const told = (found: Issue) =>
    known.some(({ code, path }) => code === found.code && found.path.startsWith(`${path},`));
  return issues.map(form.value.placed).filter((found) => !told(found));
}

/** Where an address of its own stands, with a check of its own. */
const ADDRESS_PLACE = /(?:\/url|\/orcid|^\/sources\/\d+)$/;

function dangersInValue(value: unknown, path: string): Issue[] {
  if (typeof value === 'string') {
    const links = ADDRESS_PLACE.test(path)
      ? []
      : value.split(/\r?\n/).flatMap((line) => linkIssues(line, path));
    return [...dangersIn(value.replaceAll(/[\t\n\r]/g, ' '), path), ...links];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...dangersIn(key, path),
    ...dangersInValue(inner, read.pointer(path, key)),
  ]);
}

/** What is no JSON, or nests without end, is refused elsewhere. */
function parsed(text: string): unknown {
  if (isTooDeep(text)) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
