import { describe, expect, it } from 'vitest';
import { broken, type Loose } from './library-files.test-fixture.js';

type Edit = (changes: Loose) => void;

const refused = (slug: string, edit: Edit): string[] =>
  broken(slug, ({ changes }) => edit(changes));

describe('the parts of changes.json', () => {
  it.each<[string, Edit, string]>([
    [
      'a part that is no object',
      (c) => {
        c.baseline = 7;
      },
      'type changes.json#/baseline',
    ],
    [
      'a baseline without notes',
      (c) => {
        delete c.baseline.notes;
      },
      'missing changes.json#/baseline/notes',
    ],
    [
      'a hedge without the steps before',
      (c) => {
        c.attribution = null;
      },
      'steps changes.json#',
    ],
    [
      'a lever of its own',
      (c) => {
        c.decision.levers[0].kind = 'buy-options';
      },
      'enum changes.json#/decision/levers/0/kind',
    ],
    [
      'a lever with the terms of another',
      (c) => {
        c.decision.levers[0].spread = 0.01;
      },
      'unknown-key changes.json#/decision/levers/0/spread',
    ],
    [
      'a lever without a bound',
      (c) => {
        delete c.decision.levers[0].mostUsdMillion;
      },
      'missing changes.json#/decision/levers/0/mostUsdMillion',
    ],
    [
      'a lever twice',
      (c) => {
        c.decision.levers[1].id = c.decision.levers[0].id;
      },
      'duplicate-id changes.json#/decision/levers/1/id',
    ],
    [
      'a failure of its own',
      (c) => {
        c.decision.worlds[0].kind = 'meteor';
      },
      'enum changes.json#/decision/worlds/0/kind',
    ],
    [
      'another severity',
      (c) => {
        c.decision.worlds[0].severity = 'mild';
      },
      'enum changes.json#/decision/worlds/0/severity',
    ],
    [
      'a floor of an unknown amount',
      (c) => {
        c.decision.limits[1].floor = { times: 0.8, of: 'total-assets' };
      },
      'enum changes.json#/decision/limits/1/floor/of',
    ],
    [
      'a floor as words',
      (c) => {
        c.decision.limits[1].floor = '15% of Tier 1';
      },
      'type changes.json#/decision/limits/1/floor',
    ],
    [
      'a limit with steps of nothing',
      (c) => {
        c.decision.limits[0].step = 0;
      },
      'range changes.json#/decision/limits/0/step',
    ],
    [
      'a curve seen afterwards that is not held',
      (c) => {
        c.decision.afterwards = { curveDate: '1999-12-31', title: 'x' };
      },
      'enum changes.json#/decision/afterwards/curveDate',
    ],
    [
      'a range of three',
      (c) => {
        c.hedge.swapSpreadRangeBp = [-30, 0, 25];
      },
      'length changes.json#/hedge/swapSpreadRangeBp',
    ],
    [
      'a range upside down',
      (c) => {
        c.hedge.swapSpreadRangeBp = [25, -30];
      },
      'range changes.json#/hedge/swapSpreadRangeBp',
    ],
    [
      'a Change of its own',
      (c) => {
        c.baseline.changes[0].kind = 'forget';
      },
      'unknown-kind changes.json#/baseline/changes/0/kind',
    ],
    [
      'an attribution of no group',
      (c) => {
        c.attribution.groups = [];
      },
      'length changes.json#/attribution/groups',
    ],
    [
      'a claim beside nothing',
      (c) => {
        c.claims = [{ claim: 'x', claimed: 1, unit: '%', beside: 'moon', explanation: '' }];
      },
      'enum changes.json#/claims/0/beside',
    ],
    [
      'a variant neither chosen nor not',
      (c) => {
        c.variants[0].chosen = 'perhaps';
      },
      'type changes.json#/variants/0/chosen',
    ],
    [
      'a published figure twice',
      (c) => {
        c.published[1].id = c.published[0].id;
      },
      'duplicate-id changes.json#/published/1/id',
    ],
  ])('FORM-6: refuses %s', (_, edit, line) => {
    expect(refused('svb-2021', edit)).toContain(line);
  });
});

describe('published figures', () => {
  it.each<[string, Edit, string]>([
    [
      'no passport',
      (c) => {
        c.published[0].figure = 'gold';
      },
      'unknown-figure changes.json#/published/0/figure',
    ],
    [
      'a value typed again',
      (c) => {
        c.published[0].published = 1;
      },
      'unknown-key changes.json#/published/0/published',
    ],
    [
      'a share shown in USD million',
      (c) => {
        c.published[1].unit = 'USD million';
      },
      'unit changes.json#/published/1/unit',
    ],
    [
      'a percentage beside an amount',
      (c) => {
        c.published[1].percentOf = null;
      },
      'unit changes.json#/published/1/unit',
    ],
    [
      'a role of its own',
      (c) => {
        c.published[1].role = 'tuned';
      },
      'enum changes.json#/published/1/role',
    ],
    [
      'an aim in words',
      (c) => {
        c.published[1].aim = '3';
      },
      'type changes.json#/published/1/aim',
    ],
  ])('FORM-7: refuses %s', (_, edit, line) => {
    expect(refused('svb-2020', edit)).toContain(line);
  });

  it.each([
    ['evidence', { role: 'evidence' }, 'figure-role'],
    ['a figure from memory', { confidence: 'recalled' }, 'figure-role'],
    ['a later figure', { knownFrom: '2023-02-24' }, 'known-after-decision'],
    ['a figure in words', { value: 'about 7 billion' }, 'unknown-figure'],
  ])('FORM-7: refuses %s', (_, passport, code) => {
    const found = broken('svb-2020', ({ figures }) => {
      Object.assign(figures.figures['irr.2020.eve_base'], passport);
    });
    expect(found).toEqual([`${code} changes.json#/published/0/figure`]);
  });
});

