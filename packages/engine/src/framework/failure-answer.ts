import type { FailureCell, LimitFlip, Move } from '../stress/index.js';
import type { Answer } from './answer.js';
import type { Cell, Picture, Table } from './case-result.js';
import type { FailResult } from './fail-study.js';
import { cellAt, failuresOf, hedgesOf, type Named } from './failure-cells.js';
import {
  amountWords,
  inDistance,
  jointWords,
  levelWords,
  percentileWords,
  singleWords,
  slackWords,
} from './flip-words.js';
import { columns, inWords, lowerFirst, table } from './table.js';

/** What `almfes fail` found, told (rule FAIL-13). */
export function failureAnswer(result: FailResult): Answer {
  const { cells, flips, reverse, moves } = result;
  return {
    title: `Assumption failure: ${result.institution}, ${result.valuationDate}`,
    findings: [
      ...worstFindings(result),
      ...reverse.slice(0, 1).map((each) => `Reverse stress, the nearest: ${jointWords(each)}`),
      ...flips.map((each) => `Flip point: ${jointWords(each)}`),
      ...result.limitsLeftOut.map(({ title, reason }) => `Not searched: ${title}: ${reason}.`),
      ...result.refused.map(
        ({ failure, issues }) =>
          `Left out: ${failure}: ${issues[0]?.message ?? 'it does not fit'}.`,
      ),
    ],
    tables: [
      ...hedgesOf(cells).map((hedge) => gridTable(result, hedge)),
      worstTable(result),
      ...(flips.length === 0 ? [] : [flipTable(flips, moves), flipMovesTable(flips)]),
      ...reverse.map(reverseTable),
      ...(moves.length === 0 ? [] : [movesTable(moves)]),
      anchorTable(result),
    ],
    pictures: heatMap(result),
    sources: sourcesOf(result),
  };
}

function sourcesOf({ flips, reverse, dispersion }: FailResult): string[] {
  const pages = ['docs/method/stress.md (FAIL-1 to FAIL-13)'];
  if (dispersion === null) return pages;
  const limits = [...flips, ...reverse].map(({ limit }) => `${limit.title}: ${limit.source}`);
  return [
    ...pages,
    'docs/method/flip-point.md (FLIP-1 to FLIP-12)',
    `library/data/us-treasury-month-end: one-year changes until ${dispersion.curve.until}`,
    `library/data/peer-behaviour: ${dispersion.peers.cycle}, known from ` +
      dispersion.peers.knownFrom,
    ...new Set(limits),
  ];
}

const scenarioTitle = ({ scenarios }: FailResult, id: string): string =>
  scenarios.find((each) => each.id === id)?.title ?? id;

/** The widest fall of EVE of the bank as it stands, and the failure that does most by itself. */
function worstFindings(result: FailResult): string[] {
  const own = result.cells.filter(({ hedge }) => hedge === 'own');
  const worst = own.reduce((least, cell) => (cell.eveChange < least.eveChange ? cell : least));
  const failure = worst.failure === '' ? 'no failure' : lowerFirst(worst.failureTitle);
  const share =
    worst.eveChangeShare === null
      ? 'its base EVE is not positive'
      : `${inWords(100 * worst.eveChangeShare)}% of unbroken base EVE`;
  const where = scenarioTitle(result, worst.scenario);
  return [
    `Worst of ${own.length} combinations: ${failure} in ${where}: ` +
      `EVE changes by USD ${inWords(worst.eveChange)} million (${share}), of which ` +
      `${inWords(worst.eveLossFromFailure)} from the failure and ` +
      `${inWords(worst.eveLossFromRates)} from rates.`,
  ];
}

function gridTable(result: FailResult, hedge: Named): Table {
  const { cells, scenarios } = result;
  return table(
    `fail-eve-${hedge.id}`,
    `EVE change: ${lowerFirst(hedge.title)}`,
    [
      ...columns('failure | Failure |'),
      ...scenarios.map(({ id, title }) => ({ id, title, unit: 'USD million' })),
    ],
    failuresOf(cells).map(({ id, title }) => [
      title,
      ...scenarios.map((scenario) => cellAt(cells, hedge.id, id, scenario.id).eveChange),
    ]),
    ['Against the base EVE of the same hedge with every assumption unbroken (FAIL-8).'],
  );
}

/** One row a failure: what the worst scenario leaves of the bank as it stands. */
function worstTable({ cells }: FailResult): Table {
  const own = cells.filter(({ hedge }) => hedge === 'own');
  const least = (failure: string, of: (cell: FailureCell) => number): number =>
    Math.min(...own.filter((cell) => cell.failure === failure).map(of));
  return table(
    'fail-worst',
    'The bank as it stands: what the worst scenario leaves',
    columns(
      'failure | Failure |',
      'eve | EVE | USD million',
      'nii | 12m NII | USD million',
      'e0 | Economic CET1 (E0) | USD million',
      'threshold | Run threshold, of uninsured deposits | %',
    ),
    failuresOf(cells).map(({ id, title }): Cell[] => [
      title,
      least(id, ({ eveValue }) => eveValue),
      least(id, ({ nii12m }) => nii12m),
      least(id, ({ economicE0 }) => economicE0),
      100 * least(id, ({ runThreshold }) => runThreshold.smallest),
    ]),
    [
      'Each figure in its own worst scenario. E0 and the run threshold do not depend on deposit ' +
        'behaviour (FAIL-5); 100% stands for none up to 100%.',
    ],
  );
}

