import { itemAt, ok, type Result } from '../foundation/index.js';
import {
  atSize,
  type ComparedHedge,
  compareHedges,
  type HedgeComparison,
  type HedgeStructure,
  hedgeChanges,
  hedgeTargets,
  sizeHedge,
  splitDesignation,
  strikeStructure,
  structureOf,
} from '../hedge/index.js';
import type { HedgeVariant } from '../stress/index.js';
import { baseDiscount, type Change, measureOf, type Outcome, type Study } from '../study/index.js';
import type { BaselinePlan, CaseInput, HedgePlan } from './case-input.js';
import type { Finding, Picture, Step, Table } from './case-result.js';
import { ENGINE, withChanges } from './engine.js';
import { finding, stepOf } from './finding.js';
import { EFFICIENCY_NOTE, hedgeOrigins, type OriginOf, WITHOUT_SWAPS } from './hedge-origin.js';
import { columns, inWords, lowerFirst, scenarioName, table } from './table.js';
import { measureOrigin, originsOf, tell } from './told.js';

const UNIT_NOTIONAL = 1000;
const SIZED_AT = '+100';
const KEPT = 'kept-2021';
/** What the claim of the case is about, and the plainest structure beside it. */
const CASE_STRUCTURES = [structureOf('ladder-2-5-7'), structureOf('bullet-5')];
const REASON = { rationale: 'Hedge strategy evaluation', sources: [] };

/** Step 2 and the hedges that step 3 crosses with the failures. */
export interface HedgeStep {
  readonly step: Step;
  readonly variants: readonly [HedgeVariant, ...HedgeVariant[]];
  readonly comparisons: readonly HedgeComparison[];
  /** Of the numbers of one of the comparisons, by its id. */
  readonly originOf: OriginOf;
}

/** Step 2: hedges sized to three risks, on the bank without its swaps (rule CASE-7). */
export function stepHedge(
  input: CaseInput,
  plan: HedgePlan,
  baseline: BaselinePlan,
): Result<HedgeStep> {
  const unhedged: Study = { ...input.study, hedges: [] };
  const hedges = candidateHedges(
    unhedged,
    plan,
    baseline.changes.filter(({ kind }) => kind === 'replace-assumption'),
  );
  if (!hedges.ok) return hedges;
  const compared = compareHedges({
    study: unhedged,
    variants: hedges.value,
    scenarios: plan.scenarios,
    discount: baseDiscount(unhedged),
    marginFundingSpread: plan.marginFundingSpread,
    ...ENGINE,
  });
  if (!compared.ok) return compared;
  const rows = compared.value;
  const values = valuesAtDate(unhedged, hedges.value);
  if (!values.ok) return values;
  const originOf = hedgeOrigins(hedges.value);
  return ok({
    comparisons: rows,
    originOf,
    variants: [
      { id: 'none', title: 'No hedge', changes: [] },
      ...hedges.value.map(({ id, title, changes }) => ({ id, title, changes })),
    ],
    step: stepOf({
      step: 2,
      id: 'hedge',
      title: 'Hedge strategy evaluation: what each hedge costs, protects and does to capital',
      findings: findings(rows, plan, unhedged, originOf),
      tables: [
        comparisonTable(rows, plan, values.value, originOf),
        protectionTable(rows, plan.scenarios, originOf),
        accountingTable(rows, plan.scenarios, originOf),
        spreadTable(rows, plan, originOf),
      ],
      pictures: [protectionPicture(rows, plan.scenarios, originOf)],
    }),
  });
}

function protectionPicture(
  rows: readonly HedgeComparison[],
  scenarios: readonly string[],
  originOf: OriginOf,
): Picture {
  return {
    kind: 'bars',
    id: 'hedge-protection',
    title: 'Protection by hedge and scenario: EVE change with minus without',
    unit: 'USD million',
    categories: rows.map(({ title }) => title),
    series: scenarios.map((scenario) => ({
      name: scenarioName(scenario),
      values: rows.map((row) => protectionIn(row, scenario)),
    })),
    ...originsOf(rows.map((row) => tell(originOf(row), scenarios))),
  };
}

