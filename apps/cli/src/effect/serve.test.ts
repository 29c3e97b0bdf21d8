import { mkdtemp, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PageServer, servePage } from './serve.js';

const html = '<!doctype html><title>A made-up page</title>';
let server: PageServer;

beforeAll(async () => {
  const siteFolder = await mkdtemp(join(tmpdir(), 'almfes-test-'));
  await writeFile(join(siteFolder, 'index.html'), 'the site');
  await writeFile(join(siteFolder, 'feed.xml'), '<rss/>');
  await writeFile(join(siteFolder, '.hidden.html'), 'hidden');
  await writeFile(join(siteFolder, 'script.js'), 'no type');
  const started = await servePage({ html, siteFolder }, 0);
  if (!started.ok) throw new Error('no port is free');
  server = started.value;
});

afterAll(() => server.close());

/** `fetch` does not let a test lie about the host; this does. */
function ask(path: string, method = 'GET', host?: string) {
  const headers = host === undefined ? {} : { host };
  return new Promise<{ status: number; headers: NodeJS.Dict<unknown>; body: string }>((resolve) => {
    request(new URL(path, server.address), { method, headers, agent: false }, (response) => {
      let body = '';
      response.on('data', (part) => {
        body += String(part);
      });
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    }).end();
  });
}

describe('servePage', () => {
  it('serves the page on 127.0.0.1 with headers that keep it closed', async () => {
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const { status, headers, body } = await ask('/');
    expect({ status, body }).toEqual({ status: 200, body: html });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
  });

  it.each([
    ['another path', '/../etc/passwd', 'GET', undefined, 404],
    ['a query', '/?x', 'GET', undefined, 404],
    ['another method', '/', 'POST', undefined, 405],
    ['a foreign name that points here', '/', 'GET', 'example.org', 403],
    ['the head alone', '/', 'HEAD', undefined, 200],
  ])('%s', async (_, path, method, host, status) => {
    const answer = await ask(path, method, host);
    expect({ status: answer.status, body: answer.body }).toEqual({ status, body: '' });
  });

  it('SITE-7: serves the files of the site under /site/', async () => {
    const { status, headers, body } = await ask('/site/');
    expect({ status, body }).toEqual({ status: 200, body: 'the site' });
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect((await ask('/site/feed.xml')).headers['content-type']).toContain('application/xml');
  });

  it.each([
    '/site/../serve.test.ts',
    '/site/%2e%2e/serve.test.ts',
    '/site/.hidden.html',
    '/site/script.js',
    '/site/none.html',
    '/site/index.html?x',
    '/site',
    '/index.html',
  ])('SITE-7: %s is not served', async (path) => {
    const { status, body } = await ask(path);
    expect({ status, body }).toEqual({ status: 404, body: '' });
  });

  it('a port in use is an issue', async () => {
    const second = await servePage(
      { html, siteFolder: null },
      Number(new URL(server.address).port),
    );
    expect(second.ok ? [] : second.issues).toMatchObject([
      { code: 'PORT_UNUSABLE', expected: 'a free port', got: 'a port in use' },
    ]);
  });
});
