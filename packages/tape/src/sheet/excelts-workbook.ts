import { type Cell, ValueType, Workbook } from '@cj-tech-master/excelts';
import type { Sheet, SheetCell, SheetRow, WorkbookReader } from './sheet-cell.js';

/** Workbooks by the library excelts, which is known to this file alone. */
export const exceltsWorkbook: WorkbookReader = async (bytes) => {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  return workbook.worksheets.map((worksheet): Sheet => {
    const rows: SheetRow[] = [];
    worksheet.eachRow({ includeEmpty: false }, (row, number) => {
      const cells = new Map<number, SheetCell>();
      row.eachCell({ includeEmpty: false }, (cell, column) => {
        const found = sheetCell(cell);
        if (found !== undefined) cells.set(column, found);
      });
      if (cells.size > 0) rows.push({ row: number, cells });
    });
    return { name: worksheet.name, merged: worksheet.model.merges ?? [], rows };
  });
};

/** Undefined where the cell holds nothing, or stands under a merged one. */
function sheetCell(cell: Cell): SheetCell | undefined {
  const { type, value } = cell;
  if (type === ValueType.Null || type === ValueType.Merge) return undefined;
  if (type === ValueType.Formula) {
    const result = cell.result;
    const shown = result instanceof Date ? result.toISOString() : JSON.stringify(result ?? null);
    return { is: 'formula', formula: cell.formula ?? '', result: shown };
  }
  if (type === ValueType.Error) return { is: 'error', error: cell.text };
  if (value instanceof Date) return { is: 'date', time: value.getTime() };
  if (typeof value === 'number') return { is: 'number', number: value, format: format(cell) };
  if (typeof value === 'boolean') return { is: 'flag', flag: value };
  return { is: 'text', text: cell.text };
}

function format({ numFmt }: Cell): string {
  return typeof numFmt === 'string' ? numFmt : (numFmt?.formatCode ?? '');
}
