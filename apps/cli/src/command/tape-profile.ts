import { type Answer, type Cell, isoFromDay } from '@almfes/engine';
import type { ColumnProfile, Tape, TapeProfile } from '@almfes/tape';
import { type AnswerOptions, answerIsWelcome, putAnswer } from '../answer-output.js';
import type { Effects } from '../effect/effects.js';
import { whileWaiting } from '../effect/while-waiting.js';
import { refused } from '../refused.js';
import { openTapeFile, type ReadingOptions, tapeReader } from '../tape-file.js';
import type { ExitCode } from './exit-code.js';

export interface TapeProfileOptions extends AnswerOptions, ReadingOptions {}

/** `almfes tape profile`: what each column of a file holds. */
export async function tapeProfileCommand(
  file: string,
  options: TapeProfileOptions,
  effects: Effects,
): Promise<ExitCode> {
  if (!(await answerIsWelcome(options, effects, [file]))) return 2;
  const waiting = { what: file, write: effects.stderr, clockMs: effects.clockMs };
  const tape = await whileWaiting(waiting, openTapeFile(file, options, effects));
  if (!tape.ok) return refused(`${file} cannot be read`, tape.issues, options, effects);
  try {
    const { profileTape } = await tapeReader();
    const profile = await whileWaiting(waiting, profileTape(tape.value));
    if (!profile.ok) return refused(`${file} has no profile`, profile.issues, options, effects);
    const result = { ...profile.value, refused: tape.value.refused };
    const answer = profileAnswer(profile.value, tape.value);
    return (await putAnswer({ answer, result }, options, effects)) ? 0 : 2;
  } finally {
    await tape.value.close();
  }
}

const EXAMPLES = 3;

function profileAnswer(
  { fileName, rows, columns }: TapeProfile,
  { refused: bad }: Pick<Tape, 'refused'>,
): Answer {
  const words = (id: string, title: string) => ({ id, title, unit: '' });
  const cells = (id: string, title: string) => ({ id, title, unit: 'cells' });
  const [first] = bad;
  const uncut =
    first === undefined
      ? []
      : [`${bad.length} rows cannot be cut into cells, the first is row ${first.row}.`];
  return {
    title: `What ${fileName} holds`,
    findings: [`${rows} rows, ${columns.length} columns.`, ...uncut],
    tables: [
      {
        id: 'tape.profile',
        title: 'Columns',
        columns: [
          words('column', 'Column'),
          words('reads', 'Reads as'),
          cells('absent', 'Empty'),
          cells('distinct', 'Different'),
          cells('unfit', 'Unfit'),
          words('least', 'Least'),
          words('median', 'Median'),
          words('most', 'Most'),
          words('examples', 'Most frequent'),
        ],
        rows: columns.map(columnRow),
        notes: ['Numbers as written, before any unit. Different: among the cells that fit.'],
      },
    ],
    pictures: [],
    sources: ['docs/method/tape.md, TAPE-27'],
  };
}

function columnRow(column: ColumnProfile): readonly Cell[] {
  const { name, reads, absent, distinct, unfit, range, patterns, examples } = column;
  const shown = (value: number | undefined): string => {
    if (value === undefined) return '';
    return reads === 'date' ? isoFromDay(Math.floor(value)) : String(value);
  };
  const as = patterns === undefined ? reads : `${reads} ${patterns.join(' or ')}`;
  const frequent = examples.slice(0, EXAMPLES).map(({ cell }) => cell);
  const bounds = [shown(range?.least), shown(range?.median), shown(range?.most)];
  return [name, as, absent, distinct, unfit, ...bounds, frequent.join('; ')];
}
