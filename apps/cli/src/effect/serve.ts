import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { fail, issue, ok, type Result } from '@almfes/engine';
import { CONTENT_SECURITY_POLICY } from '@almfes/report';

const HOST = '127.0.0.1';

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;

/** A server of one page that listens on this machine only. */
export interface PageServer {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Starts to serve; an issue when the port is taken or not allowed. Port 0 takes a free one. */
export function servePage(html: string, port: number): Promise<Result<PageServer>> {
  return new Promise((resolve) => {
    const server = createServer((request, response) => answer(request, response, html));
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
  html: string,
  port: number,
  onAddress: (address: string) => void,
): Promise<Result<string>> {
  const started = await servePage(html, port);
  if (!started.ok) return started;
  onAddress(started.value.address);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  await started.value.close();
  return ok(started.value.address);
}

function answer(request: IncomingMessage, response: ServerResponse, html: string): void {
  const { method = '', url = '' } = request;
  if (!isThisMachine(request)) {
    response.writeHead(403, HEADERS).end();
  } else if (method !== 'GET' && method !== 'HEAD') {
    response.writeHead(405, { ...HEADERS, Allow: 'GET, HEAD' }).end();
  } else if (url !== '/') {
    response.writeHead(404, HEADERS).end();
  } else {
    const length = Buffer.byteLength(html);
    response.writeHead(200, { ...HEADERS, 'Content-Length': length });
    response.end(method === 'HEAD' ? undefined : html);
  }
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
