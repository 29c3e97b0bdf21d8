import type { CumulativeBeta, Estimate, Issue, OutOfSample } from '@almfes/engine';
import { printable } from '@almfes/report';
import type { BetaAnswer, DecayAnswer, Part } from './estimate-answer.js';
import { issueText } from './issue-text.js';
import { wrapped } from './wrapped.js';

type Cells = readonly string[];

/** Betas by cycle, beta and lag with their errors, and the test against plain benchmarks. */
export function betaText(
  { cycles, distributedLag: fit, outOfSample }: BetaAnswer,
  width: number,
): string {
  const lines = [
    `${fit.observations} changes, ${fit.firstQuarter} to ${fit.lastQuarter}, ` +
      `${fit.degreesOfFreedom} degrees of freedom`,
    '',
    'Cumulative beta by cycle',
    ...table(
      ['Cycle', 'From', 'To', 'Policy', 'Cost', 'Beta'],
      cycles.flatMap((cycle) => (isRefused(cycle) ? [] : [cycleCells(cycle)])),
    ),
    ...cycles.flatMap((cycle) => (isRefused(cycle) ? refusedLines('a cycle', cycle) : [])),
    '',
    'Distributed lag',
    ...table(
      ['Side', 'Number', 'Value', 'Error', 'Low', 'High', 'Newey-West'],
      fit.sides.flatMap(({ side, beta, neweyWestError, meanLagMonths, byLag }) => [
        [side, 'beta', ...numbers(beta, 3), neweyWestError.toFixed(3)],
        ...(meanLagMonths === null
          ? []
          : [[side, 'mean lag, months', ...numbers(meanLagMonths, 1), '']]),
        ...byLag.map((each, k) => [
          side,
          k === 1 ? 'after 1 quarter' : `after ${k} quarters`,
          ...numbers(each, 3),
          '',
        ]),
      ]),
    ),
    `residual standard deviation ${points(fit.residualStandardDeviation)} points`,
    ...fit.doubts.map((doubt) => `Mind: ${doubt}.`),
    '',
    ...scoreLines(outOfSample, 'quarters', 'points', points),
    '',
  ];
  return printable(lines.map((line) => fitted(line, width)).join('\n'));
}

/** Hazard and average life with their errors, two parts, and the tests. */
export function decayText({ constant, twoPart, outOfSample }: DecayAnswer, width: number): string {
  const { averageLife: life, hazardAYear, neweyWestErrorAYear } = constant;
  const high = life.highYears === null ? 'no end' : life.highYears.toFixed(2);
  const range = [life.lowYears.toFixed(2), high];
  const lines = [
    `${constant.observations} balances over ${constant.months} months`,
    '',
    'Constant hazard',
    ...table(
      ['Number', 'Value', 'Error', 'Low', 'High', 'Newey-West'],
      [
        ['hazard, a year', ...numbers(hazardAYear, 4), neweyWestErrorAYear.toFixed(4)],
        ['from changes, a year', ...numbers(constant.hazardFromChangesAYear, 4), ''],
        [
          'average life, years',
          life.valueYears.toFixed(2),
          life.standardErrorYears.toFixed(2),
          ...range,
          '',
        ],
      ],
    ),
    ...constant.doubts.map((doubt) => `Mind: ${doubt}.`),
    '',
    'Core and non-core',
    ...(isRefused(twoPart)
      ? refusedLines('two parts', twoPart)
      : [
          ...table(
            ['Number', 'Value', 'Error', 'Low', 'High'],
            [
              ['core share', ...numbers(twoPart.coreShare, 3)],
              ['core hazard, a year', ...numbers(twoPart.coreHazardAYear, 4)],
              ['non-core hazard, a year', ...numbers(twoPart.nonCoreHazardAYear, 4)],
              ['average life, years', ...numbers(twoPart.averageLifeYears, 2)],
            ],
          ),
          ...twoPart.doubts.map((doubt) => `Mind: ${doubt}.`),
        ]),
    '',
    ...scoreLines(outOfSample.constant, 'balances', '% of the balance', percent),
    '',
    ...(isRefused(twoPart)
      ? []
      : [...scoreLines(outOfSample.twoPart, 'balances', '% of the balance', percent), '']),
  ];
  return printable(lines.map((line) => fitted(line, width)).join('\n'));
}

/** A sentence is broken to the width; a line of a table, which has wide gaps, is left. */
function fitted(line: string, width: number): string {
  return line.length <= width || line.includes('  ') ? line : wrapped(line, '', width);
}

function isRefused<T>(part: Part<T>): part is { readonly issues: readonly Issue[] } {
  return typeof part === 'object' && part !== null && 'issues' in part;
}

function refusedLines(what: string, { issues }: { readonly issues: readonly Issue[] }): Cells {
  return issues.map((one) => `No answer for ${what}: ${issueText(one)}`);
}

function cycleCells({ direction, from, to, policyChange, depositChange, beta }: CumulativeBeta) {
  return [direction, from, to, points(policyChange), points(depositChange), beta.toFixed(3)];
}

function numbers({ value, standardError, low, high }: Estimate, decimals: number): Cells {
  return [value, standardError, low, high].map((number) => number.toFixed(decimals));
}

/** Decimals a year as percentage points. */
function points(rate: number): string {
  return (100 * rate).toFixed(3);
}

function percent(share: number): string {
  return (100 * share).toFixed(2);
}

function scoreLines(
  test: Part<OutOfSample>,
  steps: string,
  unit: string,
  shown: (value: number) => string,
): Cells {
  if (isRefused(test)) return refusedLines('the test out of sample', test);
  const { horizon, forecasts, refused, scores, finding } = test;
  const ahead = `${horizon} ${horizon === 1 ? steps.slice(0, -1) : steps} ahead`;
  const without = refused === 0 ? '' : `; ${refused} origins without a forecast`;
  return [
    `Out of sample, ${ahead}, ${forecasts} forecasts${without} (${unit})`,
    ...table(
      ['Model', 'Root mean square', 'Mean absolute'],
      scores.map((score) => [score.title, shown(score.rootMeanSquare), shown(score.meanAbsolute)]),
    ),
    `${finding}.`,
  ];
}

/** An aligned table: words to the left, numbers to the right. */
function table(head: Cells, rows: readonly Cells[]): Cells {
  const widths = head.map((title, column) =>
    rows.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), title.length),
  );
  const isNumber = head.map((_, column) => /^-?[\d.]+$/.test(rows[0]?.[column] ?? ''));
  const lineOf = (cells: Cells) =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return isNumber[column] ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return [lineOf(head), '-'.repeat(lineOf(head).length), ...rows.map(lineOf)];
}