/** `averages` are the Changes that put industry-average behaviour in place of the bank's own. */
function candidateHedges(
  unhedged: Study,
  plan: HedgePlan,
  averages: readonly Change[],
): Result<readonly ComparedHedge[]> {
  const average = withChanges(unhedged, averages);
  if (!average.ok) return average;
  const targets = hedgeTargets(ENGINE.evaluate(unhedged), ENGINE.evaluate(average.value), SIZED_AT);
  if (!targets.ok) return targets;
  const found: ComparedHedge[] = [];
  if (plan.keptSwaps.length > 0) {
    const title = plan.keptTitle ?? 'Own swaps kept';
    found.push({ id: KEPT, title, changes: plan.keptSwaps, bidOfferUsdMillion: 0 });
  }
  for (const structure of CASE_STRUCTURES) {
    for (const target of targets.value) {
      const hedge = sizedHedge(unhedged, plan, structure, target.eveChange);
      if (!hedge.ok) return hedge;
      if (hedge.value === null) continue;
      const { changes, bidOfferUsdMillion } = hedge.value;
      found.push({
        id: `${structure.id}-${target.id}`,
        title: `${shortTitle(structure)}, ${lowerFirst(target.title)}`,
        changes,
        bidOfferUsdMillion,
      });
    }
  }
  return ok(found);
}

function shortTitle({ id, title }: HedgeStructure): string {
  if (id === 'ladder-2-5-7') return 'Ladder 2Y/5Y/7Y';
  return id === 'bullet-5' ? 'Bullet 5Y' : title;
}

/** Null when there is nothing to offset. Fair value up to the AFS book, the rest undesignated. */
function sizedHedge(
  unhedged: Study,
  plan: HedgePlan,
  structure: HedgeStructure,
  targetEveChange: number,
): Result<{ changes: readonly Change[]; bidOfferUsdMillion: number } | null> {
  const terms = {
    discount: baseDiscount(unhedged),
    swapSpread: unhedged.market.swapSpread.value,
    model: 'undesignated',
    hedgedGroup: 'none',
  } as const;
  const unit = strikeStructure(structure, UNIT_NOTIONAL, terms);
  if (!unit.ok) return unit;
  const size = sizeHedge({
    study: unhedged,
    unitChanges: hedgeChanges(unit.value, REASON),
    unitNotionalUsdMillion: UNIT_NOTIONAL,
    scenario: SIZED_AT,
    targetEveChange,
    ...ENGINE,
  });
  if (!size.ok) return size;
  if (size.value.size === 0) return ok(null);
  const fairValue = { ...terms, model: 'fair-value', hedgedGroup: 'afs' } as const;
  const swaps = strikeStructure(structure, size.value.notionalUsdMillion, fairValue);
  if (!swaps.ok) return swaps;
  const changes = hedgeChanges(splitDesignation(swaps.value, afsCarrying(unhedged)), REASON);
  const dv01 = (size.value.unitEveChange * size.value.size) / 100;
  return ok({ changes: atSize(changes, 1), bidOfferUsdMillion: dv01 * plan.halfBidOfferBp });
}

function afsCarrying(study: Study): number {
  const { book } = study;
  const code = book.group.names.indexOf('afs');
  return book.carryingUsdMillion.reduce(
    (sum, amount, row) => (book.group.codes[row] === code ? sum + amount : sum),
    0,
  );
}

/**
 * @throws when the scenario was not compared: plans name their scenarios, so it is a programmer's
 * error.
 */
export function protectionIn(
  row: Pick<HedgeComparison, 'id' | 'effects'>,
  scenario: string,
): number {
  const found = row.effects.find((effect) => effect.scenario === scenario);
  if (found === undefined) throw new Error(`hedge ${row.id} was not compared at ${scenario}`);
  return found.protection;
}

