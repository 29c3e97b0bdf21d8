import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCaseStudy } from '../case/index.js';
import { parseDisclosure } from './parse-disclosure.js';
import { toFigures } from './to-figures.js';

const repository = new URL('../../../../', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, repository), 'utf8');

describe('docs/example/disclosure/svb-2022.yaml', () => {
  const read = parseDisclosure(text('docs/example/disclosure/svb-2022.yaml'), 'yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.issues.slice(0, 3)));
  const disclosure = read.value;
  const file = toFigures(disclosure);
  const held = JSON.parse(text('library/case/svb-2022/figures.json'));

  it('DISC-12: its figures are those of the case, passports and all', () => {
    const ids = Object.keys(file.figures);
    expect(file.figures).toEqual(Object.fromEntries(ids.map((id) => [id, held.figures[id]])));
    expect(ids.length).toBe(590);
    expect([file.schema, file.case, file.decisionDate, file.note]).toEqual([
      held.schema,
      held.case,
      held.decisionDate,
      held.note,
    ]);
  });

  it('DISC-12: the case builds the same Study from them', () => {
    const study = JSON.parse(text('library/case/svb-2022/study.json'));
    const curves = text('library/data/us-treasury-par/2026-11-22/us-treasury-par.csv');
    const of = (figures: unknown) => {
      const built = parseCaseStudy({ figures, study, curves });
      if (!built.ok) throw new Error(JSON.stringify(built.issues.slice(0, 3)));
      const { figures: _, ...rest } = built.value.study;
      return rest;
    };
    expect(of(file)).toEqual(of(held));
  });

  it('DISC-10: 154 identities hold to the million, ratios to their rounding', () => {
    const money = disclosure.identities.filter(({ total }) => total.figure.unit !== 'percent');
    expect(disclosure.identities.length).toBe(154);
    expect(money.filter(({ difference }) => Math.abs(difference) > 1e-9)).toEqual([]);
  });
});
