import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type HeldFigure, heldCase, repository, slugs } from './figures.test-held.js';

const isoDay = /^\d{4}-\d{2}-\d{2}$/;
const collected = new URL('../shared/data/svb/svb.json', repository);
const absent = existsSync(collected) ? '' : ' (skipped: ../shared/data/svb/svb.json is absent)';

/** What is wrong with a passport, in words; empty when it is whole. */
function defects(figure: HeldFigure): string[] {
  const texts = [figure.label, figure.unit, figure.document, figure.locator];
  return [
    ...(texts.every((text) => typeof text === 'string' && text.trim() !== '') ? [] : ['empty']),
    ...(isoDay.test(figure.asOf) && isoDay.test(figure.knownFrom) ? [] : ['date']),
    ...(figure.url.startsWith('https://') ? [] : ['url']),
    ...(['seen', 'seen-secondary', 'derived'].includes(figure.confidence) ? [] : ['confidence']),
    ...(['input', 'target', 'evidence', 'outcome'].includes(figure.role) ? [] : ['role']),
    ...(typeof figure.value === 'number' || typeof figure.value === 'string' ? [] : ['value']),
    ...(typeof figure.value === 'number' && !Number.isFinite(figure.value) ? ['number'] : []),
    ...(figure.asOf <= figure.knownFrom ? [] : ['known before it happened']),
  ];
}

/** A rate of the case's own days, which differ from case to case: of the data set of par yields. */
function isOfItsDay(id: string): boolean {
  return id.startsWith('market.fiveYear.');
}

/** Why a figure may not carry a decision taken on the date; empty when it may. */
function hindsight(figure: HeldFigure, decisionDate: string): string[] {
  if (figure.role !== 'input' && figure.role !== 'target') return [];
  return [
    ...(figure.knownFrom <= decisionDate ? [] : [`known only from ${figure.knownFrom}`]),
    ...(['seen', 'derived'].includes(figure.confidence) ? [] : [figure.confidence]),
  ];
}

const sound: HeldFigure = {
  label: 'x',
  value: 1,
  unit: 'percent',
  asOf: '2021-12-31',
  knownFrom: '2022-03-01',
  document: 'd',
  locator: 'p.1',
  url: 'https://example.org',
  confidence: 'seen',
  role: 'input',
};

describe('the checks themselves refuse what they must', () => {
  it.each([
    ['no page', { ...sound, locator: ' ' }],
    ['a year instead of a date', { ...sound, asOf: '2021' }],
    ['a figure from memory', { ...sound, confidence: 'recalled' }],
    ['an unknown role', { ...sound, role: 'fact' }],
    ['known before its own date', { ...sound, knownFrom: '2021-06-30' }],
  ])('%s', (_, figure) => {
    expect(defects(sound)).toEqual([]);
    expect(defects(figure)).not.toEqual([]);
  });

  it('an input published after the decision, or known only at second hand', () => {
    expect(hindsight(sound, '2022-03-01')).toEqual([]);
    expect(hindsight(sound, '2022-02-28')).toEqual(['known only from 2022-03-01']);
    expect(hindsight({ ...sound, confidence: 'seen-secondary' }, '2022-03-01')).toHaveLength(1);
    expect(hindsight({ ...sound, role: 'outcome' }, '2022-02-28')).toEqual([]);
  });
});

describe.each(slugs)('%s: figures and their passports', (slug) => {
  const held = heldCase(slug);
  const entries = Object.entries(held.figures);

  it('names itself, its schema and its decision date', () => {
    const decisions = {
      'svb-2020': '2022-03-01',
      'svb-2021': '2022-03-01',
      'svb-2022': '2023-02-24',
    };
    expect([held.schema, held.case]).toEqual(['almfes/figures/1', slug]);
    expect(held.decisionDate).toBe(decisions[slug]);
  });

  it('every figure has a whole passport', () => {
    const broken = entries.filter(([, figure]) => defects(figure).length > 0).map(([id]) => id);
    expect(broken).toEqual([]);
    expect(entries.length).toBeGreaterThan(400);
  });

  it('every input and target was public by the decision and read in its document', () => {
    const late = entries.flatMap(([id, figure]) =>
      hindsight(figure, held.decisionDate).map((reason) => `${id}: ${reason}`),
    );
    expect(late).toEqual([]);
  });

  it('every outcome lies after the decision', () => {
    const early = entries.filter(
      ([, figure]) => figure.role === 'outcome' && figure.knownFrom <= held.decisionDate,
    );
    expect(early.map(([id]) => id)).toEqual([]);
  });
});

