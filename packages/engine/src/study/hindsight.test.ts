import { describe, expect, it } from 'vitest';
import type { Figure } from '../foundation/index.js';
import {
  assumed,
  depositModel,
  exampleStudy,
  FIGURE,
  issueLines,
} from './example-study.test-fixture.js';
import { checkHindsight } from './hindsight.js';
import { parseStudy } from './parse-study.js';
import type { Study } from './study.js';
import { studyToJson } from './study-to-json.js';

const cited = '/behaviour/deposits/1/beta/source/0';

/** The example, decided on 2022-03-01, with a beta that cites one figure. */
function citing(figure: Partial<Figure>, id = 'beta.2021'): Study {
  const study = exampleStudy({ figures: { 'beta.2021': { ...FIGURE, ...figure } } });
  const beta = { value: 0.6, unit: '', basis: 'disclosed', source: [id], note: '' } as const;
  const deposits = [depositModel('nib', 'ib'), { ...depositModel('ib'), beta }];
  return { ...study, behaviour: { ...study.behaviour, deposits } };
}

describe('no hindsight', () => {
  const table: readonly [what: string, figure: Partial<Figure>, issues: string[]][] = [
    ['published on the decision date', { knownFrom: '2022-03-01' }, []],
    ['published before it', { knownFrom: '2021-01-01' }, []],
    ['a target', { role: 'target' }, []],
    ['published the day after', { knownFrom: '2022-03-02' }, [`known-after-decision ${cited}`]],
    ['recalled from memory', { confidence: 'recalled' }, [`recalled-figure ${cited}`]],
    ['evidence', { role: 'evidence' }, [`figure-role ${cited}`]],
    [
      'the outcome, known later',
      { role: 'outcome', knownFrom: '2023-03-10' },
      [`known-after-decision ${cited}`, `figure-role ${cited}`],
    ],
  ];
  it.each(table)('STUDY-7: a parameter citing a figure that is %s', (_what, figure, issues) => {
    expect(issueLines(checkHindsight(citing(figure)))).toEqual(issues);
    expect(issueLines(parseStudy(studyToJson(citing(figure))))).toEqual(issues);
  });

  it('STUDY-7: a figure that is not in the Study cannot be cited', () => {
    for (const id of ['other', 'toString', '__proto__']) {
      expect(issueLines(checkHindsight(citing({}, id)))).toEqual([`unknown-figure ${cited}`]);
    }
  });

  it('STUDY-7: a later outcome may stand in the Study as long as nothing cites it', () => {
    const later: Figure = { ...FIGURE, role: 'outcome', knownFrom: '2023-03-10' };
    const study = exampleStudy({ figures: { later } });
    expect(checkHindsight(study)).toEqual({ ok: true, value: study });
  });

  it('STUDY-7: parameters of the market are held to the same rule', () => {
    const study = citing({ knownFrom: '2023-01-01' });
    const swapSpread = { ...assumed(0), source: ['beta.2021'] };
    const market = { ...study.market, swapSpread };
    expect(issueLines(checkHindsight({ ...study, market }))).toEqual([
      'known-after-decision /market/swapSpread/source/0',
      `known-after-decision ${cited}`,
    ]);
  });
});
