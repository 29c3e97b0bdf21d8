import { fail, type Issue, issue, ok, type Result } from '@almfes/engine';
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml';

/** A JSON or YAML text as a value, with the way back from an issue's place to its line. */
export interface Form {
  readonly value: unknown;
  /** The issue with file and line before its place. */
  readonly placed: (issue: Issue) => Issue;
}

/** The text of a form; an empty name is left out of the issues. */
export interface FormFile {
  readonly text: string;
  readonly name: string;
  /** 2 million when left out. */
  readonly mostCharacters?: number;
}

const MOST_CHARACTERS = 2_000_000;

/**
 * JSON is YAML 1.2, so that one reader serves both and knows the lines. Refused: text that is
 * neither, a key given twice, aliases (they can unfold without end), keys that are no text (an
 * unquoted code 01 would silently become 1), unknown tags, and nesting beyond reason.
 */
export function formOfText(file: FormFile): Result<Form> {
  const { text, name, mostCharacters = MOST_CHARACTERS } = file;
  if (text.length > mostCharacters) {
    const got = `${text.length} characters`;
    return fail(issue('length', name, `at most ${mostCharacters} characters`, got));
  }
  try {
    return formOf(text, name);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return fail(issue('depth', name, 'lists and tables a few levels deep', 'far deeper ones'));
  }
}

function formOf(text: string, name: string): Result<Form> {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ' '), {
    lineCounter: lines,
    schema: 'core',
    customTags: [],
    merge: false,
  });
  const file = name === '' ? '' : `${name} `;
  const line = (offset: number): string => `${file}line ${lines.linePos(offset).line}`;
  const problems = [...document.errors, ...document.warnings].map((error) =>
    issue('syntax', line(error.pos[0]), 'JSON or YAML', firstLine(error.message)),
  );
  // One slip of the pen, a tab say, makes many complaints about its line: the first tells it.
  const told = problems.filter(({ path }, at) => problems.findIndex((p) => p.path === path) === at);
  if (told.length > 0) return { ok: false, issues: told };
  const root = document.contents;
  const refused = root === null ? [] : refusedNodes(root, line);
  if (refused.length > 0) return { ok: false, issues: refused };
  const placed = (found: Issue): Issue => {
    const node = root === null ? undefined : nodeAt(root, found.path);
    const at = `${line(node?.range?.[0] ?? 0)}, ${found.path === '' ? 'the whole' : found.path}`;
    return issue(found.code, at, found.expected, found.got);
  };
  return ok({ value: document.toJS({ maxAliasCount: 0 }), placed });
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '');
}

function refusedNodes(node: unknown, line: (offset: number) => string): readonly Issue[] {
  if (!isNode(node)) return [];
  const at = line(node.range?.[0] ?? 0);
  if (isAlias(node)) return [issue('alias', at, 'values written out', `the alias *${node.source}`)];
  if (isSeq(node)) return node.items.flatMap((item) => refusedNodes(item, line));
  if (!isMap(node)) return [];
  return node.items.flatMap((pair) => {
    const key = pair.key;
    const good = isScalar(key) && typeof key.value === 'string';
    const place = isNode(key) ? line(key.range?.[0] ?? 0) : at;
    const own = good ? [] : [issue('key', place, 'a key that is text, in quotes', String(key))];
    return [...own, ...refusedNodes(pair.value, line)];
  });
}

/** The node at a JSON pointer, or the deepest on the way to it that is there. */
function nodeAt(root: Node, path: string): Node {
  let node = root;
  for (const step of path.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    const next = isMap(node) || isSeq(node) ? node.get(key, true) : undefined;
    if (!isNode(next)) return node;
    node = next;
  }
  return node;
}
