import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** The files tidy looks at, by path from the root with forward slashes. */
export interface Repository {
  readonly files: readonly string[];
  readonly bytes: (path: string) => Uint8Array;
  readonly text: (path: string) => string;
  readonly syntax: (path: string) => ts.SourceFile;
}

const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', 'out', 'coverage', '.git', '.astro']);
/** In a linked working tree `.git` is a file that names the folder of the main one. */
const SKIPPED_FILES = /(\.tsbuildinfo|\.log|\.DS_Store)$|^\.git$/;

/** The working tree below `root`. Reads the disk, not git, so that it also works without git. */
export function repositoryAt(root: string): Repository {
  const files = listFiles(root, '').sort();
  return repositoryFrom(files, (path) => readFileSync(join(root, path)));
}

/** A repository held in memory: what the tests of the checks use. */
export function repositoryOf(contents: Readonly<Record<string, string>>): Repository {
  const encoder = new TextEncoder();
  return repositoryFrom(Object.keys(contents).sort(), (path) => encoder.encode(contents[path]));
}

function repositoryFrom(files: readonly string[], bytes: (path: string) => Uint8Array): Repository {
  const texts = new Map<string, string>();
  const trees = new Map<string, ts.SourceFile>();
  const text = (path: string): string => remember(texts, path, () => decode(bytes(path)));
  const syntax = (path: string): ts.SourceFile =>
    remember(trees, path, () =>
      ts.createSourceFile(path, text(path), ts.ScriptTarget.ES2022, true),
    );
  return { files, bytes, text, syntax };
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function remember<T>(memory: Map<string, T>, path: string, make: () => T): T {
  const known = memory.get(path);
  if (known !== undefined) return known;
  const made = make();
  memory.set(path, made);
  return made;
}

function listFiles(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return SKIPPED_FOLDERS.has(entry.name) ? [] : listFiles(root, path);
    return entry.isFile() && !SKIPPED_FILES.test(entry.name) ? [path] : [];
  });
}

/** TypeScript and JavaScript sources. */
export function isCode(path: string): boolean {
  return /\.(ts|tsx|mjs|js)$/.test(path);
}

/** A test, or a fixture that only tests use (`x.test-fixture.ts`). */
export function isTest(path: string): boolean {
  return /\.test(-[\w-]+)?\.tsx?$/.test(path);
}

/** 1-based line of a node. */
export function lineOf(tree: ts.SourceFile, node: ts.Node): number {
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
}

/** Calls `visit` on every node below `node`, the node itself included. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}
