import type { Change, DisciplinePlan, Outcome, Study, Swap } from '@almfes/engine';
import { decisionTemplate } from './decision-template.js';
import { disciplineTemplate } from './discipline-template.js';
import type { FundingMix } from './funding-mix.js';
import { type BehaviourPair, lifeEdits } from './own-behaviour.js';
import { removeHedge } from './remove-hedge.js';

/** The curve that was seen after the decision, by its date. */
export interface DecisionCurve {
  readonly curveDate: string;
  readonly title: string;
}

export interface PlanTerms {
  /** The bank's own Study. */
  readonly study: Study;
  readonly outcome: Outcome;
  readonly behaviour: BehaviourPair;
  readonly mix: FundingMix | null;
  readonly afterwards: DecisionCurve | null;
}

/** changes.json as it is made; the check reads it whole. */
export interface MadePlan {
  readonly discipline: DisciplinePlan | null;
}

const MEASURES = [
  ['eve.change', '+200'],
  ['eve.changeShare', '+200'],
  ['nii.12m', '0'],
  ['nii.12m.change', '+200'],
  ['capital.economic.e2', '+200'],
  ['capital.economic.e0', '+200'],
] as const;

/** changes.json: the five steps scaled to the bank (rule FORM-22). */
export function planTemplate(terms: PlanTerms): MadePlan {
  const { study, outcome, behaviour, mix, afterwards } = terms;
  const { decision, rules } = decisionTemplate(study, outcome, afterwards);
  const plan = {
    schema: 'almfes/case-changes/1',
    baseline: baseline(terms),
    attribution: {
      path: {
        title: 'Deposit life alone: everything else as the bank has it',
        stops: lifeStops(behaviour).map(([title, years]) => ({ title, edits: lifeEdits(years) })),
      },
      groups: groups(study.hedges, behaviour, mix),
      assumptionGroups: behaviour.ownBeta === null ? ['decay'] : ['decay', 'beta'],
      measures: MEASURES.map(([id, scenario]) => ({ id, scenario })),
    },
    hedge: {
      keptSwaps: study.hedges.map(addHedge),
      scenarios: ['-200', '-100', '+100', '+200', '+300'],
      ...{ halfBidOfferBp: 0.25, marginFundingSpread: 0.0025, swapSpreadRangeBp: [-30, 25] },
    },
    failureScenarios: ['-200', '-100', '0', '+100', '+200', '+300'],
    decision,
    claims: [],
    discipline: disciplineTemplate(study),
    assumptions: [
      ...ASSUMPTIONS,
      ...rules.map((rule) => `lever: ${rule}`),
      ...missingGroups(terms).map((reason) => `step 1 has no group for ${reason}`),
    ],
    variants: [],
    published: [],
  };
  return plan;
}

function baseline({ study, behaviour, mix }: PlanTerms): object {
  const { averageLife, averageBeta, averageLifeYears } = behaviour;
  return {
    title: 'Behaviour and funding mix of all banks, no swaps',
    changes: [
      averageLife,
      ...(averageBeta === null ? [] : [averageBeta]),
      ...study.hedges.map(removeHedge),
      ...(mix === null ? [] : [mix.toAverage]),
    ],
    range: [
      [`Chosen: ${averageLifeYears} years, at the consumer share of all banks`, averageLifeYears],
      ['Basel wholesale: core 50% x 4.0 years = 2.0', 2],
      ['Basel retail, not transactional: 70% x 4.5 = 3.15', 3.15],
      ['Basel retail, transactional: 90% x 5.0 = 4.5', 4.5],
    ].map(([title, years]) => ({ title, edits: lifeEdits(Number(years)) })),
    notes: [
      'Deposit life of all banks: between the Basel ceilings of wholesale and retail deposits by ' +
        'the consumer share (judgement). A floor of measurement, not a forecast.',
      'Hedges are left out of the baseline and the funding mix is that of all banks, so that ' +
        'step 1 can show what the bank made of both.',
    ],
  };
}

function lifeStops({ averageLifeYears, ownLifeYears }: BehaviourPair): [string, number][] {
  return [
    ['Basel retail, transactional: 4.5 years', 4.5],
    [`All banks: ${averageLifeYears} years`, averageLifeYears],
    [`Own: ${ownLifeYears} years`, ownLifeYears],
    ['Basel wholesale: 2.0 years', 2],
  ];
}

function groups(
  hedges: readonly Swap[],
  { ownLife, ownBeta }: BehaviourPair,
  mix: FundingMix | null,
): object[] {
  return [
    { id: 'decay', title: 'Deposit decay', changes: [ownLife] },
    ...(ownBeta === null ? [] : [{ id: 'beta', title: 'Deposit beta', changes: [ownBeta] }]),
    ...(hedges.length === 0
      ? []
      : [{ id: 'hedge', title: 'Own swaps', changes: hedges.map(addHedge) }]),
    ...(mix === null ? [] : [{ id: 'funding', title: 'Funding mix', changes: [mix.toOwn] }]),
  ];
}

function addHedge(swap: Swap): Change {
  return {
    ...{ kind: 'add-hedge', id: `keep-${swap.id}`, title: `Own swaps kept: ${swap.id}`, size: 1 },
    rationale: 'notional as reported; struck at the fair rate of the date (CALL-39)',
    sources: ['RC-L memorandum of swaps: see the figures of the case'],
    swap,
  };
}

const ASSUMPTIONS = [
  'the balance sheet is the Call Report of the bank, not of its holding company',
  'what a Call Report does not tell is at its central value: study.json, assumptions',
  'deposit life rises with the consumer share: a rule of this laboratory, judgement',
  'swaps are struck at the fair rate of the date: their market value is not reported by purpose',
  'cash flows monthly on forwards, no volatility; constant balance sheet; rates floor at 0%',
  'limits are those of svb-2022, scaled by the totals of the bank: judgement',
];

/**
 * What step 1 cannot attribute, and why: nothing public sets the bank apart from the average there
 * (rule FORM-29).
 */
export function missingGroups({
  study,
  behaviour,
  mix,
}: Pick<PlanTerms, 'study' | 'behaviour' | 'mix'>): readonly string[] {
  return [
    'prepayment: a Call Report tells no speeds, so the bank has those of every bank; what that ' +
      'leaves open is the range of almfes baseline',
    ...(behaviour.ownBeta === null
      ? [
          'deposit beta: the library holds no history of what this bank paid on deposits, so it ' +
            'has the beta of the middle bank of its size',
        ]
      : []),
    ...(behaviour.isOwnLife
      ? []
      : [
          'deposit decay of its own: the bank reports no consumer accounts, so its deposits live ' +
            'as those of all banks and the group moves nothing',
        ]),
    ...(study.hedges.length > 0
      ? []
      : ['own swaps: the bank reports none whose direction it tells (RC-L)']),
    ...(mix === null ? ['funding mix: its free share of deposits is that of all banks'] : []),
  ];
}
