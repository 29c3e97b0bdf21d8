import { describe, expect, it } from 'vitest';
import { parseShortRateModel } from './parse-short-rate-model.js';

const fitted = (value: number) => ({
  value,
  unit: '',
  basis: 'fitted',
  source: ['swaptions.2022-12-30'],
  note: 'least squares over swaptions',
});
const factor = { reversion: fitted(0.04), volatility: fitted(0.009) };

function issuesOf(json: unknown): string[] {
  const parsed = parseShortRateModel(json);
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`);
}

describe('parseShortRateModel', () => {
  it('PATH-9: a model comes with the sources of its parameters', () => {
    const one = { kind: 'one-factor', factor };
    const two = { kind: 'two-factor', first: factor, second: factor, correlation: fitted(-0.5) };
    for (const model of [one, two]) {
      expect(parseShortRateModel(model)).toEqual({ ok: true, value: model });
    }
  });

  it('PATH-9: what is missing, unknown or out of range is named with its place', () => {
    expect(issuesOf([])).toEqual(['type ']);
    expect(issuesOf({ kind: 'three-factor' })[0]).toContain('/kind');
    const wide = { kind: 'one-factor', factor: { ...factor, volatility: fitted(1.2) } };
    expect(issuesOf(wide)).toEqual(['range /factor/volatility/value']);
    const bare = { kind: 'one-factor', factor: { ...factor, volatility: 0.01 } };
    expect(issuesOf(bare)[0]).toContain('/factor/volatility');
    const stray = { kind: 'one-factor', factor, correlation: fitted(0) };
    expect(issuesOf(stray)[0]).toContain('/correlation');
    const short = { kind: 'two-factor', first: factor, correlation: fitted(0) };
    expect(issuesOf(short)[0]).toContain('/second');
  });
});
