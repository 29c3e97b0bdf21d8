import ts from 'typescript';
import type { Check, Finding } from './check.js';
import { isCode, lineOf, type Repository, walk } from './repository.js';

export const FILE_LINES_MOST = 400;
export const FUNCTION_LINES_MOST = 70;
export const LINE_COLUMNS_MOST = 100;

const isSource = (file: string): boolean => isCode(file) || /(\.css|\.sh|^\.ci\/run)$/.test(file);

export const fileLength: Check = {
  name: 'file-length',
  title: `no file over ${FILE_LINES_MOST} lines`,
  run(repository) {
    return repository.files.filter(isSource).flatMap((file) => {
      const count = repository.text(file).replace(/\n$/, '').split('\n').length;
      return count > FILE_LINES_MOST ? [{ file, line: 0, message: `${count} lines` }] : [];
    });
  },
};

export const lineWidth: Check = {
  name: 'line-width',
  title: `no line over ${LINE_COLUMNS_MOST} columns`,
  run(repository) {
    return repository.files.filter(isSource).flatMap((file) =>
      repository
        .text(file)
        .split('\n')
        .flatMap((text, index) => tooWide(file, index + 1, text)),
    );
  },
};

function tooWide(file: string, line: number, text: string): Finding[] {
  const columns = [...text].length;
  return columns > LINE_COLUMNS_MOST ? [{ file, line, message: `${columns} columns` }] : [];
}

export const functionLength: Check = {
  name: 'function-length',
  title: `no function over ${FUNCTION_LINES_MOST} lines`,
  run(repository) {
    return repository.files.filter(isCode).flatMap((file) => longFunctions(repository, file));
  },
};

function longFunctions(repository: Repository, file: string): Finding[] {
  const tree = repository.syntax(file);
  const found: Finding[] = [];
  walk(tree, (node) => {
    if (!ts.isFunctionLike(node) || isSuite(node)) return;
    const first = lineOf(tree, node);
    const last = tree.getLineAndCharacterOfPosition(node.end).line + 1;
    const count = last - first + 1;
    if (count <= FUNCTION_LINES_MOST) return;
    found.push({ file, line: first, message: `function '${functionName(node)}': ${count} lines` });
  });
  return found;
}

/** The callback of describe() is a heading over tests, not a function anyone reads as one. */
function isSuite(node: ts.Node): boolean {
  const call = node.parent;
  return ts.isCallExpression(call) && /^(describe|suite)\b/.test(call.expression.getText());
}

function functionName(node: ts.Node): string {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) {
    return node.name?.getText() ?? 'anonymous';
  }
  const parent = node.parent;
  return ts.isVariableDeclaration(parent) ? parent.name.getText() : 'anonymous';
}
