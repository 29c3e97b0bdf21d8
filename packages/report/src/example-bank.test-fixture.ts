import type { CaseResult } from '@almfes/engine';

const money = 'USD million';

/** Made-up numbers of a bank that does not exist: for tests of the rendering only. */
export const exampleBank: CaseResult = {
  schema: 'almfes/case-result/1',
  case: 'example-bank',
  title: 'Example bank: a made-up case for tests',
  institution: 'Example bank (made up)',
  valuationDate: '2001-12-31',
  curveDate: '2001-12-31',
  decisionDate: '2002-02-28',
  studyHash: '0123456789abcdef'.repeat(4),
  steps: [
    {
      step: 0,
      id: 'baseline',
      title: 'Foundational baseline',
      findings: [
        'With industry-average behaviour EVE is 5,250 million; at +200 bp it loses 12.3%.',
      ],
      tables: [
        {
          id: 'eve',
          title: 'Economic value of equity by scenario',
          columns: [
            { id: 'scenario', title: 'Scenario', unit: '' },
            { id: 'eve', title: 'EVE', unit: money },
            { id: 'change', title: 'Change', unit: money },
            { id: 'share', title: 'Change', unit: '%' },
            { id: 'floor', title: 'Zero floor at work', unit: '' },
          ],
          rows: [
            ['-200', 5480.2, 230.2, 4.385, 'yes'],
            ['0', 5250, 0, 0, 'no'],
            ['+200', 4604.25, -645.75, -12.3, 'no'],
            ['+300', 4188.4, -1061.6, -20.221, null],
          ],
          notes: ['Made-up numbers. Change is scenario minus base; a loss is negative.'],
        },
      ],
      pictures: [
        {
          kind: 'bars',
          id: 'scenarios',
          title: 'Change of EVE by scenario',
          unit: '%',
          categories: ['-200', '-100', '0', '+100', '+200', '+300'],
          series: [
            { name: 'Industry-average behaviour', values: [4.4, 2.5, 0, -5.6, -12.3, -20.2] },
            { name: 'The bank itself', values: [1.1, 1.9, 0, -11.2, -24.8, -38.1] },
          ],
        },
      ],
    },
    {
      step: 1,
      id: 'attribution',
      title: 'Attribution',
      findings: ['Shorter deposits explain most of the loss.', 'Compounding adds 40 million.'],
      tables: [],
      pictures: [
        {
          kind: 'waterfall',
          id: 'waterfall',
          title: 'From the average to the bank: EVE change at +200 bp',
          unit: money,
          items: [
            { label: 'Industry average', value: -646, total: true },
            { label: 'Deposit decay of a concentrated base', value: -610.4, total: false },
            { label: 'Betas', value: 88.2, total: false },
            { label: 'Prepayment slowing', value: -340, total: false },
            { label: 'Hedge removal', value: -95.1, total: false },
            { label: 'The bank itself', value: -1603.3, total: true },
          ],
        },
      ],
    },
    {
      step: 2,
      id: 'hedges',
      title: 'Hedge strategy evaluation',
      findings: ['The ladder costs 16.2 million a year.'],
      tables: [
        {
          id: 'hedges',
          title: 'Hedges compared',
          columns: [
            { id: 'hedge', title: 'Hedge', unit: '' },
            { id: 'notional', title: 'Notional', unit: money },
            { id: 'carry', title: 'Carry', unit: 'USD million a year' },
            { id: 'protection', title: 'Protection at +200', unit: 'points' },
            { id: 'class', title: 'Accounting class', unit: '' },
          ],
          rows: [
            ['Swaps of last year kept', 900, -3.2, 2.1, 'fair value hedge, portfolio layer'],
            ['Ladder 2Y/5Y/7Y', 2400, -16.2, 8.6, 'fair value hedge'],
            ['Bullet 5Y', 2400, -15.1, 7.9, 'no hedge relationship'],
          ],
          notes: [],
        },
      ],
      pictures: [
        {
          kind: 'bars',
          id: 'comparison',
          title: 'Protection by hedge',
          unit: money,
          categories: ['Swaps of last year kept', 'Ladder 2Y/5Y/7Y', 'Bullet 5Y'],
          series: [
            { name: '+100', values: [52, 240, 221] },
            { name: '+200', values: [110, 452, 415] },
            { name: '-100', values: [-60, -255, -240] },
          ],
        },
      ],
    },
    {
      step: 3,
      id: 'failure',
      title: 'Assumption failure',
      findings: ['A hedge sized for the wrong deposit life protects little.'],
      tables: [],
      pictures: [
        {
          kind: 'heat-map',
          id: 'failures',
          title: 'EVE change by failure and scenario',
          unit: '%',
          rows: ['None', 'Stickiness reversion', 'Pricing power loss', 'Digital disruption', 'All'],
          columns: ['-200', '-100', '0', '+100', '+200', '+300'],
          values: [
            [1.1, 1.9, 0, -11.2, -24.8, -38.1],
            [-8.2, -7.4, -9.9, -22.5, -36.4, -51.2],
            [-2, -1.1, -3.3, -15.8, -30.1, -44.6],
            [-11.6, -10.9, -14, -27.3, -42, -57.7],
            [-19.9, -18.8, -22.4, -37.4, -54.2, -71.9],
          ],
        },
      ],
    },
    {
      step: 4,
      id: 'action',
      title: 'Strategic action',
      findings: ['The plan meets every limit at 21.4 million a year.'],
      tables: [],
      pictures: [
        {
          kind: 'frontier',
          id: 'frontier',
          title: 'Cost against protection',
          xTitle: 'Cost, USD million a year',
          yTitle: 'EVE change at +200, %',
          points: [
            { label: 'Do nothing', x: 0, y: -24.8 },
            { label: 'Hedge only', x: 9.5, y: -17.9 },
            { label: 'Plan', x: 21.4, y: -12 },
            { label: 'Full hedge', x: 44.8, y: -4.1 },
          ],
        },
      ],
    },
  ],
  publishedVsReproduced: [
    {
      id: 'eve.value[0]',
      title: 'Base EVE',
      published: 5200,
      reproduced: 5250,
      unit: money,
      difference: 50,
      role: 'fitted',
      aim: 104,
      source: 'Made-up annual report, page 1',
    },
    {
      id: 'eve.changeShare[+200]',
      title: 'EVE change at +200 bp',
      published: -25.5,
      reproduced: -24.8,
      unit: '%',
      difference: 0.7,
      role: 'predicted',
      aim: 5,
      source: 'Made-up annual report, page 1',
    },
    {
      id: 'eve.changeShare[-100]',
      title: 'EVE change at -100 bp',
      published: 9,
      reproduced: 1.9,
      unit: '%',
      difference: -7.1,
      role: 'predicted',
      aim: 5,
      source: 'Made-up annual report, page 2',
    },
    {
      id: 'eve.changeShare[-200]',
      title: 'EVE change at -200 bp',
      published: 3.1,
      reproduced: 1.1,
      unit: '%',
      difference: -2,
      role: 'predicted',
      aim: null,
      source: 'Made-up annual report, page 2',
    },
  ],
  fits: [
    {
      parameter: 'Prepayment speed of mortgages',
      value: 0.0812,
      unit: 'a year',
      kind: 'calibrated to a disclosure',
      target: 'Disclosed duration of held-to-maturity securities, years',
      targetValue: 4.1,
      reached: 4.1,
      source: 'Made-up annual report, page 3',
    },
    {
      parameter: 'Average life of demand deposits',
      value: 4.62,
      unit: 'years',
      kind: 'free parameter',
      target: 'Base EVE, USD million',
      targetValue: 5200,
      reached: 5200.0001,
      source: 'Made-up annual report, page 1',
    },
  ],
  attribution: [
    {
      measure: 'eve.change',
      scenario: '+200',
      unit: money,
      from: -646,
      to: -1603.3,
      total: -957.3,
      residual: 1.1e-13,
      waterfall: [
        { id: 'decay', title: 'Deposit decay', value: -610.4 },
        { id: 'beta', title: 'Betas', value: 88.2 },
        { id: 'prepayment', title: 'Prepayment slowing', value: -435.1 },
      ],
      shapley: [
        { id: 'decay', title: 'Deposit decay', value: -590.4 },
        { id: 'beta', title: 'Betas', value: 78.2 },
        { id: 'prepayment', title: 'Prepayment slowing', value: -445.1 },
      ],
      compounding: [
        { ids: ['decay'], value: -610.4 },
        { ids: ['beta'], value: 98.2 },
        { ids: ['prepayment'], value: -405.1 },
        { ids: ['decay', 'beta'], value: -10 },
        { ids: ['decay', 'prepayment'], value: -30 },
      ],
      compoundingTotal: -40,
      orderSpread: [
        { id: 'decay', min: -650.4, max: -560.4 },
        { id: 'beta', min: 58.2, max: 98.2 },
        { id: 'prepayment', min: -455.1, max: -405.1 },
      ],
    },
  ],
  claims: [
    {
      claim: 'EVE exposure from assumption differences alone',
      claimed: 79.5,
      ours: 12.5,
      unit: 'points',
      explanation: 'A made-up explanation: the inputs of the claim are not public.',
    },
    {
      claim: 'Capital efficiency',
      claimed: 2100,
      ours: null,
      unit: money,
      explanation: 'Not computed for a bank that does not exist.',
    },
  ],
  assumptions: ['Shocked rates are floored at 0%.', 'The numbers are made up.'],
  sources: ['Made-up annual report of Example bank.'],
};

