import ts from 'typescript';

/** Node's own modules that neither open a connection nor start another program. */
const QUIET_MODULES = new Set([
  ...['buffer', 'crypto', 'fs', 'fs/promises', 'module', 'os', 'path', 'process', 'stream'],
  ...['url', 'util', 'zlib'],
]);

/** Ways to the network, or to code that cannot be read here. */
const LOUD_NAMES = new Set([
  ...['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest', 'WebTransport', 'RTCPeerConnection'],
  ...['importScripts', 'eval'],
]);

/** Modules outside a bundle that are not in the list of quiet ones. */
export function loudModules(outside: readonly string[], allowed: readonly string[]): string[] {
  return outside.filter((path) => {
    return !QUIET_MODULES.has(path.replace(/^node:/, '')) && !allowed.includes(path);
  });
}

/** Names in the code that reach the network: a use, not a member, a key or a text of that name. */
export function loudNames(code: string): string[] {
  const tree = ts.createSourceFile('bundle.mjs', code, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const name = loudName(node);
    if (name !== undefined) {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
      found.push(`${name} at line ${line + 1}`);
    }
    node.forEachChild(visit);
  };
  visit(tree);
  return found;
}

function loudName(node: ts.Node): string | undefined {
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [path] = node.arguments;
    return path !== undefined && ts.isStringLiteralLike(path) ? undefined : 'a computed import';
  }
  if (ts.isPropertyAccessExpression(node)) {
    const owner = node.expression;
    const isGlobal =
      ts.isIdentifier(owner) && ['globalThis', 'window', 'self', 'global'].includes(owner.text);
    if (isGlobal && LOUD_NAMES.has(node.name.text)) return node.name.text;
    return node.name.text === 'getBuiltinModule' ? node.name.text : undefined;
  }
  if (!ts.isIdentifier(node) || !LOUD_NAMES.has(node.text)) return undefined;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return undefined;
  if (ts.isPropertyAssignment(parent) && parent.name === node) return undefined;
  if (ts.isMethodDeclaration(parent) && parent.name === node) return undefined;
  return node.text;
}
