import { describe, expect, it } from 'vitest';
import { finding, numbersIn, stepOf, withFindings } from './finding.js';
import { columns, table } from './table.js';

const origin = (title: string) => ({ title, rule: 'EVE-1', measures: [], applied: [] });

/** The numbers found, as they are written. */
const written = (text: string) =>
  numbersIn(text).map(({ at, length }) => text.slice(at, at + length));

describe('numbersIn', () => {
  it.each([
    ['base EVE is 11,318 million, −102% of it', ['11,318', '−102']],
    ['residual -2.3e-13, share 0.5', ['-2.3e-13', '0.5']],
    ['compounding +530, of it 0 in 54 pairs', ['+530', '0', '54']],
    ['a life of 3.2 years, or 2 years', ['3.2']],
    ['USD 3.4 billion; CET1 4.5%', ['3.4', '4.5']],
  ])('SITE-13: %s', (text, numbers) => {
    expect(written(text)).toEqual(numbers);
  });

  it.each([
    'On 2022-12-31, in 2021 and 2022Q1, as the 10-K says',
    'at +200 bp, at -100, half a bid-offer of 0.25 bp',
    '12-month NII, 24 months, 5 years, by day 2, 1 day',
    'E0, CET1, a 2Y/5Y/7Y ladder, Tier 1, step 2',
    'Value [3]',
    '1. Plan',
    'Par yields of 8 March 2023, in month 3',
    'METHOD section 1; Regulation (EU) 2024/857 article 8, d368 table 2, 10-K p. 84',
    '-200 -100 +100',
  ])('SITE-13: a name is no number: %s', (text) => {
    expect(written(text)).toEqual([]);
  });
});

describe('finding', () => {
  it('SITE-8: a number that is told has its own origin, the others that of the sentence', () => {
    const [all, own] = [origin('all'), origin('own')];
    const told = { value: -8107.2, origin: own };
    const { text, numbers } = finding('It loses 8,107 at +200 bp; swaps give 357.', all, [told]);
    expect(numbers.map(({ at, length, ...each }) => [text.slice(at, at + length), each])).toEqual([
      ['8,107', { origin: own }],
      ['357', { origin: all }],
    ]);
  });

  it('SITE-8: findings stay plain sentences, their numbers beside them', () => {
    const all = origin('all');
    const step = stepOf({
      step: 2,
      id: 'hedge',
      title: 'Hedges',
      findings: ['No number.', finding('It is 3.', all)],
      tables: [],
      pictures: [],
    });
    const more = withFindings(step, [finding('And 45.', all)]);
    expect(more.findings).toEqual(['No number.', 'It is 3.', 'And 45.']);
    expect(more.findingNumbers?.map((each) => each.map(({ at }) => at))).toEqual([[], [6], [4]]);
  });

  it('SITE-8: notes of a table stay plain sentences, their numbers beside them', () => {
    const noted = (...notes: Parameters<typeof table>[4] & object) =>
      table('t', 'T', columns('a | A |'), [], notes);
    const { notes, noteNumbers } = noted('No number.', finding('E0 is 14,527.', origin('E0')));
    expect(notes).toEqual(['No number.', 'E0 is 14,527.']);
    expect(noteNumbers).toEqual([[], [{ at: 6, length: 6, origin: origin('E0') }]]);
    expect(noted('No number.')).not.toHaveProperty('noteNumbers');
  });
});
