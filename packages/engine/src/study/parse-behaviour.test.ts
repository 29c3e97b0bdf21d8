import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bookFromPositions, type Position } from '../balance-sheet/index.js';
import { type Behaviour, type DepositModel, depositAverageLifeYears } from '../behaviour/index.js';
import type { Issue, Parameter } from '../foundation/index.js';
import { applyChange } from './apply-change.js';
import type { Change, ParameterEdit } from './change.js';
import { evaluate } from './evaluate.js';
import {
  assumed,
  depositModel,
  EXAMPLE_POSITIONS,
  exampleStudy,
  exampleValues,
  issueLines,
  prepaymentModel,
  row,
  valueOrThrow,
} from './example-study.test-fixture.js';
import { modelIssues } from './model-rules.js';
import { parametersOf } from './parameters.js';
import { readBehaviour } from './parse-behaviour.js';
import { parseStudy } from './parse-study.js';
import { studyToJson } from './study-to-json.js';

const disclosed = (value: number): Parameter => ({
  value,
  unit: '',
  basis: 'disclosed',
  source: ['beta.2021'],
  note: '',
});

const part = (share: number, averageLifeYears: number) => ({
  share: assumed(share),
  averageLifeYears: assumed(averageLifeYears),
});

const SEGMENT: Partial<DepositModel> = {
  category: 'retail-transactional',
  insurance: 'insured',
  core: part(0.6, 4),
  surge: part(0.1, 0.25),
  rateGap: { sensitivity: assumed(50), minMultiple: assumed(0.5), maxMultiple: assumed(2) },
  betaCurve: { low: assumed(0.1), midpoint: assumed(0.02), slope: assumed(200) },
  rateFloor: assumed(0),
  rateCap: assumed(0.05),
};

function studyWith(model: Partial<DepositModel>) {
  const deposits = [depositModel('nib', 'ib'), { ...depositModel('ib'), ...model }];
  const behaviour: Behaviour = { deposits, prepayments: [prepaymentModel('mbs')] };
  return exampleStudy({ behaviour });
}

const parsed = (model: Partial<DepositModel>) => parseStudy(studyToJson(studyWith(model)));

function issuesOf(model: Partial<DepositModel>): readonly Issue[] {
  const study = parsed(model);
  return study.ok ? [] : study.issues;
}

describe('the door of behaviour', () => {
  it('NMD-16: a model with every optional part goes through the door and back', () => {
    const study = studyWith(SEGMENT);
    expect(valueOrThrow(parseStudy(studyToJson(study)))).toEqual(study);
    const paths = parametersOf(study).map(({ path }) => path);
    expect(paths).toContain('/behaviour/deposits/1/core/averageLifeYears');
    expect(paths).not.toContain('/behaviour/deposits/0/core/averageLifeYears');
  });

  it('NMD-16, PREPAY-9, ROLL-2: the example of segments reads; its average lives', () => {
    const file = new URL('../../../../docs/example/behaviour/segments.json', import.meta.url);
    const issues: Issue[] = [];
    const example = readBehaviour(JSON.parse(readFileSync(file, 'utf8')), '', issues);
    expect(issues).toEqual([]);
    expect(example === undefined ? ['nothing'] : modelIssues(example)).toEqual([]);
    // 0.7 x 5 + 0.1 x 0.5 + 0.2 x 1; 0.55 x 4 + 0.45 x 1; 0.4 x 3 + 0.6 x 0.5
    const lives = example?.deposits.map((model) => depositAverageLifeYears(model).toFixed(6));
    expect(lives).toEqual(['3.750000', '2.650000', '1.500000']);
  });

  const bad: readonly [what: string, model: Partial<DepositModel>, line: string, says: string[]][] =
    [
      [
        'a beta above 1.5',
        { beta: disclosed(1.6) },
        'range /behaviour/deposits/1/beta/value',
        ['beta of deposit model "ib"', 'source: beta.2021', 'at most 1.5'],
      ],
      [
        'a negative beta down',
        { betaDown: assumed(-0.1) },
        'range /behaviour/deposits/1/betaDown/value',
        ['betaDown of deposit model "ib"', 'source: an example'],
      ],
      [
        'decay that grows: a negative life',
        { averageLifeYears: assumed(-2) },
        'range /behaviour/deposits/1/averageLifeYears/value',
        ['averageLifeYears of deposit model "ib"', 'above 0'],
      ],
      [
        'decay that grows: a core of negative life',
        { core: { ...part(0.5, 1), averageLifeYears: disclosed(-1) } },
        'range /behaviour/deposits/1/core/averageLifeYears/value',
        ['core.averageLifeYears of deposit model "ib"', 'source: beta.2021'],
      ],
      [
        'decay that grows: a negative multiple of the hazard',
        {
          rateGap: { sensitivity: assumed(50), minMultiple: assumed(-1), maxMultiple: assumed(2) },
        },
        'range /behaviour/deposits/1/rateGap/minMultiple/value',
        ['rateGap.minMultiple of deposit model "ib"', 'at least 0'],
      ],
      [
        'core and surge above the whole',
        { core: { ...part(0.8, 4), share: disclosed(0.8) }, surge: part(0.3, 0.25) },
        'contradiction /behaviour/deposits/1/core/share/value',
        ['core.share of model "ib"', 'source: beta.2021', 'surge 0.3'],
      ],
      [
        'a floor above the cap',
        { rateFloor: assumed(0.03), rateCap: assumed(0.02) },
        'order /behaviour/deposits/1/rateFloor/value',
        ['rateFloor of model "ib"', 'at most rateCap 0.02'],
      ],
      [
        'a beta that falls as rates rise',
        { ...SEGMENT, beta: assumed(0.01) },
        'order /behaviour/deposits/1/betaCurve/low/value',
        ['betaCurve.low of model "ib"', 'at most beta 0.01'],
      ],
      [
        'a beta down beside a curve',
        { ...SEGMENT, betaDown: assumed(0.2) },
        'contradiction /behaviour/deposits/1/betaDown/value',
        ['betaDown of model "ib"', 'in both directions'],
      ],
    ];
  it.each(bad)('NMD-16: %s: model, parameter and source are told', (_what, model, line, says) => {
    const issues = issuesOf(model);
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([line]);
    for (const words of says) expect(issues[0]?.message).toContain(words);
  });

  it('NMD-16: an unknown category and an unknown part are refused', () => {
    const json = JSON.parse(JSON.stringify(studyToJson(studyWith({}))));
    Object.assign(json.behaviour.deposits[1], { category: 'corporate', cores: 1 });
    expect(issueLines(parseStudy(json))).toEqual([
      'unknown-key /behaviour/deposits/1/cores',
      'enum /behaviour/deposits/1/category',
    ]);
  });
});

