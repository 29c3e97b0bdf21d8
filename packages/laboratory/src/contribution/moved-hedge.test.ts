import { type Figure, ok } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { caseText, hedgeFiles } from '../case/case-files.test-fixture.js';
import { checkCaseFolder } from '../case-check/index.js';
import { acceptCorrection } from './accept-correction.js';
import type { Correction } from './contribution.js';
import { correctionEffect } from './correction-effect.js';
import { type DataSet, dataFigures } from './data-set.js';
import { correction as example, valueOrThrow } from './example.test-fixture.js';
import type { FigureCorrection } from './figure-correction.js';
import { parseContribution } from './parse-contribution.js';
import type { ToldFolder } from './told-folder.js';

const SLUG = 'barclays-structural-hedge';
const { structuralHedge, giltCurves } = hedgeFiles(SLUG);
const figures = JSON.parse(caseText(SLUG, 'figures.json'));
const study: ToldFolder = {
  ...{ part: 'case', slug: SLUG, date: '2022-07-28' },
  ...{ figures, structuralHedge },
};
const gilts: DataSet = {
  ...{ name: 'boe-gilt-month-end', folder: 'boe-gilt-month-end', vintage: '2026-11-29' },
  text: giltCurves,
  passport: {
    ...{ source: 'Bank of England', document: 'Yield curves', url: 'https://example.org/' },
    ...{ knownFrom: 'column date', retrieved: '2026-11-22', licence: 'facts' },
  },
};
const library = { cases: [], told: [study], data: [gilts] };

function correcting(figure: string, value: number): FigureCorrection {
  const before: Figure = figures.figures[figure];
  return { case: SLUG, figure, before, passport: { ...before, value } };
}

describe('a correction of what a structural hedge is made from', () => {
  it('CONTRIB-12: a notional moves the numbers that rest on it, with their ranges', () => {
    const [effect] = correctionEffect(correcting('hedge.notional.2022-06', 260), library);
    const moved = new Map(
      effect?.measures.map((each) => [`${each.id}[${each.scenario}]`, each.change]),
    );
    // GBP 4 billion more on the day, in millions; the yield of 2021 stood before it.
    expect(moved.get('structural.notional[]')).toBeCloseTo(4000, 8);
    expect(moved.get('structural.notional[low]')).toBeCloseTo(4000, 8);
    expect(moved.has('structural.value[+100]')).toBe(true);
    expect(moved.has('structural.yield[2021]')).toBe(false);
    expect(effect?.issues).toEqual([]);
  });

  it('CONTRIB-12: what it is only held against moves no number of it', () => {
    const [effect] = correctionEffect(correcting('hedge.gross.2021Q4', 372), library);
    expect(effect?.figures).toEqual(['hedge.gross.2021Q4']);
    expect(effect?.measures).toEqual([]);
  });

  it('CONTRIB-12: one with which it cannot be read is an issue', () => {
    const [effect] = correctionEffect(correcting('hedge.notional.2022-06', -1), library);
    expect(effect?.issues.map(({ code }) => code)).toEqual(['notional']);
  });

  it('CONTRIB-18: a rate of the curve moves it too', () => {
    const figure = '2022-06-30.5Y';
    const before = dataFigures(gilts)[figure];
    if (before === undefined) throw new Error(`no ${figure}`);
    const value = Number(before.value) + 0.1;
    const home = 'data/boe-gilt-month-end';
    const passport = { ...before, value };
    const effects = correctionEffect({ case: home, figure, before, passport }, library);
    const moved = effects.flatMap(({ measures }) => measures);
    const key = (id: string) => moved.find((each) => each.id === id && each.scenario === '');
    expect(key('structural.marketRate')?.change).toBeGreaterThan(0);
    expect(key('structural.notional')).toBeUndefined();
  });

  it('CONTRIB-15: accepted, the folder holds what it expects', () => {
    const correction = correcting('hedge.notional.2022-06', 260);
    const json = { ...example(), figure: correction.figure, passport: correction.passport };
    const contribution = valueOrThrow(parseContribution(json)) as Correction;
    const text = (name: string) => caseText(SLUG, name);
    const own = {
      ...({ part: 'case', slug: SLUG, study: null, front: text('case.md') } as const),
      ...{ figures: text('figures.json'), expected: text('expected.json') },
      history: text('history.json'),
    };
    const acceptance = { slug: 'a-notional', date: '2026-12-01', contribution, correction };
    const effects = correctionEffect(correction, library);
    const files = valueOrThrow(acceptCorrection(acceptance, [own], effects));
    const texts = Object.fromEntries(
      files.map((file) => [file.name.replace(`case/${SLUG}/`, ''), file.text]),
    );
    texts['structural-hedge.json'] = text('structural-hedge.json');
    const pageOf = ({ id }: { readonly id: string }) => ok({ title: id, address: `#${id}` });
    const check = checkCaseFolder({
      slug: SLUG,
      texts,
      curves: '',
      giltCurves,
      sisters: [],
      pageOf,
    });
    expect(check.issues).toEqual([]);
    expect(check.measures).toBe(279);
  });
});
