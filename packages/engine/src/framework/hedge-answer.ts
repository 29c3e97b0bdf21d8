import { type Issue, issue } from '../foundation/index.js';
import { type AssessedHedge, type HedgeAssessment, MARGIN_DAYS } from '../hedge/index.js';
import type { Study } from '../study/index.js';
import type { Answer } from './answer.js';
import type { Picture, Table } from './case-result.js';
import { type HedgeQuestion, type SizeTo, USUAL_TARGET } from './evaluate-hedges.js';
import { effectivenessTable, pathTables, tradingTable } from './hedge-accounting-tables.js';
import { ownBreak, sharedFailure } from './hedge-own-break.js';
import {
  breakTable,
  capitalTable,
  cet1Kept,
  comparisonTable,
  costTable,
  e0Kept,
  legTable,
  scenariosOf,
  sharedFailureInWords,
  worstKept,
} from './hedge-tables.js';
import { breakInWords } from './hedge-words.js';
import { columns, inWords, scenarioName, table } from './table.js';

const MONEY = 'USD million';

/** The word that asks for the accounting path of every hedge. */
export const ALL_PATHS = 'all';

/** Of the hedge that was asked for, of all, or where nothing was asked of that of least cost. */
function shownPaths(
  { paths }: HedgeQuestion,
  { hedges }: HedgeAssessment,
): readonly AssessedHedge[] {
  if (paths === ALL_PATHS) return hedges;
  if (paths === null) return leastCost(hedges).slice(0, 1);
  return hedges.filter(({ comparison }) => comparison.id === paths);
}

/** Issues: `hedge.paths` where the hedge whose path is asked for was not judged. */
export function unknownPath({ paths }: HedgeQuestion, { hedges }: HedgeAssessment): Issue[] {
  const known = [ALL_PATHS, ...hedges.map(({ comparison }) => comparison.id)];
  if (paths === null || hedges.length === 0 || known.includes(paths)) return [];
  return [issue('hedge.paths', '--paths', `one of ${known.join(', ')}`, `"${paths}"`)];
}

/** Hedges told: the comparison, its cost and capital, the accounting, and what breaks each. */
export function hedgeAnswer(
  study: Study,
  question: HedgeQuestion,
  assessment: HedgeAssessment,
): Answer {
  const { hedges } = assessment;
  return {
    title: `Hedges for ${study.institution}, ${study.valuationDate}`,
    findings: findings(question, assessment),
    tables: [
      ...(hedges.length === 0
        ? []
        : [
            comparisonTable(assessment),
            legTable(assessment),
            costTable(assessment),
            capitalTable(assessment),
            tradingTable(assessment),
            breakTable(assessment),
            effectivenessTable(assessment, question),
            ...pathTables(assessment, shownPaths(question, assessment)),
          ]),
      ...leftTable(assessment),
      termsTable(study, assessment),
    ],
    pictures: hedges.length === 0 ? [] : [protectionPicture(assessment), costPicture(assessment)],
    sources: [
      'docs/method/hedge.md, rules HEDGE-1 to HEDGE-26, with what was verified and what is ' +
        'recalled.',
      'Held-to-maturity securities are eligible for neither hedge model (ASC 815-20-25, ' +
        'recalled): ' +
        'what exceeds the AFS book is undesignated.',
    ],
  };
}

function findings(question: HedgeQuestion, { hedges, scenario, left }: HedgeAssessment): string[] {
  const sized =
    question.sizeTo === 'key-rates'
      ? 'Sized to key rates: least squares over all tenors, no leg below zero.'
      : `Sized to ${SIZE_TITLES[question.sizeTo]}: ${targetInWords(question)}; ` +
        `scenario ${scenarioName(scenario)}.`;
  const [best] = leastCost(hedges);
  if (best === undefined) {
    return [
      sized,
      needsNothing(left)
        ? 'The target is met without a hedge.'
        : `None of ${left.length} structures can be sized: the reasons stand below.`,
    ];
  }
  const kept = worstKept(best);
  const own = ownBreak(best, hedges);
  const dear = best.cost.aYear <= 0 ? 'earns' : 'costs';
  return [
    sized,
    `Least cost at forwards: ${best.comparison.title}, ` +
      `${inWords(best.comparison.notionalUsdMillion)} million: ` +
      `it ${dear} ${inWords(Math.abs(best.cost.aYear))} million a year at forwards. It ` +
      `${keptInWords(e0Kept(kept))} million of economic CET1 at ${scenarioName(kept.scenario)} ` +
      `and ${keptInWords(cet1Kept(kept))} of CET1 once the stated sales are made.`,
    forwardsInWords(best),
    ...(own === undefined ? [] : [`What breaks it: ${breakInWords(own)}`]),
    ...sharedFailureInWords(sharedFailure(hedges)),
  ];
}

const SIZE_TITLES: Readonly<Record<SizeTo, string>> = {
  'true-risk': 'the risk of the whole bank',
  'afs-book': 'the AFS book alone',
  dv01: 'DV01',
  'key-rates': 'key rates',
  'eve-limit': 'an EVE limit',
  'nii-limit': 'an NII limit',
  duration: 'a duration of equity',
  notional: 'a stated notional',
  cheapest: 'the cheapest mix within limits',
};

