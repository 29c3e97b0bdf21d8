/** What a thread of a sweep runs (THREAD-1): the module has the name that threads look for. */
export { startSweep as startTask } from '@almfes/intake';
