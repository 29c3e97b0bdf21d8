import {
  type Figure,
  MEASURES,
  type MeasureValue,
  type Outcome,
  STRUCTURAL_MEASURES,
  scenarioName,
} from '@almfes/engine';
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

/** The title of a measure. */
export function measureTitle(id: string): string {
  const all: readonly { readonly id: string; readonly title: string }[] = [
    ...MEASURES,
    ...STRUCTURAL_MEASURES,
  ];
  return all.find((each) => each.id === id)?.title ?? id;
}

/** A page of a Study, with its measures where it has any. */
export interface MeasuredPage {
  readonly slug: string;
  readonly outcome?: Outcome;
  /** Address of a method rule by its name, where the site has its page. */
  readonly ruleAddress?: (rule: string) => string | undefined;
}

/** A measure with what it means, its values, and how anyone makes it again. */
export function measurePassport(id: string, page: MeasuredPage): Passport {
  const { slug, outcome, ruleAddress } = page;
  const definition = MEASURES.find((each) => each.id === id);
  const values = (outcome?.measures ?? []).filter((each) => each.id === id);
  const unit = definition?.unit === 'ratio' ? '%' : (definition?.unit ?? '');
  const told = (value: number): string => formatNumber(unit === '%' ? 100 * value : value, unit);
  const [first] = values;
  const isSingle = values.length === 1 && first !== undefined;
  const all = values.map(
    ({ scenario, value }) => `${shownScenario(scenario)}:\u00a0${told(value)}`,
  );
  return {
    anchor: `measure-${id}`,
    id,
    label: measureTitle(id),
    value: isSingle ? told(first.value) : '',
    unit,
    told: [
      ...(definition === undefined
        ? []
        : [sentence(definition.definition), sentence(definition.sign)]),
      ...(all.length > 1 ? [`Values: ${all.join('; ')}.`] : []),
      'Rule:',
    ].join(' '),
    document: definition?.source ?? '',
    locator: `computed from the Study: almfes explain ${slug} ${id}${scenarioOption(values)}`,
    href: ruleAddress?.(definition?.source.match(/[A-Z]+-\d+/)?.[0] ?? '') ?? '',
  };
}

/** A measure of scenarios is explained in one of them: the base, where there is one. */
function scenarioOption(values: readonly MeasureValue[]): string {
  const ids = values.map(({ scenario }) => scenario).filter((scenario) => scenario !== '');
  const [first] = ids;
  if (first === undefined) return '';
  const others = ids.length === 1 ? '' : ', or another of its scenarios';
  return ` --scenario=${ids.includes('0') ? '0' : first}${others}`;
}

function sentence(text: string): string {
  const isWord = /^[a-z]+[ ,:;]/.test(text);
  const capital = isWord ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : text;
  return capital.endsWith('.') ? capital : `${capital}.`;
}

/** The name of a scenario as the site sets it: a true minus sign, a number with its unit. */
export function shownScenario(scenario: string): string {
  return scenarioName(scenario)
    .replace(/^-/, '\u2212')
    .replace(/(?<=\d) bp/, '\u00a0bp');
}
