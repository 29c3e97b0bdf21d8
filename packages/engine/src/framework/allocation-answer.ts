import type { CapitalAllocation, Limit, MarginalUse } from '../decision/index.js';
import { measureDefinition } from '../study/index.js';
import type { Cell, Table } from './case-result.js';
import type { DecisionAllocation, DecisionResult } from './decide.js';
import { scenarioInWords } from './decision-words.js';
import { shownScale } from './limit-scale.js';
import { columns, inWords, percentOf, table } from './table.js';

/** Capital by book, and where the next dollar of it goes (ALLOC-1 to ALLOC-7). */
export function allocationParts(
  result: DecisionResult,
  { capital, marginal }: DecisionAllocation,
): { readonly findings: readonly string[]; readonly tables: readonly Table[] } {
  return {
    findings: [...missing(capital), ...returns(capital), nextDollar(result, marginal)],
    tables: [segmentTable(capital), marginalTable(result, marginal), useTable(result, marginal)],
  };
}

/** What the Study lacks is said, not left blank in silence. */
function missing({ margin, regulatory }: CapitalAllocation): string[] {
  return [
    ...('missing' in margin ? [`No margin by segment: ${margin.missing.message}.`] : []),
    ...('missing' in regulatory
      ? [`No regulatory capital by segment: ${regulatory.missing.message}.`]
      : []),
  ];
}

function returns({ segments }: CapitalAllocation): string[] {
  const earning = segments.flatMap(({ segment, marginUsdMillion, regulatoryUsdMillion }) =>
    marginUsdMillion === null || !((regulatoryUsdMillion ?? 0) > 0)
      ? []
      : [{ segment, share: percentOf(marginUsdMillion, regulatoryUsdMillion ?? 0) ?? 0 }],
  );
  const [best] = earning.toSorted((a, b) => b.share - a.share);
  if (best === undefined) return [];
  return [
    `Transfer-priced margin earns most on regulatory capital in ${best.segment}: ` +
      `${inWords(best.share)}% a year (ftp.margin.12m, ftp.liquidity.12m and ftp.option.12m).`,
  ];
}

function nextDollar({ stated }: DecisionResult, marginal: readonly MarginalUse[]): string {
  const priced = stated.policy.objective.kind === 'least-cost';
  const after = priced ? 'after what the limits are worth' : 'limits left out of it';
  const [best] = marginal
    .filter(({ returnOnCapital }) => returnOnCapital !== null)
    .toSorted((a, b) => (b.returnOnCapital ?? 0) - (a.returnOnCapital ?? 0));
  if (best?.returnOnCapital != null) {
    return (
      `The next dollar of regulatory capital earns most in ${best.segment}: ` +
      `${inWords(100 * best.returnOnCapital)} cents a year, ${after} (nii.12m).`
    );
  }
  const [most] = marginal.toSorted((a, b) => b.netUsdMillion - a.netUsdMillion);
  if (most === undefined) return 'Without a cash row no segment can be grown.';
  return (
    'No segment ties up regulatory capital that is known; the next dollar of balance sheet earns ' +
    `most in ${most.segment}: ${inWords(100 * most.netUsdMillion)} cents a year, ${after} ` +
    '(nii.12m).'
  );
}

