import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { editionOf } from './edition.js';
import { letterHtml } from './letter-html.js';
import { letterMail, quotedPrintable } from './letter-mail.js';
import { letterText } from './letter-text.js';
import { markdownHtml } from './markdown-html.js';
import { exampleEntries, exampleIssue } from './weekly.test-fixture.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function edition() {
  const made = editionOf(exampleIssue(), exampleEntries(), sha256);
  if (!made.ok) throw new Error('no edition');
  return made.value;
}

/** Quoted-printable read back by the words of RFC 2045, with Node's own decoder of UTF-8. */
function unquoted(body: string): string {
  const joined = body.replaceAll('=\r\n', '');
  const bytes = [...joined.matchAll(/=([0-9A-F]{2})|([^=])/gs)].map(([, hex, plain = '']) =>
    hex === undefined ? plain.charCodeAt(0) : Number.parseInt(hex, 16),
  );
  return Buffer.from(bytes).toString('utf8').replaceAll('\r\n', '\n');
}

describe('the e-mail edition', () => {
  it('WEEK-15: HTML without script, picture or anything fetched, 600 wide, with dark mode', () => {
    const html = letterHtml(edition());
    expect(html).not.toMatch(/<(script|img|link|iframe|object|form|svg|video)\b/i);
    expect(html).not.toMatch(/\bsrc=|url\(|@import|\son\w+=/i);
    expect(html).toContain('width="600"');
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain('@media (prefers-color-scheme: dark)');
    const addresses = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(addresses.every((href) => href?.startsWith('https://'))).toBe(true);
  });

  it('WEEK-15: every paragraph, heading, list and link bears its own style', () => {
    const html = letterHtml(edition());
    for (const [tag] of html.matchAll(/<(?:p|h1|h2|h3|ul|li|a)(?=[ >])[^>]*>/g)) {
      expect(tag).toContain(' style="');
    }
  });

  it('WEEK-15: what is marked up in a title or an author is text', () => {
    const html = letterHtml(edition());
    expect(html).toContain('Made up &amp; &quot;quoted&quot; &lt;title&gt;');
    expect(html).toContain('Bank &amp; &lt;Partner&gt;');
    expect(html).not.toContain('<title>"');
  });

  it('WEEK-12: a reader without the method page is told what the grades mean', () => {
    const meaning = 'Grades here: B Data: a paper or open test with data, not peer-reviewed.';
    expect(letterHtml(edition())).toContain(meaning);
    expect(letterText(edition())).toContain('Grades here: B Data: a paper');
  });

  it('WEEK-15: plain text in lines of at most 72 letters, addresses apart', () => {
    const lines = letterText(edition()).split('\n');
    expect(lines.filter((line) => line.length > 72 && !line.includes('https://'))).toEqual([]);
    expect(lines).toContain('[1] https://paper.example.org/one');
    expect(lines).toContain('- Bank & <Partner>, 2026-11-24, grade B [3] is weak.');
    expect(lines).toContain('AI in ALM · 2026-W48 · 28 November 2026');
  });

  it('WEEK-15: the message has the heads of RFC 5322 and gives back both parts', () => {
    const mail = letterMail(edition(), 'alm@bank.example');
    if (!mail.ok) throw new Error('no mail');
    const [head = '', ...rest] = mail.value.split('\r\n\r\n');
    for (const name of ['From', 'To', 'Subject', 'Date', 'Message-ID', 'MIME-Version']) {
      expect(head).toMatch(new RegExp(`^${name}: \\S`, 'm'));
    }
    expect(head).toMatch(/^Date: Sat, 28 Nov 2026 00:00:00 \+0000\r?$/m);
    const boundary = /boundary="([^"]+)"/.exec(head)?.[1] ?? '';
    const parts = rest.join('\r\n\r\n').split(`--${boundary}`).slice(1, 3);
    const [text = '', html = ''] = parts.map((part) =>
      unquoted(part.slice(part.indexOf('\r\n\r\n') + 4).replace(/\r\n$/, '')),
    );
    expect(text).toBe(letterText(edition()));
    expect(html).toBe(letterHtml(edition()));
    expect(mail.value.split('\r\n').every((line) => line.length <= 78)).toBe(true);
    expect(/[^\r]\n/.test(mail.value)).toBe(false);
    expect(mail.value.endsWith(`--${boundary}--\r\n`)).toBe(true);
  });

  it.each(['nobody', 'a@b', 'a b@c.de', 'a@b.de\r\nBcc: x@y.z', ''])(
    'WEEK-15: %j is no sender',
    (from) => {
      expect(letterMail(edition(), from).ok).toBe(false);
    },
  );

  it('WEEK-15: quoted-printable as RFC 2045 has it', () => {
    expect(quotedPrintable('a=b é ')).toEqual(['a=3Db =C3=A9=20']);
    expect(quotedPrintable('x'.repeat(80))).toEqual([`${'x'.repeat(75)}=`, 'xxxxx']);
  });

  it('WEEK-15: Markdown that prose refuses is a programmer error here', () => {
    expect(() => markdownHtml('<b>x</b>')).toThrow('prose has no html');
    expect(() => markdownHtml('![x](https://a.example.org/x.png)')).toThrow('prose has no image');
    expect(() => markdownHtml('[x](javascript:alert(1))')).toThrow('prose has no address');
  });
});
