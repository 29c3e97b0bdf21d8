import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseStudy, studyToJson } from '@almfes/engine';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Effects } from './effect/effects.js';
import { recordingEffects } from './example-effects.test-fixture.js';
import { runProgram } from './program.js';
import { readStudy } from './study-source.js';

const LIBRARY = fileURLToPath(new URL('../../../library/', import.meta.url));

async function run(words: string, replaced: Partial<Effects> = {}) {
  const { effects, out, err } = await recordingEffects({ libraryFolder: LIBRARY, ...replaced });
  const code = await runProgram(words.split(' '), effects);
  return { code, out: out(), err: err() };
}

interface TreeLine {
  readonly depth: number;
  readonly words: string;
  readonly value: number;
}

/** The printed tree read back: how deep each line stands, its words, and its number. */
function treeLines(out: string): TreeLine[] {
  const [, , tree = ''] = out.split('\n\n');
  return tree.split('\n').flatMap((line) => {
    const [, stem = '', words = '', number] =
      /^((?:[\u2502 ] {2})*(?:[\u251c\u2514]\u2500 )?)(.*?) {2,}([\u2212\d.,]+)$/.exec(line) ?? [];
    if (number === undefined) return [];
    const value = Number(number.replace('\u2212', '-').replaceAll(',', ''));
    return [{ depth: stem.length / 3, words, value }];
  });
}

/** Each line's children, and whether they add up to it in the digits that are printed. */
function sumsOf(lines: readonly TreeLine[]): { readonly line: TreeLine; readonly off: number }[] {
  return lines.flatMap((line, at) => {
    const after = lines.slice(at + 1);
    const end = after.findIndex(({ depth }) => depth <= line.depth);
    const beneath = (end < 0 ? after : after.slice(0, end)).filter(
      ({ depth }) => depth === line.depth + 1,
    );
    if (beneath.length === 0) return [];
    const sum = beneath.reduce(
      (all, { words, value }) => all + (words.startsWith('\u2212 ') ? -value : value),
      0,
    );
    return [{ line, off: Math.abs(line.value - sum) / (0.06 * (beneath.length + 1)) }];
  });
}