describe('the door of prepayment', () => {
  const parsedWith = (prepayment: object) =>
    parseStudy({
      ...Object(studyToJson(exampleStudy())),
      behaviour: {
        deposits: [depositModel('nib', 'ib'), depositModel('ib')],
        prepayments: [prepayment],
      },
    });
  const lockIn = (fullRatio: number) => ({
    floor: assumed(0.4),
    startRatio: assumed(0.9),
    fullRatio: assumed(fullRatio),
  });
  const incentive = prepaymentModel('mbs');

  it.each<[string, object]>([
    ['a constant rate', { id: 'mbs', kind: 'cpr', cpr: assumed(0.06) }],
    ['a PSA speed', { id: 'mbs', kind: 'psa', psa: assumed(150) }],
    ['an incentive without a kind', incentive],
    [
      'an incentive with every part',
      {
        ...incentive,
        kind: 'incentive',
        seasoningMonths: assumed(30),
        burnoutFloor: assumed(0.3),
        lockIn: lockIn(0.6),
      },
    ],
  ])('PREPAY-9: %s goes through the door as it is', (_what, model) => {
    expect(valueOrThrow(parsedWith(model)).behaviour.prepayments).toEqual([model]);
  });

  const at = '/behaviour/prepayments/0';
  it.each<[string, object, string[]]>([
    ['another kind', { ...incentive, kind: 'abs' }, [`enum ${at}/kind`]],
    ['a PSA speed of a curve', { ...incentive, psa: assumed(150) }, [`unknown-key ${at}/psa`]],
    ['a CPR above 1', { id: 'mbs', kind: 'cpr', cpr: assumed(6) }, [`range ${at}/cpr/value`]],
    [
      'a lock-in that is full before it starts',
      { ...incentive, lockIn: lockIn(0.95) },
      [`order ${at}/lockIn/fullRatio/value`],
    ],
  ])('PREPAY-9: %s is refused', (_what, model, lines) => {
    expect(issueLines(parsedWith(model))).toEqual(lines);
  });
});

