import {
  evaluate,
  type Outcome,
  type Parameter,
  type Study,
} from '../../packages/engine/src/index.js';
import { libraryCase } from '../case/library-case.js';

type TransferPricing = NonNullable<Study['transferPricing']>;

const LINES = ['margin', 'liquidity', 'option', 'treasury', 'centre', 'equity', 'nonEarning'];
const SCENARIOS = ['0', '+200', '-200'];

/** The tables of docs/validation/transfer-pricing.md, by the name that stands in its markers. */
export function transferTables(): Readonly<Record<string, readonly string[]>> {
  const { study } = libraryCase('svb-2022');
  const outcome = evaluate({ ...study, transferPricing: illustration(study) });
  return {
    books: bookTable(outcome),
    products: productTable(study, outcome),
    value: valueTable(outcome),
  };
}

/** Prices that no public figure of the bank states: round, and the same for every product. */
function illustration({ book }: Study): TransferPricing {
  return {
    liquidityPremiums: [
      { tenorMonths: 12, spread: assumed(0.002) },
      { tenorMonths: 60, spread: assumed(0.006) },
    ],
    optionCosts: book.product.names.map((product) => ({ product, costBp: assumed(0) })),
    equityCredit: [{ tenorMonths: 60, share: assumed(1) }],
    nonEarningSpread: assumed(0),
  };
}

function assumed(value: number): Parameter {
  const note = 'an illustration: the bank published no transfer prices';
  return { value, unit: '', basis: 'assumed', source: [], note };
}

function bookTable(outcome: Outcome): string[] {
  const line = (name: string, id: string) => [
    name,
    ...SCENARIOS.map((scenario) => shown(measure(outcome, id, scenario).value, 0)),
  ];
  return markdown(
    ['12 months, USD million', 'base', '+200 bp', '-200 bp'],
    [...LINES.map((name) => line(name, `ftp.${name}.12m`)), line('net interest income', 'nii.12m')],
  );
}

function productTable({ book }: Study, outcome: Outcome): string[] {
  const balances = new Map<string, number>();
  book.id.forEach((_, row) => {
    const product = book.product.names[book.product.codes[row] ?? 0] ?? '';
    const amount = book.notionalUsdMillion[row] ?? 0;
    balances.set(product, (balances.get(product) ?? 0) + amount);
  });
  const margins = Object.entries(measure(outcome, 'ftp.margin.12m', '0').parts ?? {});
  const rows = margins
    .filter(([product]) => (balances.get(product) ?? 0) >= 1000)
    .filter(([, margin]) => margin !== 0)
    .sort(([, a], [, b]) => b - a)
    .map(([product, margin]) => {
      const balance = balances.get(product) ?? Number.NaN;
      const share = shown((100 * margin) / balance, 2);
      return [product, shown(balance, 0), shown(margin, 0), `${share}%`];
    });
  return markdown(['product of at least 1,000', 'balance', 'margin', 'of balance'], rows);
}

function valueTable(outcome: Outcome): string[] {
  const line = (name: string, id: string) => [
    name,
    ...SCENARIOS.map((scenario) => shown(measure(outcome, id, scenario).value, 0)),
  ];
  return markdown(
    ['EVE, USD million', 'base', '+200 bp', '-200 bp'],
    [
      line('with margins', 'eve.value'),
      line('change', 'eve.change'),
      line('without margins', 'eve.withoutMargin.value'),
      line('change', 'eve.withoutMargin.change'),
    ],
  );
}

/** No minus before a zero. */
function shown(value: number, digits: number): string {
  return value.toFixed(digits).replace(/^-(0(\.0+)?)$/, '$1');
}

/** @throws when the Outcome has no such measure: the library is the author's to mend. */
function measure(outcome: Outcome, id: string, scenario: string) {
  const found = outcome.measures.find((each) => each.id === id && each.scenario === scenario);
  if (found === undefined) throw new Error(`no ${id} in scenario ${scenario}`);
  return found;
}

function markdown(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), `|${heads.map(() => '---').join('|')}|`, ...rows.map(line)];
}
