import { describe, expect, it } from 'vitest';
import type { Issue, Read } from '../foundation/index.js';
import { assumed, exampleStudy, issueLines, valueOrThrow } from './example-study.test-fixture.js';
import { readAutomaticOptions, readCreditUnion } from './parse-automatic-options.js';
import { parseStudy } from './parse-study.js';
import { studyToJson } from './study-to-json.js';

const cap = {
  id: 'cap',
  kind: 'cap',
  position: 'sold',
  notionalUsdMillion: 100,
  strikeRate: 0.03,
  startMonth: 3,
  maturityMonth: 24,
  paymentMonths: 3,
  volatility: { kind: 'normal', volatility: assumed(0.01) },
} as const;

const linesOf = (door: Read<unknown>, value: unknown): string[] => {
  const issues: Issue[] = [];
  door(value, '', issues);
  return issues.map(({ code, path }) => `${code} ${path}`);
};
const options = (...list: unknown[]) => linesOf(readAutomaticOptions, { options: list });

describe('the door of automatic options and credit unions', () => {
  it('STANDARD-15, STUDY-3: a Study with both parts comes back as it went', () => {
    const black = { kind: 'black', volatility: assumed(0.2), shift: assumed(0.03) } as const;
    const swaption = { ...cap, id: 's', kind: 'payer-swaption', volatility: black } as const;
    const study = exampleStudy({
      automaticOptions: { options: [cap, swaption] },
      creditUnion: { shockScenario: '+300' },
    });
    const back = valueOrThrow(parseStudy(JSON.parse(JSON.stringify(studyToJson(study)))));
    expect(back.automaticOptions).toEqual(study.automaticOptions);
    expect(back.creditUnion).toEqual(study.creditUnion);
  });

  it.each([
    ['no option', [], ['length /options']],
    [
      'a part of a period',
      [{ ...cap, maturityMonth: 25 }],
      ['option.months /options/0/maturityMonth'],
    ],
    [
      'an end before the start',
      [{ ...cap, maturityMonth: 3 }],
      ['option.months /options/0/maturityMonth'],
    ],
    [
      'payments each 5 months',
      [{ ...cap, paymentMonths: 5 }],
      ['option.months /options/0/paymentMonths'],
    ],
    [
      'a swaption exercised at the date',
      [{ ...cap, kind: 'receiver-swaption', startMonth: 0 }],
      ['option.months /options/0/startMonth'],
    ],
    ['one id twice', [cap, cap], ['duplicate-id /options/1/id']],
    ['an unknown key', [{ ...cap, smile: 1 }], ['unknown-key /options/0/smile']],
    [
      'a volatility of another kind',
      [{ ...cap, volatility: { kind: 'sabr' } }],
      ['enum /options/0/volatility/kind'],
    ],
    [
      'a normal volatility in per cent',
      [{ ...cap, volatility: { kind: 'normal', volatility: assumed(20) } }],
      ['range /options/0/volatility/volatility/value'],
    ],
  ])('STANDARD-15: refused: %s', (_, list, expected) => {
    expect(options(...list)).toEqual(expected);
  });

  it('STANDARD-15, STUDY-7: a volatility cites what was known, as every Parameter', () => {
    const cited = { ...assumed(0.01), basis: 'disclosed', source: ['none'] };
    const option = { ...cap, volatility: { kind: 'normal', volatility: cited } };
    const json = {
      ...(studyToJson(exampleStudy()) as object),
      automaticOptions: { options: [option] },
    };
    expect(issueLines(parseStudy(json))).toEqual([
      'unknown-figure /automaticOptions/options/0/volatility/volatility/source/0',
    ]);
  });

  it('STANDARD-19: refused: a credit union without its scenario', () => {
    expect(linesOf(readCreditUnion, {})).toEqual(['missing /shockScenario']);
  });
});
