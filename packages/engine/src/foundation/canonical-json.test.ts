import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.js';
import { contentHash } from './hash.js';

function doubleFromBits(hex: string): number {
  return Buffer.from(hex, 'hex').readDoubleBE(0);
}

/** RFC 8785, appendix B: IEEE 754 bits and the text of the number. */
const NUMBERS: readonly [string, string][] = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
];

describe('canonical JSON, RFC 8785', () => {
  it('JSON-1: members stand in the order of their UTF-16 code units (section 3.2.3)', () => {
    const text = canonicalJson({
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    });
    expect(text).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control",' +
        '"\u00f6":"Latin Small Letter O With Diaeresis","\u20ac":"Euro Sign",' +
        '"\ud83d\ude00":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    );
  });

  it('JSON-1: the sample object of section 3.2.2', () => {
    const sample: unknown = JSON.parse(`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
      "literals": [null, true, false]
    }`);
    expect(canonicalJson(sample)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it.each(NUMBERS)('JSON-2: the double %s is written %s (appendix B)', (bits, text) => {
    expect(canonicalJson(doubleFromBits(bits))).toBe(text);
  });

  it('JSON-3: control characters are escaped in short form, others stand as they are', () => {
    expect(canonicalJson('\b\t\n\f\r\u0000\u001f\u007f"\\/\u2028é')).toBe(
      '"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\\"\\\\/\u2028é"',
    );
  });

  it.each<[string, unknown]>([
    ['NaN', { a: [1, Number.NaN] }],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['undefined', { a: undefined }],
    ['a hole in a list', new Array(1)],
    ['a function', { a: () => 1 }],
    ['a bigint', 10n],
    ['a symbol', Symbol('x')],
    ['a map', new Map()],
    ['a typed array', new Float64Array(2)],
    ['a lone surrogate', 'x\ud83d'],
    ['a lone surrogate in a name', { '\udc00': 1 }],
  ])('JSON-4: %s is refused', (_name, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  it('JSON-4: the refusal names the place', () => {
    expect(() => canonicalJson({ book: [{ rate: Number.NaN }] })).toThrow('$.book[0].rate');
  });

  it('JSON-1: the text parses back to the value, whatever the order of its members', () => {
    const value = fc.jsonValue().filter((one) => !JSON.stringify(one).includes('"__proto__"'));
    fc.assert(
      fc.property(value, (one) => {
        const text = canonicalJson(one);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(one)));
        expect(canonicalJson(withMembersReversed(one))).toBe(text);
      }),
      { seed: 20221230, numRuns: 300 },
    );
  });
});

function withMembersReversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withMembersReversed);
  if (value === null || typeof value !== 'object') return value;
  const entries: [string, unknown][] = Object.entries(value);
  return Object.fromEntries(
    entries.reverse().map(([name, member]) => [name, withMembersReversed(member)]),
  );
}

describe('content hash', () => {
  const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

  it('JSON-5: the hash of the canonical bytes: {} and the order of members', () => {
    // printf '{}' | sha256sum
    expect(contentHash({}, sha256)).toBe(
      '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
    );
    const [a, b] = [contentHash({ x: 1, y: 'é' }, sha256), contentHash({ y: 'é', x: 1 }, sha256)];
    expect(a).toBe(b);
    expect(contentHash({ x: 2, y: 'é' }, sha256)).not.toBe(a);
  });
});
