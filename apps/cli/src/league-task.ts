/** What a thread of a league runs (THREAD-1): the module has the name that threads look for. */
export { startLeague as startTask } from '@almfes/intake';
