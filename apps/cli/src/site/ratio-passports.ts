import {
  anchorOf,
  formattedValue,
  type PlacedReference,
  type Prose,
  type ProseLookup,
  type RatioTarget,
  type UnitValue,
  type ValueTarget,
} from '@almfes/laboratory';
import { formatNumber, type PageSection, type Passport } from '@almfes/report';
import { passportSections } from './cited-passports.js';

/** Where the two numbers of a ratio come from. */
export interface RatioLookup extends Pick<ProseLookup, 'valueOf'> {
  readonly labelOf: (target: ValueTarget) => string;
  /** Address in the site of the passport of each. */
  readonly addressOf: (target: ValueTarget) => string;
  /** Address of a method rule, where the site has its page. */
  readonly ruleAddress?: (rule: string) => string | undefined;
}

/** A ratio that words tell, in each of the forms in which they do. */
interface Told {
  readonly target: RatioTarget;
  readonly formats: readonly PlacedReference['format'][];
}

/** The ratios of two numbers that the words of a page tell, each with its passport (SITE-8). */
export function ratioSections(prose: Prose | undefined, lookup: RatioLookup): PageSection[] {
  const told = new Map<string, Told>();
  for (const { target, format } of prose?.references ?? []) {
    if (target.kind !== 'ratio') continue;
    const known = told.get(anchorOf(target))?.formats ?? [];
    told.set(anchorOf(target), { target, formats: [...known, format] });
  }
  const passports = [...told.values()].map((each) => ratioPassport(each, lookup));
  return passportSections([['ratios', 'Ratios of two numbers, told in words', passports]]);
}

function ratioPassport({ target, formats }: Told, lookup: RatioLookup): Passport {
  const { over, under } = target;
  const parts = [over, under].map((each, at) => ({
    words: at === 0 ? '' : 'over',
    text: textOf(each, lookup),
    href: lookup.addressOf(each),
  }));
  const value = numberOf(over, lookup).value / numberOf(under, lookup).value;
  const texts = formats.map((format) => formattedValue({ value, unit: 'ratio' }, format, ''));
  const shown = texts.flatMap((text) => (text.ok ? [text.value] : []));
  return {
    anchor: anchorOf(target).slice(1),
    id: `ratio ${over.id} / ${under.id}`,
    label: `${lookup.labelOf(over)}, over ${lookup.labelOf(under)}`,
    value: [...new Set(shown)].join(', '),
    unit: '',
    told: '',
    parts,
    document: 'PROSE-2',
    locator: '',
    href: lookup.ruleAddress?.('PROSE-2') ?? '',
  };
}

/** @throws where words tell a ratio of what is no number: no page is made of such words. */
function numberOf(target: ValueTarget, lookup: RatioLookup): UnitValue {
  const found = lookup.valueOf(target);
  if (found.ok && typeof found.value !== 'string') return found.value;
  throw new Error(`no number: ${target.kind} ${target.id}`);
}

function textOf(target: ValueTarget, lookup: RatioLookup): string {
  const number = numberOf(target, lookup);
  const text = formattedValue(number, null, '');
  return text.ok ? text.value : `${formatNumber(number.value, number.unit)} ${number.unit}`;
}
