import type { ContractEvent, ContractTestAnswer, ContractTestAnswers } from '@almfes/engine';
import { printable } from '@almfes/report';

interface Column {
  readonly title: string;
  readonly isNumber: boolean;
  readonly text: (event: ContractEvent) => string;
}

/** Money to the cent, rates to a millionth; `--json` has all digits. */
const COLUMNS: readonly Column[] = [
  { title: 'Date', isNumber: false, text: ({ eventDate }) => shownDate(eventDate) },
  { title: 'Event', isNumber: false, text: ({ eventType }) => eventType },
  { title: 'Payoff', isNumber: true, text: ({ payoff }) => money(payoff) },
  { title: 'Currency', isNumber: false, text: ({ currency }) => currency },
  { title: 'Notional', isNumber: true, text: (event) => money(event.notionalPrincipal) },
  { title: 'Rate', isNumber: true, text: (event) => rate(event.nominalInterestRate) },
  { title: 'Accrued', isNumber: true, text: (event) => money(event.accruedInterest) },
];

const EXERCISE_COLUMNS: readonly Column[] = [
  { title: 'Exercise', isNumber: true, text: (event) => money(event.exerciseAmount ?? 0) },
  { title: 'Exercised', isNumber: false, text: (event) => shownDate(event.exerciseDate ?? '') },
];

/** An aligned table for each contract that ran; of a set, each under its id. */
export function contractEventTable({ isSet, answers }: ContractTestAnswers): string {
  const blocks = answers.map((answer) => blockOf(answer, isSet));
  return printable(blocks.join('\n'));
}

function blockOf({ id, events }: ContractTestAnswer, isSet: boolean): string {
  const head = isSet ? `${id.replaceAll(/\s/g, ' ')}\n` : '';
  if (!events.ok) return `${head}could not be run: ${events.issues.length} issue(s)\n`;
  return head + tableOf(events.value);
}

function tableOf(events: readonly ContractEvent[]): string {
  if (events.length === 0) return 'no event up to the horizon\n';
  const isExercised = events.some(({ exerciseAmount }) => exerciseAmount !== undefined);
  const columns = isExercised ? [...COLUMNS, ...EXERCISE_COLUMNS] : COLUMNS;
  const rows = events.map((event) => columns.map(({ text }) => text(event)));
  const widths = columns.map(({ title }, index) =>
    rows.reduce((width, row) => Math.max(width, row[index]?.length ?? 0), title.length),
  );
  const lineOf = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => {
        const width = widths[index] ?? 0;
        return columns[index]?.isNumber === true ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  const head = lineOf(columns.map(({ title }) => title));
  return `${[head, '-'.repeat(head.length), ...rows.map(lineOf)].join('\n')}\n`;
}

/** Midnight is the whole day, and is not shown. */
function shownDate(date: string): string {
  return date.replace(/T00:00:00$/, '');
}

function money(value: number): string {
  if (Math.abs(value) >= 1e15) return value.toExponential(6);
  const [whole = '', fraction = ''] = Math.abs(value).toFixed(2).split('.');
  const text = `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`;
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

function rate(value: number): string {
  return Math.abs(value) >= 1e9 ? value.toExponential(6) : value.toFixed(6);
}
