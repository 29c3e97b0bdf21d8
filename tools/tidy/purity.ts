import ts from 'typescript';
import { type Architecture, packageOf } from './architecture.js';
import type { Check, Finding } from './check.js';
import { isCode, isTest, lineOf, walk } from './repository.js';

/** What reaches outside the arguments of a function: the world, the clock, chance, the locale. */
const BANNED_GLOBALS = new Set([
  ...['Date', 'console', 'fetch', 'process', 'globalThis', 'performance', 'Intl', 'Buffer'],
  ...['require', 'setTimeout', 'setInterval', 'setImmediate', 'XMLHttpRequest', 'WebSocket'],
  ...['Temporal', 'crypto', 'localStorage', 'eval'],
]);

/** Methods whose answer depends on the locale of the machine. */
const BANNED_METHODS = new Set(['localeCompare', 'toLocaleString', 'toLocaleUpperCase']);

/** Operations IEEE 754 or ECMAScript define to the last bit, and the constants. */
const EXACT_MATH = new Set([
  ...['abs', 'max', 'min', 'floor', 'ceil', 'round', 'trunc', 'sign', 'sqrt', 'imul'],
  ...['fround', 'clz32', 'PI', 'E', 'LN2', 'LN10', 'LOG2E', 'LOG10E', 'SQRT2', 'SQRT1_2'],
]);

/** Nothing in a pure package may reach the world, or differ between engines in the last bit. */
export const purity: Check = {
  name: 'purity',
  title: 'the engine reaches no clock, chance, world or inexact Math',
  run(repository, architecture) {
    return repository.files
      .filter((file) => isCode(file) && !isTest(file))
      .filter((file) => packageOf(architecture, file)?.pure === true)
      .flatMap((file) => impurities(repository.syntax(file), file, architecture));
  },
};

function impurities(tree: ts.SourceFile, file: string, architecture: Architecture): Finding[] {
  const found: Finding[] = [];
  walk(tree, (node) => {
    const message = impurity(node, architecture.transcendental.includes(file));
    if (message !== undefined) found.push({ file, line: lineOf(tree, node), message });
  });
  return found;
}

function impurity(node: ts.Node, transcendental: boolean): string | undefined {
  if (ts.isBinaryExpression(node)) return powerOperator(node.operatorToken.kind);
  if (!ts.isIdentifier(node) || isNameOnly(node)) return methodImpurity(node);
  if (BANNED_GLOBALS.has(node.text)) return `'${node.text}' is banned in a pure package`;
  if (node.text !== 'Math' || transcendental) return undefined;
  const use = node.parent;
  const member = ts.isPropertyAccessExpression(use) ? use.name.text : '(itself)';
  if (EXACT_MATH.has(member)) return undefined;
  return `Math.${member} is not exact on every engine: import it from foundation`;
}

function powerOperator(kind: ts.SyntaxKind): string | undefined {
  const isPower =
    kind === ts.SyntaxKind.AsteriskAsteriskToken ||
    kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken;
  return isPower ? "'**' is not exact on every engine: import pow from foundation" : undefined;
}

function methodImpurity(node: ts.Node): string | undefined {
  if (!ts.isPropertyAccessExpression(node) || !BANNED_METHODS.has(node.name.text)) return undefined;
  return `'${node.name.text}' depends on the locale of the machine`;
}

/** An identifier that names a member and reads no variable: x.process, { process: 1 }. */
function isNameOnly(node: ts.Identifier): boolean {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isQualifiedName(parent)) return parent.right === node;
  const isMember =
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodSignature(parent);
  return isMember && parent.name === node;
}