/** Sum of the swap values of each hedge in the base scenario, USD million, in the given order. */
function valuesAtDate(
  unhedged: Study,
  hedges: readonly ComparedHedge[],
): Result<readonly number[]> {
  const base: Study = { ...unhedged, scenarios: unhedged.scenarios.filter(({ id }) => id === '0') };
  const bare = measureOf(ENGINE.evaluate(base), 'eve.value', '0');
  const found: number[] = [];
  for (const { changes } of hedges) {
    const hedged = withChanges(base, changes);
    if (!hedged.ok) return hedged;
    found.push(toTheDollar(measureOf(ENGINE.evaluate(hedged.value), 'eve.value', '0') - bare));
  }
  return ok(found);
}

/** Swaps that went are told otherwise than those that stand. */
function keptInWords({ keptTitle }: HedgePlan): string {
  if (keptTitle === undefined) return 'its own swaps';
  return `the ${lowerFirst(keptTitle).replace(/ kept$/, '')}, had they been kept,`;
}

function findings(
  rows: readonly HedgeComparison[],
  plan: HedgePlan,
  unhedged: Study,
  originOf: OriginOf,
): (Finding | string)[] {
  const outcome = ENGINE.evaluate(unhedged);
  const gained = measureOf(outcome, 'eve.change', '+200');
  const kept = rows.find(({ id }) => id === KEPT);
  const full = rows.find(({ id }) => id === 'ladder-2-5-7-true-risk');
  const back =
    kept === undefined ? [] : [{ value: protectionIn(kept, '+200'), origin: originOf(kept) }];
  return [
    finding(
      `At +200 bp the unhedged bank ${gained > 0 ? 'gains' : 'loses'} ` +
        `${inWords(Math.abs(gained))} million of EVE` +
        (kept === undefined
          ? '.'
          : `; ${keptInWords(plan)} give back ${inWords(protectionIn(kept, '+200'))}.`),
      measureOrigin('eve.change', [WITHOUT_SWAPS]),
      back,
    ),
    ...fallWords(gained, outcome),
    ...(full === undefined
      ? []
      : [
          finding(
            `A 2Y/5Y/7Y ladder sized to the true risk takes ${inWords(full.notionalUsdMillion)} ` +
              `million of notional and a first-year carry of ${inWords(full.firstYearCarry)}.`,
            originOf(full),
          ),
        ]),
    'Held-to-maturity securities cannot be hedged items: what exceeds the AFS book is ' +
      'undesignated and moves reported CET1 every period.',
  ];
}

/** Where rising rates are a gain, the hedges here, which all pay fixed, protect from nothing. */
function fallWords(gained: number, outcome: Outcome): Finding[] {
  const fall = outcome.measures.find(
    ({ id, scenario }) => id === 'eve.change' && scenario === '-200',
  );
  if (gained <= 0 || fall === undefined || fall.value >= 0) return [];
  return [
    finding(
      `At -200 bp it loses ${inWords(-fall.value)} million: its risk is falling rates, and a ` +
        'hedge that pays fixed adds to the loss. Step 4 may weigh swaps that receive fixed.',
      measureOrigin('eve.change', [WITHOUT_SWAPS]),
    ),
  ];
}

/** Amounts of 1e-11 are rounding of the difference, not value; adding 0 makes -0 a plain 0. */
function toTheDollar(amountUsdMillion: number): number {
  return Math.round(1e6 * amountUsdMillion) / 1e6 + 0;
}

