import { describe, expect, it } from 'vitest';
import type { LiquidityStress } from '../metric/index.js';
import { plan } from '../metric/liquidity/collateral/register.test-fixture.js';
import { segment, stress } from '../metric/liquidity/stress/stress.test-fixture.js';
import { assumed, exampleStudy, issueLines } from './example-study.test-fixture.js';
import { intradayRunOf, parseStudy, stressBySegment, studyToJson } from './index.js';

const study = (edit: Partial<LiquidityStress> = {}) =>
  exampleStudy({ liquidityStress: stress(edit), contingencyPlan: plan({ lines: [] }) });
const lines = (edit: Partial<LiquidityStress>) => issueLines(parseStudy(studyToJson(study(edit))));
const points = (...given: readonly (readonly [number, number])[]) => ({
  segments: [segment('s', { insured: true, balance: 1, points: given })],
});

describe('the liquidity stress at the door', () => {
  it('SURV-6: a whole block is read; its paths can be asked for', () => {
    expect(lines({})).toEqual([]);
    expect(stressBySegment(study(), 2)).toMatchObject([{ id: 'uninsured' }, { id: 'insured' }]);
    expect(stressBySegment(exampleStudy(), 2)).toEqual([]);
    expect(intradayRunOf(study(), '0').map(({ queue }) => queue)).toEqual([10, 30, 60, 60]);
    expect(intradayRunOf(exampleStudy(), '0')).toEqual([]);
  });

  it.each([
    [
      'days that do not rise',
      points([5, 0.1], [5, 0.2]),
      'order /liquidityStress/segments/0/outflow/1/byDay',
    ],
    [
      'deposits that come back',
      points([5, 0.2], [6, 0.1]),
      'order /liquidityStress/segments/0/outflow/1/share/value',
    ],
    [
      'a share above one',
      points([5, 1.1]),
      'range /liquidityStress/segments/0/outflow/0/share/value',
    ],
    ['no point', points(), 'length /liquidityStress/segments/0/outflow'],
    [
      'a horizon past the ladder',
      { horizonDays: assumed(361) },
      'range /liquidityStress/horizonDays/value',
    ],
    [
      'a negative share',
      { rolloverShare: assumed(-0.1) },
      'range /liquidityStress/rolloverShare/value',
    ],
    [
      'two segments of one name',
      { segments: [...stress().segments, ...stress().segments.slice(0, 1)] },
      'duplicate-id /liquidityStress/segments/2/id',
    ],
  ])('SURV-6: %s: refused', (_name, edit, issue) => {
    expect(lines(edit)).toEqual([issue]);
  });
});
