import { ok, type Result } from '../foundation/index.js';
import type { CaseInput, DisciplinePlan } from './case-input.js';
import type { ComputedOrigin, Finding, Step, Table } from './case-result.js';
import { type DisciplineResult, disciplineOf } from './discipline.js';
import { type RealisedDiscipline, realisedDiscipline } from './discipline-realised.js';
import { ENGINE } from './engine.js';
import { finding, stepOf, withFindings } from './finding.js';
import { columns, inWords, scenarioName, table } from './table.js';
import { tell } from './told.js';

/** A case's discipline, told; what came after apart, or why it is not told. */
export interface ToldDiscipline {
  readonly expected: DisciplineResult;
  readonly realised: Result<RealisedDiscipline>;
}

/** Numbers of the discipline of a case; null where it has none (EFF-1 to EFF-7). */
export function caseDiscipline(
  input: Pick<CaseInput, 'study' | 'discipline' | 'laterCurves'>,
): Result<ToldDiscipline> | null {
  const { study, discipline, laterCurves } = input;
  if (discipline === null) return null;
  const request = { study, discipline, engine: ENGINE };
  const expected = disciplineOf(request);
  if (!expected.ok) return expected;
  const realised = realisedDiscipline(request, expected.value, laterCurves);
  return ok({ expected: expected.value, realised });
}

/** The steps with the discipline of the case told in step 2, or in a step 2 of its own. */
export function withDiscipline(steps: readonly Step[], input: CaseInput): Result<readonly Step[]> {
  const told = caseDiscipline(input);
  if (told === null || input.discipline === null) return ok(steps);
  if (!told.ok) return told;
  const findings = disciplineFindings(input.discipline, told.value);
  const tables = [disciplineTable(input.discipline, told.value)];
  if (steps.every(({ step }) => step !== 2)) {
    const title = 'The discipline: what it cost and what it kept';
    const own = { step: 2, id: 'discipline', title, findings, tables, pictures: [] } as const;
    return ok([...steps, stepOf(own)]);
  }
  return ok(
    steps.map((step) =>
      step.step === 2
        ? { ...withFindings(step, findings), tables: [...step.tables, ...tables] }
        : step,
    ),
  );
}

/** Deterministic sentences: what was kept, what was given up, what they make together. */
export function disciplineFindings(plan: DisciplinePlan, told: ToldDiscipline): Finding[] {
  return sentences(plan, told).map((text) => finding(text, disciplineOrigin(plan)));
}

function sentences(
  { title, heldByBank, counterfactual }: DisciplinePlan,
  { expected, realised }: ToldDiscipline,
): string[] {
  const { capitalKept, scenario, cost } = expected;
  const bank = heldByBank ? 'The bank had it' : 'The bank did not have it';
  return [
    `${title}. ${bank}; the other bank: ${counterfactual}.`,
    `At ${scenarioName(scenario)}, where the bank without it has the least economic CET1, it ` +
      `${keptWords('keeps', capitalKept)} million; over 24 months at forwards it ` +
      `${cost > 0 ? `costs ${inWords(cost)}` : `earns ${inWords(-cost)}`} million` +
      `${ratioWords(expected.ratio)}.`,
    ...(realised.ok
      ? [
          `What came after (outcome, known to nobody on the day): on the curve of ` +
            `${realised.value.worstDay} it ` +
            `${keptWords('kept', realised.value.capitalKept)} million, ` +
            `and along the rates that came it ${costWords(realised.value.cost)} ` +
            `million${ratioWords(realised.value.ratio)}.`,
        ]
      : []),
  ];
}

const TAKES = { keeps: 'takes', kept: 'took' } as const;

function keptWords(verb: keyof typeof TAKES, capitalKept: number): string {
  if (capitalKept >= 0) return `${verb} ${inWords(capitalKept)}`;
  return `${TAKES[verb]} away ${inWords(-capitalKept)}`;
}

function costWords(cost: number): string {
  return cost > 0 ? `cost ${inWords(cost)}` : `earned ${inWords(-cost)}`;
}

function ratioWords(ratio: number | null): string {
  return ratio === null ? '' : `: ${ratio.toFixed(1)} of capital for each dollar given up`;
}

function disciplineOrigin({ title, heldByBank, changes }: DisciplinePlan): ComputedOrigin {
  const done = heldByBank ? 'taken away' : 'put in place';
  return {
    title: `Discipline: ${title}`,
    rule: 'EFF-1',
    measures: ['capital.economic.e0', 'nii.12m', 'nii.24m', 'unrealised.hedges'],
    applied: [`${done}, for the other bank: ${changes.map((each) => each.title).join('; ')}`],
  };
}

export function disciplineTable(plan: DisciplinePlan, told: ToldDiscipline): Table {
  const { title } = plan;
  const { expected } = told;
  const origin = disciplineOrigin(plan);
  const realised = told.realised.ok ? told.realised.value : null;
  const outcome = (value: number | undefined) => value ?? null;
  return table(
    'discipline',
    `Discipline: ${title}`,
    columns(
      'line | Line |',
      'expected | On the day, at forwards | USD million',
      'realised | As it came (outcome) | USD million',
    ),
    [
      [
        `Economic CET1 kept, ${scenarioName(expected.scenario)} / worst later curve`,
        expected.capitalKept,
        outcome(realised?.capitalKept),
      ],
      ['Economic CET1 there with it', expected.e0With, null],
      ['Economic CET1 there without it', expected.e0Without, null],
      ['NII given up over 24 months', expected.niiGivenUp, outcome(realised?.niiGivenUp)],
      ['Bid-offer', expected.bidOffer, realised === null ? null : expected.bidOffer],
      ['Margin funding', expected.marginFunding, realised === null ? null : expected.marginFunding],
      ['First-year carry', expected.firstYearCarry, null],
      ['Forward-expected cost', expected.forwardExpectedCost, null],
      ['Realised cost', null, outcome(realised?.cost)],
      ['Capital kept per USD of cost', expected.ratio, outcome(realised?.ratio ?? undefined)],
    ].map((row) => tell(origin, row)),
    [
      finding(
        'Capital efficiency as METHOD section 1, the same for every case (EFF-1 to EFF-7); no ' +
          'ratio where the cost is under 0.1% of 24-month base NII or the discipline earns.',
        origin,
      ),
      'The second column was known to nobody on the day and feeds no step.',
      ...(told.realised.ok
        ? []
        : told.realised.issues.map(({ message }) => `No outcome: ${message}`)),
    ],
  );
}
