import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookFromPositions } from '../balance-sheet/index.js';
import { EXAMPLE_POSITIONS, exampleStudy, row, SEED } from './example-study.test-fixture.js';
import { bookHash, studyHash } from './identity.js';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

describe('the identity of a Study', () => {
  it('STUDY-1: 64 hex digits, the same for an equal Study', () => {
    const hash = studyHash(exampleStudy(), sha256);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(studyHash(structuredClone(exampleStudy()), sha256)).toBe(hash);
  });

  it('STUDY-1: the canonical text holds the hash of the book in its place', () => {
    const texts: string[] = [];
    studyHash(exampleStudy(), (text) => {
      texts.push(text);
      return `hash ${texts.length}`;
    });
    const last = texts.at(-1) ?? '';
    // 22 columns, then the list of columns, then the Study
    expect(texts).toHaveLength(24);
    expect(last.startsWith('{"behaviour":{"deposits":[{"averageLifeYears":')).toBe(true);
    expect(last).toContain('"book":"hash 23","capital":');
  });

  it('STUDY-2: columns are hashed one by one in a fixed order, rows in id order', () => {
    const book = bookFromPositions([row('b', 'loans', { rate: 0.5 }), row('a', 'cash')]);
    const texts: string[] = [];
    bookHash(book, (text) => {
      texts.push(text);
      return String(texts.length);
    });
    expect(texts).toEqual([
      '["a","b"]',
      '[1,1]',
      '[0,0]',
      '["cash","loans"]',
      '["example","example"]',
      '["amortised-cost","amortised-cost"]',
      '["even","even"]',
      '["",""]',
      '["none","none"]',
      '[100,100]',
      '[100,100]',
      '[0.02,0.5]',
      '[0.02,0.5]',
      '[0,0]',
      '[0,0]',
      '[12,12]',
      '[60,60]',
      '[0,0]',
      '[0,0]',
      '[0,0]',
      '[0,0]',
      '[0,0]',
      '[["id","1"],["side","2"],["floats","3"],' +
        '["group","4"],["product","5"],["accountingClass","6"],' +
        '["principal","7"],["behaviour","8"],["rateIndex","9"],["notionalUsdMillion","10"],' +
        '["carryingUsdMillion","11"],["rate","12"],["couponRate","13"],' +
        '["premium","14"],["resetMonth","15"],["firstPrincipalMonth","16"],' +
        '["maturityMonth","17"],["noteRate","18"],["discountSpread","19"],' +
        '["reinvestTenorMonths","20"],["reinvestSpread","21"],["ageMonths","22"]]',
    ]);
  });

  it('STUDY-2: a permutation of the positions leaves the identity unchanged', () => {
    const expected = studyHash(exampleStudy(), sha256);
    const shuffled = fc.shuffledSubarray([...EXAMPLE_POSITIONS], {
      minLength: EXAMPLE_POSITIONS.length,
    });
    fc.assert(
      fc.property(shuffled, (positions) => {
        const study = exampleStudy({ book: bookFromPositions(positions) });
        expect(studyHash(study, sha256)).toBe(expected);
      }),
      { seed: SEED, numRuns: 50 },
    );
  });

  it('STUDY-1: any change of any term changes the identity', () => {
    const base = exampleStudy();
    const edits = [
      { title: 'Another' },
      { decisionDate: '2022-03-02' },
      { hedges: [] },
      { figures: {} },
      { capital: { ...base.capital, taxRate: 0.26 } },
      { book: bookFromPositions(EXAMPLE_POSITIONS.slice(1)) },
      {
        book: bookFromPositions(
          EXAMPLE_POSITIONS.map((each) => (each.id === 'fhlb' ? { ...each, rate: 0.031 } : each)),
        ),
      },
      {
        book: bookFromPositions(
          EXAMPLE_POSITIONS.map((each) => (each.id === 'fhlb' ? { ...each, product: 'x' } : each)),
        ),
      },
    ];
    const hashes = edits.map((edit) => studyHash(exampleStudy(edit), sha256));
    expect(new Set([studyHash(base, sha256), ...hashes]).size).toBe(edits.length + 1);
  });
});
