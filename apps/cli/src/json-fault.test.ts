import { describe, expect, it } from 'vitest';
import { jsonFault } from './json-fault.js';

/** What the JSON.parse of this very Node says of the text. */
function complaintOf(text: string): string {
  try {
    JSON.parse(text);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  throw new Error('the text is JSON');
}

describe('jsonFault', () => {
  it.each([
    // The brace closes where a name is expected: third line, first column.
    ['a comma too many', '{\n  "a": 1,\n}', ', line 3, column 1'],
    ['two braces', '{{', ', line 1, column 2'],
    ['a text cut off', '{\n  "a": ', ', line 2, column 8'],
  ])('%s: line and column', (_, text, where) => {
    const fault = jsonFault(complaintOf(text), text);
    expect(fault.where).toBe(where);
    expect(fault.reason).not.toMatch(/position|line|^$/);
  });

  it('leaves the place out where the parser does not say it', () => {
    const message = `Unexpected token 'x', "x" is not valid JSON`;
    expect(jsonFault(message, 'x')).toEqual({ where: '', reason: message });
  });

  it('gives the same words whether the parser adds line and column of its own or not', () => {
    const old = jsonFault('Bad thing in JSON at position 1', '{{');
    expect(jsonFault('Bad thing in JSON at position 1 (line 1 column 2)', '{{')).toEqual(old);
  });
});
