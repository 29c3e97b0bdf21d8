import { describe, expect, it } from 'vitest';
import type { Change, Study } from '../study/index.js';
import { FAILURE_PARAMETERS, type FailureKind, type Severity } from './failure-parameters.js';
import { namedFailure, namedFailures } from './failures.js';
import { toyDepositModel, toyStudy } from './toy-study.test-fixture.js';

/** `model.parameter` -> value of a failure on the toy bank. */
function edits(kind: FailureKind, severity: Severity, study: Study = toyStudy(), falling = false) {
  const failure = namedFailure(study, kind, severity);
  if (!failure.ok) throw new Error(JSON.stringify(failure.issues));
  const changes = falling ? failure.value.changesWhenFalling : failure.value.changes;
  return Object.fromEntries(changes.flatMap(editsOf));
}

function editsOf(change: Change): [string, number][] {
  if (change.kind !== 'break-assumption') throw new Error(`a failure is no ${change.kind}`);
  return change.edits.map(({ model, parameter, value }) => [`${model}.${parameter}`, value]);
}

describe('the severities of METHOD section 3', () => {
  it.each<[Severity, number[]]>([
    // hazard floor, multiple, free share, beta, falling beta, day 1, day 2
    ['moderate', [0.38, 1, 0.12, 0.11, 0.66, 0.21, 0.33]],
    ['severe', [0.38, 2, 0.2, 0.24, 0.66, 0.25, 0.86]],
  ])('FAIL-1: %s', (severity, expected) => {
    const p = FAILURE_PARAMETERS[severity];
    expect([
      p.hazardFloorPerYear,
      p.hazardMultiple,
      p.freeShareFall,
      p.betaRise,
      p.betaFallingMultiple,
      p.uninsuredOutflowDayOne,
      p.uninsuredOutflowDayTwo,
    ]).toEqual(expected);
  });

  it('FAIL-1: four failures, two severities, each with its anchors, unique ids', () => {
    const all = namedFailures(toyStudy());
    const failures = all.ok ? all.value : [];
    expect(new Set(failures.map(({ id }) => id)).size).toBe(8);
    expect(failures.every(({ anchors }) => anchors.length > 0)).toBe(true);
  });
});

describe('deposit stickiness reversion: 600 free of 1,000, life 5 years', () => {
  it('FAIL-3: moderate: life 1 / 0.38, 12 of 60 points of free deposits move: one in five', () => {
    const found = edits('deposit-stickiness-reversion', 'moderate');
    expect(found['nib.averageLifeYears']).toBeCloseTo(2.631_578_947, 9); // 1 / 0.38
    expect(found['ib.averageLifeYears']).toBeCloseTo(2.631_578_947, 9);
    expect(found['nib.migrationShare']).toBeCloseTo(0.2, 12); // 0.12 / 0.60
    expect(found['ib.migrationShare']).toBeUndefined();
  });

  it('FAIL-3: the core of a model decays faster as well', () => {
    const parameter = (value: number) => ({ ...toyDepositModel('x').beta, value });
    const core = { share: parameter(0.7), averageLifeYears: parameter(8) };
    const deposits = [{ ...toyDepositModel('nib', {}, 'ib'), core }, toyDepositModel('ib')];
    const study = toyStudy({ behaviour: { deposits, prepayments: [] } });
    const found = edits('deposit-stickiness-reversion', 'severe', study);
    expect(found['nib.core.averageLifeYears']).toBeCloseTo(1 / 0.76, 12);
    expect(found['ib.core.averageLifeYears']).toBeUndefined();
  });

  it('FAIL-3: surge balances as well: a life of 4 months, gone in half of that when severe', () => {
    const parameter = (value: number) => ({ ...toyDepositModel('x').beta, value });
    const surge = { share: parameter(0.2), averageLifeYears: parameter(1 / 3) };
    const deposits = [{ ...toyDepositModel('nib', {}, 'ib'), surge }, toyDepositModel('ib')];
    const study = toyStudy({ behaviour: { deposits, prepayments: [] } });
    const life = (severity: Severity) =>
      edits('deposit-stickiness-reversion', severity, study)['nib.surge.averageLifeYears'];
    expect(life('moderate')).toBeCloseTo(1 / 3, 12); // hazard 3 > 0.38
    expect(life('severe')).toBeCloseTo(1 / 6, 12);
  });

  it('FAIL-3: severe: life 1 / 0.76, 20 of 60 points move: one in three', () => {
    const found = edits('deposit-stickiness-reversion', 'severe');
    expect(found['nib.averageLifeYears']).toBeCloseTo(1.315_789_474, 9);
    expect(found['nib.migrationShare']).toBeCloseTo(1 / 3, 12);
  });

  it('FAIL-3: a model that already decays faster keeps its own hazard, doubled when severe', () => {
    const study = toyStudy({
      behaviour: {
        deposits: [
          toyDepositModel('nib', { averageLifeYears: 2, migrationShare: 0.5 }, 'ib'),
          toyDepositModel('ib', { averageLifeYears: 1 }),
        ],
        prepayments: [],
      },
    });
    const moderate = edits('deposit-stickiness-reversion', 'moderate', study);
    expect(moderate['nib.averageLifeYears']).toBeCloseTo(2, 12); // hazard 0.50 > 0.38
    expect(moderate['nib.migrationShare']).toBe(0.5); // more than 0.2 already moves
    const severe = edits('deposit-stickiness-reversion', 'severe', study);
    expect(severe['ib.averageLifeYears']).toBeCloseTo(0.5, 12); // hazard 2 x 1
  });

  it('FAIL-2: a free model with nowhere to move to is an issue that names the field', () => {
    const study = toyStudy({
      behaviour: {
        deposits: [toyDepositModel('nib', { beta: 0 }), toyDepositModel('ib')],
        prepayments: [],
      },
    });
    const failure = namedFailure(study, 'combined-adverse', 'severe');
    expect(failure.ok ? [] : failure.issues.map(({ path }) => path)).toEqual([
      'behaviour.deposits.nib.migrationTo',
    ]);
  });

  it('FAIL-2: a Study without a deposit model is an issue', () => {
    const study = toyStudy({ behaviour: { deposits: [], prepayments: [] } });
    const failure = namedFailure(study, 'digital-disruption', 'severe');
    expect(failure.ok ? [] : failure.issues.map(({ code }) => code)).toEqual(['failure.deposits']);
  });
});

