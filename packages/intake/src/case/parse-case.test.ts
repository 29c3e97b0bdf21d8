import { evaluate, MEASURES } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import {
  CASES,
  type LooseFiles,
  libraryFiles,
  lines,
  valueOrThrow,
} from './library-files.test-fixture.js';
import { isOfValuationDate } from './measure-place.js';
import { parseCase } from './parse-case.js';

type Edit = (files: LooseFiles) => void;

function broken(slug: string, edit: Edit): string[] {
  const files = libraryFiles(slug);
  edit(files);
  return lines(parseCase(files));
}

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

  it('FORM-8: what counts as of the valuation date is what an Outcome gives once', () => {
    const { measures } = evaluate(valueOrThrow(parseCase(libraryFiles('svb-2021'))).study);
    const once = measures.filter(({ scenario }) => scenario === '').map(({ id }) => id);
    expect(new Set(once)).toEqual(
      new Set(MEASURES.map(({ id }) => id).filter((id) => isOfValuationDate(id))),
    );
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

  it('FORM-10: the curve seen afterwards is of a later day', () => {
    const found = broken('svb-2022', ({ changes }) => {
      changes.decision.afterwards.curveDate = '2022-12-30';
    });
    expect(found).toEqual(['date changes.json#/decision/afterwards/curveDate']);
  });
});

