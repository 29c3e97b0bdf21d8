import { describe, expect, it } from 'vitest';
import {
  broken,
  CASES,
  type LooseFiles,
  libraryFiles,
  valueOrThrow,
} from './library-files.test-fixture.js';
import { parseCase } from './parse-case.js';

type Edit = (files: LooseFiles) => void;

describe('the cases of the library', () => {
  it.each(CASES)('FORM-1: %s parses', (slug) => {
    const files = libraryFiles(slug);
    const found = valueOrThrow(parseCase(files));
    expect(found.slug).toBe(slug);
    expect(found.fits).toHaveLength(files.study.fits.length);
    expect(found.published).toHaveLength(files.changes.published.length);
    expect(found.sisters.map((each) => each.slug)).toEqual(files.changes.sisters ?? []);
  });

  it('FORM-1: the sources are the documents that its amounts were read from', () => {
    const { sources } = valueOrThrow(parseCase(libraryFiles('svb-2021')));
    expect(sources.filter((each) => each.includes('Form 10-K FY2021'))).toHaveLength(1);
    expect(sources.some((each) => each.includes('Call Report'))).toBe(true);
    expect(sources.some((each) => each.includes('Form 10-K FY2022'))).toBe(false);
  });
});

describe('no hindsight', () => {
  it('FORM-4: a Study that uses a figure published after its decision date is refused', () => {
    // The 2022 column of the FY2022 10-K, filed a year after the decision of March 2022.
    const found = broken('svb-2021', ({ figures, study }) => {
      figures.figures['bs.2022.total_assets'].role = 'input';
      study.capital.leverageAssetsUsdMillion = 'bs.2022.total_assets';
    });
    expect(found).toEqual(['known-after-decision study.json#/capital/leverageAssetsUsdMillion']);
  });

  it('FORM-4: moving the decision to the day before the 10-K refuses what it disclosed', () => {
    const found = broken('svb-2021', ({ study }) => {
      study.decisionDate = '2022-02-28';
    });
    expect(found.length).toBeGreaterThan(100);
    expect(found.filter((each) => !each.startsWith('known-after-decision study.json#'))).toEqual(
      [],
    );
  });

  it('FORM-4: a parameter that cites a later figure is refused', () => {
    const found = broken('svb-2021', ({ study }) => {
      study.behaviour.deposits[1].beta.source = ['bs.2022.total_assets'];
    });
    expect(found).toContain('known-after-decision study.json#/behaviour/deposits/1/beta/source/0');
  });

  it('FORM-4: a target carries no position', () => {
    const found = broken('svb-2021', ({ study }) => {
      study.capital.leverageAssetsUsdMillion = 'irr.2021.eve_base';
    });
    expect(found).toEqual(['figure-role study.json#/capital/leverageAssetsUsdMillion']);
  });

  it('FORM-7: nor is a later figure held against the Study', () => {
    const found = broken('svb-2021', ({ figures }) => {
      figures.figures['duration.2021.htm'].knownFrom = '2023-02-24';
    });
    expect(found).toEqual([
      'known-after-decision study.json#/behaviour/prepayments/1/minCpr/source/0',
    ]);
    const published = broken('svb-2020', ({ figures }) => {
      figures.figures['irr.2020.eve_base'].knownFrom = '2023-02-24';
    });
    expect(published).toEqual(['known-after-decision changes.json#/published/0/figure']);
  });

  it.each([
    ['an assumption', '/attribution/groups/1/changes/0/sources/0', 'attribution', 1],
    ['a swap', '/attribution/groups/3/changes/0/sources/0', 'attribution', 3],
  ])('FORM-10: no Change of %s rests on a later figure', (_, pointer, part, group) => {
    const found = broken('svb-2021', ({ figures, changes }) => {
      figures.figures['bs.2022.total_assets'].role = 'input';
      changes[part].groups[group].changes[0].sources = ['bs.2022.total_assets'];
    });
    expect(found).toEqual([`known-after-decision changes.json#${pointer}`]);
  });

  it.each([
    ['before the decision', '2022-12-30'],
    ['of the decision itself', '2023-02-24'],
  ])('FORM-10: the curve seen afterwards is of a later day, not one %s', (_, curveDate) => {
    const found = broken('svb-2022', ({ changes }) => {
      changes.decision.afterwards.curveDate = curveDate;
    });
    expect(found).toEqual(['date changes.json#/decision/afterwards/curveDate']);
  });
});