function segmentTable(capital: CapitalAllocation): Table {
  const { risk, e0, margin, regulatory, segments } = capital;
  const rows = segments.map((each): Cell[] => {
    const earned = each.marginUsdMillion;
    const on = (held: number | null): Cell =>
      earned === null || held === null || !(held > 0) ? null : percentOf(earned, held);
    return [
      ...[each.segment, each.carryingUsdMillion, earned],
      ...[each.regulatoryUsdMillion, on(each.regulatoryUsdMillion)],
      ...[each.eulerUsdMillion, on(each.eulerUsdMillion)],
      ...[each.shapleyUsdMillion, each.aloneUsdMillion, each.e0LossUsdMillion],
    ];
  });
  const centre = 'value' in margin ? margin.value.centreUsdMillion : null;
  const other = 'value' in regulatory ? regulatory.value.otherUsdMillion : null;
  const held = 'value' in regulatory ? regulatory.value.segmentsUsdMillion : null;
  const total = [
    ...['Whole bank', null, 'value' in margin ? margin.value.niiUsdMillion : null],
    ...[held === null ? null : held + (other ?? 0), null],
    ...[risk.capitalUsdMillion, null, risk.capitalUsdMillion, null, e0.lossUsdMillion],
  ];
  const blank: Cell[] = [null, null, null, null, null];
  return table(
    'allocation',
    'Return and capital by segment, the bank as it stands',
    columns(
      'segment | Segment |',
      'amount | Carrying amount | USD million',
      'margin | 12-month margin | USD million',
      'regulatory | Regulatory capital | USD million',
      'onRegulatory | Return on it | %',
      'euler | Economic capital, Euler | USD million',
      'onEconomic | Return on it | %',
      'shapley | Economic capital, Shapley | USD million',
      'alone | Alone | USD million',
      'e0 | Loss of E0 | USD million',
    ),
    [
      ...rows,
      ['Treasury, centre, equity, non-earning', null, centre, null, null, ...blank],
      ['Stated other risk-weighted assets', null, null, other, null, ...blank],
      total,
    ],
    [
      'Segments are books of the balance sheet, not products or customers' +
        ('missing' in regulatory
          ? ', and economic capital alone is shown: the Study states no capital regime.'
          : '.'),
      `Economic capital: ${risk.basis}; ${worstWords(risk)}. ` +
        'A negative contribution relieves the bank, and has no return.',
      'value' in regulatory
        ? `Regulatory capital: ${inWords(100 * regulatory.value.ratio)}% ` +
          `(${regulatory.value.authority}).`
        : 'Regulatory capital is not known: see the findings.',
      e0.scenario === ''
        ? 'E0 falls in no scenario.'
        : `E0 falls most${scenarioInWords(e0.scenario)} (capital.economic.e0).`,
    ],
  );
}

const inThousands = (valueUsdMillion: number): number => 1000 * valueUsdMillion;

function worstWords({ worstValueScenario, worstIncomeScenario }: CapitalAllocation['risk']) {
  if (worstValueScenario === '') return 'none of them loses value';
  const income =
    worstIncomeScenario === '' ? '' : `, for income${scenarioInWords(worstIncomeScenario)}`;
  return `worst for value${scenarioInWords(worstValueScenario)}${income}`;
}

function marginalTable({ stated }: DecisionResult, marginal: readonly MarginalUse[]): Table {
  const priced = stated.policy.objective.kind === 'least-cost';
  return table(
    'allocation-marginal',
    'What one more million of a segment earns, on top of the plan',
    columns(
      'segment | Segment |',
      'nii | 12-month NII | USD thousand',
      'limits | Worth of limits used or freed | USD thousand a year',
      'net | Net | USD thousand a year',
      'capital | Regulatory capital | USD thousand',
      'return | Net on it | %',
    ),
    marginal.map((each): Cell[] => [
      each.segment,
      ...[each.niiUsdMillion, each.limitsUsdMillion, each.netUsdMillion].map(inThousands),
      each.regulatoryUsdMillion === null ? null : inThousands(each.regulatoryUsdMillion),
      each.returnOnCapital === null ? null : 100 * each.returnOnCapital,
    ]),
    [
      'More of every row of the book in proportion, on its own terms, out of cash or into it.',
      priced
        ? 'Limits count at the shadow prices of the plan.'
        : 'Shadow prices are no income under this objective: limits count nothing here.',
    ],
  );
}

function useTable({ limits }: DecisionResult, marginal: readonly MarginalUse[]): Table {
  const rows = limits.map((limit): Cell[] => [
    `${limit.title} (${limit.measure})`,
    unitOf(limit),
    ...marginal.map(({ uses }) => {
      const found = uses.find((use) => use.limit === limit.id);
      return found === undefined ? null : shownScale(limit) * found.change;
    }),
  ]);
  return table(
    'allocation-use',
    'What one more million of a segment does to each limit, where the plan is nearest to it',
    [
      ...columns('limit | Limit |', 'unit | Unit |'),
      ...marginal.map(({ segment }) => ({ id: segment, title: segment, unit: '' })),
    ],
    rows,
    ['Positive: the measure rises. Of a floor that is room gained, of a cap room used.'],
  );
}

function unitOf({ measure }: Limit): string {
  const { unit } = measureDefinition(measure);
  return unit === 'ratio' ? 'points' : unit;
}