describe('redemption, drawdown and rollover', () => {
  const redemption = {
    id: 'cd',
    redemptionRate: assumed(0.05),
    redemptionSensitivity: assumed(8),
    penaltyMonths: disclosed(6),
  };
  const drawdown = { id: 'line', drawRate: assumed(0.2), drawSensitivity: assumed(2) };
  const rollover = { id: 'renewal', product: 'example', rolloverShare: assumed(0.8) };
  const timeDeposit = row('time', 'deposits', { behaviour: 'cd' });
  const line = row('card', 'loans', {
    principal: 'line',
    behaviour: 'line',
    carryingUsdMillion: 0,
  });
  const base = exampleStudy();

  function study(edit: Partial<Behaviour> = {}, positions: readonly Position[] = []) {
    const models = { redemptions: [redemption], drawdowns: [drawdown], rollovers: [rollover] };
    return exampleStudy({
      book: bookFromPositions([...EXAMPLE_POSITIONS, timeDeposit, line, ...positions]),
      behaviour: { ...base.behaviour, ...models, ...edit },
    });
  }
  const issuesAt = (of: ReturnType<typeof study>) => issueLines(parseStudy(studyToJson(of)));

  it('ROLL-1, REDEEM-1, DRAW-1: models and their positions go through the door and back', () => {
    const whole = study();
    expect(valueOrThrow(parseStudy(studyToJson(whole)))).toEqual(whole);
    expect(parametersOf(whole).map(({ path }) => path)).toContain(
      '/behaviour/rollovers/0/rolloverShare',
    );
  });

  it('REDEEM-4, DRAW-2: every measure of such a Study is a finite number', () => {
    const { measures } = evaluate(study());
    expect(measures.filter(({ value }) => !Number.isFinite(value))).toEqual([]);
    expect(measures.length).toBeGreaterThan(0);
  });

  const at = (id: string) => study().book.id.indexOf(id);
  it.each<[string, ReturnType<typeof study>, string[]]>([
    [
      'a penalty of 200 months',
      study({ redemptions: [{ ...redemption, penaltyMonths: disclosed(200) }] }),
      ['range /behaviour/redemptions/0/penaltyMonths/value'],
    ],
    [
      'a rollover above 1',
      study({ rollovers: [{ ...rollover, rolloverShare: assumed(1.2) }] }),
      ['range /behaviour/rollovers/0/rolloverShare/value'],
    ],
    [
      'a rollover of a product that the book lacks, and two of one product',
      study({
        rollovers: [rollover, { ...rollover, id: 'x' }, { ...rollover, id: 'y', product: 'z' }],
      }),
      [
        'duplicate-product /behaviour/rollovers/1/product',
        'unknown-product /behaviour/rollovers/2/product',
      ],
    ],
    [
      'a time deposit whose model is missing',
      study({ redemptions: [] }),
      [`unknown-model /book/behaviour/${at('time')}`],
    ],
    [
      'a line whose model is missing',
      study({ drawdowns: [] }),
      [`unknown-model /book/behaviour/${at('card')}`],
    ],
    [
      'a line among deposits',
      study({}, [{ ...line, id: 'a', side: 'liability', group: 'deposits' }]),
      ['principal /book/principal/0'],
    ],
    [
      'a line with a carrying amount and a premium',
      study({}, [{ ...line, id: 'a', carryingUsdMillion: 3, premium: 0.01 }]),
      ['line /book/carryingUsdMillion/0', 'line /book/premium/0'],
    ],
  ])('ROLL-2: %s', (_what, wrong, lines) => {
    expect(issuesAt(wrong)).toEqual(lines);
  });

  it('CHANGE-2, REDEEM-1: a Change moves the parameters of these models too', () => {
    const edits: ParameterEdit[] = [
      { model: 'cd', parameter: 'redemptionRate', value: 0.15 },
      { model: 'line', parameter: 'drawRate', value: 0.4 },
      { model: 'renewal', parameter: 'rolloverShare', value: 0.6 },
    ];
    const change: Change = {
      id: 'run-off',
      title: 'Depositors leave, lines are drawn',
      rationale: '',
      sources: [],
      size: 0.5,
      kind: 'break-assumption',
      edits,
    };
    const { behaviour } = valueOrThrow(applyChange(study(), change, exampleValues));
    expect(behaviour.redemptions?.[0]?.redemptionRate.value).toBeCloseTo(0.1, 12);
    expect(behaviour.drawdowns?.[0]?.drawRate.value).toBeCloseTo(0.3, 12);
    expect(behaviour.rollovers?.[0]?.rolloverShare.value).toBeCloseTo(0.7, 12);
  });
});

describe('a Change of an optional part', () => {
  const change = (edits: readonly ParameterEdit[]): Change => ({
    id: 'core',
    title: 'A longer core',
    rationale: '',
    sources: [],
    size: 0.5,
    kind: 'break-assumption',
    edits,
  });
  const apply = (model: Partial<DepositModel>, ...edits: readonly ParameterEdit[]) =>
    applyChange(studyWith(model), change(edits), exampleValues);

  it('CHANGE-2, NMD-8: half of the way from a core life of 4 to 6 years is 5', () => {
    const edit = { model: 'ib', parameter: 'core.averageLifeYears', value: 6 } as const;
    const after = valueOrThrow(apply(SEGMENT, edit)).behaviour.deposits[1];
    expect(after?.core?.averageLifeYears.value).toBe(5);
    expect(after?.core?.averageLifeYears.note).toContain('was 4');
    expect(after?.core?.share).toEqual(SEGMENT.core?.share);
    expect(after?.surge).toEqual(SEGMENT.surge);
  });

  it('CHANGE-2, NMD-16: a part the model lacks, and one that breaks its rules, are refused', () => {
    const share = { model: 'ib', parameter: 'core.share', value: 1 } as const;
    const refusals = [
      apply({}, share),
      apply({ core: part(0.9, 4), surge: part(0.1, 1) }, { ...share, value: 1 }),
    ];
    expect(refusals.map(issueLines)).toEqual([
      ['unknown-parameter /edits/0/parameter'],
      ['contradiction /edits'],
    ]);
  });
});
