import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { caseResultSchema } from './case-result-schema.js';
import { exampleBank } from './example-bank.test-fixture.js';

const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(caseResultSchema);

/** Every path to a property or an item of a value, and the value without or with one more there. */
function edits(value: unknown, edit: (object: object) => object[]): unknown[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      edits(item, edit).map((changed) => value.with(index, changed)),
    );
  }
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([name, item]) =>
    edits(item, edit).map((changed) => ({ ...value, [name]: changed })),
  );
  return [...edit(value), ...inside];
}

describe('caseResultSchema', () => {
  it('REPORT-14: accepts the example, whole or with one step', () => {
    expect(validate(exampleBank), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...exampleBank, steps: exampleBank.steps.slice(3, 4) })).toBe(true);
  });

  it('REPORT-14: every property at every depth is required', () => {
    const smaller = edits(exampleBank, (object) =>
      Object.keys(object).map((name) =>
        Object.fromEntries(Object.entries(object).filter(([other]) => other !== name)),
      ),
    );
    expect(smaller.length).toBeGreaterThan(200);
    for (const candidate of smaller) expect(validate(candidate)).toBe(false);
  });

  it('REPORT-14: no other property is allowed at any depth', () => {
    const larger = edits(exampleBank, (object) => [{ ...object, extra: 1 }]);
    expect(larger.length).toBeGreaterThan(50);
    for (const candidate of larger) expect(validate(candidate)).toBe(false);
  });

  it.each([
    ['a step beyond the fifth', { steps: [{ ...exampleBank.steps[0], step: 5 }] }],
    ['a study hash in capitals', { studyHash: 'A'.repeat(64) }],
    ['a date that is not ISO 8601', { valuationDate: '31.12.2001' }],
    ['a number that JSON turned to null', { fits: [{ ...exampleBank.fits[0], value: null }] }],
  ])('REPORT-14: refuses %s', (_, part) => {
    expect(validate({ ...exampleBank, ...part })).toBe(false);
  });
});
