import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_FILE } from './example-mapping.test-fixture.js';
import { mappingText } from './mapping-text.js';
import { parseMapping } from './parse-mapping.js';
import type { TapeMapping } from './tape-mapping.js';

function example(): TapeMapping {
  const mapping = parseMapping(EXAMPLE_FILE);
  if (!mapping.ok) throw new Error('the example is good');
  return mapping.value;
}

/** The same value with the keys of every object in reverse. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}

/** Texts a bank's codes may be: what YAML would take for a number, a flag, a mark or a date. */
const awkward = fc.oneof(
  fc.constantFrom('01', 'true', 'null', '~', '', '- x', 'a: b', '#', '2024-01-01', '1e3', '0x1F'),
  fc.constantFrom("it's", '"', ' lead', 'trail ', 'NO', '<<', '!x', '&a', '*a', '%', '\n', '\t'),
  fc.string({ maxLength: 12 }),
);

describe('a saved mapping', () => {
  it('TAPE-20: both forms read back as the mapping, whatever the codes (seed 20)', () => {
    const codes = fc.dictionary(
      awkward.filter((text) => text !== '' && text !== '__proto__'),
      awkward,
      { maxKeys: 5, noNullPrototype: true },
    );
    const property = fc.property(
      codes,
      awkward,
      fc.constantFrom('json', 'yaml'),
      (table, cell, form) => {
        const mapping = example();
        const rows = mapping.rows.map((row) => ({
          ...row,
          when: row.when.length === 0 ? [] : [{ column: 'REC', notIn: [cell] }],
          terms: { ...row.terms, product: { column: 'PROD', codes: table, whenEmpty: cell } },
        }));
        const saved = mappingText({ ...mapping, rows }, form === 'json' ? 'json' : 'yaml');
        expect(parseMapping({ text: saved, name: 'm' })).toEqual({
          ok: true,
          value: { ...mapping, rows },
        });
      },
    );
    fc.assert(property, { seed: 20, numRuns: 300 });
  });

  it('TAPE-20: the order of keys in a file does not matter to what is saved', () => {
    const mapping = example();
    const turned = reversed(mapping) as TapeMapping;
    expect(mappingText(turned, 'yaml')).toBe(mappingText(mapping, 'yaml'));
    expect(mappingText(turned, 'json')).toBe(mappingText(mapping, 'json'));
  });

  it('TAPE-20: terms stand in the order of the dictionary, one a line', () => {
    const lines = mappingText(example(), 'yaml').split('\n');
    const terms = lines.filter((line) => /^ {6}\w+:/.test(line)).map((line) => line.trim());
    expect(terms.slice(0, 6)).toEqual([
      'contractID:',
      'product:',
      'currency:',
      'contractType:',
      'notionalPrincipal:',
      'nominalInterestRate:',
    ]);
  });
});