describe('pricing power loss: beta 0.40, lag 6 months', () => {
  it.each<[Severity, number, number]>([
    ['moderate', 0.51, 3], // 0.40 + 0.11; half the lag
    ['severe', 0.64, 1], // 0.40 + 0.24; one month
  ])('FAIL-4: %s, rates rise: beta %d, lag %d, free deposits untouched', (severity, beta, lag) => {
    const found = edits('pricing-power-loss', severity);
    expect(found['ib.beta']).toBeCloseTo(beta, 12);
    expect(found['ib.lagMonths']).toBe(lag);
    expect(Object.keys(found).filter((key) => key.startsWith('nib.'))).toEqual([]);
  });

  it('FAIL-4: rates fall: the beta is 0.66 of what it was, as the bank must keep paying', () => {
    const found = edits('pricing-power-loss', 'severe', toyStudy(), true);
    expect(found['ib.beta']).toBeCloseTo(0.264, 12); // 0.40 x 0.66
    expect(found['ib.lagMonths']).toBeUndefined();
  });

  it('FAIL-4: rates fall: a beta down is the one that counts; a curve moves at both ends', () => {
    const ib = toyDepositModel('ib', { betaDown: 0.3 });
    const low = { ...ib.beta, value: 0.1 };
    const curved = {
      ...toyDepositModel('sweep'),
      betaCurve: { low, midpoint: { ...low, value: 0.02 }, slope: { ...low, value: 200 } },
    };
    const deposits = [toyDepositModel('nib', {}, 'ib'), ib, curved];
    const study = toyStudy({ behaviour: { deposits, prepayments: [] } });
    const falling = edits('pricing-power-loss', 'severe', study, true);
    expect(falling['ib.betaDown']).toBeCloseTo(0.198, 12); // 0.30 x 0.66
    expect(falling['ib.beta']).toBeUndefined();
    expect(falling['sweep.betaCurve.low']).toBeCloseTo(0.066, 12); // 0.10 x 0.66
    expect(falling['sweep.beta']).toBeCloseTo(0.264, 12);
    const rising = edits('pricing-power-loss', 'severe', study);
    expect(rising['ib.betaDown']).toBeUndefined();
    expect(rising['sweep.betaCurve.low']).toBeCloseTo(0.34, 12); // 0.10 + 0.24
  });

  it.each([
    [0.9, 1],
    [1.2, 1.2],
  ])('FAIL-4: a beta of %d ends at %d: capped at 1, never lowered', (beta, expected) => {
    const study = toyStudy({
      behaviour: {
        deposits: [toyDepositModel('nib', {}, 'ib'), toyDepositModel('ib', { beta })],
        prepayments: [],
      },
    });
    expect(edits('pricing-power-loss', 'severe', study)['ib.beta']).toBe(expected);
  });
});

describe('digital disruption and the combined failure: 800 of 1,000 uninsured', () => {
  it.each<[Severity, number]>([
    ['moderate', 0.264], // 0.80 x 33%
    ['severe', 0.688], // 0.80 x 86%
  ])('FAIL-5: %s: %d of every balance leaves in month 1', (severity, share) => {
    const found = edits('digital-disruption', severity);
    expect(found['nib.outflowShare']).toBeCloseTo(share, 12);
    expect(found['ib.outflowShare']).toBeCloseTo(share, 12);
    expect(found['ib.outflowMonth']).toBe(1);
  });

  it('FAIL-6: combined: decay from month 1, run in month 3 on what is left, higher beta', () => {
    const found = edits('combined-adverse', 'severe');
    expect(found).toMatchObject({ 'nib.outflowMonth': 3, 'ib.outflowMonth': 3 });
    expect(found['ib.outflowShare']).toBeCloseTo(0.688, 12);
    expect(found['ib.beta']).toBeCloseTo(0.64, 12);
    expect(found['nib.averageLifeYears']).toBeCloseTo(1.315_789_474, 9);
  });

  it('FAIL-6: an earlier outflow of the model is not put off, and no balance leaves twice', () => {
    const study = toyStudy({
      behaviour: {
        deposits: [
          toyDepositModel('nib', { outflowShare: 0.1, outflowMonth: 1 }, 'ib'),
          toyDepositModel('ib', { outflowShare: 0.1, outflowMonth: 6 }),
        ],
        prepayments: [],
      },
    });
    const found = edits('combined-adverse', 'severe', study);
    // 10% in month 1, and 68.8% of the 90% that are left: 10 + 61.92
    expect(found['nib.outflowMonth']).toBe(1);
    expect(found['nib.outflowShare']).toBeCloseTo(0.7192, 12);
    // a later one is part of the run
    expect(found['ib.outflowMonth']).toBe(3);
    expect(found['ib.outflowShare']).toBeCloseTo(0.688, 12);
  });
});
