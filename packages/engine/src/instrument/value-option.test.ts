import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
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

  it('OPTION-10: a file may hold the curve and the volatility', () => {
    const curve = file('market/flat-hull-white');
    const found = valueInstrument(file('instrument/bermudan-swaption'), curve, 'market');
    expect(found.ok && found.value.valuation.measures[0]?.value).toBeGreaterThan(0);
  });

  it('OPTION-10, VALUE-2: one curve forecasts what quotes of volatility name as well', () => {
    const { market: _none, ...cap } = file('instrument/cap');
    const quotes = [{ cap: { ...cap, includesFirst: false }, volatility: NORMAL }];
    const given = { kind: 'hull-white-quotes', quotes, reversion: 0.03 };
    expect(idsOf('callable-bond', given)).toContain('effective-duration');
  });

  it('OPTION-10: a volatility that is none is refused where it stands', () => {
    const codes = idsOf('cap', { kind: 'normal', volatility: 80 });
    expect(codes).toEqual(['range market/volatility/volatility']);
    expect(idsOf('cap', { kind: 'sabr' })).toHaveLength(1);
  });

  it('OPTION-10, HW-10: no volatility and no rate makes a valuation throw or hang', () => {
    const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    const volatility = fc.oneof(
      fc.record({
        kind: fc.constant('black'),
        volatility: number(0, 10),
        shift: fc.constantFrom(0, 0.03),
      }),
      fc.record({ kind: fc.constant('normal'), volatility: number(0, 0.5) }),
      fc.record({
        kind: fc.constant('hull-white'),
        reversion: number(-0.5, 1),
        volatility: number(0, 0.5),
      }),
    );
    const name = fc.constantFrom('cap', 'european-swaption', 'bermudan-swaption', 'callable-bond');
    fc.assert(
      fc.property(name, volatility, number(-0.05, 0.3), (instrument, given, rate) => {
        const curve = { ...file('curve/flat'), rate, volatility: given };
        const found = valueInstrument(file(`instrument/${instrument}`), curve, 'market');
        const numbers = found.ok ? found.value.valuation.measures.map((m) => m.value) : [0];
        expect(numbers.every(Number.isFinite)).toBe(true);
      }),
      { seed: 20221230, numRuns: 40 },
    );
  });
});