describe('almfes explain on the real library', () => {
  let change: Awaited<ReturnType<typeof run>>;

  beforeAll(async () => {
    change = await run('explain svb-2022 eve.change --scenario=+200');
  });

  it('EXPL-2: the printed tree adds up, book by book, in the digits that are printed', () => {
    expect({ code: change.code, err: change.err }).toEqual({ code: 0, err: '' });
    const sums = sumsOf(treeLines(change.out));
    expect(sums.length).toBeGreaterThanOrEqual(7);
    for (const { line, off } of sums) expect(off, line.words).toBeLessThanOrEqual(1);
  });

  it('KEY-3: a family asked for by name shows its split by tenor, which adds up', async () => {
    const { out } = await run('measures svb-2022 --family keyRate');
    const number = (text: string | undefined) => Number((text ?? '').replace('\u2212', '-'));
    const total = number(/keyRate\.eve +USD million per bp +(\S+)/.exec(out)?.[1]);
    const parts = [...out.matchAll(/^\d+m +(\S+) +\S+$/gm)].map((line) => number(line[1]));
    expect(parts).toHaveLength(12);
    const sum = parts.reduce((all, part) => all + part, 0);
    expect(Math.abs(sum - total)).toBeLessThan(0.0065); // twelve roundings of half a thousandth
  });

  it('EXPL-2: the root is the measure that the case prints, and the table too', async () => {
    // almfes case svb-2022, step 1: EVE at +200 bp changes by -8,088 million.
    const [root] = treeLines(change.out);
    expect(Math.round(root?.value ?? 0)).toBe(-8088);
    const { out } = await run('measures svb-2022 --family eve --scenario=+200');
    expect(out).toMatch(/^eve\.change +USD million +\u22128,088\.3$/m);
  });

  it('EXPL-6: the widest book and the widest position stand first, the rest is counted', () => {
    const lines = treeLines(change.out);
    const books = lines.filter(({ depth }) => depth === 1);
    const sizes = books.map(({ value }) => Math.abs(value));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(change.out).toMatch(/ held to maturity .*\n.* htm-mbs-30y \[/);
    expect(change.out).toMatch(/\u2514\u2500 and \d+ more positions +\u2212[\d,.]+\n/);
  });

  it('EXPL-4: sources stand beneath the tree with page, known-from and confidence', () => {
    expect(change.out).toContain('RESTS ON\n[1] ');
    expect(change.out.replaceAll(/\s+/g, ' ')).toContain(
      'HTM Agency MBS: amortised_cost: 57,705.0 USD million, as of 2022-12-31, ' +
        'known from 2023-02-24, seen',
    );
    expect(change.out).toContain('prepayment model htm-pools');
    expect(change.out).toContain('par yield curve of 2022-12-30');
  });

  it('EXPL-4: an assumption is named once and has its unit behind the number', async () => {
    const file = new URL('../../../docs/example/study/every-part.json', import.meta.url);
    const { out } = await run(`explain ${fileURLToPath(file)} contingency.cash --scenario=+200`);
    expect(out).toContain('lines, 0, limit: 60.0 USD million, assumed: an example');
    expect(out).toContain('lines, 1, hours to cash: 24 hours, assumed: an example');
  });

  it('INSTRUMENT-13: an option is a position too, and rests on its volatility', async () => {
    const file = new URL('../../../docs/example/study/every-part.json', import.meta.url);
    const words = 'hedge.value --scenario=+200 --position payer';
    const { code, out } = await run(`explain ${fileURLToPath(file)} ${words}`);
    expect(code).toBe(0);
    expect(out).toContain('value of what is paid in the month');
    expect(out).toContain('options, 1, normal volatility: 0.008, assumed: an example');
  });

  it('EXPL-6: a position goes down to its months, which add up to its value', async () => {
    const words = 'explain svb-2022 eve.change --scenario=+200 --position deposit-nib --months 3';
    const { code, out } = await run(words);
    expect(code).toBe(0);
    const nib = sumsOf(treeLines(out)).find(({ line }) => line.words.startsWith('deposit-nib'));
    expect(nib?.off).toBeLessThanOrEqual(1);
    const tables = out.split('\n\n').filter((block) => block.startsWith('deposit-nib, cash flows'));
    expect(tables).toHaveLength(2);
    for (const table of tables) {
      const adds = table.split('\n').flatMap((line) => {
        const [, number] = /^ *\d+(?:\u2013\d+)? .* ([\d,.]+)$/.exec(line) ?? [];
        return number === undefined ? [] : [Number(number.replaceAll(',', ''))];
      });
      expect(adds).toHaveLength(4);
      const shown = table.includes('base') ? 'base' : '+200';
      const months = treeLines(out).find(({ words: each }) =>
        each.includes(`${shown}: 360 months`),
      );
      expect(adds.reduce((sum, each) => sum + each, 0)).toBeCloseTo(months?.value ?? 0, 0);
    }
  });

  it.each([60, 80, 120])('EXPL-6: no line of the screen is wider than %i', async (width) => {
    for (const words of [
      'explain svb-2022 eve.change --scenario=+200',
      'explain svb-2022 nii.12m --scenario=-100 --depth 4',
      'explain svb-2022 liquidity.coverage --scenario=0 --depth 4',
    ]) {
      const { out } = await run(words, { width });
      const longest = Math.max(...out.split('\n').map((line) => line.length));
      expect(longest, words).toBeLessThanOrEqual(width);
    }
  });

  it('EXPL-7: --json has all digits and no escape sequence stands in any output', async () => {
    const { code, out } = await run(
      'explain svb-2022 eve.change --scenario=+200 --json --depth 4 --most 1 --months 2',
    );
    expect(code).toBe(0);
    const json = JSON.parse(out);
    expect(json.schema).toBe('almfes/explanation/1');
    const sum = json.root.children.reduce(
      (all: number, { value }: { value: number }) => all + value,
      0,
    );
    expect(Math.abs(sum - json.root.value)).toBeLessThan(1e-8);
    expect(json.sources.length).toBeGreaterThan(10);
    expect(`${out}${change.out}`).not.toContain('\u001b');
  });

  it('EXPL-1: a Study in a file of its own has the same values, without pages', async () => {
    const { effects, out } = await recordingEffects({ libraryFolder: LIBRARY });
    const source = await readStudy('svb-2022', {}, effects);
    if (source === null) throw new Error('no such Study');
    const json = studyToJson(source.study);
    expect(parseStudy(json).ok).toBe(true);
    await writeFile(join(effects.workingFolder, 'study.json'), JSON.stringify(json));
    const words = ['explain', 'study.json', 'eve.change', '--scenario=+200'];
    expect(await runProgram(words, effects)).toBe(0);
    expect(treeLines(out()).map(({ value }) => value)).toEqual(
      treeLines(change.out).map(({ value }) => value),
    );
    expect(out()).not.toContain('HTM Agency MBS: amortised_cost');
  });

  const bad: readonly [string, string, number, RegExp][] = [
    [
      'a slip in the measure',
      'eve.chnge --scenario=+200',
      2,
      /no measure 'eve\.chnge'; did you mean eve\.change/,
    ],
    ['no such measure', 'happiness', 2, /no measure 'happiness'; almfes measures --list/],
    [
      'no such scenario',
      'eve.change --scenario=+250',
      2,
      /no scenario '\+250'; there are 0, -200,/,
    ],
    ['no scenario said', 'eve.change', 2, /say --scenario=ID, one of 0, -200/],
    [
      'a scenario too much',
      'dv01.htm --scenario=+200',
      2,
      /dv01\.htm stands at the valuation date/,
    ],
    [
      'a slip in the position',
      'eve.value --scenario=0 --position htm-mbs-30',
      2,
      /did you mean htm-mbs-30y/,
    ],
    ['a depth that is none', 'eve.value --scenario=0 --depth x', 2, /A whole number from 0 on/],
    ['a refused measure', 'liquidity.lcr', 1, /liquidity\.lcr has no value here: \/liquidityRule/],
  ];
  it.each(bad)('EXPL-5: %s ends with its own words', async (_name, words, code, line) => {
    const found = await run(`explain svb-2022 ${words}`);
    expect({ code: found.code, out: found.out }).toEqual({ code, out: '' });
    expect(found.err).toMatch(/^almfes: /);
    expect(found.err).toMatch(line);
  });

  it('EXPL-7: with --json the reason of a refusal is JSON as well', async () => {
    const { code, out } = await run('explain svb-2022 liquidity.lcr --json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      issues: [{ code: 'measure.no-input', path: '/liquidityRule' }],
    });
  });

  it.each(['explain none.json eve.change --json', 'measures none.json --json'])(
    'EXPL-7: %s: a Study that cannot be read is told as JSON as well',
    async (words) => {
      const { code, out, err } = await run(words);
      expect([code, JSON.parse(out).issues[0].code]).toEqual([2, 'FILE_UNREADABLE']);
      expect(err).toContain('none.json holds no Study that can be read');
    },
  );

  it.each([
    ['explain library eve.change', /did you mean \.\/library\?/],
    ['explain svb-2222 eve.change', /there is no case 'svb-2222'/],
    ['explain ./nowhere eve.change', /is not a case folder/],
    ['explain nothing.json eve.change', /nothing\.json holds no Study that can be read/],
    ['measures svb-2222', /there is no case 'svb-2222'/],
    ['measures', /which Study/],
    ['measures svb-2022 --family evil', /no family 'evil'; there are eve, .*nii, /],
    ['measures svb-2022 --scenario=+250', /no scenario '\+250'/],
  ])('EXPL-5: almfes %s leads nowhere', async (words, line) => {
    const { code, out, err } = await run(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(line);
  });
});

describe('almfes measures', () => {
  it('EXPL-5: all values by family and scenario, and what has none with its reason', async () => {
    const { code, out } = await run('measures svb-2022', { width: 80 });
    expect(code).toBe(0);
    expect(out).toMatch(/^EVE +0 +\u2212?-?200/m);
    expect(out).toContain('WITHOUT A VALUE');
    expect(out).toContain('/liquidityRule: expected this part of the Study, got nothing\n');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('EXPL-5: a family of which none has a value ends with 1', async () => {
    const { code, out } = await run('measures svb-2022 --family collateral');
    expect(code).toBe(1);
    expect(out).toContain('collateral.capacity');
  });

  it('EXPL-5: --list names unit, title, sign and rule, without a Study', async () => {
    const { code, out } = await run('measures --list');
    expect(code).toBe(0);
    const [, below = ''] = /^eve\.change +USD million\n(.*)$/m.exec(out) ?? [];
    expect(below).toMatch(
      /^ {4}Change of the economic value of equity\. Positive: the scenario gains value/,
    );
  });

  it('EXPL-5: --json has every digit', async () => {
    const { out } = await run('measures svb-2022 --family eve --scenario=+200 --json');
    const { measures } = JSON.parse(out);
    expect(measures[0]).toMatchObject({ id: 'eve.value', scenario: '+200', unit: 'USD million' });
  });
});

describe('help', () => {
  it.each([
    ['explain --help', 'almfes explain svb-2022 eve.change --scenario=+200'],
    ['measures --help', 'almfes measures --list'],
  ])('almfes %s shows examples and ends with 0', async (words, example) => {
    const { code, out } = await run(words);
    expect(code).toBe(0);
    expect(out).toContain('Examples:');
    expect(out).toContain(example);
  });
});
