import { evaluateStructuralHedge, type Issue } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { parseStructuralHedge } from './parse-structural-hedge.js';
import { structuralFiles } from './structural-hedge.test-fixture.js';

const BARCLAYS = 'barclays-structural-hedge';
type Files = ReturnType<typeof structuralFiles>;

function issuesAfter(change: (files: Files) => void): readonly Issue[] {
  const files = structuralFiles(BARCLAYS);
  change(files);
  const found = parseStructuralHedge(files);
  return found.ok ? [] : found.issues;
}

function told(change: (files: Files) => void): string[] {
  return issuesAfter(change).map(({ code, path }) => `${code} ${path}`);
}

describe('the door of a structural hedge', () => {
  it('STRUCT-12: the cases of the library pass, in their own money', () => {
    const found = parseStructuralHedge(structuralFiles(BARCLAYS));
    expect(found.ok).toBe(true);
    if (!found.ok) return;
    const [combined] = found.value.programmes;
    // GBP 256 billion in millions; close to 3 years, half a year to either side: 24 L - 1 months.
    expect(combined?.points.at(-1)).toEqual({ month: 12 * 2022 + 5, amount: 256_000 });
    expect(combined?.lengthMonths).toEqual({ low: 59, central: 71, high: 83 });
    expect(found.value.shortRate).toBeCloseTo(0.0125, 12);
  });

  it('STRUCT-12: a share of a figure: 73% of 123 is 89.79 billion', () => {
    const found = parseStructuralHedge(structuralFiles('natwest-structural-hedge'));
    const [first] = found.ok ? found.value.programmes : [];
    expect(first?.points[0]?.amount).toBeCloseTo(89_790, 8);
  });

  it('STRUCT-6: the spread is what was published less the par rate of the curve', () => {
    const found = parseStructuralHedge(structuralFiles(BARCLAYS));
    if (!found.ok) throw new Error('refused');
    const { low, central, high } = found.value.spread;
    // Python, tools/vectors/structural.py: 8.27 bp at the end of 2015, 19.36 bp at that of 2016.
    expect(low).toBe(0);
    expect(central).toBeCloseTo((0.000827206 + 0.001935649) / 2, 8);
    expect(high).toBeCloseTo(0.001935649, 8);
  });

  it('STRUCT-12: no curve of the decision date or later is held', () => {
    const found = parseStructuralHedge(structuralFiles(BARCLAYS));
    expect(found.ok && found.value.curves.at(-1)?.month).toBe(12 * 2022 + 5);
  });

  it('STRUCT-12: the curve of the decision date is not held, that of the day before is', () => {
    // The curve of July 2022 is of the 29th.
    const last = (decisionDate: string) => {
      const found = parseStructuralHedge({ ...structuralFiles(BARCLAYS), decisionDate });
      return found.ok ? found.value.curves.at(-1)?.month : undefined;
    };
    expect(last('2022-07-29')).toBe(12 * 2022 + 5);
    expect(last('2022-07-30')).toBe(12 * 2022 + 6);
  });

  it('STRUCT-6: swap rates below the curve: the least, the mean and none', () => {
    const files = structuralFiles(BARCLAYS);
    // 1.45% and 0.74% stand 8.27 and 19.36 bp above: these 20 and 30 bp lower stand below.
    files.figures.figures['swap.5y.2015'].value = 1.25;
    files.figures.figures['swap.5y.2016'].value = 0.44;
    const found = parseStructuralHedge(files);
    if (!found.ok) throw new Error('refused');
    const { low, central, high } = found.value.spread;
    expect(low).toBeCloseTo(0.000827206 - 0.002, 8);
    expect(central).toBeCloseTo((0.000827206 - 0.002 + 0.001935649 - 0.003) / 2, 8);
    expect(high).toBe(0);
  });

  it.each<[string, string, (files: Files) => void]>([
    [
      'an unknown key',
      'unknown-key structural-hedge.json#/colour',
      (f) => {
        f.hedge.colour = 'red';
      },
    ],
    [
      'a missing term',
      'missing structural-hedge.json#/spread',
      (f) => {
        delete f.hedge.spread;
      },
    ],
    [
      'an unknown figure',
      'unknown-figure structural-hedge.json#/shortRate/figure',
      (f) => {
        f.hedge.shortRate.figure = 'no.such';
      },
    ],
    [
      'a figure in another unit',
      'figure-unit structural-hedge.json#/shortRate/figure',
      (f) => {
        f.hedge.shortRate.figure = 'hedge.duration';
      },
    ],
    [
      'hindsight',
      'known-after-decision structural-hedge.json#/published/0/figure',
      (f) => {
        f.figures.figures['hedge.gross.2020Q4'].knownFrom = '2022-07-29';
      },
    ],
    [
      'a recalled figure',
      'figure-role structural-hedge.json#/published/1/figure',
      (f) => {
        f.figures.figures['hedge.gross.2021Q1'].confidence = 'recalled';
      },
    ],
    [
      'an outcome',
      'figure-role structural-hedge.json#/published/1/figure',
      (f) => {
        f.figures.figures['hedge.gross.2021Q1'].role = 'outcome';
      },
    ],
    [
      'months out of order',
      'month-order structural-hedge.json#/programmes/0/notional/1/month',
      (f) => {
        f.hedge.programmes[0].notional[1].month = '2019-11';
      },
    ],
    [
      'a month after the day',
      'month-order structural-hedge.json#/programmes/0/notional/7/month',
      (f) => {
        f.hedge.programmes[0].notional[7].month = '2022-07';
      },
    ],
    [
      'no month',
      'date.format structural-hedge.json#/month',
      (f) => {
        f.hedge.month = '2022';
      },
    ],
    [
      'a swap of no whole years',
      'tenor structural-hedge.json#/spread/tenorMonths',
      (f) => {
        f.hedge.spread.tenorMonths = 18;
      },
    ],
    [
      'two lengths',
      'length structural-hedge.json#/programmes/0/length',
      (f) => {
        f.hedge.programmes[0].length.months = { low: 1, central: 2, high: 3 };
      },
    ],
    [
      'a length of nothing',
      'length structural-hedge.json#/programmes/0/length',
      (f) => {
        f.figures.figures['hedge.duration'].value = 0.5;
      },
    ],
    [
      'stopped longer than the length',
      'stopped structural-hedge.json#/programmes/0/stopped/months',
      (f) => {
        f.hedge.programmes[0].notional.splice(1);
        f.hedge.programmes[0].stopped = { months: { low: 0, central: 1, high: 59 }, reason: 'x' };
      },
    ],
    [
      'stopped with a path',
      'stopped structural-hedge.json#/programmes/0/stopped/months',
      (f) => {
        f.hedge.programmes[0].stopped = { months: { low: 0, central: 1, high: 2 }, reason: 'x' };
      },
    ],
    [
      'a programme twice',
      'duplicate-id structural-hedge.json#/programmes/1',
      (f) => {
        f.hedge.programmes.push(f.hedge.programmes[0]);
      },
    ],
    [
      'a number told twice',
      'duplicate-id structural-hedge.json#/published/1',
      (f) => {
        f.hedge.published[1].period = '2020Q4';
      },
    ],
    [
      'a period after the day',
      'period structural-hedge.json#/published/0',
      (f) => {
        f.hedge.published[0].to = '2022-07';
      },
    ],
    [
      'a period that is no name',
      'period structural-hedge.json#/published/0/period',
      (f) => {
        f.hedge.published[0].period = 'Q4 2020';
      },
    ],
    [
      'a negative notional',
      'notional structural-hedge.json#/programmes/0/notional/0',
      (f) => {
        f.figures.figures['hedge.notional.2019-12'].value = -1;
      },
    ],
    [
      'a swap of no month held',
      'curve-month structural-hedge.json#/spread/swaps/0/month',
      (f) => {
        f.hedge.spread.swaps[0].month = '2003-12';
      },
    ],
    [
      'another head of the curve',
      'vintage.head boe-gilt-month-end.csv#line 1',
      (f) => {
        Object.assign(f, { curves: 'date,1Y\n2020-01-31,1\n' });
      },
    ],
    [
      'a list',
      'type structural-hedge.json#',
      (f) => {
        Object.assign(f, { hedge: [] });
      },
    ],
  ])('STRUCT-12: %s is refused: %s', (_, wanted, change) => {
    expect(told(change)).toContain(wanted);
  });

  it('STRUCT-13: a number the ladder is made from is nothing to hold it against', () => {
    const circular = told((f) => {
      f.hedge.published[0].figure = 'hedge.notional.2019-12';
    });
    expect(circular).toEqual(['circular structural-hedge.json#/published/0/figure']);
  });

  it('STRUCT-12: a ladder that begins before the first curve is refused, not cut short', () => {
    const files = structuralFiles(BARCLAYS);
    files.hedge.programmes[0].length = {
      months: { low: 71, central: 71, high: 240 },
      reason: 'x',
    };
    const hedge = parseStructuralHedge(files);
    const found = hedge.ok ? evaluateStructuralHedge(hedge.value) : hedge;
    // 240 months up to December 2019 begin in January 2000.
    expect(found.ok ? [] : found.issues.map(({ code, expected }) => `${code} ${expected}`)).toEqual(
      ['structural.curve the curve of 2000-01'],
    );
  });
});