describe('what is refused', () => {
  it.each<[string, Edit, string]>([
    [
      'figures without passports',
      (f) => {
        f.figures.figures = [];
      },
      'type figures.json#/figures',
    ],
    [
      'a passport without its document',
      (f) => {
        delete f.figures.figures['irr.2020.eve_base'].document;
      },
      'missing figures.json#/figures/irr.2020.eve_base/document',
    ],
    [
      'a figure that is nothing',
      (f) => {
        f.figures.figures['irr.2020.eve_base'] = null;
      },
      'type figures.json#/figures/irr.2020.eve_base',
    ],
    [
      'figures of another schema',
      (f) => {
        f.figures.schema = '';
      },
      'enum figures.json#/schema',
    ],
    [
      'a misspelt part of the plan',
      (f) => {
        f.changes.atribution = null;
      },
      'unknown-key changes.json#/atribution',
    ],
  ])('FORM-1: refuses %s', (_, edit, line) => {
    expect(broken('svb-2020', edit)).toContain(line);
  });

  it.each<[string, Edit, string]>([
    [
      'a target that is no measure',
      (f) => {
        f.study.fits[14].target.measure = 'duration.afs';
      },
      'unknown-measure study.json#/fits/14/target/measure',
    ],
    [
      'a target of a product not held',
      (f) => {
        f.study.fits[0].target.products = ['gold'];
      },
      'product study.json#/fits/0/target/products/0',
    ],
  ])('FORM-5: refuses %s', (_, edit, line) => {
    expect(broken('svb-2020', edit)).toContain(line);
  });

  it.each<[string, Edit, string]>([
    [
      'a plan that is a list',
      (f) => {
        f.changes = [];
      },
      'type changes.json#',
    ],
    [
      'a Study that is nothing',
      (f) => {
        f.study = null;
      },
      'type study.json#',
    ],
    [
      'a sister whose files are not there',
      (f) => {
        f.changes.sisters = ['svb-2019'];
      },
      'sisters changes.json#/sisters',
    ],
    [
      'a sister by a path',
      (f) => {
        f.changes.sisters = ['../svb-2019'];
      },
      'slug changes.json#/sisters/0',
    ],
    [
      'par yields of nothing',
      (f) => {
        f.curves = '';
      },
      'curve-tenor us-treasury-par.csv#line 1',
    ],
  ])('FORM-11: refuses %s', (_, edit, line) => {
    expect(broken('svb-2020', edit)).toContain(line);
  });

  it('FORM-11: what is wrong in one file does not hide what is wrong in another', () => {
    const found = broken('svb-2020', ({ figures, study, changes }) => {
      figures.extra = 1;
      study.title = 7;
      changes.published[0].aim = '';
    });
    expect(found).toEqual(
      expect.arrayContaining([
        'unknown-key figures.json#/extra',
        'type changes.json#/published/0/aim',
      ]),
    );
    const two = broken('svb-2020', ({ study, changes }) => {
      study.title = 7;
      changes.published[0].aim = '';
    });
    expect(two).toEqual(['type changes.json#/published/0/aim', 'type study.json#/title']);
  });

  it('FORM-11: an issue of a sister names the sister', () => {
    const found = broken('svb-2021', ({ sisters }) => {
      sisters[0].study.title = 7;
    });
    expect(found).toEqual(['type svb-2020/study.json#/title']);
  });
});
