import type { DocumentColumn, DocumentTable } from '../document.js';
import { escapeHtml } from './escape.js';

/** A table in a box that scrolls by itself on narrow screens; the first cell heads its row. */
export function tableHtml(table: DocumentTable, { captioned = true } = {}): string {
  const label = escapeHtml(table.title);
  return [
    `<div class="scroll" role="region" tabindex="0" aria-label="${label}">`,
    `<table id="${escapeHtml(table.id)}">`,
    captioned ? `<caption>${label}</caption>` : '',
    `<thead><tr>${table.columns.map(headHtml).join('')}</tr></thead>`,
    `<tbody>${table.rows.map((row) => rowHtml(row, table.columns)).join('\n')}</tbody>`,
    '</table></div>',
    notesHtml(table.notes),
  ].join('\n');
}

function headHtml(column: DocumentColumn): string {
  const unit = column.unit === '' ? '' : `<span class="unit">${escapeHtml(column.unit)}</span>`;
  return `<th scope="col" class="${column.align}">${escapeHtml(column.title)}${unit}</th>`;
}

function rowHtml(row: readonly string[], columns: readonly DocumentColumn[]): string {
  const cells = row.map((cell, index) => {
    const align = columns[index]?.align ?? 'start';
    if (index === 0) return `<th scope="row" class="${align}">${escapeHtml(cell)}</th>`;
    const label = cell === 'NOT within aim' ? `<strong>${cell}</strong>` : escapeHtml(cell);
    return `<td class="${align}">${label}</td>`;
  });
  return `<tr>${cells.join('')}</tr>`;
}

function notesHtml(notes: readonly string[]): string {
  if (notes.length === 0) return '';
  return `<ul class="notes">${notes.map((note) => `<li>${escapeHtml(note)}</li>`).join('')}</ul>`;
}
