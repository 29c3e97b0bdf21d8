import { evaluate, measureOf } from '../../packages/engine/src/index.js';
import { caseSlugs, libraryCase } from '../case/library-case.js';
import {
  GROUP_CASE,
  incomeChange,
  incomeChangeAt,
  incomeChangeWithoutLag,
  incomeChangeWithoutSwaps,
  twistedStudy,
} from './group-sensitivity.js';
import {
  passport,
  type SensitivityRow,
  sensitivityRows,
  shown,
  whyOf,
} from './sensitivity-rows.js';

/** The tables of docs/validation/published-sensitivities.md, by the name in its markers. */
export function sensitivityTables(): Readonly<Record<string, readonly string[]>> {
  const rows = sensitivityRows();
  return {
    count: countTable(rows),
    published: publishedTable(rows),
    apart: apartTable(),
    closing: closingTable(),
    'no study': noStudyTable(),
    aside: asideTable(),
  };
}

function markdown(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), `|${heads.map(() => '---').join('|')}|`, ...rows.map(line)];
}

function countTable(rows: readonly SensitivityRow[]): string[] {
  const lines = caseSlugs().map((slug) => {
    const own = rows.filter((row) => row.slug === slug);
    const predicted = own.filter(({ role }) => role === 'predicted').length;
    return [slug, String(own.length), String(predicted), String(own.length - predicted)];
  });
  const sum = (column: number) =>
    String(lines.reduce((total, line) => total + Number(line[column]), 0));
  const all = ['all', sum(1), sum(2), sum(3)];
  return markdown(['Case', 'Published', 'Predicted', 'Fitted'], [...lines, all]);
}

function publishedTable(rows: readonly SensitivityRow[]): string[] {
  const heads = ['Case', 'Figure', 'Published', 'Ours', 'Difference', 'Why', 'Read'];
  return markdown(
    heads,
    rows.map((row) => {
      const { slug, title, published, reproduced, difference, unit, confidence } = row;
      const numbers = [published, reproduced, difference].map((value) => shown(value, unit));
      return [slug, `${title}, ${unit}`, ...numbers, whyOf(row), confidence];
    }),
  );
}

function apartTable(): string[] {
  const study = twistedStudy();
  const income = measureOf(evaluate(study, ['income']), 'nii.12m', '0');
  const growth = income - passport(GROUP_CASE, 'reported.nii').value;
  const lines: readonly (readonly [string, string, number])[] = [
    ['All rates +100 bp, all currencies', 'firm.nii.+100', incomeChange(study, '+100')],
    ['Short rates alone, all currencies', 'firm.nii.short', incomeChange(study, 'short')],
    ['Long rates alone, US dollar', 'firm.nii.usd.long', incomeChange(study, 'long')],
    ['Income of 2022 less that of 2021 (more than)', 'firm.niiGrowth.2022', growth],
  ];
  const rows = lines.map(([title, id, ours]) => {
    const { value, confidence } = passport(GROUP_CASE, id);
    const numbers = [value, ours, ours - value].map((each) => shown(each, 'USD million'));
    return [title, ...numbers, confidence];
  });
  return markdown(['USD million', 'Published', 'Ours', 'Difference', 'Read'], rows);
}

function closingTable(): string[] {
  const { value } = passport(GROUP_CASE, 'firm.nii.+100');
  const lines: readonly (readonly [string, number])[] = [
    ['as the case stands', incomeChangeAt({})],
    ['deposits reprice without a lag', incomeChangeWithoutLag()],
    ['without the pay-fixed swaps', incomeChangeWithoutSwaps()],
    ['deposits abroad at their high beta', incomeChangeAt({ foreignBeta: 'high' })],
    ['other contracts receive fixed', incomeChangeAt({ receiveFixedShare: 'high' })],
    ['the last two', incomeChangeAt({ foreignBeta: 'high', receiveFixedShare: 'high' })],
  ];
  return markdown(
    ['Ours at +100 bp', 'USD million', 'Less 5,800'],
    lines.map(([title, ours]) => [
      title,
      shown(ours, 'USD million'),
      shown(ours - value, 'USD million'),
    ]),
  );
}

function noStudyTable(): string[] {
  const ids = ['nii.down100', 'nii.down25', 'nii.up25', 'nii.up100'];
  const rows = ids.map((id) => {
    const { label, value, unit, confidence } = passport('natwest-structural-hedge', id);
    return [label, unit, String(value), 'no Study', confidence];
  });
  return markdown(['Figure', 'Unit', 'Published', 'Ours', 'Read'], rows);
}

function asideTable(): string[] {
  const ours = incomeChange(libraryCase('bank-of-america-2021').study, '+100');
  const rows = ['group.nii.+100', 'group.nii.+100.2022Q3'].map((id) => {
    const { asOf, value, confidence } = passport('bank-of-america-2021', id);
    return [asOf, String(value), shown(ours, 'USD million'), confidence];
  });
  return markdown(['As of', 'Group', 'Ours of 2021-12-31', 'Read'], rows);
}
