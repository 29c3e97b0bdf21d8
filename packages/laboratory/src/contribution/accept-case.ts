import { ok, type Result } from '@almfes/engine';
import { parseCasePage } from '../case/index.js';
import { caseHistoryText } from '../citation/index.js';
import type { FolderFile } from '../folder-file.js';
import type { ProposedCase } from './contribution.js';

interface AcceptedCase {
  /** Name of the contribution. */
  readonly slug: string;
  readonly date: string;
  readonly contribution: ProposedCase;
  readonly files: readonly FolderFile[];
}

/**
 * The files of a proposed case as the library takes them, `case/<case>/<file>`: as they were
 * checked, and a history with the day of its first version and through whom it came (CONTRIB-15).
 */
export function acceptCase(accepted: AcceptedCase): Result<readonly FolderFile[]> {
  const { slug, date, contribution, files } = accepted;
  const own = files.filter(({ name }) => name.startsWith('case/'));
  const page = parseCasePage(own.find(({ name }) => name === 'case/case.md')?.text ?? '');
  if (!page.ok) return page;
  const { version } = page.value.front;
  const contributors = [contribution.contributor.name];
  const first = { version, date, what: 'First version.', contributors, contribution: slug };
  const home = `case/${contribution.case}`;
  const copies = own.map(({ name, text }) => ({ name: name.replace(/^case/, home), text }));
  return ok([...copies, { name: `${home}/history.json`, text: caseHistoryText([first]) }]);
}
