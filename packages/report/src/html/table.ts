import type { DocumentColumn, DocumentTable, Words } from '../document.js';
import { escapeHtml } from './escape.js';
import { type HrefOf, markedHtml, wordsHtml } from './marked.js';

/** A table in a box that scrolls by itself on narrow screens; the first cell heads its row. */
export function tableHtml(table: DocumentTable, hrefOf: HrefOf, { captioned = true } = {}): string {
  const label = escapeHtml(table.title);
  return [
    `<div class="scroll" role="region" tabindex="0" aria-label="${label}">`,
    `<table id="${escapeHtml(table.id)}">`,
    captioned ? `<caption>${label}</caption>` : '',
    `<thead><tr>${table.columns.map(headHtml).join('')}</tr></thead>`,
    `<tbody>${table.rows.map((_, index) => rowHtml(table, index, hrefOf)).join('\n')}</tbody>`,
    '</table></div>',
    notesHtml(table.notes, hrefOf),
  ].join('\n');
}

function headHtml(column: DocumentColumn): string {
  const unit = column.unit === '' ? '' : `<span class="unit">${escapeHtml(column.unit)}</span>`;
  return `<th scope="col" class="${column.align}">${escapeHtml(column.title)}${unit}</th>`;
}

function rowHtml(table: DocumentTable, at: number, hrefOf: HrefOf): string {
  const cells = (table.rows[at] ?? []).map((cell, index) => {
    const align = table.columns[index]?.align ?? 'start';
    const text = markedHtml(cell, table.numbers?.[at]?.[index] ?? [], hrefOf);
    if (index === 0) return `<th scope="row" class="${align}">${text}</th>`;
    const label = cell === 'NOT within aim' ? `<strong>${cell}</strong>` : text;
    return `<td class="${align}">${label}</td>`;
  });
  return `<tr>${cells.join('')}</tr>`;
}

function notesHtml(notes: readonly Words[], hrefOf: HrefOf): string {
  if (notes.length === 0) return '';
  const items = notes.map((note) => `<li>${wordsHtml(note, hrefOf)}</li>`);
  return `<ul class="notes">${items.join('')}</ul>`;
}
