import { type Issue, issue } from '@almfes/engine';
import type { DisclosedFact, Disclosure, IdentityCheck } from './disclosure.js';
import { holds } from './identities.js';

const FACT_CODES = ['identity', 'known-before-as-of', 'known-after-decision', 'confidence'];

/** Whether the form can be read and the issue is that a fact in it does not hold. */
export function isFactIssue({ code }: Issue): boolean {
  return FACT_CODES.includes(code);
}

/** An id, and a place in the form, stand once (rule DISC-6). */
export function repetitionIssues(facts: readonly DisclosedFact[]): readonly Issue[] {
  const ids = new Map<string, string>();
  const places = new Map<string, string>();
  return facts.flatMap((fact) => {
    const { id, path, item } = fact;
    const earlier = ids.get(id);
    ids.set(id, earlier ?? path);
    const place = placeOf(fact);
    const same = item === 'memorandum' ? undefined : places.get(place);
    places.set(place, same ?? path);
    return [
      ...(earlier === undefined
        ? []
        : [issue('duplicate-id', `${path}/id`, `an id that ${earlier} does not have`, id)]),
      ...(same === undefined
        ? []
        : [issue('duplicate-fact', path, `another part or day than ${same}`, `${id} again`)]),
    ];
  });
}

function placeOf({ section, item, of, bucket, shockBp, figure }: DisclosedFact): string {
  const { asOf, unit } = figure;
  return JSON.stringify([section, item, of, bucket, shockBp, asOf, unit]);
}

/** What the readers of the form need most: three totals on the day of valuation (rule DISC-7). */
export function missingTotals(form: Omit<Disclosure, 'identities'>): readonly Issue[] {
  return ['assets', 'liabilities', 'equity'].flatMap((item) => {
    const found = form.facts.filter(
      (fact) =>
        fact.section === 'balanceSheet' &&
        fact.item === item &&
        fact.figure.asOf === form.valuationDate,
    );
    const total = found.some(({ of }) => of === undefined);
    const line = found.some(({ of }) => of !== undefined);
    const at = `as of ${form.valuationDate}`;
    return [
      ...(total ? [] : [missing(`total ${item} ${at}: item ${item} without of`)]),
      ...(line ? [] : [missing(`the lines of ${item} ${at}: item ${item} with of`)]),
    ];
  });
}

function missing(expected: string): Issue {
  return issue('missing', '/balanceSheet', expected, 'nothing');
}

/** No fact before its time, no hindsight, nothing from memory (rules DISC-8 and DISC-9). */
export function timeIssues({ facts, decisionDate }: Omit<Disclosure, 'identities'>): Issue[] {
  return facts.flatMap(({ id, path, figure }) => {
    const { asOf, knownFrom, role, confidence } = figure;
    const carries = role === 'input' || role === 'target';
    const early = asOf > knownFrom;
    const late = carries && knownFrom > decisionDate;
    const recalled = carries && confidence === 'recalled';
    const readIn = `a figure read in its document, or role evidence`;
    return [
      ...(early
        ? [issue('known-before-as-of', `${path}/asOf`, `a day up to ${knownFrom}`, asOf)]
        : []),
      ...(late
        ? [
            issue(
              'known-after-decision',
              `${path}/document`,
              `a document public by ${decisionDate}, or role evidence`,
              `${id}, known from ${knownFrom}`,
            ),
          ]
        : []),
      ...(recalled ? [issue('confidence', `${path}/confidence`, readIn, confidence)] : []),
    ];
  });
}

/** The identities that do not hold, each at the printed number (rule DISC-10). */
export function identityIssues(identities: readonly IdentityCheck[]): Issue[] {
  return identities
    .filter((check) => !holds(check))
    .map(({ name, total, parts, expected, difference }) => {
      const ids = parts.map(({ id }) => id).join(', ');
      const got = `${total.figure.value} (${total.id}), ${rounded(difference)} too much`;
      return issue(
        'identity',
        `${total.path}/value`,
        `${name}: ${rounded(expected)} = ${ids}`,
        got,
      );
    });
}

function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
