import {
  type InstrumentMeasure,
  isoFromDay,
  type ValuedInstrument,
  type ValueUnit,
} from '@almfes/engine';
import { printable } from '@almfes/report';

const DECIMALS: Readonly<Record<ValueUnit, number>> = {
  currency: 2,
  'per 100 face': 6,
  'decimal rate': 8,
  years: 6,
  bp: 4,
  none: 8,
};

/** All digits, with the flows. Dates are ISO 8601. */
export function valuationJson({ instrument, valuationDay, valuation }: ValuedInstrument): string {
  const answer = {
    instrument,
    valuationDate: isoFromDay(valuationDay),
    measures: valuation.measures,
    flows: valuation.flows.map(({ payDay, amount, discount }) => ({
      payDate: isoFromDay(payDay),
      amount,
      discount,
    })),
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}

/** One line a measure: name, value, unit and how it is counted. */
export function valuationTable({ instrument, valuationDay, valuation }: ValuedInstrument): string {
  const rows = [
    ['Measure', 'Value', 'Unit', 'How it is counted'],
    ...valuation.measures.map(cellsOf),
  ];
  const width = (column: number): number =>
    rows.reduce((widest, row) => Math.max(widest, row[column]?.length ?? 0), 0);
  const [name, value, unit] = [width(0), width(1), width(2)];
  const lines = rows.map(([a = '', b = '', c = '', d = '']) =>
    `${a.padEnd(name)}  ${b.padStart(value)}  ${c.padEnd(unit)}  ${d}`.trimEnd(),
  );
  const [head = '', ...body] = lines;
  const title = `${instrument} on ${isoFromDay(valuationDay)}`;
  const count = valuation.flows.length;
  const flows = `${count} cash ${count === 1 ? 'flow' : 'flows'} behind it: --json lists them.`;
  return printable([title, '', head, '-'.repeat(head.length), ...body, '', flows, ''].join('\n'));
}

function cellsOf({ id, value, unit, convention = '' }: InstrumentMeasure): string[] {
  const decimals = unit === 'none' && Number.isInteger(value) ? 0 : DECIMALS[unit];
  const text = Math.abs(value) < 1e15 ? grouped(value, decimals) : value.toExponential(8);
  return [id, text, unit === 'none' ? '' : unit, convention];
}

/** A number with commas between thousands. */
export function grouped(value: number, decimals: number): string {
  const [whole = '', fraction = ''] = Math.abs(value).toFixed(decimals).split('.');
  const point = decimals === 0 ? '' : '.';
  const text = `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${point}${fraction}`;
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}
