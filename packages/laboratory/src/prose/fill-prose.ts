import { fail, type Issue, issue, ok, type Result, read } from '@almfes/engine';
import type { PlacedReference, Prose, ProseSection } from './prose.js';
import type { PageTarget, RatioTarget, ValueTarget } from './reference.js';
import { formattedValue, type UnitValue } from './value-format.js';

/** A page of the laboratory as a link. */
export interface PageLink {
  readonly title: string;
  readonly address: string;
}

/**
 * Where values and pages come from. A reason in words says why there is none; a figure that is
 * text stays text.
 */
export interface ProseLookup {
  readonly valueOf: (target: ValueTarget) => Result<UnitValue | string>;
  readonly pageOf: (target: PageTarget) => Result<PageLink>;
  /** Address of the passport of a number; `#KIND-ID` of the same page where it is not told. */
  readonly passportOf?: (target: ValueTarget | RatioTarget) => string;
}

/** The whole of the prose, or one section of it, as Markdown with its values (rule PROSE-4). */
export function fillProse(
  prose: Prose,
  lookup: ProseLookup,
  part: Pick<ProseSection, 'start' | 'end'> = { start: 0, end: prose.markdown.length },
): Result<string> {
  const issues: Issue[] = [];
  const pieces: string[] = [];
  let from = part.start;
  for (const reference of prose.references) {
    if (reference.start < part.start || reference.end > part.end) continue;
    const at = `${prose.file} line ${reference.line}`;
    const filled = filledReference(reference, lookup, at);
    if (filled.ok) pieces.push(prose.markdown.slice(from, reference.start), filled.value);
    else issues.push(...filled.issues.map((each) => placed(each, at)));
    from = reference.end;
  }
  pieces.push(prose.markdown.slice(from, part.end));
  return read.resultOf(pieces.join(''), issues);
}

/** The place of an issue is the line of prose that needs the value. */
function placed(found: Issue, at: string): Issue {
  return issue(found.code, at, found.expected, found.got);
}

function filledReference(
  { target, format }: PlacedReference,
  lookup: ProseLookup,
  at: string,
): Result<string> {
  if (isPage(target)) {
    const page = lookup.pageOf(target);
    return page.ok ? ok(link(page.value.title, page.value.address)) : page;
  }
  const value = target.kind === 'ratio' ? ratioOf(target, lookup, at) : lookup.valueOf(target);
  if (!value.ok) return value;
  const anchor = (lookup.passportOf ?? anchorOf)(target);
  if (typeof value.value === 'string') return ok(link(value.value, anchor));
  const text = formattedValue(value.value, format, at);
  return text.ok ? ok(link(text.value, anchor)) : text;
}

function isPage(target: ValueTarget | RatioTarget | PageTarget): target is PageTarget {
  return target.kind === 'case' || target.kind === 'entry' || target.kind === 'article';
}

/** `#figure-ID`, `#measure-ID` or `#ratio-…`: the passport of the number on the same page. */
export function anchorOf(target: Pick<ValueTarget, 'kind' | 'id'> | RatioTarget): string {
  if (target.kind !== 'ratio') return `#${target.kind}-${target.id}`;
  return `#ratio-${withScenario(target.over)}--${withScenario(target.under)}`;
}

function withScenario(target: ValueTarget): string {
  const scenario = target.kind === 'measure' ? `-${target.scenario}` : '';
  return `${target.kind}-${target.id}${scenario}`;
}

function ratioOf({ over, under }: RatioTarget, lookup: ProseLookup, at: string): Result<UnitValue> {
  const one = numberOf(over, lookup, at);
  const other = numberOf(under, lookup, at);
  if (!one.ok) return one;
  if (!other.ok) return other;
  if (one.value.unit !== other.value.unit) {
    const got = `${one.value.unit} and ${other.value.unit}`;
    return fail(issue('reference-unit', at, 'two numbers in one unit', got));
  }
  if (other.value.value === 0) return fail(issue('division', at, 'not zero', '0'));
  return ok({ value: one.value.value / other.value.value, unit: 'ratio' });
}

function numberOf(target: ValueTarget, lookup: ProseLookup, at: string): Result<UnitValue> {
  const found = lookup.valueOf(target);
  if (!found.ok) return found;
  if (typeof found.value !== 'string') return ok(found.value);
  return fail(issue('figure-value', at, 'a figure with a number', target.id));
}

/** A link in Markdown; what has a meaning there is escaped, an entity's `&` as well. */
function link(text: string, address: string): string {
  const words = text.replace(/[\\`*_[\]<>|~&]/g, '\\$&');
  const target = address.replace(/[<>\s\\]/g, '').replaceAll('&', '&amp;');
  return `[${words}](<${target}>)`;
}