/** A hedge of EVE may take capital where economic CET1, which leaves deposits out, is lowest. */
function keptInWords(amountUsdMillion: number): string {
  const verb = amountUsdMillion < 0 ? 'takes' : 'keeps';
  return `${verb} ${inWords(Math.abs(amountUsdMillion))}`;
}

/** Cost at forwards is no expectation, and a treasurer must not read it as one (HEDGE-23). */
function forwardsInWords({ cost }: AssessedHedge): string {
  const aYear = (cost.bidOffer + cost.marginFunding) / 2;
  return (
    'Forwards are prices, not a forecast: what a swap earns or gives up at them, its value takes ' +
    'or pays back later; an option pays for its time value. Bid-offer and margin funding alone ' +
    `cost ${inWords(aYear)} million a year.`
  );
}

function leastCost(hedges: readonly AssessedHedge[]): readonly AssessedHedge[] {
  return rankable(hedges).sort((one, other) => one.cost.aYear - other.cost.aYear);
}

/** Futures have their carry in the price, not in NII: they rank among themselves alone. */
function rankable(hedges: readonly AssessedHedge[]): AssessedHedge[] {
  const others = hedges.filter(({ tradedAs }) => tradedAs !== 'exchange');
  return others.length > 0 ? others : [...hedges];
}

/** True where every structure was left out because nothing is to be hedged. */
export function needsNothing(left: HedgeAssessment['left']): boolean {
  return left.every(({ issues }) => issues.length === 0);
}

/** `15% of base EVE lost at most`, `2 years of duration of equity`. */
function targetInWords({ target, sizeTo }: HedgeQuestion): string {
  const { value, what } = USUAL_TARGET[sizeTo];
  return `${target ?? value}${what.startsWith('%') ? '' : ' '}${what}`;
}

function leftTable({ left }: HedgeAssessment): Table[] {
  if (left.length === 0) return [];
  return [
    table(
      'hedge-left',
      'Structures left out',
      columns('hedge | Hedge |', 'why | Why |'),
      left.map(({ title, issues }) => [
        title,
        issues[0] === undefined ? 'The target is met without it.' : issues[0].message,
      ]),
    ),
  ];
}

function termsTable({ hedgeMargin }: Study, { terms }: HedgeAssessment): Table {
  const [low, high] = terms.swapSpreadRangeBp;
  return table(
    'hedge-terms',
    'What hedges are priced and judged with',
    columns('what | What |', 'value | Value |'),
    [
      ['Half bid-offer', `${terms.halfBidOfferBp} bp of running rate`],
      [
        'Funding of margin',
        `${(10_000 * terms.marginFundingSpread).toFixed(0)} bp over its interest`,
      ],
      [
        'Move of a day that initial margin covers',
        `${terms.dailyMoveBp} bp, times the root of days`,
      ],
      [
        'Days of initial margin',
        `${MARGIN_DAYS.exchange} exchange, ${MARGIN_DAYS.cleared} cleared, ` +
          `${MARGIN_DAYS.bilateral} bilateral` +
          (hedgeMargin === undefined ? '' : '; over the counter the shares of the Study hold'),
      ],
      ['Normal volatility of options', `${terms.normalVolatilityBp} bp a root year`],
      ['Roll of futures', `${terms.rollCostBp} bp of the face a quarter, for two years`],
      ['Swap spread range', `${low} to ${high} bp`],
      [
        'Stated sales',
        `${inWords(100 * terms.soldAfsShare)}% of AFS, ${inWords(100 * terms.soldHtmShare)}% of ` +
          `HTM`,
      ],
    ],
    ['Judgements; --structures FILE may state others.'],
  );
}

function protectionPicture(assessment: HedgeAssessment): Picture {
  return {
    kind: 'bars',
    id: 'hedge-protection',
    title: 'Protection by hedge and scenario: EVE change with minus without',
    unit: MONEY,
    categories: assessment.hedges.map(({ comparison }) => comparison.title),
    series: scenariosOf(assessment).map((scenario, at) => ({
      name: scenarioName(scenario),
      values: assessment.hedges.map(({ comparison }) => comparison.effects[at]?.protection ?? 0),
    })),
  };
}

function costPicture({ hedges }: HedgeAssessment): Picture {
  return {
    kind: 'bars',
    id: 'hedge-cost-and-capital',
    title: 'Cost a year, capital kept and worst margin call',
    unit: MONEY,
    categories: hedges.map(({ comparison }) => comparison.title),
    series: [
      { name: 'Cost a year', values: hedges.map(({ cost }) => cost.aYear) },
      { name: 'Economic CET1 kept', values: hedges.map((hedge) => e0Kept(worstKept(hedge))) },
      { name: 'CET1 after sales kept', values: hedges.map((hedge) => cet1Kept(worstKept(hedge))) },
      {
        name: 'Worst margin call',
        values: hedges.map(({ comparison }) => comparison.worstMarginUsdMillion),
      },
    ],
  };
}
