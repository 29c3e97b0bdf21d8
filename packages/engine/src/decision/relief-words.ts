import type { Limit } from './problem.js';

type Step = Pick<Limit, 'step' | 'stepWords'>;

/**
 * How far a limit gives way (PLAN-7), `amount` in the unit of its measure, in the words of the
 * limit's step: '950 million' where a step is an amount of money, else '5.8 points of RWA'.
 */
export function reliefWords(amount: number, { step, stepWords }: Step): string {
  const steps = amount / step;
  const count = MONEY.exec(stepWords)?.[1];
  if (count !== undefined) return `${shown(steps * (Number(count) || 1))} million`;
  const [unit = '', ...rest] = stepWords.split(' ');
  const of = rest.join(' ').replace(/\([0-9.]+ million\)$/u, `(${shown(amount)} million)`);
  return `${shown(steps)} ${shown(steps) === '1.0' ? unit : plural(unit)} ${of}`.trim();
}

/** A step of money only: 'one million', '100 million'. */
const MONEY = /^(one|[0-9]+) million$/u;

function plural(unit: string): string {
  if (unit === 'million') return unit;
  return unit.endsWith('s') ? `${unit}es` : `${unit}s`;
}

function shown(value: number): string {
  if (Math.abs(value) < 100) return value.toFixed(1);
  return value.toFixed(0).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}