describe('the same fact in two cases', () => {
  it('stands in both with the same passport, unless moved to an earlier filing', () => {
    const first = new Map<string, HeldFigure>();
    const differing: string[] = [];
    for (const slug of slugs) {
      for (const [id, figure] of Object.entries(heldCase(slug).figures)) {
        if (isOfItsDay(id)) continue;
        const other = first.get(id) ?? figure;
        first.set(id, other);
        const { role: _, ...passport } = figure;
        const { role: __, ...otherPassport } = other;
        if (JSON.stringify(passport) !== JSON.stringify(otherPassport)) differing.push(id);
      }
    }
    // Printed in both filings: the 2021 case cites the earlier one.
    expect(differing).toEqual([
      'duration.2021.htm',
      'duration.2021.afs',
      'duration.2021.total',
      'duration.2021.afs_hedged',
      'duration.2021.total_hedged',
      'dep.2021.uninsured_us',
      'dep.2021.foreign_not_insured',
    ]);
  });
});

describe('a rate of the day of a case', () => {
  it('is the par yield of that day in the data set that every case is discounted by', () => {
    const folder = new URL('library/data/us-treasury-par/', repository);
    const newest = readdirSync(folder).sort().at(-1);
    const file = new URL(`${newest}/us-treasury-par.csv`, folder);
    const [head, ...rows] = readFileSync(file, 'utf8').trim().split('\n');
    const fiveYears = head?.split(',').indexOf('5Y') ?? -1;
    const yields = new Map(
      rows.map((row) => [row.slice(0, 10), Number(row.split(',')[fiveYears])]),
    );
    const told = slugs.flatMap((slug) =>
      Object.entries(heldCase(slug).figures).filter(([id]) => isOfItsDay(id)),
    );
    expect(told).toHaveLength(4);
    for (const [id, { value, asOf }] of told) expect(value, id).toBe(yields.get(asOf));
  });
});

describe.skipIf(absent !== '')(`against the collected source${absent}`, () => {
  it('every figure outside the Call Reports has the value of svb.json', () => {
    const source: { figures: { id: string; value: unknown }[] } = JSON.parse(
      readFileSync(collected, 'utf8'),
    );
    const values = new Map(source.figures.map(({ id, value }) => [id, value]));
    const wrong = slugs.flatMap((slug) =>
      Object.entries(heldCase(slug).figures)
        .filter(([id]) => !/^crq?\./.test(id) && !isOfItsDay(id))
        .filter(([id, { value }]) => values.get(id) !== value)
        .map(([id]) => `${slug} ${id}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('data files', () => {
  const folder = new URL('library/data/', repository);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.csv'),
  );

  it.each(files)('%s has a passport whose hash is that of the file', (name) => {
    const passport = JSON.parse(
      readFileSync(new URL(name.replace(/\.csv$/, '.passport.json'), folder), 'utf8'),
    );
    const text = readFileSync(new URL(name, folder));
    expect(passport.sha256).toBe(createHash('sha256').update(text).digest('hex'));
    for (const field of ['source', 'document', 'url', 'retrieved', 'licence', 'knownFrom']) {
      expect(passport[field], field).toMatch(/\S/);
    }
  });

  it('failure anchors: outflow over base is the share stated in the method notes', () => {
    const name = files.find((each) => each.endsWith('failure-anchors.csv')) ?? '';
    const rows = readFileSync(new URL(name, folder), 'utf8').trimEnd().split('\n').slice(1);
    const shares = rows.map((row) => {
      const [, bank, , , to, outflow, base, share] = row.split(',');
      expect((100 * Number(outflow)) / Number(base)).toBeCloseTo(Number(share), 0);
      return `${bank} ${to}: ${Math.round(Number(share))}%`;
    });
    // Schwab: 436 to 224 billion; Zions -36%; the runs 21, 23, 33, 25, 86 and 58%; the tail -68%.
    expect(shares).toEqual([
      'Schwab (two banks) 2023-12-31: 49%',
      'Zions 2023-12-31: 36%',
      'Silicon Valley Bank 2022-12-31: 35%',
      'First Republic 2023-03-10: 21%',
      'Signature 2023-03-10: 23%',
      'Signature 2023-03-12: 33%',
      'Silicon Valley Bank 2023-03-09: 25%',
      'Silicon Valley Bank 2023-03-10: 86%',
      'First Republic 2023-03-31: 58%',
      'Silvergate 2022-12-31: 68%',
    ]);
  });

  it('no row of peer behaviour known after a decision is silent about it', () => {
    const rows = files
      .filter((name) => name.startsWith('peer-behaviour/'))
      .flatMap((name) =>
        readFileSync(new URL(name, folder), 'utf8').trimEnd().split('\n').slice(1),
      );
    const decided = [
      ['svb-2021', '2022-03-01'],
      ['svb-2022', '2023-02-24'],
    ] as const;
    for (const row of rows) {
      const [knownFrom = '', cases = ''] = row.split(',').slice(-2);
      for (const [slug, day] of decided) expect(cases.includes(slug), row).toBe(knownFrom > day);
    }
    expect(rows.length).toBeGreaterThan(100);
  });
});
