import { describe, expect, it } from 'vitest';
import { findingsOf } from './example-house.test-fixture.js';
import { methodRule } from './method-rule.js';

const METHOD = 'docs/method/eve.md';
const TEST = 'packages/engine/src/low/a.test.ts';
const method = '# EVE\n\n- **EVE-1** zero shock, zero change.\n- **EVE-2** losses are negative.\n';

describe('method rules and tests cite each other', () => {
  it('finds a rule without a test', () => {
    expect(findingsOf(methodRule, { [METHOD]: method, [TEST]: "it('EVE-1: …', f);" })).toEqual([
      `${METHOD}:4: EVE-2 has no test that cites it`,
    ]);
  });

  it.each([
    ['of a known family', "it('EVE-1, EVE-2 and EVE-9', f);", 'EVE-9 is no rule'],
    ['at the head of a title', "it('EVE-1, EVE-2, XYZ-1: …', f);", 'XYZ-1 is no rule'],
    ['in a table title', "it.each([1])('EVE-1, EVE-2, EVE-9: %s', f);", 'EVE-9 is no rule'],
  ])('finds a test that cites an unknown rule %s', (_, source, expected) => {
    const found = findingsOf(methodRule, { [METHOD]: method, [TEST]: source });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
  });

  it('finds a rule that stands twice', () => {
    const found = findingsOf(methodRule, {
      [METHOD]: method,
      'docs/method/nii.md': '- **EVE-1** again.\n',
      [TEST]: `describe('EVE-1', () => { it(\`EVE-2: \${x}\`, f); });`,
    });
    expect(found).toEqual([`docs/method/nii.md:1: EVE-1 already stands in ${METHOD}`]);
  });

  it('does not count a test that is left for later, nor words that only look like a rule', () => {
    const source = "it.todo('EVE-1'); it('EVE-2 by SHA-256 of UTF-8', f);";
    expect(findingsOf(methodRule, { [METHOD]: method, [TEST]: source })).toEqual([
      `${METHOD}:3: EVE-1 has no test that cites it`,
    ]);
  });
});
