import { basename } from 'node:path';
import ts from 'typescript';
import type { Check, Finding } from './check.js';
import { isCode, isTest, lineOf, type Repository, walk } from './repository.js';

/** A cast claims what the compiler cannot see: allowed where the claim is made true. */
export const cast: Check = {
  name: 'cast',
  title: 'casts only in units.ts, parse*.ts and tests',
  run(repository) {
    return repository.files
      .filter((file) => isCode(file) && !isTest(file) && !mayCast(file))
      .flatMap((file) => casts(repository, file));
  },
};

function mayCast(file: string): boolean {
  return /^(units|parse.*)\.tsx?$/.test(basename(file));
}

function casts(repository: Repository, file: string): Finding[] {
  const tree = repository.syntax(file);
  const found: Finding[] = [];
  walk(tree, (node) => {
    const message = castIn(node);
    if (message !== undefined) found.push({ file, line: lineOf(tree, node), message });
  });
  return found;
}

function castIn(node: ts.Node): string | undefined {
  if (ts.isAsExpression(node)) {
    return node.type.getText() === 'const' ? undefined : `cast 'as ${node.type.getText()}'`;
  }
  if (ts.isTypeAssertionExpression(node)) return `cast '<${node.type.getText()}>'`;
  if (ts.isNonNullExpression(node)) return `non-null '${node.getText()}'`;
  const definite =
    (ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)) &&
    node.exclamationToken !== undefined;
  return definite ? `definite assignment '${node.name.getText()}!'` : undefined;
}
