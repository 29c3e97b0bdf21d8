// Loaded before a program (`node --import`): whoever reaches for the network, or for another
// program that could, throws, and the process ends with 66 even if the error is caught.
import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const refuse = (what) => () => {
  process.stderr.write(`network: ${what}\n`);
  process.exitCode = 66;
  process.on('exit', () => {
    process.exitCode = 66;
  });
  throw new Error(`network: ${what}`);
};

net.Socket.prototype.connect = refuse('a socket connects');
net.Server.prototype.listen = refuse('a server listens');
dgram.createSocket = refuse('a datagram socket');
for (const [owner, prefix] of [
  [dns, 'dns'],
  [dns.promises, 'dns.promises'],
  [childProcess, 'child_process'],
]) {
  for (const [name, value] of Object.entries(owner)) {
    const isCall = typeof value === 'function' && !/^[A-Z]|^(get|set)/.test(name);
    if (isCall) owner[name] = refuse(`${prefix}.${name}`);
  }
}
for (const name of ['fetch', 'WebSocket', 'EventSource']) {
  if (name in globalThis) {
    Object.defineProperty(globalThis, name, { value: refuse(name), configurable: true });
  }
}
syncBuiltinESMExports();
