/** 0: done. 2: it could not be done, and the complaint says why. */
export type ExitCode = 0 | 2;
