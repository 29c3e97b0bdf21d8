import { type Issue, issue, type Result, read } from '@almfes/engine';
import type { FolderFile } from '../folder-file.js';
import { type Prose, parseProse, proseReferences } from '../prose/index.js';

const PAGES = ['case', 'article', 'entry'];

/**
 * The words of a perspective by the door of all prose (rule CONTRIB-17). They may refer to pages
 * alone: they stand on several pages, and a value has its passport on one.
 */
export function perspectiveProse({ name, text }: FolderFile): Result<Prose> {
  const prose = parseProse({ markdown: text, file: name, firstLine: 1 });
  if (!prose.ok) return prose;
  const issues: Issue[] = proseReferences(prose.value)
    .filter(({ kind }) => !PAGES.includes(kind))
    .map(({ line, kind, id }) =>
      issue('reference', `${name} line ${line}`, 'a reference to a page', `${kind} ${id}`),
    );
  return read.resultOf(prose.value, issues);
}
