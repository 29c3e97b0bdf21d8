import { type Figure, MEASURES } from '@almfes/engine';
import { formatNumber, type Passport } from '@almfes/report';

/** A figure as a reader finds it again. */
export function passportOf(id: string, figure: Figure): Passport {
  const { label, unit, asOf, knownFrom, document, locator, confidence, role, url } = figure;
  return {
    anchor: `figure-${id}`,
    id,
    label,
    value: valueText(figure),
    unit,
    told: `As of ${asOf}, known from ${knownFrom}; ${confidence}, ${role}.`,
    document,
    locator,
    href: url,
  };
}

function valueText({ value, unit }: Figure): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return formatNumber(value, unit);
  return value.map((each) => formatNumber(each, unit)).join(', ');
}

/** A measure with what it means and how anyone makes it again. */
export function measurePassport(id: string, slug: string): Passport {
  const definition = MEASURES.find((each) => each.id === id);
  return {
    anchor: `measure-${id}`,
    id,
    label: definition?.title ?? id,
    value: '',
    unit: definition?.unit ?? '',
    told: definition === undefined ? '' : `${definition.definition} ${definition.sign}.`,
    document: definition?.source ?? '',
    locator: `computed from the Study: almfes explain ${slug} ${id}`,
    href: '',
  };
}
