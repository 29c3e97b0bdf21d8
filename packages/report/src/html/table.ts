import type { DocumentColumn, DocumentOrigin, DocumentTable } from '../document.js';
import { escapeHtml } from './escape.js';

/** A table in a box that scrolls by itself on narrow screens; the first cell heads its row. */
export function tableHtml(table: DocumentTable, { captioned = true } = {}): string {
  const label = escapeHtml(table.title);
  return [
    `<div class="scroll" role="region" tabindex="0" aria-label="${label}">`,
    `<table id="${escapeHtml(table.id)}">`,
    captioned ? `<caption>${label}</caption>` : '',
    `<thead><tr>${table.columns.map(headHtml).join('')}</tr></thead>`,
    `<tbody>${table.rows.map((_, index) => rowHtml(table, index)).join('\n')}</tbody>`,
    '</table></div>',
    notesHtml(table.notes),
    originsHtml(table.origins?.beneath ?? []),
  ].join('\n');
}

function headHtml(column: DocumentColumn): string {
  const unit = column.unit === '' ? '' : `<span class="unit">${escapeHtml(column.unit)}</span>`;
  return `<th scope="col" class="${column.align}">${escapeHtml(column.title)}${unit}</th>`;
}

function rowHtml(table: DocumentTable, at: number): string {
  const cells = (table.rows[at] ?? []).map((cell, index) => {
    const align = table.columns[index]?.align ?? 'start';
    const text = linked(escapeHtml(cell), table.origins?.cells[at]?.[index]);
    if (index === 0) return `<th scope="row" class="${align}">${text}</th>`;
    const label = cell === 'NOT within aim' ? `<strong>${cell}</strong>` : text;
    return `<td class="${align}">${label}</td>`;
  });
  return `<tr>${cells.join('')}</tr>`;
}

function linked(html: string, href: string | undefined): string {
  return href === undefined ? html : `<a href="${escapeHtml(href)}">${html}</a>`;
}

/** A longer list of passports is folded, so that the next table follows its notes. */
const SHORT = 3;

function originsHtml(origins: readonly DocumentOrigin[]): string {
  if (origins.length === 0) return '';
  const links = origins.map(({ title, href }) => linked(escapeHtml(title), href));
  if (links.length <= SHORT) return `<p class="origins">Passports: ${links.join('; ')}.</p>`;
  const summary = `<summary>Passports of its ${links.length} measures</summary>`;
  return `<details class="origins">${summary}<p>${links.join('; ')}.</p></details>`;
}

function notesHtml(notes: readonly string[]): string {
  if (notes.length === 0) return '';
  return `<ul class="notes">${notes.map((note) => `<li>${escapeHtml(note)}</li>`).join('')}</ul>`;
}