const longName =
  'A long name of a failure, severe, with the ladder of 2Y/5Y/7Y sized to the true risk';
const [firstStep] = exampleBank.steps;

/** Pictures that are hard to draw: long names, large numbers, many columns, almost nothing. */
export const hardPictures: CaseResult = {
  ...exampleBank,
  steps:
    firstStep === undefined
      ? []
      : [
          {
            ...firstStep,
            tables: [],
            pictures: [
              {
                kind: 'waterfall',
                id: 'waterfall',
                title: 'Across zero',
                unit: money,
                items: [
                  { label: 'Start', value: 500, total: true },
                  { label: longName, value: -1200, total: false },
                  { label: 'Rise', value: 14_000, total: false },
                  { label: 'End', value: 13_300, total: true },
                ],
              },
              {
                kind: 'bars',
                id: 'bars',
                title: 'Six series',
                unit: money,
                categories: [longName, 'Short'],
                series: ['None', 'Swaps of last year', longName, 'Bullet', 'Ladder', 'All'].map(
                  (name, index) => ({ name, values: [-12_345 * index, 2500 - index] }),
                ),
              },
              {
                kind: 'heat-map',
                id: 'heat-map',
                title: 'Many columns',
                unit: money,
                rows: [longName, 'Short'],
                columns: ['-200', '-100', '0', '+100', '+200', '+300', 'combined', 'very severe'],
                values: [1, 2].map((row) =>
                  [-4, -3, -2, -1, 0, 1, 2, 3].map((x) => x * row * 4321),
                ),
              },
              {
                kind: 'frontier',
                id: 'frontier',
                title: 'Many plans',
                xTitle: 'Cost, USD million a year',
                yTitle: 'EVE change in the worst scenario, USD million',
                points: [0, 1, 2, 3, 4, 5].map((index) => ({
                  label: `Plan at a limit of ${20 - index}%`,
                  x: 40 * index * index - 50,
                  y: 800 * index - 9000,
                })),
              },
              { kind: 'bars', id: 'empty', title: 'Empty', unit: '%', categories: [], series: [] },
            ],
          },
        ],
};
