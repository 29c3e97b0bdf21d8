import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { valueInstrument } from './value-instrument.js';

const file = (path: string): Readonly<Record<string, unknown>> =>
  JSON.parse(
    readFileSync(new URL(`../../../../docs/example/${path}.json`, import.meta.url), 'utf8'),
  );

const market = (volatility: unknown) => ({ ...file('curve/flat'), volatility });
const HULL_WHITE = { kind: 'hull-white', reversion: 0.03, volatility: 0.008 };
const NORMAL = { kind: 'normal', volatility: 0.008 };

function idsOf(name: string, volatility: unknown): readonly string[] {
  const found = valueInstrument(file(`instrument/${name}`), market(volatility), 'market');
  if (!found.ok) return found.issues.map(({ code, path }) => `${code} ${path}`);
  return found.value.valuation.measures.map((measure) => measure.id);
}

describe('options by their files', () => {
  it.each(['cap', 'floor', 'collar', 'european-swaption'])(
    'OPTION-10: a %s on quoted volatility and on a model',
    (name) => {
      expect(idsOf(name, NORMAL)).toContain('vega');
      expect(idsOf(name, HULL_WHITE)).toContain('dv01');
    },
  );

  it('OPTION-10: a Bermudan needs a model, a callable bond uses one', () => {
    expect(idsOf('bermudan-swaption', HULL_WHITE)).toContain('present-value');
    expect(idsOf('bermudan-swaption', NORMAL)).toEqual(['swaption.model volatility']);
    expect(idsOf('callable-bond', HULL_WHITE)).toContain('effective-duration');
    expect(idsOf('callable-bond', NORMAL)).toEqual(['volatility.missing volatility']);
  });

  it('OPTION-10: a volatility that is none is refused where it stands', () => {
    const codes = idsOf('cap', { kind: 'normal', volatility: 80 });
    expect(codes).toEqual(['range market/volatility/volatility']);
    expect(idsOf('cap', { kind: 'sabr' })).toHaveLength(1);
  });
});