describe('what is refused', () => {
  const later =
    (edit: (changes: LooseFiles['changes']) => void): Edit =>
    ({ changes }) =>
      edit(changes);

  it.each<[string, string, Edit, string]>([
    [
      'FORM-1',
      'figures without passports',
      (f) => {
        f.figures.figures = [];
      },
      'type figures.json#/figures',
    ],
    [
      'FORM-1',
      'a passport without its document',
      (f) => {
        delete f.figures.figures['irr.2020.eve_base'].document;
      },
      'missing figures.json#/figures/irr.2020.eve_base/document',
    ],
    [
      'FORM-1',
      'a figure that is nothing',
      (f) => {
        f.figures.figures['irr.2020.eve_base'] = null;
      },
      'type figures.json#/figures/irr.2020.eve_base',
    ],
    [
      'FORM-1',
      'figures of another schema',
      (f) => {
        f.figures.schema = '';
      },
      'enum figures.json#/schema',
    ],
    [
      'FORM-1',
      'a misspelt part of the plan',
      later((c) => {
        c.atribution = null;
      }),
      'unknown-key changes.json#/atribution',
    ],
    [
      'FORM-5',
      'a target that is no measure',
      (f) => {
        f.study.fits[14].target.measure = 'duration.afs';
      },
      'unknown-measure study.json#/fits/14/target/measure',
    ],
    [
      'FORM-5',
      'a target of a product not held',
      (f) => {
        f.study.fits[0].target.products = ['gold'];
      },
      'product study.json#/fits/0/target/products/0',
    ],
    [
      'FORM-6',
      'a plan without notes',
      later((c) => {
        c.baseline = { title: 'x', changes: [], range: [] };
      }),
      'missing changes.json#/baseline/notes',
    ],
    [
      'FORM-6',
      'a published figure twice',
      later((c) => {
        c.published[1].id = c.published[0].id;
      }),
      'duplicate-id changes.json#/published/1/id',
    ],
    [
      'FORM-7',
      'a published figure without a passport',
      later((c) => {
        c.published[0].figure = 'gold';
      }),
      'unknown-figure changes.json#/published/0/figure',
    ],
    [
      'FORM-7',
      'evidence as a published figure',
      (f) => {
        f.figures.figures['irr.2020.eve_base'].role = 'evidence';
      },
      'figure-role changes.json#/published/0/figure',
    ],
    [
      'FORM-7',
      'a value typed again',
      later((c) => {
        c.published[0].published = 1;
      }),
      'unknown-key changes.json#/published/0/published',
    ],
    [
      'FORM-7',
      'a share shown in USD million',
      later((c) => {
        c.published[1].unit = 'USD million';
      }),
      'unit changes.json#/published/1/unit',
    ],
    [
      'FORM-7',
      'a role of its own',
      later((c) => {
        c.published[1].role = 'tuned';
      }),
      'enum changes.json#/published/1/role',
    ],
    [
      'FORM-7',
      'an aim in words',
      later((c) => {
        c.published[1].aim = '3';
      }),
      'type changes.json#/published/1/aim',
    ],
    [
      'FORM-8',
      'a measure that is not registered',
      later((c) => {
        c.published[0].measure = 'eve.valu';
      }),
      'unknown-measure changes.json#/published/0/measure',
    ],
    [
      'FORM-8',
      'a scenario the Study has not',
      later((c) => {
        c.published[0].scenario = '+250';
      }),
      'unknown-scenario changes.json#/published/0/scenario',
    ],
    [
      'FORM-8',
      'a duration in a scenario',
      later((c) => {
        c.published[10].scenario = '+100';
      }),
      'scenario changes.json#/published/10/scenario',
    ],
    [
      'FORM-8',
      'a share of a duration',
      later((c) => {
        c.published[1].percentOf = 'duration.modified.afs';
      }),
      'scenario changes.json#/published/1/percentOf',
    ],
    [
      'FORM-11',
      'a plan that is a list',
      (f) => {
        f.changes = [];
      },
      'type changes.json#',
    ],
    [
      'FORM-11',
      'a Study that is nothing',
      (f) => {
        f.study = null;
      },
      'type study.json#',
    ],
    [
      'FORM-11',
      'a sister whose files are not there',
      later((c) => {
        c.sisters = ['svb-2019'];
      }),
      'sisters changes.json#/sisters',
    ],
    [
      'FORM-11',
      'a sister by a path',
      later((c) => {
        c.sisters = ['../svb-2019'];
      }),
      'slug changes.json#/sisters/0',
    ],
    [
      'FORM-11',
      'par yields of nothing',
      (f) => {
        f.curves = '';
      },
      'curve-tenor us-treasury-par.csv#line 1',
    ],
  ])('%s: %s', (_, __, edit, line) => {
    expect(broken('svb-2020', edit)).toContain(line);
  });

  it.each<[string, string, Parameters<typeof later>[0], string]>([
    [
      'FORM-6',
      'a hedge without the steps before',
      (c) => {
        c.attribution = null;
      },
      'steps changes.json#',
    ],
    [
      'FORM-6',
      'a lever of its own',
      (c) => {
        c.decision.levers[0].kind = 'buy-options';
      },
      'enum changes.json#/decision/levers/0/kind',
    ],
    [
      'FORM-6',
      'a lever with the terms of another',
      (c) => {
        c.decision.levers[0].spread = 0.01;
      },
      'unknown-key changes.json#/decision/levers/0/spread',
    ],
    [
      'FORM-6',
      'a lever without a bound',
      (c) => {
        delete c.decision.levers[0].mostUsdMillion;
      },
      'missing changes.json#/decision/levers/0/mostUsdMillion',
    ],
    [
      'FORM-6',
      'a failure of its own',
      (c) => {
        c.decision.worlds[0].kind = 'meteor';
      },
      'enum changes.json#/decision/worlds/0/kind',
    ],
    [
      'FORM-6',
      'another severity',
      (c) => {
        c.decision.worlds[0].severity = 'mild';
      },
      'enum changes.json#/decision/worlds/0/severity',
    ],
    [
      'FORM-6',
      'a range of three',
      (c) => {
        c.hedge.swapSpreadRangeBp = [-30, 0, 25];
      },
      'length changes.json#/hedge/swapSpreadRangeBp',
    ],
    [
      'FORM-6',
      'a Change of its own',
      (c) => {
        c.baseline.changes[0].kind = 'forget';
      },
      'unknown-kind changes.json#/baseline/changes/0/kind',
    ],
    [
      'FORM-6',
      'a claim beside nothing',
      (c) => {
        c.claims = [{ claim: 'x', claimed: 1, unit: '%', beside: 'moon', explanation: '' }];
      },
      'enum changes.json#/claims/0/beside',
    ],
    [
      'FORM-6',
      'a variant neither chosen nor not',
      (c) => {
        c.variants[0].chosen = 'perhaps';
      },
      'type changes.json#/variants/0/chosen',
    ],
    [
      'FORM-8',
      'an attribution of nothing registered',
      (c) => {
        c.attribution.measures[0].id = 'eve';
      },
      'unknown-measure changes.json#/attribution/measures/0/id',
    ],
    [
      'FORM-8',
      'a limit in a scenario the Study has not',
      (c) => {
        c.decision.limits[0].scenarios = ['+900'];
      },
      'unknown-scenario changes.json#/decision/limits/0/scenarios/0',
    ],
    [
      'FORM-9',
      'a failure grid in a scenario the Study has not',
      (c) => {
        c.failureScenarios[0] = '-900';
      },
      'unknown-scenario changes.json#/failureScenarios/0',
    ],
    [
      'FORM-9',
      'a swap removed that never was',
      (c) => {
        c.baseline.changes[3].swapId = 'swaps-1999';
      },
      '/baseline/changes/3/swapId',
    ],
    [
      'FORM-9',
      'a model that does not exist',
      (c) => {
        c.baseline.changes[0].edits[0].model = 'gold';
      },
      '/baseline/changes/0/edits/0/model',
    ],
    [
      'FORM-9',
      'a range of a model that does not exist',
      (c) => {
        c.baseline.range[1].edits[0].model = 'gold';
      },
      '/baseline/range/1/edits/0/model',
    ],
    [
      'FORM-9',
      'a group that removes what the baseline removed',
      (c) => {
        c.attribution.groups[3].changes = [c.baseline.changes[3]];
      },
      '/attribution/groups/3/changes/0/swapId',
    ],
    [
      'FORM-9',
      'an assumption group that does not exist',
      (c) => {
        c.attribution.assumptionGroups[0] = 'gold';
      },
      'unknown-group changes.json#/attribution/assumptionGroups/0',
    ],
    [
      'FORM-9',
      'cash that is not cash',
      (c) => {
        c.decision.levers[4].cashPositionId = 'goodwill';
      },
      'unknown-position changes.json#/decision/levers/4/cashPositionId',
    ],
    [
      'FORM-9',
      'a price on what is no deposit',
      (c) => {
        c.decision.levers[6].positionId = 'gold';
      },
      'unknown-position changes.json#/decision/levers/6/positionId',
    ],
    [
      'FORM-9',
      'a limit in a world that is not there',
      (c) => {
        c.decision.limits[0].worlds = ['heaven'];
      },
      'unknown-world changes.json#/decision/limits/0/worlds/0',
    ],
    [
      'FORM-9',
      'a frontier of no limit',
      (c) => {
        c.decision.frontier.limit = 'sky';
      },
      'unknown-limit changes.json#/decision/frontier/limit',
    ],
    [
      'FORM-9',
      'a retold assumption of no model',
      (c) => {
        c.assumptionChange.models = ['gold'];
      },
      'unknown-model changes.json#/assumptionChange/models/0',
    ],
  ])('%s: %s', (_, __, edit, line) => {
    expect(broken('svb-2021', later(edit)).join('\n')).toContain(line);
  });

  it('FORM-9: a bank with a baseline has the scenarios that hedges are sized at', () => {
    const found = broken('svb-2021', ({ study }) => {
      study.scenarios = study.scenarios.filter(({ id }: { id: string }) => id !== '+200');
    });
    expect(found).toContain('unknown-scenario changes.json#/baseline');
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