describe('measures and scenarios', () => {
  it.each<[string, Edit, string]>([
    [
      'a measure that is not registered',
      (c) => {
        c.published[0].measure = 'eve.valu';
      },
      'unknown-measure changes.json#/published/0/measure',
    ],
    [
      'a scenario the Study has not',
      (c) => {
        c.published[0].scenario = '+250';
      },
      'unknown-scenario changes.json#/published/0/scenario',
    ],
    [
      'a duration in a scenario',
      (c) => {
        c.published[11].scenario = '+100';
      },
      'scenario changes.json#/published/11/scenario',
    ],
    [
      'a share of a duration',
      (c) => {
        c.published[1].percentOf = 'duration.modified.afs';
      },
      'scenario changes.json#/published/1/percentOf',
    ],
    [
      'an attribution of nothing registered',
      (c) => {
        c.attribution.measures[0].id = 'eve';
      },
      'unknown-measure changes.json#/attribution/measures/0/id',
    ],
    [
      'a limit in a scenario the Study has not',
      (c) => {
        c.decision.limits[0].scenarios = ['+900'];
      },
      'unknown-scenario changes.json#/decision/limits/0/scenarios/0',
    ],
  ])('FORM-8: refuses %s', (_, edit, line) => {
    expect(refused('svb-2021', edit)).toContain(line);
  });
});

describe('the plan and the Study', () => {
  it.each<[string, Edit, string]>([
    [
      'a failure grid in a scenario the Study has not',
      (c) => {
        c.failureScenarios[0] = '-900';
      },
      'unknown-scenario changes.json#/failureScenarios/0',
    ],
    [
      'a swap removed that never was',
      (c) => {
        c.baseline.changes[3].hedgeId = 'swaps-1999';
      },
      'changes.json#/baseline/changes/3/hedgeId',
    ],
    [
      'a model that does not exist',
      (c) => {
        c.baseline.changes[0].edits[0].model = 'gold';
      },
      'changes.json#/baseline/changes/0/edits/0/model',
    ],
    [
      'a range of a model that does not exist',
      (c) => {
        c.baseline.range[1].edits[0].model = 'gold';
      },
      'changes.json#/baseline/range/1/edits/0/model',
    ],
    [
      'a group that removes what the baseline removed',
      (c) => {
        c.attribution.groups[3].changes = [c.baseline.changes[3]];
      },
      'changes.json#/attribution/groups/3/changes/0/hedgeId',
    ],
    [
      'an assumption group that does not exist',
      (c) => {
        c.attribution.assumptionGroups[0] = 'gold';
      },
      'unknown-group changes.json#/attribution/assumptionGroups/0',
    ],
    [
      'cash that is not cash',
      (c) => {
        c.decision.levers[4].cashPositionId = 'goodwill';
      },
      'unknown-position changes.json#/decision/levers/4/cashPositionId',
    ],
    [
      'a price on what is no deposit',
      (c) => {
        c.decision.levers[6].positionId = 'gold';
      },
      'unknown-position changes.json#/decision/levers/6/positionId',
    ],
    [
      'a limit in a world that is not there',
      (c) => {
        c.decision.limits[0].worlds = ['heaven'];
      },
      'unknown-world changes.json#/decision/limits/0/worlds/0',
    ],
    [
      'a frontier of no limit',
      (c) => {
        c.decision.frontier.limit = 'sky';
      },
      'unknown-limit changes.json#/decision/frontier/limit',
    ],
    [
      'a retold assumption of no model',
      (c) => {
        c.assumptionChange.models = ['gold'];
      },
      'unknown-model changes.json#/assumptionChange/models/0',
    ],
    [
      'a reading of no figure',
      (c) => {
        c.assumptionChange.readings[1].figure = 'svb-2021/irr.none';
      },
      'unknown-figure changes.json#/assumptionChange/readings/1/figure',
    ],
    [
      'a reading that is not its figure of -16.4%',
      (c) => {
        c.assumptionChange.readings[1].value = -0.165;
      },
      'figure-value changes.json#/assumptionChange/readings/1/value',
    ],
  ])('FORM-9: refuses %s', (_, edit, line) => {
    expect(refused('svb-2021', edit).join('\n')).toContain(line);
  });

  it('FORM-9: a bank with a baseline has the scenarios that hedges are sized at', () => {
    const found = broken('svb-2021', ({ study }) => {
      study.scenarios = study.scenarios.filter(({ id }: { id: string }) => id !== '+200');
    });
    expect(found).toContain('unknown-scenario changes.json#/baseline');
  });
});