function flipTable(flips: readonly LimitFlip[], moves: readonly Move[]): Table {
  return table(
    'fail-flips',
    'Flip points: how little must turn out otherwise',
    columns(
      'limit | Limit |',
      'slack | Slack now |',
      'joint | Nearest joint move |',
      'alone | One move alone |',
      'checked | Checked |',
    ),
    flips.map((each): Cell[] => [
      each.limit.title,
      slackWords(each),
      jointCell(each),
      singleWords(each, moves),
      `${each.flip.pointsChecked} points, ${each.flip.evaluations} evaluations`,
    ]),
    [
      'A joint move is as far as sqrt(d′ S⁻¹ d) in standard moves (FLIP-1); it is a local ' +
        'minimum, no nearer breach stood at the points checked (FLIP-7), and both sides are ' +
        'evaluated.',
      'Where the slack jumps, as run limits do, a flip a few per cent nearer may exist (FLIP-7).',
      'A limit that is breached already has the nearest way back in place of a flip.',
    ],
  );
}

/** The moves of every joint flip, widest share first: what the sentences leave out. */
function flipMovesTable(flips: readonly LimitFlip[]): Table {
  return table(
    'fail-flip-moves',
    'What the nearest joint moves are made of',
    columns(
      'limit | Limit |',
      'move | Move |',
      'amount | Amount |',
      'percentile | Level among peers or past years |',
      'share | Of the squared distance | %',
    ),
    flips.flatMap(({ limit, components }) =>
      components
        .filter(({ share }) => Math.abs(share) >= TOLD_SHARE)
        .toSorted((a, b) => b.share - a.share)
        .map((each, at): Cell[] => [
          at === 0 ? limit.title : '',
          each.title,
          `${amountWords(each.amount, each.unit)}${levelWords(each)}`,
          percentileWords(each),
          100 * each.share,
        ]),
    ),
    ['Moves that add less than 1% are left out.'],
  );
}

const TOLD_SHARE = 0.01;

function jointCell({ flip, direction }: LimitFlip): string {
  if (flip.joint === null) return 'none within the ranges';
  const { distance } = flip.joint;
  return direction === 'return' ? `back at ${inDistance(distance)}` : inDistance(distance);
}

/** Moves that add less to the squared distance are not shown. */
const SHOWN_SHARE = 0.001;

/** One table a target: every move in its own unit, beside its peers. */
function reverseTable(found: LimitFlip): Table {
  const { limit, direction, flip, components } = found;
  const where = flip.joint === null ? 'none within the ranges' : inDistance(flip.joint.distance);
  const what = direction === 'return' ? 'below zero already; the way back' : 'taken to zero';
  return table(
    `fail-reverse-${limit.id}`,
    `Reverse stress: ${limit.title}, ${what}: ${where}`,
    columns(
      'move | Move |',
      'amount | Amount |',
      'percentile | Level among peers or past years |',
      'share | Of the squared distance | %',
    ),
    components
      .filter(({ share }) => Math.abs(share) >= SHOWN_SHARE)
      .map((each): Cell[] => [
        each.title,
        `${amountWords(each.amount, each.unit)}${levelWords(each)}`,
        percentileWords(each),
        100 * each.share,
      ]),
    [
      'The least extreme joint scenario at which it happens (FLIP-12), widest share first; moves ' +
        'that add less than 0.1% are left out.',
    ],
  );
}

function movesTable(moves: readonly Move[]): Table {
  return table(
    'fail-moves',
    'What may move, how far, and what a standard move rests on',
    columns(
      'move | Move |',
      'range | Range |',
      'spread | One standard move |',
      'source | Rests on |',
    ),
    moves.map((move): Cell[] => [
      move.title,
      `${amountWords(move.low, move.unit)} to ${amountWords(move.high, move.unit)}`,
      move.kind === 'curve' ? 'with the other nodes' : amountWords(move.spread, move.unit),
      move.source,
    ]),
  );
}

function anchorTable({ failures }: FailResult): Table {
  return table(
    'fail-anchors',
    'What the severities rest on',
    columns('failure | Failure |', 'anchors | Anchors |'),
    bySameAnchors(failures).map(({ titles, anchors }) => [titles.join('; '), anchors.join('; ')]),
    ['Severities are judgements on these anchors, some seen only after the decision date.'],
  );
}

/** Severities of one failure rest on the same anchors: told once. */
function bySameAnchors(failures: FailResult['failures']) {
  const rows = new Map<string, { titles: string[]; anchors: readonly string[] }>();
  for (const { title, anchors } of failures) {
    const key = JSON.stringify(anchors);
    const row = rows.get(key) ?? { titles: [], anchors };
    row.titles.push(title);
    rows.set(key, row);
  }
  return [...rows.values()];
}

/** No picture where a share of base EVE has no meaning: a colour for it would be invented. */
function heatMap(result: FailResult): Picture[] {
  const { cells, scenarios } = result;
  const failures = failuresOf(cells);
  const values = failures.map(({ id }) =>
    scenarios.flatMap((scenario) => {
      const share = cellAt(cells, 'own', id, scenario.id).eveChangeShare;
      return share === null ? [] : [100 * share];
    }),
  );
  if (values.some((row) => row.length < scenarios.length)) return [];
  return [
    {
      kind: 'heat-map',
      id: 'fail-heat-map',
      title: 'EVE change of the bank as it stands, % of unbroken base EVE',
      unit: '%',
      rows: failures.map(({ title }) => title),
      columns: scenarios.map(({ title }) => title),
      values,
    },
  ];
}
