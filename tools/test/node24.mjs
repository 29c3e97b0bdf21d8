// `npm run test:node24`: the same test command on Node 24, from npm's own cache.
// Not a dependency: its binary is 120 MB, and npm would put it before the installed Node in PATH.
import { spawnSync } from 'node:child_process';

const platform = process.platform === 'win32' ? 'win' : process.platform;
const node = `node-${platform}-${process.arch}@24.21.0`;
const command = ['exec', '--yes', `--package=${node}`, '--', 'node', 'tools/test/run.mjs'];
const child = spawnSync('npm', command, { stdio: ['ignore', 'inherit', 'inherit'] });
process.exitCode = child.status ?? 1;
