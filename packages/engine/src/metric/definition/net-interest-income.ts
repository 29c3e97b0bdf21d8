import { NII_HORIZONS, type NiiMode, niiId } from '../income/net-interest-income.js';
import type { MeasureDefinition } from '../measure.js';

const SHEET: Readonly<Record<NiiMode, { what: string; rules: string; limits: string }>> = {
  constant: {
    what: 'a constant balance sheet',
    rules: 'NII-1 to NII-4, NII-7; Basel SRP31 and SRP98',
    limits: 'What is repaid is replaced like for like; no fees, no servicing cost, no tax.',
  },
  runOff: {
    what: 'a balance sheet that runs off',
    rules: 'NII-1, NII-7, NII-8',
    limits: 'No new business: what is repaid earns and costs nothing; no fees, no tax.',
  },
  planned: {
    what: 'the planned balance sheet',
    rules: 'NII-1, NII-7, NII-9',
    limits: 'Growth in equal monthly steps; what the plan does not name stays constant.',
  },
};

function horizon(mode: NiiMode, months: number): readonly MeasureDefinition[] {
  const id = niiId(mode, months);
  const { what, rules, limits } = SHEET[mode];
  return [
    {
      id,
      title: `Net interest income of ${months} months on ${what}`,
      unit: 'USD million',
      sign: 'positive: the bank earns more interest than it pays',
      definition: `Interest of months 1 to ${months} on assets, minus on liabilities, plus hedges`,
      source: rules,
      limits,
    },
    {
      id: `${id}.change`,
      title: `Change of the net interest income of ${months} months on ${what}`,
      unit: 'USD million',
      sign: 'positive: the scenario earns more than the base',
      definition: `${id} of the scenario minus ${id} of scenario 0`,
      source: 'NII-5',
      limits,
    },
  ];
}

function ofMode(mode: NiiMode): readonly MeasureDefinition[] {
  return NII_HORIZONS.flatMap((months) => horizon(mode, months));
}

export const INCOME: readonly MeasureDefinition[] = ofMode('constant');
export const RUN_OFF_INCOME: readonly MeasureDefinition[] = ofMode('runOff');
export const PLANNED_INCOME: readonly MeasureDefinition[] = ofMode('planned');
