import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { escapeXml } from './escape-xml.js';

const reader = new XMLParser({ trimValues: false, parseTagValue: false, htmlEntities: false });
/** What XML 1.0 cannot hold in any writing, by its production 2, code point by code point. */
const holds = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  if (code >= 0x7f && code <= 0x9f) return false;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
};

describe('text in feeds', () => {
  it('WEEK-14: any text comes back from another reader, less what XML cannot hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const xml = `<a b="${escapeXml(text)}">x${escapeXml(text)}</a>`;
        expect(XMLValidator.validate(xml)).toBe(true);
        const kept = [...text].filter(holds).join('');
        const normal = kept.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
        expect(String(reader.parse(xml).a).replaceAll('\r\n', '\n').replaceAll('\r', '\n')).toBe(
          `x${normal}`,
        );
      }),
      { seed: 48, numRuns: 150 },
    );
  });

  it.each([
    ['</title><script>', '&lt;/title&gt;&lt;script&gt;'],
    ['a & b', 'a &amp; b'],
    [`"'`, '&quot;&#39;'],
    ['a\u0000b\u000Bc\uFFFF', 'abc'],
    ['\uD800', ''],
  ])('WEEK-14: %j', (text, wanted) => {
    expect(escapeXml(text)).toBe(wanted);
  });
});
