import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { fail, issue, ok, type Result } from '@almfes/engine';
import { CONTENT_SECURITY_POLICY } from '@almfes/report';
import type { ServedPages } from './effects.js';
import { readSiteFile } from './site-file.js';

const HOST = '127.0.0.1';

const CLOSED = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;

const HEADERS = {
  ...CLOSED,
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`,
} as const;

/** Pages of the site carry a policy of their own, with the hash of their script. */
const SITE_HEADERS = { ...CLOSED, 'Content-Security-Policy': "frame-ancestors 'none'" } as const;

const SITE = '/site/';

/** A server of one page, and of the site when there is one, that listens on this machine only. */
export interface PageServer {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Starts to serve; an issue when the port is taken or not allowed. Port 0 takes a free one. */
export function servePage(pages: ServedPages, port: number): Promise<Result<PageServer>> {
  return new Promise((resolve) => {
    const server = createServer((request, response) => void answer(request, response, pages));
    server.once('error', (error) => {
      const got = 'code' in error && error.code === 'EADDRINUSE' ? 'a port in use' : error.message;
      resolve(fail(issue('PORT_UNUSABLE', String(port), 'a free port', got)));
    });
    server.listen(port, HOST, () => {
      resolve(ok({ address: `http://${HOST}:${portOf(server)}/`, close: () => close(server) }));
    });
  });
}

/** Serves until Ctrl-C. */
export async function serveUntilInterrupted(
  pages: ServedPages,
  port: number,
  onAddress: (address: string) => void,
): Promise<Result<string>> {
  const started = await servePage(pages, port);
  if (!started.ok) return started;
  onAddress(started.value.address);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  await started.value.close();
  return ok(started.value.address);
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { html, siteFolder }: ServedPages,
): Promise<void> {
  const { method = '', url = '' } = request;
  if (!isThisMachine(request)) {
    response.writeHead(403, HEADERS).end();
  } else if (method !== 'GET' && method !== 'HEAD') {
    response.writeHead(405, { ...HEADERS, Allow: 'GET, HEAD' }).end();
  } else if (siteFolder !== null && url.startsWith(SITE)) {
    const file = await readSiteFile(siteFolder, url.slice(SITE.length));
    if (file === null) response.writeHead(404, HEADERS).end();
    else send(response, { method, ...file, headers: SITE_HEADERS });
  } else if (url !== '/') {
    response.writeHead(404, HEADERS).end();
  } else {
    const bytes = Buffer.from(html);
    send(response, { method, bytes, type: HEADERS['Content-Type'], headers: HEADERS });
  }
}

interface Sent {
  readonly method: string;
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
}

function send(response: ServerResponse, { method, bytes, type, headers }: Sent): void {
  const length = { 'Content-Type': type, 'Content-Length': bytes.length };
  response.writeHead(200, { ...headers, ...length });
  response.end(method === 'HEAD' ? undefined : bytes);
}

/** A page elsewhere must not reach this one by pointing its own name here (DNS rebinding). */
function isThisMachine(request: IncomingMessage): boolean {
  const port = request.socket.localPort;
  return [`${HOST}:${port}`, `localhost:${port}`].includes(request.headers.host ?? '');
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port');
  return address.port;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
