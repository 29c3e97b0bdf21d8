/**
 * 0: done. 1: done in part, and the answer says which part could not be done. 2: it could not be
 * done, and the complaint says why.
 */
export type ExitCode = 0 | 1 | 2;
