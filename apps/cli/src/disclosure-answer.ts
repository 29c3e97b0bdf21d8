import type { Answer, Cell, Table } from '@almfes/engine';
import { type DisclosedFact, type Disclosure, type IdentityCheck, SECTIONS } from '@almfes/intake';

const EXACT = 1e-9;

/** A disclosure that is right, told: its totals and the identities that were checked (DISC-14). */
export function disclosureAnswer(disclosure: Disclosure): Answer {
  const { institution, valuationDate, decisionDate, facts, identities, documents } = disclosure;
  const rounded = identities.filter((each) => !isExact(each)).length;
  const count = Object.keys(documents).length;
  return {
    title: `${institution}: what was published by ${decisionDate}`,
    findings: [
      `${facts.length} facts of ${count} documents stand in time, none in hindsight.`,
      `${identities.length} identities hold, ${rounded} of them within the rounding of print.`,
    ],
    tables: [totalsTable(disclosure), identityTable(identities)],
    pictures: [],
    sources: [
      ...Object.values(documents).map(({ title, knownFrom }) => `${title}; public ${knownFrom}.`),
      `Totals stand as of ${valuationDate}. docs/method/disclosure.md.`,
    ],
  };
}

/** Exact to floating point, as a total of whole numbers is. */
function isExact({ difference, expected }: IdentityCheck): boolean {
  return Math.abs(difference) <= EXACT * Math.max(1, Math.abs(expected));
}

/** Facts of the valuation date that tell a whole item. */
function totalsTable({ facts, valuationDate }: Disclosure): Table {
  const totals = facts.filter(
    ({ of, bucket, item, figure }) =>
      ![of, bucket].some((part) => part !== undefined) &&
      item !== 'memorandum' &&
      figure.asOf === valuationDate,
  );
  return {
    id: 'totals',
    title: `Totals as of ${valuationDate}`,
    columns: [
      { id: 'section', title: 'section', unit: '' },
      { id: 'item', title: 'item', unit: '' },
      { id: 'value', title: 'printed', unit: '' },
      { id: 'unit', title: 'unit', unit: '' },
    ],
    rows: totals.map((fact): Cell[] => [
      SECTIONS[fact.section].title,
      itemName(fact),
      String(fact.figure.value),
      fact.figure.unit,
    ]),
    notes: [],
  };
}

function itemName({ item, shockBp }: DisclosedFact): string {
  return shockBp === undefined ? item : `${item}, ${shockBp} bp`;
}

/** Identities of one kind in a row, with the widest difference. */
function identityTable(identities: readonly IdentityCheck[]): Table {
  const kinds = new Map<string, IdentityCheck[]>();
  for (const each of identities) kinds.set(each.name, [...(kinds.get(each.name) ?? []), each]);
  return {
    id: 'identities',
    title: 'Identities that hold',
    columns: [
      { id: 'identity', title: 'identity', unit: '' },
      { id: 'count', title: 'checked', unit: '' },
      { id: 'widest', title: 'widest difference', unit: '' },
    ],
    rows: [...kinds].map(([name, checks]): Cell[] => [name, checks.length, widest(checks)]),
    notes: ['Differences are within half the last printed digit of each number.'],
  };
}

function widest(checks: readonly IdentityCheck[]): string {
  const most = Math.max(...checks.map((each) => (isExact(each) ? 0 : Math.abs(each.difference))));
  return most === 0 ? 'none' : String(Number(most.toPrecision(2)));
}
