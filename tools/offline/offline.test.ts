import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle, entryOf } from './bundle.js';
import { loudModules, loudNames } from './network-uses.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const guard = fileURLToPath(new URL('guard.mjs', import.meta.url));
let folder = '';
beforeAll(() => {
  // Beside the packages, so that native libraries are found from there.
  mkdirSync(join(root, 'out'), { recursive: true });
  folder = mkdtempSync(join(root, 'out', 'offline-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What Node says of a program, behind words that run it otherwise. */
function run(program: string, ...words: readonly string[]) {
  const library = join(root, 'library');
  const command = [...words, process.execPath, '--import', guard, program, library];
  const [first = '', ...rest] = command;
  return spawnSync(first, rest, { encoding: 'utf8', timeout: 110_000 });
}

const has = (...command: readonly [string, ...string[]]): boolean =>
  spawnSync(command[0], command.slice(1)).status === 0;

const LOADED = 'a.csv 2, a.jsonl 2, a.parquet 2, a.xlsx 2, call reports 3, case evaluated\n';

describe('what the code could do', () => {
  it.each([
    ['engine', []],
    ['intake', []],
    ['tape', ['@duckdb/node-bindings']],
  ] as const)('TAPE-16: %s and all it imports reach no network', async (name, native) => {
    const { text, outside } = await bundle(entryOf(name), join(folder, `${name}.mjs`));
    expect(text.length).toBeGreaterThan(10_000);
    expect(loudModules(outside, native)).toEqual([]);
    expect(loudNames(text)).toEqual([]);
  });

  it('TAPE-16: a use of the network is seen, a text or a member of that name is not', async () => {
    const uses = [
      "fetch('x')",
      'globalThis.fetch',
      'new WebSocket(u)',
      'const { a = fetch } = b',
      'import(path)',
      "process.getBuiltinModule('net')",
    ];
    expect(uses.map((code) => loudNames(code).length)).toEqual([1, 1, 1, 1, 1, 1]);
    const none = [
      "'fetch'; // fetch('x')",
      'cache.fetch(); const a = { fetch: 1 }',
      "import('./a.js')",
    ];
    expect(none.flatMap(loudNames)).toEqual([]);
    const file = join(folder, 'loud.ts');
    writeFileSync(file, "import { connect } from 'node:tls';\nimport 'http';\nconnect;\n");
    const { outside } = await bundle(file, join(folder, 'loud.mjs'));
    expect(loudModules(outside, [])).toEqual(['http', 'node:tls']);
  });
});

describe('what it does', () => {
  let program = '';
  beforeAll(async () => {
    program = join(folder, 'load-everything.mjs');
    const file = fileURLToPath(new URL('load-everything.ts', import.meta.url));
    writeFileSync(program, (await bundle(file, program)).text);
  });

  it('TAPE-16: every kind of file and a case load where each way to the network throws', () => {
    const { status, stdout, stderr } = run(program);
    expect([stdout, stderr, status]).toEqual([LOADED, '', 0]);
  });

  it('TAPE-16: the guard sees each way, even when the error is caught', () => {
    const ways = [
      "await fetch('http://127.0.0.1:9/')",
      "(await import('node:net')).connect(9, '127.0.0.1')",
      "(await import('node:https')).get('https://127.0.0.1:9/')",
      "(await import('node:dns')).lookup('example.org', () => {})",
      "await (await import('node:dns/promises')).resolve4('example.org')",
      "(await import('node:dgram')).createSocket('udp4')",
      "(await import('node:child_process')).spawn('true')",
    ];
    const seen = ways.map((way, index) => {
      const file = join(folder, `way-${index}.mjs`);
      writeFileSync(file, `try { ${way}; } catch {}\n`);
      return run(file).status;
    });
    expect(seen).toEqual(ways.map(() => 66));
  });

  it.skipIf(!has('unshare', '-rn', 'true'))(
    'TAPE-16: they load with no network at all (skips where unshare -rn may not run)',
    () => {
      const { status, stdout, stderr } = run(program, 'unshare', '-rn');
      expect([stdout, stderr, status]).toEqual([LOADED, '', 0]);
    },
  );

  it.skipIf(!has('strace', '-f', 'true'))(
    'TAPE-16: the system sees no socket, native code included (skips without strace)',
    () => {
      const watch = ['strace', '-f', '-qq', '-e', 'trace=network', '-e', 'signal=none'];
      const { status, stdout, stderr } = run(program, ...watch);
      expect([stdout, status]).toEqual([LOADED, 0]);
      // A pair of sockets joins threads of one process and reaches nowhere.
      const calls = stderr
        .split('\n')
        .filter((line) => /\b(socket|connect|bind|sendto)\(/.test(line));
      expect(calls).toEqual([]);
      const loud = "require('net').connect(9, '127.0.0.1').on('error', () => {})";
      const [first = '', ...rest] = [...watch, process.execPath, '-e', loud];
      expect(spawnSync(first, rest, { encoding: 'utf8' }).stderr).toMatch(/socket\(AF_INET/);
    },
  );
});
