import { createHash } from 'node:crypto';

/**
 * The only script of the site: sorts a table by a column, narrows it by what is chosen, and opens
 * what is folded around the place that a link leads to.
 */
export const SCRIPT = `
for (const table of document.querySelectorAll('table[data-sortable]')) {
  const body = table.tBodies[0];
  const keyOf = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.sort ?? cell.textContent.trim();
  };
  const numberOf = (text) => {
    const digits = text.replaceAll(',', '').replace('\u2212', '-').replace(/ *%$/, '');
    return digits === '' ? NaN : Number(digits);
  };
  const compare = (a, b) => {
    const [x, y] = [numberOf(a), numberOf(b)];
    if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y;
    return Number.isNaN(x) - Number.isNaN(y) || a.localeCompare(b, 'en');
  };
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const down = head.getAttribute('aria-sort') === 'ascending';
      for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const rows = [...body.rows].sort((a, b) => compare(keyOf(a, column), keyOf(b, column)));
      body.append(...(down ? rows.reverse() : rows));
    });
  });
}
for (const box of document.querySelectorAll('[data-choose]')) {
  const rows = [...document.getElementById(box.dataset.choose).tBodies[0].rows];
  const choices = [...box.querySelectorAll('select')];
  box.hidden = false;
  box.addEventListener('input', () => {
    const fits = (row) => choices.every(({ value, dataset }) =>
      value === '' || JSON.parse(row.dataset.facets)[dataset.facet] === value);
    for (const row of rows) row.hidden = !fits(row);
    const shown = rows.filter((row) => !row.hidden).length;
    box.querySelector('output').textContent = shown + ' of ' + rows.length;
  });
}
const unfold = () => {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  let box = place?.closest('details:not([open])');
  if (!box) return;
  for (; box; box = box.parentElement.closest('details:not([open])')) box.open = true;
  place.scrollIntoView();
};
addEventListener('hashchange', unfold);
unfold();
`;

const hash = createHash('sha256').update(SCRIPT, 'utf8').digest('base64');

/** No network, no frame, no form; the one script by its hash. */
export const POLICY =
  `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data:; ` +
  "base-uri 'none'; form-action 'none'";
