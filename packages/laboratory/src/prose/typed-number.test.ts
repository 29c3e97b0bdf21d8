import { describe, expect, it } from 'vitest';
import { typedNumbers } from './typed-number.js';

const found = (text: string): string[] => typedNumbers(text).map((each) => each.text);

describe('what is no number of a result', () => {
  it.each([
    'On 2023-03-08, on 8 March 2023 and on March 8, 2023 the bank spoke; in March 2023 it failed.',
    'From 2018 to 2022, in FY2022, in 2018-19, 2018–2019, Q4 2022, 2022Q4 and the 1980s.',
    'The shock of +200 bp, at +100, at -100 and at −200 basis points, or a 200 bp rise.',
    'Rules EVE-3 and FORM-15, section 4, step 2, table 2, paragraph 31.12, p. 66, 12 CFR 217.10.',
    'Form 10-K, an 8-K/A, schedule RC-B item 4, form 041, Regulation (EU) 2024/857 article 8.',
    'The 10-year Treasury, 12-month NII, a ladder of 2Y/5Y/7Y.',
    'CET1, Tier 1, E0, d368, SRP 31, IFRS 9.',
    'Two of three limits hold; all nine do not. Thousands of clients, millions of loans.',
    'The measure runThreshold.liquidity.1d and issue 2026-W48.',
  ])('PROSE-3: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('what is', () => {
  it.each([
    ['a loss of 15.2 billion', ['15.2']],
    ['USD 1,234 million and $5', ['1,234', '5']],
    ['USD5bn', ['5']],
    ['12.5% of equity, 94 per cent', ['12.5', '94']],
    ['3 of 4 limits', ['3', '4']],
    ['a beta of 0.45.', ['0.45']],
    ['in 2022.5', ['2022.5']],
    ['2022%', ['2022']],
    ['two billion, ten per cent, Forty Percent', ['two billion', 'ten per cent', 'Forty Percent']],
    ['two\nbillion, hundreds of millions', ['two billion', 'hundreds of millions']],
    ['one percentage point, fifty basis points', ['one percentage point', 'fifty basis points']],
    ['½ of it, ١٢ of it', ['½', '١٢']],
    ['-1500', ['1500']],
    ['a life of 5 years', ['5']],
  ])('PROSE-3: %s', (text, numbers) => {
    expect(found(text)).toEqual(numbers);
  });
});
