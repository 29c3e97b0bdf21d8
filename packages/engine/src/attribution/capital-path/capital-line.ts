import type { MeasureRequest } from '../group.js';

/** One link of a capital line: a measure that is added in it. */
export interface CapitalLink {
  readonly id: string;
  readonly title: string;
  readonly measure: MeasureRequest;
}

/** A measure of capital and what it is made of; the rest is the line less its links. */
export interface CapitalLine {
  readonly id: string;
  readonly title: string;
  readonly measure: MeasureRequest;
  readonly links: readonly CapitalLink[];
  readonly rest: { readonly id: string; readonly title: string };
}

/**
 * How far income, values, marks, sales and tax reach into capital (ATTR-30), in one scenario; what
 * deferred tax counts is known of a Study with a regime alone.
 */
export function capitalLines(
  scenario: string,
  { withRegime }: { readonly withRegime: boolean },
): readonly CapitalLine[] {
  const { link, line } = makers(scenario);
  const cet1 = link('cet1', 'CET1 before tax', 'capital.cet1.beforeTax', '');
  const securities = [
    link('afs', 'AFS marks', 'unrealised.afs'),
    link('htm', 'HTM marks', 'unrealised.htm'),
    link('hedges', 'Hedges', 'unrealised.hedges'),
  ];
  const books = [
    link('loans', 'Loan marks', 'unrealised.loans'),
    link('debt', 'Debt marks', 'unrealised.debt'),
  ];
  const franchise = link('franchise', 'Deposit franchise', 'franchise');
  const held = { id: 'held', title: 'AFS marks that CET1 holds already, AOCI moved to HTM' };
  const afterTax = 'capital.economic.e0.afterTax';
  const limited = line(
    'capital.economic.e0.limited',
    'After tax, as far as deferred tax counts',
    [link('afterTax', 'After tax', afterTax)],
    { id: 'deferredTax', title: 'Deferred tax deducted' },
  );
  return [
    line('capital.economic.e0', 'Economic CET1, securities marked', [cet1, ...securities], held),
    line(afterTax, 'The same after tax', [cet1, ...securities], {
      id: 'tax',
      title: 'Tax, and AFS marks that CET1 holds already',
    }),
    ...(withRegime ? [limited] : []),
    line(
      'capital.economic.e2',
      'Economic CET1 with loans, debt and the deposit franchise',
      [cet1, ...securities, ...books, franchise],
      held,
    ),
    line(
      'capital.economic.e2',
      'The same from EVE',
      [link('atPar', 'EVE with deposits at par', 'eve.atPar.value'), franchise],
      { id: 'accounts', title: 'Not in EVE, or in the accounts already' },
      'capital.economic.e2.fromEve',
    ),
    line(
      'capital.cet1.afterIncome',
      'CET1 after 12 months of net interest income',
      [cet1, link('income', 'Net interest income', 'nii.12m')],
      { id: 'tax', title: 'Tax' },
    ),
    ...salesLines(scenario),
  ];
}

/** Links and lines of one scenario; `at` is empty for a measure of the date. */
function makers(scenario: string) {
  const link = (id: string, title: string, measure: string, at = scenario): CapitalLink => ({
    id,
    title,
    measure: { id: measure, scenario: at },
  });
  const line = (
    measure: string,
    title: string,
    links: readonly CapitalLink[],
    rest: CapitalLine['rest'],
    id = measure,
  ): CapitalLine => ({ id, title, measure: { id: measure, scenario }, links, rest });
  return { link, line };
}

/** What the stated outflow leaves when it is met by sales (RUN-8). */
function salesLines(scenario: string): readonly CapitalLine[] {
  const { link, line } = makers(scenario);
  const cet1 = link('cet1', 'CET1 before tax', 'capital.cet1.beforeTax', '');
  return [
    line(
      'capital.afterSales.cet1',
      'CET1 after the stated sales',
      [
        cet1,
        link('soldAfs', 'AFS sold', 'capital.afterSales.afs'),
        link('soldHtm', 'HTM sold', 'capital.afterSales.htm'),
      ],
      { id: 'unsold', title: 'Marks that CET1 takes unsold' },
    ),
    line(
      'capital.afterSales.tangible',
      'Tangible equity after the stated sales',
      [link('taint', 'HTM taint by a first sale', 'capital.afterSales.taint')],
      { id: 'tangible', title: 'Tangible equity, AFS and hedge marks, bid-offer' },
    ),
  ];
}

/** Every measure that the lines of a scenario read, once. */
export function measuresOfLines(lines: readonly CapitalLine[]): readonly MeasureRequest[] {
  const all = lines.flatMap(({ measure, links }) => [measure, ...links.map((of) => of.measure)]);
  const byName = new Map(all.map((each) => [`${each.id}[${each.scenario}]`, each]));
  return [...byName.values()];
}
