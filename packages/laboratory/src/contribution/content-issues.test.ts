import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contentIssues } from './content-issues.js';
import { correction, lines } from './example.test-fixture.js';

const markdown = (text: string) => lines(contentIssues({ name: 'text.md', text: `# A\n${text}` }));
const RLO = String.fromCodePoint(0x202e);
const ZERO_WIDTH = String.fromCodePoint(0x200b);
const BELL = String.fromCodePoint(7);

describe('what could do harm in prose', () => {
  it.each([
    ['html', '<b>bold</b>'],
    ['html', 'text <script>alert(1)</script>'],
    ['html', '<svg onload=alert(1)>'],
    ['html', '</div>'],
    ['html', '<!-- hidden -->'],
    ['html', '<?xml version="1.0"?>'],
    ['html', '&lt;script&gt;'],
    ['html', '&#60;img src=x onerror=alert(1)&#62;'],
    ['html', '%3Cscript%3E'],
    ['script-address', 'see javascript:alert(1)'],
    ['script-address', 'see JavaScript&colon;alert(1)'],
    ['script-address', 'see &#106;avascript:alert(1)'],
    ['script-address', 'see java&Tab;script:alert(1)'],
    ['script-address', 'see data:text/html;base64,PHNjcmlwdD4='],
    ['script-address', 'see file:///etc/passwd'],
    ['hidden-character', `a ${RLO}txt.exe`],
    ['hidden-character', `a${ZERO_WIDTH}b`],
    ['hidden-character', `a${BELL}b`],
    // drawn as nothing though Unicode counts them as letters, marks or symbols
    ...[0x034f, 0x115f, 0x1160, 0x17b4, 0x180b, 0x2800, 0x3164, 0xfe0f, 0xffa0, 0xe0061].map(
      (point) => ['hidden-character', `a${String.fromCodePoint(point)}b`],
    ),
    ['hidden-character', 'half a character: \ud800'],
    ['html', '<svg><title>a<svg onload=alert(1)></title></svg>'],
    ['html', '<svg/onload=alert(1)>'],
    ['html', '<math><mtext>'],
    ['html', '<![CDATA[x]]>'],
    ['html', '<reader@example.org>'],
    ['script-address', '[x](&#106avascript:alert(1))'],
    ['script-address', '[x](%6Aavascript:alert(1))'],
    ['script-address', '[x](vbscript:msgbox(1))'],
    ['script-address', '[x](data:image/svg+xml;base64,AAAA)'],
    ['script-address', '[a]: javascript:alert(1)'],
    ['address', '[x](https://www.sec.gov/a"onmouseover=alert(1))'],
    ['address', '[x](java\tscript:alert(1))'],
    ['address', '[x](mailto:reader@example.org)'],
    ['address', '[x](../../index.html)'],
    ['address', '[x](https://2130706433/a)'],
    ['address', '[x](https://[::1]/a)'],
    ['address', '[x](https://169.254.169.254/a)'],
    ['address', 'see www.example.org/a'],
    ['picture', '![chart][1]'],
    ['address', '[here](http://example.org/a)'],
    ['address', '[here](https://10.0.0.1/a)'],
    ['address', '[here](//example.org/a)'],
    ['address', '[here]: ftp://example.org/a'],
    ['address', 'see http://example.org/a.'],
    ['address', 'see https://192.168.0.1/a, a machine of ours'],
    ['address', 'see https://user@example.org/a'],
  ])('CONTRIB-4: %s is found with its line: %s', (code, text) => {
    expect(markdown(text)).toContain(`${code} text.md line 2`);
  });

  it.each([
    'The margin was < 2% and > 1%; a <- b.',
    'Public data: US Treasury yields. The file: an annual report, page 95.',
    '[The filing](https://www.sec.gov/Archives/edgar/data/719739/a.htm) says 5% & more.',
    'Deposits fell by 30 % on one day;\twith a tab.',
    'The word www. alone, and [a page](https://www.sec.gov/www.htm).',
    'See https://www.sec.gov/a_b.htm, and (https://www.fdic.gov/a).',
    '[https://www.sec.gov/a](https://www.sec.gov/a)',
    'Crédit Agricole, Société Générale, 農林中央金庫.',
  ])('CONTRIB-4: plain prose is let through: %s', (text) => {
    expect(markdown(text)).toEqual([]);
  });
});

describe('what could do harm in JSON', () => {
  const json = (text: string) => lines(contentIssues({ name: 'contribution.json', text }));

  it('CONTRIB-4: written plainly, by its line', () => {
    expect(json('{\n  "reason": "<svg>"\n}')).toEqual(['html contribution.json line 2']);
  });

  it('CONTRIB-4: behind an escape, by its line and pointer', () => {
    expect(json('{\n  "reason": "\\u003cscript\\u003e"\n}')).toEqual([
      'html contribution.json line 2, /reason',
    ]);
    expect(json('{\n  "a": {\n "b": "x\\u202ey" }\n}')).toEqual([
      'hidden-character contribution.json line 3, /a/b',
    ]);
  });

  it.each([
    [
      '{"claim": "See [here](http://example.org/a)."}',
      ['address contribution.json line 1, /claim'],
    ],
    [
      '{"claim": "a\\n![chart](https://www.sec.gov/a.png)"}',
      ['picture contribution.json line 1, /claim'],
    ],
    [
      '{"change": {"sources": ["https://10.0.0.1/a"]}}',
      ['address contribution.json line 1, /change/sources/0'],
    ],
    ['{"claim": "See https://www.sec.gov/a."}', []],
    // a check of its own says what is wrong with these
    ['{"sources": ["http://example.org"], "passport": {"url": "http://example.org"}}', []],
  ])('CONTRIB-4: links of a text that a page shows: %s', (text, expected) => {
    expect(json(text)).toEqual(expected);
  });

  it('CONTRIB-4: a name of a member counts as a text', () => {
    expect(json('{"\\u003cb\\u003e": 1}')).toEqual(['html contribution.json line 1, the whole']);
  });

  it('CONTRIB-4: no file of a case of the library has any', () => {
    const library = new URL('../../../../library/case/', import.meta.url);
    const names = ['case.md', 'figures.json', 'study.json', 'changes.json'];
    for (const slug of ['svb-2022', 'commerce-2021', 'credit-suisse-2023']) {
      for (const name of names.filter((each) => existsSync(new URL(`${slug}/${each}`, library)))) {
        const text = readFileSync(new URL(`${slug}/${name}`, library), 'utf8');
        expect(lines(contentIssues({ name, text }))).toEqual([]);
      }
    }
  });

  it('CONTRIB-4: a good one has none', () => {
    expect(json(JSON.stringify(correction(), null, 2))).toEqual([]);
  });
});