function comparisonTable(
  rows: readonly HedgeComparison[],
  plan: HedgePlan,
  values: readonly number[],
  originOf: OriginOf,
): Table {
  return table(
    'hedge-comparison',
    'Hedges compared: size, cost, capital kept',
    columns(
      'hedge | Hedge |',
      'notional | Notional | USD million',
      'value | Value at the valuation date | USD million',
      'carry | First-year carry | USD million a year',
      'kept | Economic CET1 kept, worst scenario | USD million',
      'cost | Cost over 24 months | USD million',
      'efficiency | Kept per USD of cost |',
      'margin | Margin in the worst scenario | USD million',
    ),
    rows.map((row, index) =>
      tell(originOf(row), [
        row.title,
        row.notionalUsdMillion,
        itemAt(values, index),
        row.firstYearCarry,
        row.efficiency.capitalKept,
        row.efficiency.cost,
        ratioInWords(row),
        row.marginUsdMillion,
      ]),
    ),
    [
      `Cost: NII given up at forwards, half a bid-offer of ${plan.halfBidOfferBp} bp, and ` +
        `funding of margin at ${(10_000 * plan.marginFundingSpread).toFixed(0)} bp.`,
      EFFICIENCY_NOTE,
      'New hedges are struck at market and worth nothing on the day. What the kept swaps are ' +
        'worth is what their carry pays out over their life; whoever disposes of them has it at ' +
        'once. Their carry and cost do not compare with those of a hedge struck at market.',
    ],
  );
}

function ratioInWords({ efficiency }: HedgeComparison): string {
  if (efficiency.ratio !== null) return efficiency.ratio.toFixed(1);
  return efficiency.cost <= 0 ? 'no ratio: it earns' : 'no ratio: cost too small';
}

function protectionTable(
  rows: readonly HedgeComparison[],
  scenarios: readonly string[],
  originOf: OriginOf,
): Table {
  return table(
    'hedge-protection',
    'Protection: EVE change with minus without',
    [
      ...columns('hedge | Hedge |'),
      ...scenarios.map((id) => ({ id, title: scenarioName(id), unit: 'USD million' })),
    ],
    rows.map((row) =>
      tell(originOf(row), [row.title, ...scenarios.map((id) => protectionIn(row, id))]),
    ),
  );
}

function accountingTable(
  rows: readonly HedgeComparison[],
  scenarios: readonly string[],
  originOf: OriginOf,
): Table {
  const worst = scenarios.includes('+200') ? '+200' : (scenarios[0] ?? '0');
  return table(
    'hedge-accounting',
    `Accounting class, and what it does to AOCI and reported CET1 at ${scenarioName(worst)}`,
    columns(
      'hedge | Hedge |',
      'model | Accounting |',
      'notional | Notional | USD million',
      'aoci | AOCI, all parts | USD million',
      'cet1 | Reported CET1, all parts | USD million',
    ),
    rows.flatMap((row) => {
      const effect = row.effects.find(({ scenario }) => scenario === worst);
      const origin = { ...originOf(row), rule: 'HEDGE-6' };
      return row.accounting.map((part, index) =>
        tell(origin, [
          index === 0 ? row.title : '',
          part.title,
          part.notionalUsdMillion,
          index === 0 ? (effect?.accounting.aoci ?? null) : null,
          index === 0 ? (effect?.accounting.cet1 ?? null) : null,
        ]),
      );
    }),
    ['Before tax, hedges taken as fully effective.'],
  );
}

/** A swap spread is paid on the whole notional every year: 25 bp on 10 billion is 25 million. */
function spreadTable(rows: readonly HedgeComparison[], plan: HedgePlan, originOf: OriginOf): Table {
  const [low, high] = plan.swapSpreadRangeBp;
  const carry = (row: HedgeComparison, spreadBp: number) =>
    row.firstYearCarry - (row.notionalUsdMillion * spreadBp) / 10_000;
  return table(
    'hedge-swap-spread',
    `First-year carry if swap rates stood ${low} to ${high} bp from Treasury par yields`,
    columns(
      'hedge | Hedge |',
      `low | at ${low} bp | USD million a year`,
      'central | at 0 bp | USD million a year',
      `high | at ${high} bp | USD million a year`,
    ),
    rows
      .filter(({ id }) => id !== KEPT)
      .map((row) =>
        tell(originOf(row), [row.title, carry(row, low), row.firstYearCarry, carry(row, high)]),
      ),
    ['No swap curve of the date is held; swaps are struck at Treasury par, the range is stated.'],
  );
}
