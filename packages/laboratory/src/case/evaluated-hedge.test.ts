import { ok } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { checkCaseFolder } from '../case-check/index.js';
import { caseText, hedgeFiles } from './case-files.test-fixture.js';
import { caseValues } from './case-values.js';
import { parseCaseFolder } from './parse-case-folder.js';

const SLUG = 'natwest-structural-hedge';
const NAMES = ['case.md', 'figures.json', 'structural-hedge.json', 'expected.json'];
type Texts = Record<string, string>;

function textsOf(slug: string): Texts {
  return Object.fromEntries(NAMES.map((name) => [name, caseText(slug, name)]));
}

/** What the check finds after the texts of the folder were changed. */
function found(change: (texts: Texts) => void, slug = SLUG): string[] {
  const texts = textsOf(slug);
  change(texts);
  const { giltCurves } = hedgeFiles(slug);
  const pageOf = ({ id }: { readonly id: string }) => ok({ title: id, address: `#${id}` });
  const check = checkCaseFolder({ slug, texts, curves: '', giltCurves, sisters: [], pageOf });
  return check.issues.map(({ code, path }) => `${code} ${path}`);
}

const edited =
  (name: string, from: string, to: string) =>
  (texts: Texts): void => {
    const text = texts[name] ?? '';
    if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
    texts[name] = text.replace(from, to);
  };

function folderOf(front = caseText(SLUG, 'case.md')) {
  const figures = JSON.parse(caseText(SLUG, 'figures.json'));
  const known = { slug: SLUG, front, figures, curves: '', sisters: [] };
  return parseCaseFolder({ ...known, ...hedgeFiles(SLUG) });
}

describe('a disclosure study with an evaluated hedge', () => {
  it.each([SLUG, 'barclays-structural-hedge'])('STRUCT-14: %s holds what it expects', (slug) => {
    expect(found(() => undefined, slug)).toEqual([]);
  });

  it('STRUCT-14: prose names a number and both ends of its range', () => {
    const folder = folderOf();
    if (!folder.ok) throw new Error(JSON.stringify(folder.issues));
    const value = (scenario: string) => {
      const told = caseValues(folder.value)({ kind: 'measure', id: 'structural.value', scenario });
      return told.ok && typeof told.value !== 'string' ? told.value.value : Number.NaN;
    };
    // tools/vectors/structural.json: central, and the widest over each assumption.
    expect(value('0')).toBeCloseTo(4735.48, 1);
    expect(value('0.low')).toBeCloseTo(4373.35, 1);
    expect(value('0.high')).toBeCloseTo(4754.09, 1);
  });

  it.each<[string, string, (texts: Texts) => void]>([
    [
      'a measure that is none',
      'unknown-measure case.md line',
      edited('case.md', 'measure structural.gap]', 'measure structural.gaps]'),
    ],
    [
      'a scenario that is none',
      'unknown-scenario case.md line',
      edited('case.md', 'structural.value 0]', 'structural.value +300]'),
    ],
    [
      'an unknown key, with its line',
      'unknown-key structural-hedge.json line 3',
      edited('structural-hedge.json', '"currency"', '"colour": 1,\n  "currency"'),
    ],
    [
      'a figure that moves a result',
      'expected-moved expected.json line',
      edited('figures.json', '"value": 123,', '"value": 124,'),
    ],
    [
      'a golden that is not there',
      'file-missing expected.json',
      (texts) => {
        delete texts['expected.json'];
      },
    ],
    [
      'a script in a reason',
      'markup structural-hedge.json line',
      edited(
        'structural-hedge.json',
        'The slide calls it',
        '<script>x</script> The slide calls it',
      ),
    ],
  ])('STRUCT-14: %s is refused: %s', (_, wanted, change) => {
    const issues = found(change);
    expect(
      issues.some((each) => each.startsWith(wanted)),
      issues.join('; '),
    ).toBe(true);
  });

  it('STRUCT-14: a hedge that is refused is told once, and none of its numbers as unknown', () => {
    const issues = found(edited('structural-hedge.json', '"2016-12",', '"2016-13",'));
    expect(issues.some((each) => each.startsWith('date.none structural-hedge.json line 4'))).toBe(
      true,
    );
    expect(issues.filter((each) => each.startsWith('unknown-measure'))).toEqual([]);
  });

  it('STRUCT-14: a complete case has its hedges in its Study', () => {
    const front = caseText(SLUG, 'case.md').replace('class: disclosure', 'class: complete');
    const folder = folderOf(front);
    const codes = folder.ok ? [] : folder.issues.map(({ code, path }) => `${code} ${path}`);
    expect(codes).toContain('file-unknown structural-hedge.json');
  });
});
