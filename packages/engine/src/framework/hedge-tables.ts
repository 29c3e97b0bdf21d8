import { itemAt } from '../foundation/index.js';
import {
  type AssessedHedge,
  addedHedges,
  type CapitalKept,
  type HedgeAssessment,
} from '../hedge/index.js';
import type { Cell, Table } from './case-result.js';
import { ownBreak, sharedFailure } from './hedge-own-break.js';
import { breakInShort, breakInWords, breakName } from './hedge-words.js';
import { columns, inWords, scenarioName, table } from './table.js';

/** Economic CET1 with minus without. */
export const e0Kept = ({ without, with: after }: CapitalKept): number =>
  after.economicE0 - without.economicE0;
/** CET1 after the stated sales, with minus without. */
export const cet1Kept = ({ without, with: after }: CapitalKept): number =>
  after.cet1AfterSales - without.cet1AfterSales;

/** In the scenario with the lowest E0 without the hedge: that of capital efficiency. */
export function worstKept({ capital }: AssessedHedge): CapitalKept {
  const [first, ...others] = capital;
  if (first === undefined) throw new Error('a hedge was compared in no scenario');
  return others.reduce(
    (worst, each) => (each.without.economicE0 < worst.without.economicE0 ? each : worst),
    first,
  );
}

/** Ids of the scenarios that hedges were compared in. */
export function scenariosOf({ hedges }: HedgeAssessment): readonly string[] {
  return (hedges[0]?.comparison.effects ?? []).map(({ scenario }) => scenario);
}

/** So many scenarios, with ids so short, stand as columns beside the rest. */
const MOST_COLUMNS = 5;
const LONGEST_ID = 6;

/** One protection column a scenario, or where the hedge is followed and where it does worst. */
function protectionColumns(assessment: HedgeAssessment): {
  readonly titles: readonly string[];
  readonly valuesOf: (hedge: AssessedHedge) => readonly number[];
} {
  const scenarios = scenariosOf(assessment);
  const protections = ({ comparison }: AssessedHedge): readonly number[] =>
    comparison.effects.map(({ protection }) => protection);
  if (scenarios.length <= MOST_COLUMNS && scenarios.every((id) => id.length <= LONGEST_ID)) {
    return { titles: scenarios.map((id) => `at ${id}`), valuesOf: protections };
  }
  const at = scenarios.indexOf(assessment.scenario);
  return {
    titles: [`at ${scenarioName(assessment.scenario)}`, 'at its worst'],
    valuesOf: (hedge) => {
      const found = protections(hedge);
      return [found[at] ?? 0, Math.min(...found)];
    },
  };
}

export function comparisonTable(assessment: HedgeAssessment): Table {
  const { titles, valuesOf } = protectionColumns(assessment);
  return table(
    'hedge-comparison',
    'Hedges compared: cost, protection, capital kept, liquidity, and what breaks them',
    [
      ...columns(
        'hedge | Hedge |',
        'notional | Notional | USD million',
        'cost | Cost a year | USD million',
      ),
      ...titles.map((title) => ({ id: title, title, unit: 'USD million' })),
      ...columns(
        'e0 | E0 kept | USD million',
        'cet1 | CET1 kept | USD million',
        'margin | Margin call | USD million',
        'breaks | What breaks it |',
      ),
    ],
    assessment.hedges.map((hedge) => {
      const kept = worstKept(hedge);
      const own = ownBreak(hedge, assessment.hedges);
      return [
        hedge.comparison.title,
        hedge.comparison.notionalUsdMillion,
        hedge.cost.aYear,
        ...valuesOf(hedge),
        e0Kept(kept),
        cet1Kept(kept),
        hedge.comparison.worstMarginUsdMillion,
        own === undefined ? '' : breakInShort(own),
      ];
    }),
    [
      'Cost a year: 24-month NII given up at forwards, bid-offer and margin funding, halved; ' +
        'negative: it earns at them. Forwards are prices, not a forecast. In a scenario: EVE ' +
        'change with minus without.',
      'E0 kept: economic CET1, securities and hedges marked, before tax. CET1 kept: CET1 once ' +
        'the ' +
        'stated sales are made at scenario prices, after tax. Both where E0 without the hedge is ' +
        'lowest. Reported CET1 alone is blind to most hedges of a bank that opted out of AOCI.',
      'Futures have their carry in the price and not in NII: their cost a year does not compare ' +
        'with that of swaps, whose first-year carry their value pays back or takes.',
      'Margin call: initial margin and the greatest loss of the hedge over the scenarios.',
      'What breaks it: of what the bank would not suffer without the hedge, that in which this ' +
        'one is furthest above the mean of those compared.',
    ],
  );
}

