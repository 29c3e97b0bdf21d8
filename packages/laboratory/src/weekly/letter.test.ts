import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { editionOf } from './edition.js';
import { entryFacts } from './entry-facts.js';
import { editionHtml } from './feed.js';
import { letterHtml } from './letter-html.js';
import { letterMail, quotedPrintable } from './letter-mail.js';
import { letterText } from './letter-text.js';
import { markdownHtml } from './markdown-html.js';
import { markdownText } from './markdown-text.js';
import { exampleEntries, exampleIssue } from './weekly.test-fixture.js';
import { wrapped } from './wrap-text.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function edition() {
  const made = editionOf(exampleIssue(), exampleEntries(), sha256);
  if (!made.ok) throw new Error('no edition');
  return made.value;
}

/** A letter with every element that prose may have, tables and quotations among them. */
function tabled(): string {
  const more = '\n> A quotation\n\n1. one\n\n| a | b |\n|---|---|\n| `c` | ~~d~~ |\n';
  const { markdown, ...rest } = edition();
  return letterHtml({ ...rest, markdown: `${markdown}${more}` });
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
    expect(html).toContain('style="max-width:600px;"');
    expect(html).toMatch(/<!--\[if mso\]><table [^>]*width="600"[^>]*><tr><td><!\[endif\]-->/);
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain('@media (prefers-color-scheme: dark)');
    const addresses = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(addresses.every((href) => href?.startsWith('https://'))).toBe(true);
  });

  /**
   * What may style a letter, with the reason: the tables of Can I email (caniemail.com, read in its
   * public repository, 29 November 2026) for Gmail, Outlook on Windows and the web, Apple Mail,
   * Yahoo, Thunderbird. `on` names the elements where every one of these takes it.
   */
  const ALLOWED: Readonly<Record<string, { readonly on: RegExp; readonly reason: string }>> = {
    margin: { on: /^(?!span$)/, reason: 'all but negatives, and Outlook spans and auto' },
    padding: {
      on: /^(td|body|ul|ol)$/,
      reason: 'Outlook: cells alone; elsewhere it may only be 0',
    },
    'max-width': { on: /^table$/, reason: 'Outlook 2007 to 2016 not: a table is around it' },
    'background-color': {
      on: /^body$/,
      reason: 'a colour alone; K-9 not on the body: bgcolor below',
    },
    color: { on: /./, reason: 'by all' },
    'font-family': { on: /./, reason: 'by all, with a name that every system has' },
    'font-size': { on: /./, reason: 'by all, in pixels' },
    'font-weight': { on: /./, reason: 'by all, as bold' },
    'line-height': { on: /./, reason: 'by all, in pixels' },
    'text-decoration': { on: /^a$/, reason: 'by all, as underline' },
  };

  it('WEEK-15: only properties that e-mail programs know, where they know them', () => {
    const styles = [...tabled().matchAll(/<(\w+)[^>]* style="([^"]*)"/g)];
    expect(styles.length).toBeGreaterThan(50);
    for (const [, element = '', style = ''] of styles) {
      for (const declaration of style.split(';').filter((each) => each !== '')) {
        const [property = '', value = ''] = declaration.split(':');
        expect(Object.keys(ALLOWED), declaration).toContain(property);
        expect(ALLOWED[property]?.on.test(element), `${declaration} on ${element}`).toBe(true);
        expect(value, declaration).not.toMatch(/-\d|auto|url|var\(|calc|[^a-zA-Z0-9#%,.\s-]/);
        if (property === 'padding' && element !== 'td') expect(value).toBe('0');
      }
      const names = style.split(';').map((each) => each.split(':')[0]);
      expect(new Set(names).size, style).toBe(names.length);
    }
  });

  it('WEEK-15: dark mode overrides colours alone, each with !important', () => {
    const [, rules = ''] = /<style>([\s\S]*)<\/style>/.exec(letterHtml(edition())) ?? [];
    const set = [...rules.matchAll(/([\w-]+):\s*([^;{}]+);/g)];
    expect(set).toHaveLength(4);
    for (const [, property, value] of set) {
      expect(['color', 'background-color']).toContain(property);
      expect(value).toMatch(/^#[0-9a-f]{6} !important$/);
    }
  });

  it('WEEK-15: every element is closed in its turn, and no attribute stands unquoted', () => {
    const html = tabled().replaceAll(/<!--\[if mso\]>|<!\[endif\]-->/g, '');
    const open: string[] = [];
    for (const [tag, close, name = ''] of html.matchAll(/<(\/?)(\w+)[^<>]*>/g)) {
      if (close === '/') expect(open.pop(), tag).toBe(name);
      else if (!['meta', 'br', 'hr'].includes(name)) open.push(name);
      expect(tag).toMatch(/^<\/?\w+( [a-z-]+="[^"<>]*")*>$/);
    }
    expect(open).toEqual([]);
    expect(html.replaceAll(/<[^<>]*>/g, '')).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot|#39);)/);
  });

  it('WEEK-15: a letter stays under the 102 KB at which Gmail cuts one off', () => {
    expect(Buffer.byteLength(letterHtml(edition()))).toBeLessThan(102_000);
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

  it('WEEK-10, WEEK-12: each entry stands in the letter with its result, and the kind', () => {
    const html = letterHtml(edition());
    expect(html.match(/<h3 /g)).toHaveLength(5);
    expect(html).toContain('12.5 % of error. Against a made-up benchmark.');
    expect(html).toContain('News of the week and older sources; the newest is of 2026-11-24.');
  });

  it('WEEK-12: the page through which it was read is named, unless it is the address', () => {
    const [entry] = exampleEntries();
    if (!entry) throw new Error('no entry');
    const read = (via: string) =>
      entryFacts({ ...entry, source: { ...entry.source, read: 'seen-secondary', via } }).at(-1);
    const told = { term: 'How it was read', text: 'through another page' };
    expect(read('https://page.example.org/x')).toEqual({
      ...told,
      url: 'https://page.example.org/x',
    });
    expect(read(entry.source.url)).toEqual(told);
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

  it('WEEK-15: without a sender the message is a draft with none, not one made up', () => {
    const mail = letterMail(edition());
    if (!mail.ok) throw new Error('no mail');
    const [head = ''] = mail.value.split('\r\n\r\n');
    expect(head).toMatch(/^From: AI in ALM:;\r$/m);
    expect(head).toMatch(/^X-Unsent: 1\r$/m);
    expect(head).toMatch(/^Message-ID: <[0-9a-f-]{36}\.1\.0\.0@almfes>\r$/m);
    expect(head).not.toMatch(/example/);
  });

  it('WEEK-15: a title beyond ASCII: encoded words of at most 75 letters (RFC 2047)', () => {
    const { front, ...rest } = edition();
    const mail = letterMail({ ...rest, front: { ...front, title: 'Zinsänderung '.repeat(9) } });
    const words = mail.ok ? mail.value.match(/=\?utf-8\?Q\?[^?]*\?=/g) : null;
    expect(words?.length).toBeGreaterThan(2);
    expect(words?.every((word) => word.length <= 75)).toBe(true);
  });

  it('WEEK-15: lines are filled up to their width, and an indent stands before each', () => {
    expect(wrapped('aaa bbb ccc', 7)).toEqual(['aaa bbb', 'ccc']);
    expect(wrapped('aaa bbb ccc', 6)).toEqual(['aaa', 'bbb', 'ccc']);
    expect(wrapped('aaa bbb ccc', 9, '  ')).toEqual(['  aaa bbb', '  ccc']);
    expect(wrapped('aaaaaaaa b', 4, '  ')).toEqual(['  aaaaaaaa', '  b']);
    expect(wrapped('', 4)).toEqual([]);
  });

  it('WEEK-15: the day of a message is that of its version', () => {
    const mail = letterMail({ ...edition(), versionDay: edition().day + 4 });
    expect(mail.ok && mail.value).toMatch(/^Date: Wed, 02 Dec 2026 00:00:00 \+0000\r$/m);
  });

  it.each(['nobody', 'a@b', 'a b@c.de', 'a@b.de\r\nBcc: x@y.z', ''])(
    'WEEK-15: %j is no sender',
    (from) => {
      expect(letterMail(edition(), from).ok).toBe(false);
    },
  );

  it('WEEK-15: quoted-printable as RFC 2045 has it', () => {
    expect(quotedPrintable('a=b é ')).toEqual(['a=3Db =C3=A9=20']);
    expect(quotedPrintable('a\t\nb\tc')).toEqual(['a=09', 'b\tc']);
    expect(quotedPrintable('x'.repeat(80))).toEqual([`${'x'.repeat(75)}=`, 'xxxxx']);
  });

  it('WEEK-15: what is marked up in a claim, a note or a title of a source is text', () => {
    const sly = '<b>5 < 6 & "7"</b>';
    const entries = exampleEntries().map((entry) => ({
      ...entry,
      claim: sly,
      whatItChanges: sly,
      source: { ...entry.source, title: sly },
    }));
    for (const html of [letterHtml, editionHtml].map((write) => write({ ...edition(), entries }))) {
      expect(html).not.toContain('<b>');
      expect(html.split('&lt;b&gt;5 &lt; 6 &amp; &quot;7&quot;&lt;/b&gt;')).toHaveLength(16);
    }
  });

  it('WEEK-15: in text, every entry has the address of its source, and a link one number', () => {
    const text = letterText(edition());
    const entries = text.slice(text.indexOf('THE ENTRIES'), text.indexOf('\nLINKS\n'));
    expect(entries.match(/^ {2}https:\/\/paper\.example\.org\/\w+$/gm)).toHaveLength(5);
    const links = text.slice(text.indexOf('\nLINKS\n')).match(/^\[\d+\] .*$/gm);
    expect(links?.map((line) => line.slice(0, 3))).toEqual([
      '[1]',
      '[2]',
      '[3]',
      '[4]',
      '[5]',
      '[6]',
    ]);
  });

  it('WEEK-15: prose as text: breaks are blanks, lists and tables stand', () => {
    const prose = [
      'one  \ntwo [a](https://x.org) [b](https://x.org) [c](#here)',
      ...['> said', '2. `f`', '- g\n\n  h', '|k|l|\n|-|-|\n|m|n|'],
    ].join('\n\n');
    expect(markdownText(prose)).toEqual({
      blocks: ['one two a [1] b [1] c', 'said', '2. f', '- g', 'h', 'k | l', 'm | n'],
      links: ['https://x.org'],
    });
  });

  it('WEEK-15: prose as HTML: a link inside the page loses its address and keeps its words', () => {
    expect(markdownHtml('[here](#x) and `<i>`')).toBe('<p>here and <code>&lt;i&gt;</code></p>');
    expect(markdownHtml('a  \nb')).toBe('<p>a<br>b</p>');
    expect(markdownHtml('1. a\n2. b')).toBe('<ol><li><p>a</p></li><li><p>b</p></li></ol>');
  });

  it('WEEK-15: Markdown that prose refuses is a programmer error here', () => {
    expect(() => markdownHtml('<b>x</b>')).toThrow('prose has no html');
    expect(() => markdownHtml('![x](https://a.example.org/x.png)')).toThrow('prose has no image');
    expect(() => markdownHtml('[x](javascript:alert(1))')).toThrow('prose has no address');
  });
});
