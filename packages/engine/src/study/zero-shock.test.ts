import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bookFromPositions, positionsFromBook } from '../balance-sheet/index.js';
import type { Scenario } from '../scenario/index.js';
import { row, SEED } from './example-study.test-fixture.js';
import { evaluate, type Study } from './index.js';
import { randomStudy } from './random-study.test-fixture.js';

/** A replay of the curve of the date, its history of one day, and a ramp of nothing. */
function stills({ curveDate, parQuotes }: Study['market']): Scenario[] {
  const curve = { dateIso: curveDate, quotes: parQuotes };
  const named = (id: string) => ({ id, title: id });
  return [
    { ...named('replay'), kind: 'replay', curve },
    { ...named('historic'), kind: 'historic', from: curve, to: curve, floorRate: null },
    { ...named('ramp'), kind: 'parallel', shockBp: 0, floorRate: null, rampMonths: 12 },
  ];
}

it(`SCEN-2, SCEN-7, SCEN-12: what moves no rate changes nothing in any bit (seed ${SEED})`, () => {
  // Renewed for 40 years: its par rates are read beyond the last quote.
  const long = row('long', 'loans', { reinvestTenorMonths: 480 });
  const property = fc.property(randomStudy(), (random) => {
    const [base] = random.scenarios;
    if (base === undefined) throw new Error('no base scenario');
    const { measures } = evaluate(
      {
        ...random,
        book: bookFromPositions([...positionsFromBook(random.book), long]),
        scenarios: [base, ...stills(random.market)],
      },
      ['value', 'income', 'marks', 'standardised'],
    );
    const inBase = new Map(
      measures.filter(({ scenario }) => scenario === '0').map((each) => [each.id, each.value]),
    );
    for (const { id, scenario, value } of measures) {
      expect(value, `${id} ${scenario}`).toBe(inBase.get(id));
    }
  });
  fc.assert(property, { seed: SEED, numRuns: 20 });
});
