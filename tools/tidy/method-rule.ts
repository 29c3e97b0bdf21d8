import ts from 'typescript';
import type { Check, Finding } from './check.js';
import { isTest, lineOf, type Repository, walk } from './repository.js';

interface Citation {
  readonly id: string;
  readonly file: string;
  readonly line: number;
}

const RULE = /^- \*\*([A-Z][A-Z0-9]*-\d+)\*\*/;
const ID = /\b[A-Z][A-Z0-9]*-\d+\b/g;
/** `EVE-1: …` or `EVE-1, EVE-2: …`: what stands before the colon is meant as a citation. */
const LEADING = /^[A-Z][A-Z0-9]*-\d+(?:(?:, | and | )[A-Z][A-Z0-9]*-\d+)*(?=:)/;

/** Every numbered rule of docs/method has a test that cites it, and no test cites another. */
export const methodRule: Check = {
  name: 'method-rule',
  title: 'every method rule has a test, every cited rule exists',
  run(repository) {
    const rules = repository.files
      .filter((file) => /^docs\/method\/.*\.md$/.test(file))
      .flatMap((file) => rulesIn(repository, file));
    const known = new Set(rules.map((rule) => rule.id));
    const prefixes = new Set(rules.map((rule) => prefixOf(rule.id)));
    const cited = repository.files
      .filter(isTest)
      .flatMap((file) => citationsIn(repository, file, prefixes));
    const citedIds = new Set(cited.map((citation) => citation.id));
    return [
      ...twice(rules),
      ...rules.filter((rule) => !citedIds.has(rule.id)).map(say('has no test that cites it')),
      ...cited.filter((citation) => !known.has(citation.id)).map(say('is no rule of docs/method')),
    ];
  },
};

const say =
  (what: string) =>
  ({ id, file, line }: Citation): Finding => ({ file, line, message: `${id} ${what}` });

const prefixOf = (id: string): string => id.slice(0, id.lastIndexOf('-'));

function rulesIn(repository: Repository, file: string): Citation[] {
  return repository
    .text(file)
    .split('\n')
    .flatMap((text, index) => {
      const id = RULE.exec(text)?.[1];
      return id === undefined ? [] : [{ id, file, line: index + 1 }];
    });
}

function twice(rules: readonly Citation[]): Finding[] {
  const first = new Map<string, string>();
  return rules.flatMap((rule) => {
    const before = first.get(rule.id);
    if (before !== undefined) return [say(`already stands in ${before}`)(rule)];
    first.set(rule.id, rule.file);
    return [];
  });
}

function citationsIn(
  repository: Repository,
  file: string,
  prefixes: ReadonlySet<string>,
): Citation[] {
  const tree = repository.syntax(file);
  const found: Citation[] = [];
  walk(tree, (node) => {
    const title = titleOf(node);
    if (title === undefined) return;
    const leading = LEADING.exec(title)?.[0] ?? '';
    for (const [id] of title.matchAll(ID)) {
      if (leading.includes(id) || prefixes.has(prefixOf(id))) {
        found.push({ id, file, line: lineOf(tree, node) });
      }
    }
  });
  return found;
}

/** The words of a test's or suite's title, when the call is one and it is not left for later. */
function titleOf(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const callee = node.expression.getText();
  if (!/^(it|test|describe)\b/.test(callee) || /\.(skip|todo)$/.test(callee)) return undefined;
  const first = node.arguments[0];
  if (first === undefined) return undefined;
  if (ts.isStringLiteralLike(first)) return first.text;
  return ts.isTemplateExpression(first) ? first.getText().slice(1, -1) : undefined;
}
