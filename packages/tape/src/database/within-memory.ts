import { fail, issue, type Result } from '@almfes/engine';
import { readerProblem } from './open-database.js';

/**
 * What the reader cannot do within its memory, or for want of room in the private folder, is an
 * issue: the file is to blame, or the machine. Any other error is ours and is thrown on.
 */
export async function withinMemory<T>(
  fileName: string,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    const problem = readerProblem(error);
    if (!/^(Out of Memory Error|IO Error)/.test(problem)) throw error;
    const expected = 'work within the memory of the reader and the room of the temporary folder';
    return fail(issue('tape.memory', fileName, expected, problem));
  }
}
