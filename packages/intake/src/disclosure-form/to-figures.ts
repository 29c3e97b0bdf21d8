import type { Figure } from '@almfes/engine';
import type { Disclosure, MoneyUnit } from './disclosure.js';

/** The figures.json of a case folder (rule FORM-1). */
export interface FiguresFile {
  readonly schema: 'almfes/figures/1';
  readonly case: string;
  readonly decisionDate: string;
  readonly note: string;
  readonly figures: Readonly<Record<string, Figure>>;
}

const MILLIONS: Readonly<Record<MoneyUnit, number>> = {
  'USD thousand': 0.001,
  'USD million': 1,
  'USD billion': 1000,
};

/** What a case holds of a disclosure: every fact as a figure, money in USD million (DISC-12). */
export function toFigures(disclosure: Disclosure): FiguresFile {
  const { decisionDate, note, facts, unit } = disclosure;
  const figures = facts.map(({ id, figure }): [string, Figure] => [
    id,
    figure.unit === unit
      ? { ...figure, unit: 'USD million', value: inMillions(figure.value, unit) }
      : figure,
  ]);
  return {
    schema: 'almfes/figures/1',
    case: disclosure.case,
    decisionDate,
    note,
    figures: Object.fromEntries(figures),
  };
}

/** Decimal places move; the digits that were printed stay. */
function inMillions(value: number, unit: MoneyUnit): number {
  const factor = MILLIONS[unit];
  return factor === 1 ? value : Number((value * factor).toPrecision(15));
}
