import { posix } from 'node:path';
import ts from 'typescript';
import type { Architecture } from './architecture.js';
import { isCode, lineOf, type Repository, walk } from './repository.js';

/** One import, export-from, dynamic import or `new URL('…', import.meta.url)` of a file. */
export interface ImportEdge {
  readonly file: string;
  readonly line: number;
  readonly specifier: string;
  /** The repository file it leads to; undefined for an outside package or a missing file. */
  readonly target: string | undefined;
  /** A file address: it may lead to an optional file, an import may not. */
  readonly isUrl: boolean;
}

/** Every import of one file, type imports included: a type is knowledge too. */
export function importsOf(
  repository: Repository,
  architecture: Architecture,
  file: string,
): readonly ImportEdge[] {
  const tree = repository.syntax(file);
  const edges: ImportEdge[] = [];
  walk(tree, (node) => {
    const literal = specifierOf(node);
    if (literal === undefined) return;
    const target = resolve(repository, architecture, file, literal.text);
    edges.push({
      file,
      line: lineOf(tree, literal),
      specifier: literal.text,
      target,
      isUrl: ts.isNewExpression(node),
    });
  });
  return edges;
}

/** The imports of every code file, by file. */
export function moduleGraph(
  repository: Repository,
  architecture: Architecture,
): ReadonlyMap<string, readonly ImportEdge[]> {
  const files = repository.files.filter(isCode);
  return new Map(files.map((file) => [file, importsOf(repository, architecture, file)]));
}

function specifierOf(node: ts.Node): ts.StringLiteralLike | undefined {
  const candidate = specifierExpression(node);
  return candidate !== undefined && ts.isStringLiteralLike(candidate) ? candidate : undefined;
}

function specifierExpression(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return node.argument.literal;
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return node.arguments[0];
  }
  return ts.isNewExpression(node) && isModuleUrl(node) ? node.arguments?.[0] : undefined;
}

function isModuleUrl(node: ts.NewExpression): boolean {
  const base = node.arguments?.[1];
  return node.expression.getText() === 'URL' && base?.getText() === 'import.meta.url';
}

function resolve(
  repository: Repository,
  architecture: Architecture,
  file: string,
  specifier: string,
): string | undefined {
  const layer = architecture.packages.find((candidate) => candidate.name === specifier);
  if (layer !== undefined) return `${layer.path}/src/index.ts`;
  if (!specifier.startsWith('.')) return undefined;
  const path = posix.join(posix.dirname(file), specifier);
  return candidates(path).find((candidate) => repository.files.includes(candidate));
}

/** A built path stands for its source: dist/x.js for src/x.ts, and x.js for x.ts. */
function candidates(path: string): readonly string[] {
  const source = path.replace('/dist/', '/src/');
  return [path, source, source.replace(/\.js$/, '.ts'), source.replace(/\.js$/, '.tsx')];
}
