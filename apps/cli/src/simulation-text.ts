import type { Parameter, PositionOptionCost, Simulation, SimulationSpec } from '@almfes/engine';
import { printable } from '@almfes/report';
import { grouped } from './valuation-text.js';
import { wrapped } from './wrapped.js';

const COLUMNS = [
  { id: 'eve', of: 'eve.value', title: 'EVE' },
  { id: 'nii.12m', of: 'nii.12m', title: 'NII 12 months' },
  { id: 'nii.24m', of: 'nii.24m', title: 'NII 24 months' },
] as const;

const LINES = [
  ['mean over paths', 'paths.mean'],
  ['  its standard error', 'paths.standardError'],
  ['percentile 1', 'paths.p1'],
  ['percentile 5', 'paths.p5'],
  ['median', 'paths.p50'],
  ['percentile 95', 'paths.p95'],
  ['percentile 99', 'paths.p99'],
  ['at risk: base less percentile 1', 'atRisk'],
] as const;

const DEAREST = 10;

/** What the bank is and how its simulation is told. */
export interface SimulatedCase {
  readonly title: string;
  readonly simulation: Simulation;
}

/** Percentiles, earnings-at-risk, EVE-at-risk, option cost, and what was assumed. */
export function simulationTable({ title, simulation }: SimulatedCase, width: number): string {
  const { measures, base, spec } = simulation;
  const measured = (id: string): number =>
    [...base, ...measures].find((each) => each.id === id)?.value ?? Number.NaN;
  const numbers = [
    ['USD million', ...COLUMNS.map((column) => column.title)],
    ['base, forwards come true', ...COLUMNS.map(({ of }) => grouped(measured(of), 2))],
    ...LINES.map(([label, name]) => [
      label,
      ...COLUMNS.map(({ id }) => grouped(measured(`${id}.${name}`), 2)),
    ]),
  ];
  const cost = grouped(measured('eve.optionCost'), 2);
  const error = grouped(measured('eve.optionCost.standardError'), 2);
  return printable(
    [
      title,
      drawnText(spec),
      '',
      ...aligned(numbers),
      '',
      wrapped(
        `Options cost ${cost} of base EVE (standard error ${error}): USD million, ` +
          'a gain is negative',
        '',
        width,
      ),
      '',
      ...aligned([
        ['Position', 'Book', 'Option cost', 'Standard error'],
        ...dearest(simulation.positions).map((each) => [
          each.id,
          each.group,
          grouped(each.optionCostUsdMillion, 2),
          grouped(each.standardErrorUsdMillion, 2),
        ]),
      ]),
      '',
      'Assumed inputs',
      ...parametersOf(spec).map(([name, parameter]) =>
        wrapped(`${name} ${parameterText(parameter)}`, '  ', width),
      ),
      wrapped(
        'Risk-neutral drift: a distribution around the forward curve, not a forecast.',
        '  ',
        width,
      ),
      '',
    ].join('\n'),
  );
}

function drawnText({ sampling }: SimulationSpec): string {
  const { paths, seed, method, antithetic } = sampling;
  const mirrored = antithetic ? 'in mirrored pairs' : 'not mirrored';
  return `${paths} paths of rates, ${method}, ${mirrored}, seed ${seed}`;
}

function dearest(positions: readonly PositionOptionCost[]): readonly PositionOptionCost[] {
  const size = (each: PositionOptionCost): number => Math.abs(each.optionCostUsdMillion);
  return positions.toSorted((a, b) => size(b) - size(a)).slice(0, DEAREST);
}

function parametersOf({ model }: SimulationSpec): (readonly [string, Parameter])[] {
  if (model.kind === 'one-factor') {
    return [
      ['reversion', model.factor.reversion],
      ['volatility', model.factor.volatility],
    ];
  }
  return [
    ['first reversion', model.first.reversion],
    ['first volatility', model.first.volatility],
    ['second reversion', model.second.reversion],
    ['second volatility', model.second.volatility],
    ['correlation', model.correlation],
  ];
}

function parameterText({ value, unit, note }: Parameter): string {
  return `${value}${unit === '' ? '' : ` ${unit}`} (${note})`;
}

/** Words to the left, numbers to the right, a line under the head. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  const isNumber = (column: number): boolean =>
    rows.slice(1).every((cells) => /^-?[\d,.]+$/.test(cells[column] ?? ''));
  const lines = rows.map((cells) =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return isNumber(column) ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
  const [head = '', ...body] = lines;
  return [head, '-'.repeat(Math.max(...lines.map((line) => line.length))), ...body];
}
