import { type Issue, issue } from '@almfes/engine';
import { columnsOf, type TapeMapping } from '../mapping/index.js';
import type { Tape } from '../tape.js';

const MOST_SHOWN = 40;

/** Issues for columns of the mapping that the tape has not, or that hold what no cell can be. */
export function checkColumns(
  tape: Pick<Tape, 'fileName' | 'columns'>,
  mapping: TapeMapping,
): readonly Issue[] {
  const stored = new Map(tape.columns.map(({ name, type }) => [name, type]));
  const shown = tape.columns.slice(0, MOST_SHOWN).map(({ name }) => name);
  const names = `${shown.join(', ')}${tape.columns.length > MOST_SHOWN ? ', …' : ''}`;
  return columnsOf(mapping).flatMap((column) => {
    const type = stored.get(column);
    const path = `${tape.fileName} column ${JSON.stringify(column)}`;
    if (type === undefined) return [issue('no-such-column', path, `one of ${names}`, 'none')];
    if (type !== 'other') return [];
    return [issue('column-type', path, 'text, numbers or dates', 'lists, structures or bytes')];
  });
}