function ratioInWords({ comparison: { efficiency } }: AssessedHedge): string {
  if (efficiency.ratio !== null) return efficiency.ratio.toFixed(1);
  return efficiency.cost <= 0 ? 'earns at forwards' : 'cost too small';
}

export function costTable({ hedges }: HedgeAssessment): Table {
  return table(
    'hedge-cost',
    'What each costs: three lines, and what they are made of',
    columns(
      'hedge | Hedge |',
      'carry | First-year carry | USD million',
      'forward | Forward cost, 24 months | USD million',
      'realised | Realised cost | USD million',
      'months | over months |',
      'dealing | Bid-offer | USD million',
      'funding | Margin funding | USD million',
      'initial | Initial margin | USD million',
      'low | Swap spread a year, low | USD million',
      'high | high | USD million',
      'efficiency | Kept per USD |',
    ),
    hedges.map((hedge) => {
      const { comparison, cost, realised } = hedge;
      return [
        comparison.title,
        cost.firstYearCarry,
        cost.forwardExpected,
        realised === null ? null : 0 - realised.carry,
        realised === null ? null : String(realised.months),
        cost.bidOffer,
        cost.marginFunding,
        comparison.initialMarginUsdMillion,
        ...cost.swapSpreadRange,
        ratioInWords(hedge),
      ];
    }),
    [
      'A cost is positive, carry a gain when positive. Realised: interest of the swaps at the ' +
        'one-month ' +
        'rates that came, the same bank without them as the other side; known later, it sizes ' +
        'nothing.',
      'Kept per USD: capital kept over the forward cost; futures, whose carry is not in NII, do ' +
        'not compare with swaps in it.',
    ],
  );
}

export function capitalTable({ hedges }: HedgeAssessment): Table {
  return table(
    'hedge-capital',
    'Protection and capital in each scenario',
    columns(
      'hedge | Hedge |',
      'scenario | Scenario |',
      'protection | EVE gained | USD million',
      'e0Without | Economic CET1 without | USD million',
      'e0With | with | USD million',
      'cet1Without | CET1 after sales without | USD million',
      'cet1With | with | USD million',
    ),
    hedges.flatMap(({ comparison, capital }) =>
      capital.map(({ scenario, without, with: after }, at): Cell[] => [
        at === 0 ? comparison.title : '',
        scenarioName(scenario),
        itemAt(comparison.effects, at).protection,
        without.economicE0,
        after.economicE0,
        without.cet1AfterSales,
        after.cet1AfterSales,
      ]),
    ),
    [
      'Economic CET1 is E0 before tax; CET1 after sales is after tax, without limits on deferred ' +
        'tax.',
    ],
  );
}

/** Every break in words; a failure that is the hardest for all of them stands once, beneath. */
export function breakTable({ hedges }: HedgeAssessment): Table {
  const shared = sharedFailure(hedges);
  const own = (breaks: AssessedHedge['breaks']) =>
    shared.length === 0 ? breaks : breaks.filter(({ kind }) => kind !== 'assumption-failure');
  return table(
    'hedge-breaks',
    'What breaks each hedge',
    columns('hedge | Hedge |', 'what | What |', 'words | In words |'),
    hedges.flatMap(({ comparison, breaks }) =>
      own(breaks).map((found, at): Cell[] => [
        at === 0 ? comparison.title : '',
        breakName(found),
        breakInWords(found),
      ]),
    ),
    sharedFailureInWords(shared),
  );
}

/** One sentence where the same failure is the hardest with every hedge; else none. */
export function sharedFailureInWords(shared: ReturnType<typeof sharedFailure>): string[] {
  const [first] = shared;
  if (first === undefined) return [];
  const shares = shared.map(({ coveredShare }) => 100 * coveredShare);
  return [
    `"${first.world}" is the hardest failure with every hedge and without one, because the value ` +
      `of a hedge moves with rates alone: they cover ${inWords(Math.min(...shares))}% to ` +
      `${inWords(Math.max(...shares))}% of the loss in it.`,
  ];
}

/** What is dealt: one line a leg and accounting class. */
export function legTable({ hedges }: HedgeAssessment): Table {
  return table(
    'hedge-legs',
    'What is dealt',
    columns(
      'hedge | Hedge |',
      'leg | Leg |',
      'accounting | Accounting |',
      'notional | Notional | USD million',
    ),
    hedges.flatMap(({ comparison, changes }) =>
      changes.map((change, at): Cell[] => {
        const [added] = addedHedges([change]);
        return [
          at === 0 ? comparison.title : '',
          change.title,
          added?.model ?? '',
          added === undefined ? null : Math.abs(added.notionalUsdMillion),
        ];
      }),
    ),
    ['A swap pays or receives against the one-month rate; every leg is worth nothing on the day.'],
  );
}
