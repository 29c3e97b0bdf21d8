import type { Figure } from '@almfes/engine';
import { formatNumber, type Passport } from '@almfes/report';

/** A figure as a reader finds it again. */
export function passportOf(id: string, figure: Figure): Passport {
  const { label, unit, asOf, knownFrom, document, locator, confidence, role, url } = figure;
  const value = valueText(figure);
  return { id, label, value, unit, asOf, knownFrom, document, locator, confidence, role, url };
}

function valueText({ value, unit }: Figure): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return formatNumber(value, unit);
  return value.map((each) => formatNumber(each, unit)).join(', ');
}
